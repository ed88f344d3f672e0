import fc from 'fast-check';
import { medianOf, shownCount, shownCounts, sumShown, type Measure } from '@rules/figures';
import { exactFromTen, inTens, shownTownships } from '@rules/small-numbers';
import { addDays, hourMs, startOfDay } from '@rules/dates';
import { isClosed, lastDayOf, monthsOfPeriod, periodsShown, quarterOfDay } from '@rules/periods';
import { schoolHoursBetween } from '@rules/school-hours';

/**
 * Issue 10: no small number and no child can be derived from any export, nor from the difference of
 * two. The truth of one measure in a quarter: each family, where it lives (township 0 is the one
 * that is never shown) and in which months it counts.
 */
interface Family {
  township: number;
  months: readonly number[];
}
interface Truth {
  townships: number;
  families: readonly Family[];
}
const measure: Measure = 'booked';
const quarter = [0, 1, 2] as const;

const inMonth = ({ families }: Truth, month: number) =>
  families.filter(({ months }) => months.includes(month)).length;
const inTownship = ({ families }: Truth, township: number) =>
  families.filter((family) => family.township === township).length;

/** Everything that anybody is ever shown of it, all exports together. */
function published(truth: Truth) {
  const shown = (count: number) => shownCounts([measure], { [measure]: count });
  const months = quarter.map((month) => shown(inMonth(truth, month)));
  const codes = Array.from({ length: truth.townships }, (_, index) => 990101100 + index).map(
    String,
  );
  const townships = shownTownships(codes).map(
    (code) => shown(inTownship(truth, codes.indexOf(code)))[measure],
  );
  return { months, quarter: sumShown([measure], months), townships };
}

/** Few families and many, and the edges of tens, where something could be concluded. */
const size = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom(0, 9, 10, 19, 29),
);
const monthsOfFamily = fc.constantFrom([0], [1], [2], [0, 1], [1, 2], [0, 1, 2]);
const group = size.chain((count) =>
  fc.array(monthsOfFamily, { minLength: count, maxLength: count }),
);
const truths: fc.Arbitrary<Truth> = fc
  .array(
    fc.oneof(
      group,
      size.chain((count) =>
        monthsOfFamily.map((months) => Array.from({ length: count }, () => months)),
      ),
    ),
    { minLength: 2, maxLength: 14 },
  )
  .map((groups) => ({
    townships: groups.length,
    families: groups.flatMap((list, township) => list.map((months) => ({ township, months }))),
  }));

/**
 * Another truth with so many families in each month and at least so many in each township: each comes
 * once, and the township that is not shown has whoever else came.
 */
function anotherTruth(townships: readonly number[], months: readonly number[]): Truth {
  const places = townships.flatMap((count, township) =>
    Array.from({ length: count }, () => township),
  );
  const families = months.flatMap((count, month) =>
    Array.from({ length: count }, () => ({ township: places.shift() ?? 0, months: [month] })),
  );
  expect(places).toEqual([]);
  return { townships: townships.length, families };
}

describe('what administrators are shown', () => {
  test('of a count only whole tens are shown, and below ten nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (value) => {
        const shown = inTens(value);
        expect(shown % 10).toBe(0);
        expect(value - shown).toBeGreaterThanOrEqual(0);
        expect(value - shown).toBeLessThan(10);
      }),
    );
    expect([0, 1, 9].map(inTens)).toEqual([0, 0, 0]);
    expect([9, 10, 73].map(exactFromTen)).toEqual([0, 10, 73]);
  });

  test('every hidden number of a township may have been zero, whatever else is shown', () => {
    fc.assert(
      fc.property(truths, (truth) => {
        const shown = published(truth);
        for (let township = 1; township < truth.townships; township += 1) {
          if (inTownship(truth, township) >= 10) continue;
          // Another truth: they all live where nothing is shown of by itself.
          const families = truth.families.map((family) =>
            family.township === township ? { ...family, township: 0 } : family,
          );
          expect(published({ ...truth, families })).toEqual(shown);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('and it may have been seven', () => {
    fc.assert(
      fc.property(truths, (truth) => {
        const shown = published(truth);
        const least = [0, ...shown.townships];
        const most = shown.months.map((month) => month[measure] + 9);
        for (let township = 1; township < truth.townships; township += 1) {
          if (inTownship(truth, township) >= 10) continue;
          const counts = least.map((count, index) => (index === township ? 7 : count));
          const other = anotherTruth(counts, most);
          expect(inTownship(other, township)).toBe(7);
          expect(published(other)).toEqual(shown);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a hidden month may have been anything from two to nine, whatever the townships say', () => {
    fc.assert(
      fc.property(truths, fc.integer({ min: 2, max: 9 }), (truth, value) => {
        const shown = published(truth);
        const most = shown.months.map((month) => month[measure] + 9);
        for (const month of quarter) {
          if (inMonth(truth, month) >= 10) continue;
          const months = most.map((count, index) => (index === month ? value : count));
          expect(published(anotherTruth([0, ...shown.townships], months))).toEqual(shown);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the township that is never shown is what hides them', () => {
    // Were it shown as well, each of these would have to be nine.
    const families = Array.from({ length: 90 }, (_, index) => ({
      ...{ township: index % 10, months: [0] },
    }));
    const { months, townships } = published({ townships: 10, families });
    expect(months[0]?.[measure]).toBe(90);
    expect(townships).toHaveLength(9);
    expect(90 - townships.length * 9).toBe(9);
  });

  test('ten is never one family ten times', () => {
    expect(shownCount('answers', { answers: 40, answered: 3 })).toBe(0);
    expect(shownCount('answers', { answers: 40, answered: 12 })).toBe(40);
    expect(shownCount('heard', { heard: 25, reached: 9 })).toBe(0);
    expect(shownCount('heard', { heard: 25, reached: 10 })).toBe(20);
  });

  test('one child more changes nothing that stands already: only what is over is shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 40 }),
        (days, later) => {
          const from = '2026-01-01';
          const day = (ahead: number) => addDays(from, ahead);
          const before = periodsShown(from, day(days));
          const after = periodsShown(from, day(days + later));
          // A child that comes on a later day is counted on that day, which belongs to no closed period.
          const months = before.filter((period) => period.length === 7);
          for (const period of before.filter((one) => one.length !== 4)) {
            expect(lastDayOf(period) < day(days + 1)).toBe(true);
          }
          for (const year of before.filter((one) => one.length === 4)) {
            expect(months.some((month) => month.startsWith(year))).toBe(true);
          }
          expect(after.length).toBeGreaterThanOrEqual(Math.min(before.length, 12));
        },
      ),
    );
  });

  test('a longer time is the sum of what is shown of its months: it says nothing new', () => {
    fc.assert(
      fc.property(truths, (truth) => {
        const { months, quarter: all } = published(truth);
        expect(all[measure]).toBe(months.reduce((sum, month) => sum + month[measure], 0));
      }),
    );
  });

  test('a median stands for at least ten', () => {
    expect(medianOf({ '3': 9 })).toBeUndefined();
    expect(medianOf({ '3': 5, '4': 1, '9': 4 })).toBe(3);
    expect(medianOf({ '12': 6, '2': 4 })).toBe(12);
    expect(medianOf(undefined)).toBeUndefined();
  });
});

describe('periods', () => {
  test('are months, quarters and years, and end when their last day is counted', () => {
    expect(monthsOfPeriod('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsOfPeriod('2026-02')).toEqual(['2026-02']);
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
    expect(lastDayOf('2026-Q1')).toBe('2026-03-31');
    expect(isClosed('2026-11', '2026-11-29')).toBe(false);
    expect(isClosed('2026-11', '2026-11-30')).toBe(true);
    expect(quarterOfDay('2026-11-26')).toBe('2026-Q4');
  });

  test('are shown when they are over, the newest first', () => {
    expect(periodsShown('2026-08-12', '2026-11-25')).toEqual([
      ...['2026-10', '2026-09', '2026-08', '2026-Q3'],
      '2026',
    ]);
    expect(periodsShown('2026-06-30', '2026-10-01')).toEqual([
      ...['2026-09', '2026-08', '2026-07', '2026-06'],
      ...['2026-Q3', '2026-Q2', '2026'],
    ]);
    expect(periodsShown('2026-11-03', '2026-11-20')).toEqual([]);
    // It began within the quarter: what there is of it.
    expect(periodsShown('2026-11-03', '2026-12-31')).toEqual([
      ...['2026-12', '2026-11', '2026-Q4', '2026'],
    ]);
    const long = periodsShown('2024-01-01', '2026-11-25');
    expect(long.filter((period) => period.length === 7 && !period.includes('Q'))).toHaveLength(12);
    expect(long).toContain('2025');
  });
});

describe('hours of school', () => {
  const moment = (day: string, hour: number) => startOfDay(day) + hour * hourMs;
  const monday = moment('2026-11-23', 8);
  test('nights, weekends and holidays do not count', () => {
    expect(schoolHoursBetween(monday, monday + 2 * hourMs, new Set())).toBe(2);
    // From Friday four o'clock to Monday nine: an hour and an hour.
    const friday = moment('2026-11-20', 16);
    expect(schoolHoursBetween(friday, monday + hourMs, new Set())).toBe(2);
    expect(schoolHoursBetween(friday, monday + hourMs, new Set(['2026-11-23']))).toBe(1);
    expect(schoolHoursBetween(monday, monday, new Set())).toBe(0);
  });
});
