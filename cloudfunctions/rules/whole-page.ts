/**
 * A page of rows that go on "before a moment": it never ends between two rows of one moment, since
 * the next page would leave the second one out. `found` holds one row more than `size` if there are
 * more; what shares its moment with the first row that does not fit waits with it.
 */
export function wholePage<Row>(
  found: readonly Row[],
  size: number,
  momentOf: (row: Row) => number,
): Row[] {
  const page = found.slice(0, size);
  const following = found[size];
  if (following === undefined) return page;
  const whole = page.filter((row) => momentOf(row) !== momentOf(following));
  return whole.length > 0 ? whole : page;
}
