import type { BusySpan } from '@contract/warmth';
import {
  callTimes,
  lastCall,
  nextCall,
  nextOf,
  reminderOf,
  usualAway,
  usualHome,
} from '@rules/call-times';
import { dayOf, hourMs, minuteMs, partsOf, startOfDay, weekdayOf } from '@rules/dates';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const at = (day: string, clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return startOfDay(day) + (hour * 60 + minute) * minuteMs;
};

describe('times that suit a parent on shifts and a child', () => {
  test('usual hours leave the evening after homework and before bed, and Sunday', () => {
    const times = callTimes([usualAway, usualHome]);
    expect(times).toHaveLength(3);
    // At the week’s end there is no homework: room for a long talk in the evening.
    expect(times[0]).toEqual({ weekday: 6, minute: 18 * 60 + 30 });
    for (const { minute } of times) expect(minute).toBeGreaterThanOrEqual(18 * 60);
  });

  test('a night shift over midnight takes the evening it begins and the morning it ends', () => {
    const nights: BusySpan[] = [
      { weekdays: everyDay, from: 20 * 60, to: 8 * 60 },
      { weekdays: everyDay, from: 9 * 60, to: 16 * 60 },
    ];
    for (const { weekday, minute } of callTimes([nights, usualHome], 7)) {
      const free = minute >= 16 * 60 || (weekday >= 6 && minute >= 8 * 60 && minute < 9 * 60);
      expect([weekday, minute, free]).toEqual([weekday, minute, true]);
      expect(minute + 30).toBeLessThanOrEqual(20 * 60);
    }
  });

  test('a shift from Sunday to Monday is busy on Monday morning', () => {
    const away: BusySpan[] = [
      { weekdays: [7], from: 22 * 60, to: 12 * 60 },
      { weekdays: [2, 3, 4, 5, 6], from: 0, to: 0 },
      { weekdays: [1], from: 12 * 60 + 15, to: 0 },
      { weekdays: [7], from: 0, to: 22 * 60 },
    ];
    expect(callTimes([away])).toEqual([]);
  });

  test('less than half an hour is no time to talk; half an hour is', () => {
    const but = (from: number, to: number): BusySpan[] => [
      { weekdays: everyDay, from: to, to: from },
    ];
    expect(callTimes([but(19 * 60, 19 * 60 + 29)])).toEqual([]);
    expect(callTimes([but(19 * 60, 19 * 60 + 30)], 1)).toEqual([{ weekday: 1, minute: 19 * 60 }]);
  });

  test('nobody is rung up at night, whatever was said', () => {
    for (const { minute } of callTimes([[]], 7)) {
      expect(minute).toBeGreaterThanOrEqual(7 * 60);
      expect(minute + 30).toBeLessThanOrEqual(21 * 60);
    }
  });
});

describe('when a planned call is', () => {
  const saturday = { weekday: 6, minute: 19 * 60 + 30 };

  test('the next one is later than now, in Beijing’s week', () => {
    // 2026-11-28 is a Saturday.
    expect(weekdayOf('2026-11-28')).toBe(6);
    expect(nextOf(saturday, at('2026-11-26', '12:00'))).toBe(at('2026-11-28', '19:30'));
    expect(nextOf(saturday, at('2026-11-28', '19:29'))).toBe(at('2026-11-28', '19:30'));
    expect(nextOf(saturday, at('2026-11-28', '19:30'))).toBe(at('2026-12-05', '19:30'));
  });

  test('a weekly call goes on; a single one is over an hour after it began', () => {
    const first = at('2026-11-28', '19:30');
    const weekly = { ...saturday, weekly: true, first };
    const single = { ...saturday, weekly: false, first };
    expect([lastCall(weekly, first - 1), lastCall(single, first - 1)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(nextCall(single, first + 30 * minuteMs)).toBe(first);
    expect(nextCall(single, first + hourMs)).toBeUndefined();
    expect(nextCall(weekly, first + hourMs)).toBe(at('2026-12-05', '19:30'));
    expect(lastCall(weekly, at('2026-12-06', '8:00'))).toBe(at('2026-12-05', '19:30'));
    expect(lastCall(single, at('2026-12-06', '8:00'))).toBe(first);
  });

  test('both are reminded an hour before, and never at night', () => {
    const evening = at('2026-11-28', '19:30');
    expect(reminderOf(evening)).toBe(evening - hourMs);
    const early = reminderOf(at('2026-11-28', '7:00'));
    expect([dayOf(early), partsOf(early).hour]).toEqual(['2026-11-27', 20]);
  });
});
