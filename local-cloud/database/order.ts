/** The order of documents, as MongoDB's. */
import { entriesOf } from './index-entries';
import type { Order } from './planner';
import { compareKeys } from './sort-key';
import type { Fields } from './values';

/** Compares documents: a list counts with its smallest value ascending and its largest descending. Keys are made once for each. */
export function compareBy(order: Order): (a: Fields, b: Fields) => number {
  const known = new WeakMap<Fields, string[]>();
  const keysOf = (document: Fields): string[] => {
    const found = known.get(document);
    if (found) return found;
    const keys = order.map(([path, direction]) => keyOf(document, path, direction));
    known.set(document, keys);
    return keys;
  };
  return (a, b) => {
    const [left, right] = [keysOf(a), keysOf(b)];
    for (const [i, [, direction]] of order.entries()) {
      const difference = compareKeys(left[i] ?? '', right[i] ?? '');
      if (difference !== 0) return difference * direction;
    }
    return 0;
  };
}

function keyOf(document: Fields, path: string, direction: 1 | -1): string {
  const keys = entriesOf(document, { name: 'order', fields: [[path, 1]] }, true)
    .rows.map((row) => row[0] ?? '')
    .sort(compareKeys);
  return (direction === -1 ? keys.at(-1) : keys[0]) ?? '';
}
