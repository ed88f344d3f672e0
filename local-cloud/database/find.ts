/** Running a query: SQLite narrows, mingo decides, the order and the limit are exact. */
import { include, inclusionOf } from './inclusion';
import { Query, find as mingoFind } from 'mingo';
import { requestFailed, textOf } from '../errors';
import type { Collection } from './catalog';
import { toEjson } from './ejson';
import { entriesOf } from './index-entries';
import type { Order, Plan, Stretch } from './planner';
import { documentOf, type Rows, type StoredRow } from './rows';
import type { Document, Fields } from './values';

export interface Match extends StoredRow {
  document: Document;
}

export interface FindOptions {
  order?: Order;
  skip?: number;
  /** Absent: all. */
  limit?: number;
}

export interface Found {
  matches: Match[];
  /** Documents read to find them. */
  examined: number;
}

/** Rows of the first read where all are wanted. */
const ALL_AT_ONCE = 2000;

/** The matching documents in order. Throws DATABASE_REQUEST_FAILED for a query that mingo does not understand. */
export function findDocuments(
  rows: Rows,
  collection: Collection,
  query: Fields,
  plan: Plan,
  options: FindOptions,
): Found {
  const order = options.order ?? [];
  const skip = options.skip ?? 0;
  const enough = options.limit === undefined ? Infinity : skip + options.limit;
  const test = predicate(query);
  const seen = plan.repeats ? new Set<number>() : null;
  const found: Found = { matches: [], examined: 0 };
  for (const stretch of plan.stretches) {
    readStretch(
      rows,
      collection,
      plan,
      stretch,
      plan.ordered ? enough : Infinity,
      test,
      seen,
      found,
    );
    if (order.length === 0 && found.matches.length >= enough) break;
  }
  if (order.length > 0 && (!plan.ordered || plan.stretches.length > 1))
    sortMatches(found.matches, order);
  found.matches = found.matches.slice(skip, enough === Infinity ? undefined : enough);
  return found;
}

/** Reads one stretch until it has given `enough` matches. */
function readStretch(
  rows: Rows,
  collection: Collection,
  plan: Plan,
  stretch: Stretch,
  enough: number,
  test: (d: Document) => boolean,
  seen: Set<number> | null,
  found: Found,
): void {
  const first = enough === Infinity ? ALL_AT_ONCE : Math.max(1, Math.min(ALL_AT_ONCE, enough));
  let given = 0;
  for (const read of rows.portions(collection, plan, stretch, first)) {
    found.examined += read.length;
    for (const row of read) {
      if (seen?.has(row.seq)) continue;
      seen?.add(row.seq);
      const document = documentOf(row.body);
      if (!test(document)) continue;
      found.matches.push({ ...row, document });
      if (++given >= enough) return;
    }
  }
}

/** Whether a document matches. Throws DATABASE_REQUEST_FAILED for unknown operators. */
export function predicate(query: Fields): (document: Document) => boolean {
  if (Object.keys(query).length === 0) return () => true;
  try {
    const compiled = new Query<Fields>(query);
    return (document) => compiled.test(document);
  } catch (thrown) {
    throw requestFailed(`bad query: ${textOf(thrown)}`);
  }
}

/** Sorts as MongoDB: a list counts with its smallest value ascending and its largest descending; ties keep insertion order. */
function sortMatches(matches: Match[], order: Order): void {
  const index = order.map(([path, direction]) => ({
    name: 'order',
    fields: [[path, direction]] as Order,
  }));
  const keyed = matches.map((match) => ({
    match,
    keys: index.map((one, i) => {
      const keys = entriesOf(match.document, one, true)
        .rows.map((row) => row[0] ?? '')
        .sort();
      return (order[i]?.[1] === -1 ? keys.at(-1) : keys[0]) ?? '';
    }),
  }));
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of order.entries()) {
      const left = a.keys[i] ?? '';
      const right = b.keys[i] ?? '';
      if (left !== right) return left < right ? -direction : direction;
    }
    return a.match.seq - b.match.seq;
  });
  matches.splice(0, matches.length, ...keyed.map((k) => k.match));
}

/** Applies a projection and gives canonical EJSON. Throws DATABASE_REQUEST_FAILED when it mixes what cannot be mixed. */
export function project(documents: Document[], projection: Fields): string[] {
  const wanted = inclusionOf(projection);
  const quick = wanted && documents.map((document) => include(document, wanted));
  if (quick?.every((document) => document !== undefined)) return quick.map(toEjson);
  try {
    return mingoFind<Fields, Fields>(documents, {}, projection).all().map(toEjson);
  } catch (thrown) {
    throw requestFailed(`bad projection: ${textOf(thrown)}`);
  }
}
