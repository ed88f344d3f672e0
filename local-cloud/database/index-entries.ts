/** From a document to the keys under which an index lists it. */
import { requestFailed, type CloudError } from '../errors';
import { RANK, sortKey } from './sort-key';
import { isFields, type Fields, type Value } from './values';

const MAX_KEY_BYTES = 1024;
const MAX_ENTRIES = 1000;

export interface IndexDefinition {
  name: string;
  fields: [path: string, direction: 1 | -1][];
  unique?: boolean;
}

export interface Entries {
  /** One row for each combination of values, also across elements of a list, as conditions may be met by different elements. */
  rows: string[][];
  /** For each field, whether a list was met on its path. */
  multikey: boolean[];
}

interface Found {
  keys: Set<string>;
  /** The path of the list that was entered, or null. */
  list: string | null;
}

/** The entries of a document in an index. Throws DATABASE_REQUEST_FAILED as MongoDB does for parallel lists and, unless `anyLength`, long keys. */
export function entriesOf(document: Fields, index: IndexDefinition, anyLength = false): Entries {
  const found = index.fields.map(([path]) => {
    const into: Found = { keys: new Set(), list: null };
    collect(document, path.split('.'), 0, into);
    return into;
  });
  const lists = new Set(found.flatMap((f) => (f.list === null ? [] : [f.list])));
  if (lists.size > 1)
    throw requestFailed(`cannot index parallel arrays [${[...lists].join('] [')}]`);
  let rows: string[][] = [[]];
  for (const { keys } of found) rows = rows.flatMap((row) => [...keys].map((key) => [...row, key]));
  if (anyLength) return { rows, multikey: found.map((f) => f.list !== null) };
  if (rows.length > MAX_ENTRIES) throw tooLong(index.name);
  for (const row of rows)
    if (row.join('').length * 3 > MAX_KEY_BYTES && Buffer.byteLength(row.join('')) > MAX_KEY_BYTES)
      throw tooLong(index.name);
  return { rows, multikey: found.map((f) => f.list !== null) };
}

function collect(at: Value | undefined, path: string[], depth: number, into: Found): void {
  if (Array.isArray(at)) {
    into.list = path.slice(0, depth).join('.');
    if (at.length === 0) into.keys.add(depth === path.length ? RANK.empty : sortKey(null));
    for (const item of at) {
      // A list directly in a list is not entered a second time.
      if (Array.isArray(item)) into.keys.add(depth === path.length ? sortKey(item) : sortKey(null));
      else collect(item, path, depth, into);
    }
    return;
  }
  const step = path[depth];
  if (step === undefined) into.keys.add(sortKey(at));
  else
    collect(isFields(at) && Object.hasOwn(at, step) ? at[step] : undefined, path, depth + 1, into);
}

const tooLong = (index: string): CloudError =>
  requestFailed(
    `WiredTigerIndex::insert: key too large to index, failing ${index} (at most ${MAX_KEY_BYTES} bytes)`,
  );
