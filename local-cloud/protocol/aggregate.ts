/** Aggregations: the leading `$match` is narrowed by SQLite, mingo does the rest. */
import { aggregate as mingoAggregate } from 'mingo';
import { parseEjson, toEjson } from '../database/ejson';
import type { Store } from '../database/store';
import { isFields, type Fields, type Value } from '../database/values';
import { invalidParam, requestFailed, textOf } from '../errors';

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
  const pipeline = stages.map(({ stageKey, stageValue }): Fields => {
    if (!STAGES.has(stageKey))
      throw invalidParam(`local cloud: aggregation stage ${stageKey} is not implemented`);
    return { [stageKey]: parseEjson(stageValue, now) };
  });
  const first = pipeline[0]?.$match;
  const source = store.matching(collection, isFields(first) ? first : {});
  let examined = source.examined;
  const collectionResolver = (name: string): Fields[] => {
    if (!store.catalog.has(name)) return [];
    const joined = store.matching(name, {});
    examined += joined.examined;
    return joined.documents;
  };
  try {
    const list = mingoAggregate(source.documents, pipeline, { collectionResolver }).map((row) =>
      toEjson(valueOf(row)),
    );
    return { list, examined };
  } catch (thrown) {
    throw requestFailed(`aggregation: ${textOf(thrown)}`);
  }
}

/** mingo's results are untyped; only what a document can hold passes. */
function valueOf(result: unknown): Value {
  if (result === null || result === undefined) return null;
  if (typeof result === 'string' || typeof result === 'number' || typeof result === 'boolean')
    return result;
  if (result instanceof Date || result instanceof RegExp) return result;
  if (Array.isArray(result)) return result.map(valueOf);
  if (typeof result !== 'object') throw new Error(`cannot return a ${typeof result}`);
  return Object.fromEntries(
    Object.entries(result).flatMap(([key, inner]) =>
      inner === undefined ? [] : [[key, valueOf(inner)]],
    ),
  );
}
