import * as v from 'valibot';
import { collections, progress, type AnyCollection, type DocumentOf } from './collections';
import { command, type Database } from './database';
import { currentKeyId, reseal } from './field-encryption';

const pageSize = 100;
const work = 'rotate-keys';
const DocumentSchema = v.looseObject({ _id: v.string() });

type Progress = DocumentOf<typeof progress>;

/** Collections with encrypted fields, in a fixed order, so that an interrupted run can go on. */
const sealed: readonly AnyCollection[] = collections
  .filter(({ encrypted }) => encrypted !== undefined)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * Brings values under an older key under the current one, at most `pages` pages a run; the job
 * calls it until everything is done. A value that changes meanwhile is left alone: whoever changed
 * it used the current key. Answers how many values it changed.
 */
export async function rotateKeys(database: Database, pages: number): Promise<number> {
  let state = await begin(database);
  const before = state.changed;
  for (let page = 0; page < pages && !state.done; page += 1) {
    state = await step(database, state);
    const { _id, ...rest } = state;
    await database.update(progress, _id, rest);
  }
  return state.changed - before;
}

async function begin(database: Database): Promise<Progress> {
  const goal = currentKeyId();
  const found = await database.get(progress, work);
  if (found?.goal === goal) return found;
  const fresh = { goal, collection: sealed[0]?.name ?? '', after: '', changed: 0, done: false };
  if (found) await database.update(progress, work, fresh);
  else await database.add(progress, { _id: work, ...fresh });
  return { _id: work, ...fresh };
}

async function step(database: Database, state: Progress): Promise<Progress> {
  const at = sealed.findIndex(({ name }) => name === state.collection);
  const collection = sealed[at];
  if (!collection) return { ...state, done: true };
  const fields = collection.encrypted ?? [];
  const documents = await database.findParts(collection, DocumentSchema, {
    where: { _id: command.gt(state.after) },
    order: [['_id', 'asc']],
    limit: pageSize,
    fields: Object.fromEntries(fields.map((field) => [field, true])),
  });
  let { changed } = state;
  for (const document of documents) {
    for (const field of fields) changed += await resealField(database, collection, document, field);
  }
  const last = documents.at(-1);
  if (last && documents.length === pageSize) return { ...state, after: last._id, changed };
  const next = sealed[at + 1];
  return next
    ? { ...state, collection: next.name, after: '', changed }
    : { ...state, changed, done: true };
}

async function resealField(
  database: Database,
  collection: AnyCollection,
  document: v.InferOutput<typeof DocumentSchema>,
  field: string,
): Promise<number> {
  const { _id, [field]: value } = document;
  if (typeof value !== 'string') return 0;
  const fresh = reseal({ collection: collection.name, id: _id, field }, value);
  if (fresh === undefined) return 0;
  return database.updateWhere(collection, { _id, [field]: value }, { [field]: fresh });
}
