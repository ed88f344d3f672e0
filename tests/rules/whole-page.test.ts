import fc from 'fast-check';
import { wholePage } from '@rules/whole-page';

interface Row {
  at: number;
  id: number;
}

/** Reads a list as a phone does, page by page, each before the last moment of the one before it. */
function readAll(rows: Row[], size: number): number[] {
  const seen: number[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const found = rows.filter(({ at }) => at < before).slice(0, size + 1);
    const page = wholePage(found, size, ({ at }) => at);
    seen.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (!last || found.length <= page.length) return seen;
    before = last.at;
  }
}

test('whoever reads page by page sees every row once, also those of one moment', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 });
  fc.assert(
    fc.property(moments, (list) => {
      const rows = list.sort((a, b) => b - a).map((at, id) => ({ at, id }));
      // As many rows of one moment as a page holds can not be told apart: no page is so small.
      const most = Math.max(0, ...rows.map(({ at }) => rows.filter((row) => row.at === at).length));
      expect(readAll(rows, most + 1)).toEqual(rows.map(({ id }) => id));
    }),
  );
});

test('the last page is shown whole', () => {
  expect(wholePage([3, 2, 2], 3, (at) => at)).toEqual([3, 2, 2]);
});

test('a page of one moment alone is shown all the same', () => {
  expect(wholePage([2, 2, 2], 2, (at) => at)).toEqual([2, 2]);
});
