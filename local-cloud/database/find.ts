/** Running a query: SQLite narrows, mingo decides, the order and the limit are exact. */
import { include, inclusionOf } from './inclusion';
import { find as mingoFind } from 'mingo';
import { CloudError, invalidParam, requestFailed, textOf } from '../errors';
import type { Collection } from './catalog';
import { toEjson } from './ejson';
import type { Order, Plan, Stretch } from './planner';
import { matcher } from './matcher';
import { compareBy } from './order';
import { withPatterns } from './patterns';
import { requireClear } from './pitfalls';
import { documentOf, type Rows, type StoredRow } from './rows';
import { checkQuery } from './strict-query';
import { isFields, type Document, type Fields } from './values';

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
  const stretches = (plan.union ?? [plan]).flatMap((part) =>
    part.stretches.map((stretch) => ({ part, stretch })),
  );
  for (const { part, stretch } of stretches) {
    readStretch(
      rows,
      collection,
      part,
      stretch,
      part.ordered ? enough : Infinity,
      test,
      seen,
      found,
    );
    if (order.length === 0 && found.matches.length >= enough) break;
  }
  if (order.length > 0 && (!plan.ordered || stretches.length > 1))
    found.matches = sorted(found.matches, order);
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
      const document = documentOf(row.body, { collection: collection.name, id: row.id });
      if (!test(document)) continue;
      found.matches.push({ ...row, document });
      if (++given >= enough) return;
    }
  }
}

/** Whether a document matches. Throws DATABASE_REQUEST_FAILED for unknown operators. */
export function predicate(query: Fields): (document: Fields) => boolean {
  if (Object.keys(query).length === 0) return () => true;
  const pitfalls = checkQuery(query);
  try {
    const matches = matcher(query);
    if (pitfalls.length === 0) return matches;
    return (document) => {
      requireClear(document, pitfalls);
      return matches(document);
    };
  } catch (thrown) {
    throw requestFailed(`bad query: ${textOf(thrown)}`);
  }
}

/** Equal ones keep the order of insertion. */
function sorted(matches: Match[], order: Order): Match[] {
  const compare = compareBy(order);
  return matches.sort((a, b) => compare(a.document, b.document) || a.seq - b.seq);
}

/** Applies a projection and gives canonical EJSON. Throws DATABASE_REQUEST_FAILED when it mixes what cannot be mixed. */
export function project(documents: Document[], projection: Fields): string[] {
  checkProjection(projection);
  const wanted = inclusionOf(projection);
  const quick = wanted && documents.map((document) => include(document, wanted));
  if (quick?.every((document) => document !== undefined)) return quick.map(toEjson);
  try {
    const ready = withPatterns(projection);
    return mingoFind<Fields, Fields>(documents, {}, isFields(ready) ? ready : projection)
      .all()
      .map(toEjson);
  } catch (thrown) {
    if (thrown instanceof CloudError) throw thrown;
    throw requestFailed(`bad projection: ${textOf(thrown)}`);
  }
}

/** Only what WeChat Cloud's projections can be; mingo would take expressions, too. */
function checkProjection(projection: Fields): void {
  for (const [path, wanted] of Object.entries(projection)) {
    const operators = isFields(wanted) ? Object.keys(wanted) : [];
    const known =
      typeof wanted === 'boolean' ||
      wanted === 0 ||
      wanted === 1 ||
      (operators.length === 1 && /^\$(slice|elemMatch)$/.test(operators[0] ?? ''));
    if (!known || path.split('.').some((step) => step.startsWith('$')))
      throw invalidParam(`local cloud: the projection of '${path}' is not implemented`);
  }
}
