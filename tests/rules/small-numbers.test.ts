import fc from 'fast-check';
import { fewest } from '@contract/figure-names';
import { countKinds, shownFigures, sumOf, type Counts } from '@rules/guide-figures';
import { medianDays } from '@rules/waits';
import { exactFromTen, inTens, shownTownships } from '@rules/small-numbers';

/** Issue 10: no small number can be derived from what is shown, on whatever page. */
describe('small numbers', () => {
  test('nobody and nine look the same, ten and nineteen too', () => {
    expect([0, 1, 9, 10, 19, 20].map(inTens)).toEqual([0, 0, 0, 10, 10, 20]);
    expect([0, 9, 10, 23].map(exactFromTen)).toEqual([0, 0, 10, 23]);
    expect(medianDays(Array.from({ length: fewest - 1 }, () => ({ since: 0, settledAt: 0 })))).toBe(
      undefined,
    );
  });

  /** What the page of a guide says of a county: the whole, and its townships without the first. */
  const shown = (counts: readonly Counts[]) => {
    const codes = counts.map((_, place) => `99010100${place}`);
    const seen = new Set(shownTownships(codes));
    return {
      total: shownFigures(sumOf(counts)),
      townships: counts.filter((_, at) => seen.has(codes[at] ?? '')).map(shownFigures),
    };
  };
  const number = fc.integer({ min: 0, max: 60 });
  const rows = fc.array(
    fc.record({ heard: number, answered: number, right: number, contacts: number }),
    { minLength: 2, maxLength: 8 },
  );

  test('a hidden number of a guide may have been anything, whatever its sum says', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 9 }), (counts, value) => {
        for (const kind of countKinds) {
          for (const [at, row] of counts.entries()) {
            if (at === 0 || row[kind] >= fewest) continue;
            // The first township takes up the difference, where it has so many.
            const rest = row[kind] - value;
            const other = counts.map((one, place) => ({
              ...one,
              ...(place === at && { [kind]: value }),
              ...(place === 0 && { [kind]: Math.max(0, one[kind] + rest) }),
            }));
            const [before, after] = [shown(counts), shown(other)];
            expect(after.townships).toEqual(before.townships);
            if ((counts[0]?.[kind] ?? 0) + rest >= 0) expect(after).toEqual(before);
          }
        }
      }),
    );
  });
});
