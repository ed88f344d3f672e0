import * as v from 'valibot';
import { collections, progress, type AnyCollection, type DocumentOf } from './collections';
import { command, type Database } from './database';
import { currentKeyId, keyIdOf, reseal, SealError } from './field-encryption';
import { log } from './log';

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
 * calls it until everything is done. A value that changes meanwhile is left alone, and an instance
 * that has not been given the new ring yet may still write under the old key: so it goes over
 * everything again until one pass finds nothing to change. Answers how many values it changed.
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
  const fresh = {
    goal,
    collection: sealed[0]?.name ?? '',
    after: '',
    changed: 0,
    inPass: 0,
    unreadable: 0,
    done: false,
  };
  if (found) await database.update(progress, work, fresh);
  else await database.add(progress, { _id: work, ...fresh });
  return { _id: work, ...fresh };
}

async function step(database: Database, state: Progress): Promise<Progress> {
  const at = sealed.findIndex(({ name }) => name === state.collection);
  const collection = sealed[at];
  if (!collection) return { ...state, done: true };
  const fields = collection.encrypted ?? [];
  const documents = await readPage(database, collection, state.after);
  let { changed, inPass, unreadable } = state;
  for (const document of documents) {
    for (const field of fields) {
      try {
        const count = await resealField(database, collection, document, field);
        changed += count;
        inPass += count;
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        // One spoilt value must not keep all others under the old key.
        unreadable += 1;
        log({ action: 'rotateKeys', code: 'INTERNAL', collection: collection.name, field });
      }
    }
  }
  const counted = { ...state, changed, inPass, unreadable };
  const last = documents.at(-1);
  if (last && documents.length === pageSize) return { ...counted, after: last._id };
  const next = sealed[at + 1];
  if (next) return { ...counted, collection: next.name, after: '' };
  if (inPass === 0) return { ...counted, done: true };
  return { ...counted, collection: sealed[0]?.name ?? '', after: '', inPass: 0, unreadable: 0 };
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

/** How many encrypted values there are under each key, over everything that is kept. */
export async function countByKey(database: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const collection of sealed) {
    const fields = collection.encrypted ?? [];
    let after = '';
    for (;;) {
      const page = await readPage(database, collection, after);
      for (const document of page) {
        for (const field of fields) {
          const value = document[field];
          const key = typeof value === 'string' ? keyIdOf(value) : undefined;
          if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
        }
      }
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      after = last._id;
    }
  }
  return counts;
}

function readPage(database: Database, collection: AnyCollection, after: string) {
  return database.findParts(collection, DocumentSchema, {
    where: { _id: command.gt(after) },
    order: [['_id', 'asc']],
    limit: pageSize,
    fields: Object.fromEntries((collection.encrypted ?? []).map((field) => [field, true])),
  });
}
