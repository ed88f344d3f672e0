/** Aggregations: the leading `$match` is narrowed by SQLite, `$sort` is ours, mingo does the rest. */
import { aggregate as mingoAggregate } from 'mingo';
import { parseEjson, toEjson } from '../database/ejson';
import { predicate } from '../database/find';
import { compareBy } from '../database/order';
import { orderOf } from '../database/planner';
import type { Store } from '../database/store';
import { isFields, valueOf, type Fields, type Value } from '../database/values';
import { CloudError, invalidParam, requestFailed, textOf } from '../errors';

interface Stage {
  stageKey: string;
  stageValue: string;
}

const STAGES = new Set([
  '$match',
  '$group',
  '$lookup',
  '$unwind',
  '$sort',
  '$limit',
  '$skip',
  '$project',
  '$addFields',
  '$count',
  '$replaceRoot',
  '$sortByCount',
  '$sample',
  '$bucket',
  '$bucketAuto',
]);

/** Runs a pipeline and gives canonical EJSON. Throws INVALID_PARAM for an unknown stage, DATABASE_REQUEST_FAILED for a bad one. */
export function aggregate(
  store: Store,
  collection: string,
  stages: Stage[],
  now: number,
): { list: string[]; examined: number } {
  const pipeline = stages.map(({ stageKey, stageValue }): [string, Value] => [
    stageKey,
    parseEjson(stageValue, now),
  ]);
  for (const [key, value] of pipeline) checkStage(key, value);
  const first = pipeline[0]?.[0] === '$match' ? pipeline[0][1] : undefined;
  const [leading, ordering] = pipeline[first === undefined ? 0 : 1] ?? [];
  const order = leading === '$sort' && isFields(ordering) ? orderOf(ordering) : [];
  const source = store.matching(collection, isFields(first) ? first : {}, order);
  let examined = source.examined;
  const resolver =
    (stage: Value) =>
    (name: string): Fields[] => {
      const field = isFields(stage) ? stage.foreignField : undefined;
      if (!store.catalog.has(name) || typeof field !== 'string') return [];
      const joined = store.joined(name, field);
      examined += joined.examined;
      return joined.documents;
    };
  try {
    let rows: Fields[] = source.documents;
    for (const [key, value] of first === undefined ? pipeline : pipeline.slice(1)) {
      // Of nothing MongoDB counts no document, mingo one that says 0.
      if (key === '$count' && rows.length === 0) continue;
      // mingo's own $match compares texts and reads patterns in JavaScript's way.
      if (key === '$match' && isFields(value)) rows = rows.filter(predicate(value));
      else if (key === '$sort' && isFields(value)) rows = [...rows].sort(compareBy(orderOf(value)));
      else
        rows = mingoAggregate(rows, [{ [key]: value }], {
          collectionResolver: resolver(value),
        }).map(fieldsOf);
    }
    return { list: rows.map(toEjson), examined };
  } catch (thrown) {
    if (thrown instanceof CloudError) throw thrown;
    throw requestFailed(`aggregation: ${textOf(thrown)}`);
  }
}

function fieldsOf(row: unknown): Fields {
  const value = valueOf(row);
  if (!isFields(value)) throw new Error('a stage gave something else than documents');
  return value;
}

/** Refuses what is not implemented and what mingo would let pass, also in the pipeline of a `$lookup`. */
function checkStage(key: string, value: Value): void {
  if (!STAGES.has(key))
    throw invalidParam(`local cloud: aggregation stage ${key} is not implemented`);
  if (key === '$match') {
    if (!isFields(value))
      throw requestFailed('the match filter must be an expression in an object');
    predicate(value);
  } else requireKnownExpressions(value);
  if (key === '$sort' && (!isFields(value) || Object.keys(value).length === 0))
    throw requestFailed('$sort stage must have at least one sort key');
  if (key === '$group' && (!isFields(value) || value._id === undefined))
    throw requestFailed('a group specification must include an _id');
  if (key === '$group' && isFields(value)) checkGroup(value);
  if (key === '$unwind') checkUnwind(value);
  if (key === '$project' && (!isFields(value) || Object.keys(value).length === 0))
    throw requestFailed('$project specification must have at least one field');
  if (
    key === '$addFields' &&
    isFields(value) &&
    Object.keys(value).some((path) => path.includes('.'))
  )
    throw invalidParam('local cloud: $addFields within a field is not implemented');
  if (key === '$limit' && !(isWhole(value) && value > 0))
    throw requestFailed('the limit must be positive');
  if (key === '$skip' && !isWhole(value))
    throw requestFailed('Argument to $skip cannot be negative');
  if (key === '$lookup' && isFields(value)) checkLookup(value);
}

/** mingo would read patterns, and order values of different types, in JavaScript's way. */
function requireKnownExpressions(value: Value): void {
  if (Array.isArray(value)) return value.forEach(requireKnownExpressions);
  if (!isFields(value)) return;
  for (const [name, held] of Object.entries(value)) {
    if (/^\$(regex(Match|Find|FindAll)|cmp|gte?|lte?)$/.test(name))
      throw invalidParam(`local cloud: ${name} is not implemented`);
    requireKnownExpressions(held);
  }
}

function checkGroup(group: Fields): void {
  for (const [field, value] of Object.entries(group)) {
    if (field === '_id') continue;
    const [operator = '', ...more] = isFields(value) ? Object.keys(value) : [];
    if (!operator.startsWith('$') || more.length > 0)
      throw requestFailed(`The field '${field}' must be an accumulator object`);
  }
}

function checkUnwind(value: Value): void {
  const path = isFields(value) ? value.path : value;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw requestFailed("path option to $unwind stage should be prefixed with a '$'");
}

const isWhole = (value: Value): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** mingo would judge and sort the documents of an inner pipeline in its own way. */
function checkLookup(lookup: Fields): void {
  if (lookup.pipeline !== undefined || lookup.let !== undefined)
    throw invalidParam('local cloud: $lookup with a pipeline is not implemented');
  for (const name of ['from', 'localField', 'foreignField', 'as'])
    if (typeof lookup[name] !== 'string') throw requestFailed(`$lookup needs the text ${name}`);
}
