/** What a counsellor's board and a series of visits are made of. */
import type { DayEntry, Visit } from '@contract/day';
import type { WeekEntry } from '@contract/visits';
import { countsOf, linesOf } from '@/components/day-board/lines';
import { daysAfter, placeOn } from '@/desk/follow-up/plan';
import { freeOf } from '@/desk/parts/free-of';
import { desk, releaseText } from '@/wording/desk';
import { hourMs, minuteMs, startOfDay } from '@rules/dates';

const day = '2026-11-24';
const at = (hour: number, minute = 0, on = day) =>
  startOfDay(on) + hour * hourMs + minute * minuteMs;

const visit: Visit = {
  appointmentId: 'a',
  nickname: '小树',
  age: 9,
  relation: 'paternalGrandmother',
  worries: [],
  visitNumber: 1,
  bookedAt: 0,
  state: 'booked',
  urgency: 'routine',
  joining: [],
  confirmed: false,
};

function entry(slotId: string, start: number, part: Partial<DayEntry> = {}): DayEntry {
  const end = start + 40 * minuteMs;
  const state = part.visit ? 'booked' : 'free';
  return {
    ...{ slotId, start, end, kind: 'school', placeName: '辅导室', state, outsideHours: false },
    ...part,
  };
}

function place(slotId: string, start: number, part: Partial<WeekEntry> = {}): WeekEntry {
  const end = start + 40 * minuteMs;
  return { slotId, start, end, kind: 'school', state: 'free', outsideHours: false, ...part };
}

test('the places of a group session are one line, and one free place while there is room', () => {
  const seat = (number: number) => ({ number, of: 3 });
  const entries = [
    entry('g1', at(9), { seat: seat(1), visit }),
    entry('g2', at(9), { seat: seat(2), visit }),
    entry('g3', at(9), { seat: seat(3) }),
  ];
  expect(linesOf(entries)).toEqual([
    { kind: 'group', start: at(9), booked: entries.slice(0, 2), free: 1, of: 3 },
  ]);
  expect(countsOf(entries)).toEqual({ visits: 2, free: 1 });
});

test('several home visits are one way with its minutes; a single one is a visit like any other', () => {
  const home = (id: string, hour: number) =>
    entry(id, at(hour), { kind: 'home', travelMinutes: 20, visit });
  const lines = linesOf([home('h1', 14), entry('free', at(15)), home('h2', 16)]);
  expect(lines.map(({ kind }) => kind)).toEqual(['homes', 'free']);
  expect(lines[0]).toMatchObject({ minutes: 40 });
  expect(linesOf([home('h1', 14)]).map(({ kind }) => kind)).toEqual(['visit']);
});

test('what is kept for others, taken or over is not given away; one seat of a group is enough', () => {
  const now = at(9);
  const places = [
    place('over', at(8)),
    place('taken', at(10), { state: 'booked' }),
    place('kept', at(11), { reservedUntil: at(20) }),
    place('opened', at(12), { reservedUntil: at(8) }),
    place('seat-1', at(14)),
    place('seat-2', at(14)),
  ];
  expect(freeOf(places, now).map(({ slotId }) => slotId)).toEqual(['opened', 'seat-1']);
});

test('a series keeps its weekday and takes the hour that is nearest', () => {
  const first = place('first', at(9, 30));
  expect(daysAfter(first, 'once', 4)).toEqual([]);
  expect(daysAfter(first, 'weekly', 3)).toEqual(['2026-12-01', '2026-12-08']);
  expect(daysAfter(first, 'twoWeekly', 3)).toEqual(['2026-12-08', '2026-12-22']);
  const later = '2026-12-01';
  const week = [
    place('far', at(14, 0, later)),
    place('near', at(10, 20, later)),
    place('other-kind', at(9, 30, later), { kind: 'phone' }),
    place('other-day', at(9, 30, '2026-12-02')),
  ];
  expect(placeOn(later, first, week, at(8))?.slotId).toBe('near');
  expect(placeOn('2026-12-03', first, week, at(8))).toBeUndefined();
});

test('when a kept place opens is said as people say it', () => {
  expect(releaseText(at(20), at(9))).toBe('今晚 8 点');
  expect(releaseText(at(9, 30, '2026-11-25'), at(9))).toBe('明天上午 9:30');
  expect(desk.reserved(at(20), at(9))).toBe('先留着，今晚 8 点放出');
});
