import {
  isSchoolDay,
  nextAnswer,
  nextAnswerOf,
  outsideUntil,
  raisesAt,
  type OfficeHours,
} from '@rules/office-hours';
import { startOfDay } from '@rules/dates';

/** A moment in Beijing; 2026-11-23 is a Monday. */
const at = (day: string, clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return startOfDay(day) + (hour * 60 + minute) * 60_000;
};
const clock = (hour: number, minute = 0) => hour * 60 + minute;
const none = new Set<string>();

const weekdays = [1, 2, 3, 4, 5];
/** Before lessons and after them, Monday to Friday. */
const split: OfficeHours = {
  spans: weekdays.flatMap((weekday) => [
    { weekday, from: clock(16), to: clock(18) },
    { weekday, from: clock(7, 30), to: clock(8) },
  ]),
  absences: [],
};

describe('when a teacher answers next', () => {
  it.each([
    ['before the first span', '2026-11-23', '7:29', '2026-11-23', '7:30'],
    ['the minute a span begins', '2026-11-23', '7:30', '2026-11-23', '7:30'],
    ['within a span', '2026-11-23', '7:45', '2026-11-23', '7:45'],
    ['the minute a span ends', '2026-11-23', '8:00', '2026-11-23', '16:00'],
    ['between two spans of a day', '2026-11-23', '12:00', '2026-11-23', '16:00'],
    ['after the last of a day', '2026-11-23', '18:00', '2026-11-24', '7:30'],
    ['one minute before midnight', '2026-11-23', '23:59', '2026-11-24', '7:30'],
    ['at midnight', '2026-11-24', '0:00', '2026-11-24', '7:30'],
    ['on a Friday evening', '2026-11-27', '18:00', '2026-11-30', '7:30'],
    ['on a Sunday', '2026-11-29', '12:00', '2026-11-30', '7:30'],
  ])('%s', (_what, day, time, nextDay, nextTime) => {
    expect(nextAnswer(at(day, time), split, none)).toBe(at(nextDay, nextTime));
  });

  it('passes over a holiday, and over its evening before', () => {
    const holidays = new Set(['2026-11-24', '2026-11-25']);
    expect(nextAnswer(at('2026-11-23', '18:00'), split, holidays)).toBe(at('2026-11-26', '7:30'));
    expect(nextAnswer(at('2026-11-24', '16:30'), split, holidays)).toBe(at('2026-11-26', '7:30'));
  });

  it('passes over a long break, both its ends included', () => {
    const winter = { ...split, absences: [{ from: '2027-01-18', to: '2027-02-21' }] };
    expect(nextAnswer(at('2027-01-18', '7:40'), winter, none)).toBe(at('2027-02-22', '7:30'));
    expect(nextAnswer(at('2027-02-21', '23:59'), winter, none)).toBe(at('2027-02-22', '7:30'));
    expect(nextAnswer(at('2027-01-15', '17:00'), winter, none)).toBe(at('2027-01-15', '17:00'));
  });

  it('goes through midnight where two spans meet there', () => {
    const night: OfficeHours = {
      spans: [
        { weekday: 1, from: clock(22), to: clock(24) },
        { weekday: 2, from: 0, to: clock(1) },
      ],
      absences: [],
    };
    expect(nextAnswer(at('2026-11-23', '23:59'), night, none)).toBe(at('2026-11-23', '23:59'));
    expect(nextAnswer(at('2026-11-24', '0:00'), night, none)).toBe(at('2026-11-24', '0:00'));
    expect(nextAnswer(at('2026-11-24', '1:00'), night, none)).toBe(at('2026-11-30', '22:00'));
  });

  it('names no time where none was said, or the break is longer than anybody can promise', () => {
    expect(nextAnswer(at('2026-11-23', '9:00'), { spans: [], absences: [] }, none)).toBeUndefined();
    const gone = { ...split, absences: [{ from: '2026-11-01', to: '2027-12-31' }] };
    expect(nextAnswer(at('2026-11-23', '9:00'), gone, none)).toBeUndefined();
  });

  it('is the first of several teachers, and needs no note while one of them is there', () => {
    const late: OfficeHours = {
      spans: [{ weekday: 1, from: clock(19), to: clock(20) }],
      absences: [],
    };
    const evening = at('2026-11-23', '18:30');
    expect(nextAnswerOf(evening, [split, late], none)).toBe(at('2026-11-23', '19:00'));
    expect(outsideUntil(evening, [split, late], none)).toBe(at('2026-11-23', '19:00'));
    expect(outsideUntil(at('2026-11-23', '19:00'), [split, late], none)).toBeUndefined();
    expect(outsideUntil(evening, [], none)).toBeUndefined();
  });
});

describe('when a question goes to the second person', () => {
  it.each([
    ['two school days later at the same time', '2026-11-23', '10:15', '2026-11-25', '10:15'],
    ['across a weekend', '2026-11-26', '17:00', '2026-11-30', '17:00'],
    [
      'from the next morning when it came on a Saturday',
      '2026-11-28',
      '20:00',
      '2026-12-02',
      '0:00',
    ],
  ])('%s', (_what, day, time, dueDay, dueTime) => {
    expect(raisesAt(at(day, time), none)).toBe(at(dueDay, dueTime));
  });

  it('counts no holiday', () => {
    const holidays = new Set(['2026-11-24', '2026-11-25']);
    expect(raisesAt(at('2026-11-23', '10:00'), holidays)).toBe(at('2026-11-27', '10:00'));
    expect(raisesAt(at('2026-11-24', '10:00'), holidays)).toBe(at('2026-11-30', '0:00'));
    expect(isSchoolDay('2026-11-24', holidays)).toBe(false);
  });
});
