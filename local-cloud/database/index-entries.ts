/** From a document to the keys under which an index lists it. */
import { invalidParam, requestFailed, type CloudError } from '../errors';
import { RANK, sortKey } from './sort-key';
import { isFields, type Fields, type Value } from './values';

const MAX_KEY_BYTES = 1024;
const MAX_ENTRIES = 1000;

export interface IndexDefinition {
  name: string;
  fields: [path: string, direction: 1 | -1][];
  unique?: boolean;
}

/** Keys do not follow positions in lists, such as `a.0`. Throws INVALID_PARAM. */
export function requireNoPosition(path: string): void {
  if (path.split('.').some((step) => /^\d+$/.test(step)))
    throw invalidParam(
      `local cloud: ordering, indexing or comparing by the position in '${path}' is not implemented`,
    );
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

/**
 * The keys a document holds in a unique index, as MongoDB makes them: two fields within one list are paired element
 * by element. `entriesOf` crosses them instead, which is right for narrowing and would find duplicates where none are.
 */
export function uniqueKeysOf(document: Fields, index: IndexDefinition): string[][] {
  entriesOf(document, index); // refuses parallel lists and long keys
  const keys = new Map<string, string[]>();
  const places = index.fields.map(([path]): Place => ({ at: document, rest: path.split('.') }));
  pair(places, keys);
  return [...keys.values()];
}

/** How far a field of the index has been followed. */
interface Place {
  at: Value | undefined;
  rest: string[];
  /** The list itself was an element of a list, or the end: it is not entered. */
  closed?: boolean;
}

function pair(places: Place[], keys: Map<string, string[]>): void {
  const now = places.map(advance);
  const list = now.find(({ at, closed }) => Array.isArray(at) && !closed)?.at;
  if (!Array.isArray(list)) {
    const key = now.map(({ at, rest }) => sortKey(rest.length > 0 ? undefined : at));
    keys.set(key.join('\0'), key);
    return;
  }
  if (list.length === 0) {
    // An empty list has a key of its own; a field within it is missing.
    const key = now.map(({ at, rest }) =>
      at === list && rest.length === 0 ? RANK.empty : sortKey(rest.length > 0 ? undefined : at),
    );
    keys.set(key.join('\0'), key);
    return;
  }
  for (const item of list)
    pair(
      now.map((place) =>
        place.at === list ? { at: item, rest: place.rest, closed: Array.isArray(item) } : place,
      ),
      keys,
    );
}

/** Follows a path through objects, up to a list or its end. */
function advance({ at, rest, closed }: Place): Place {
  let [value, left] = [at, rest];
  while (left.length > 0 && !Array.isArray(value)) {
    const step = left[0] ?? '';
    value = isFields(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    left = left.slice(1);
  }
  return { at: value, rest: left, closed: closed && value === at };
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
