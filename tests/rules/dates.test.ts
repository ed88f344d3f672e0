import fc from 'fast-check';
import {
  addDays,
  ageAt,
  dayMs,
  dayOf,
  daysBetween,
  hourMs,
  minuteMs,
  partsOf,
  startOfDay,
  weekdayOf,
} from '@rules/dates';

const midnight = Date.UTC(2026, 10, 23, 16); // 24 November 2026, 0:00 in Beijing

/** From 1992 on, when China last moved its clocks, to 2100. */
const moment = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('days in Beijing', () => {
  test('a day begins at four in the afternoon before, in Greenwich', () => {
    expect(startOfDay('2026-11-24')).toBe(midnight);
    expect(dayOf(midnight)).toBe('2026-11-24');
    expect(dayOf(midnight - 1)).toBe('2026-11-23');
    expect(dayOf(midnight + dayMs - 1)).toBe('2026-11-24');
    expect(dayOf(midnight + dayMs)).toBe('2026-11-25');
  });

  test('agree with the calendar of Asia/Shanghai, wherever the machine stands', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    fc.assert(
      fc.property(moment, (at) => {
        expect(dayOf(at)).toBe(shanghai.format(at));
        expect(startOfDay(dayOf(at))).toBeLessThanOrEqual(at);
        expect(at - startOfDay(dayOf(at))).toBeLessThan(dayMs);
      }),
    );
  });

  test('months, years and leap days are counted through', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addDays('2026-11-24', 0)).toBe('2026-11-24');
  });

  test('adding days and counting them are each other’s opposite', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -400, max: 400 }), (at, count) => {
        const day = dayOf(at);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test('weekdays begin with Monday, 1, and end with Sunday, 7', () => {
    const week = Array.from({ length: 7 }, (_, ahead) => weekdayOf(addDays('2026-11-23', ahead)));
    expect(week).toStrictEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('the parts of a moment are Beijing’s', () => {
    const at = midnight + 9 * hourMs + 5 * minuteMs;
    expect(partsOf(at)).toStrictEqual({ year: 2026, month: 11, date: 24, hour: 9, minute: 5 });
    expect(partsOf(Date.UTC(2026, 11, 31, 16))).toMatchObject({ year: 2027, month: 1, date: 1 });
  });
});

describe('ages', () => {
  test('change on the first day of the month of birth, in Beijing', () => {
    const first = startOfDay('2026-05-01');
    expect(ageAt(first - 1, 2016, 5)).toBe(9);
    expect(ageAt(first, 2016, 5)).toBe(10);
    expect(ageAt(first + 29 * dayMs, 2016, 5)).toBe(10);
  });

  test('a child born this month is 0, one that is not born yet less than that', () => {
    expect(ageAt(midnight, 2026, 11)).toBe(0);
    expect(ageAt(midnight, 2026, 12)).toBe(-1);
    expect(ageAt(midnight, 2025, 12)).toBe(0);
  });
});
