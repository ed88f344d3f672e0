import fc from 'fast-check';
import type { Overview } from '@contract/overview';
import { measures, shownCounts, sumShown, townshipMeasures } from '@rules/figures';
import { exactFromTen } from '@rules/small-numbers';
import { readCsv } from '../../config/county/csv';
import { figures } from '@/wording/figures';
import { sheetOf } from '@/figures/parts/sheet';
import { saidOf, shortOf } from '@/figures/unmet/said';

/** A quarter as it is answered, from any counts. */
const overviews: fc.Arbitrary<Overview> = fc
  .record({
    months: fc.array(fc.array(fc.nat(60), { minLength: 10, maxLength: 10 }), {
      minLength: 3,
      maxLength: 3,
    }),
    townships: fc.array(fc.array(fc.nat(60), { minLength: 7, maxLength: 7 }), { maxLength: 6 }),
    sessions: fc.array(fc.nat(60), { maxLength: 4 }),
  })
  .map(({ months, townships, sessions }) => {
    const shown = months.map((counts, index) => ({
      month: `2026-0${7 + index}`,
      counts: shownCounts(
        measures,
        Object.fromEntries(measures.map((name, at) => [name, counts[at]])),
      ),
    }));
    return {
      ...{ place: 'county' as const, through: '2026-10-08', periods: ['2026-Q3'] },
      period: '2026-Q3',
      counts: sumShown(
        measures,
        shown.map(({ counts }) => counts),
      ),
      months: shown,
      quarter: {
        townships: townships.map((counts, index) => ({
          ...{ code: `${index}`, name: '马坪乡' },
          counts: shownCounts(
            townshipMeasures,
            Object.fromEntries(townshipMeasures.map((name, at) => [name, counts[at]])),
          ),
        })),
        groups: {},
        sessions: sessions.map((done) => ({ name: '李老师', done: exactFromTen(done) })),
      },
    };
  });

test('the table that is sent on says no number below ten, but that it is below', () => {
  fc.assert(
    fc.property(overviews, (overview) => {
      const cells = sheetOf(overview)
        .split('\r\n')
        // Headings and hints: the periods are numbers as well.
        .slice(3)
        .flatMap((row) => row.split('","'))
        .filter((cell) => !/月|小时/.test(cell) || cell.includes('少于'));
      for (const cell of cells) {
        for (const number of cell.match(/\d+/g) ?? []) {
          expect(Number(number)).toBeGreaterThanOrEqual(10);
        }
      }
    }),
  );
});

test('WPS and Excel take the table for what it is: a mark of UTF-8 first, lines that end as theirs', () => {
  fc.assert(
    fc.property(overviews, (overview) => {
      const text = sheetOf(overview);
      expect(Buffer.from(text, 'utf8').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const rows = readCsv(Buffer.from(text.slice(1), 'utf8'));
      expect(rows).toHaveLength(text.split('\r\n').length);
      expect(rows.flat()).toContain(figures.total);
    }),
  );
});

test('a cell of the table is never read as a formula', () => {
  const [overview] = fc.sample(overviews, 1);
  if (!overview?.quarter) throw new Error('there is no quarter');
  overview.quarter.sessions = [{ name: '=1+1","x', done: 20 }];
  expect(sheetOf(overview)).toContain(`"'=1+1"",""x"`);
});

test('what is read out of a township names what is ten or more, and how far it is', () => {
  const none = shownCounts(townshipMeasures, {});
  const far = { code: '1', name: '马坪乡', counts: { ...none, twoWeeks: 30 }, minutes: 90 };
  expect(saidOf(far)).toEqual(['至少30个家庭等了两周以上。', '最近的辅导老师，路上要90分钟。']);
  expect(shortOf(far)).toBe(true);
  expect(shortOf({ ...far, counts: none })).toBe(false);
});
