import * as v from 'valibot';
import { migrations, type MigrationDocument } from '../collections';
import { command, type Database } from '../database';
import { log } from '../log';
import type { Migration } from './migration';

const pageSize = 100;
/** A passing look at documents as they are stored, whatever their shape. */
const DocumentSchema = v.looseObject({ _id: v.string() });

/**
 * Goes on with the migrations in `list` that the ledger does not call finished, one after the other,
 * at most `pages` pages a run. It goes over a collection until one pass finds nothing to change.
 * Answers how many documents it changed. Cut short anywhere, the next run goes on.
 */
export async function migrate(
  database: Database,
  now: number,
  { list, pages }: { list: readonly Migration[]; pages: number },
): Promise<number> {
  const ledger = await database.find(migrations, {
    where: {},
    order: [['_id', 'asc']],
    limit: 1000,
  });
  const finished = new Set(ledger.filter((each) => each.finishedAt !== null).map(({ _id }) => _id));
  let changed = 0;
  let left = pages;
  for (const migration of list) {
    if (finished.has(migration.id)) continue;
    let state =
      ledger.find(({ _id }) => _id === migration.id) ?? (await begin(database, migration, now));
    while (left > 0 && state.finishedAt === null) {
      const before = state.changed;
      state = await step(database, migration, state, now);
      changed += state.changed - before;
      left -= 1;
      const { _id, ...rest } = state;
      await database.update(migrations, _id, rest);
    }
    if (state.finishedAt === null) return changed;
    log({ action: 'migrated', migration: migration.id, changed: state.changed });
  }
  return changed;
}

async function begin(
  database: Database,
  { id }: Migration,
  now: number,
): Promise<MigrationDocument> {
  const fresh = {
    _id: id,
    startedAt: now,
    finishedAt: null,
    after: '',
    seen: 0,
    inPass: 0,
    changed: 0,
    passes: 0,
  };
  await database.add(migrations, fresh);
  return fresh;
}

/** One page. The ledger is written after it: what a run that died has done is found done. */
async function step(
  database: Database,
  { collection, reads, change }: Migration,
  state: MigrationDocument,
  now: number,
): Promise<MigrationDocument> {
  const documents = await database.findParts(collection, DocumentSchema, {
    where: { _id: command.gt(state.after) },
    order: [['_id', 'asc']],
    limit: pageSize,
    fields: Object.fromEntries(reads.map((field) => [field, true])),
  });
  let made = 0;
  for (const document of documents) {
    const wanted = change(document);
    if (wanted === undefined) continue;
    const where = { ...wanted.unless, _id: document._id };
    await database.updateWhere(collection, where, wanted.set);
    // Also one that somebody else changed meanwhile: the next pass looks at it again.
    made += 1;
  }
  const seen = state.seen + documents.length;
  const counted = {
    ...state,
    seen,
    inPass: state.inPass + made,
    changed: state.changed + made,
  };
  const last = documents.at(-1);
  if (last && documents.length === pageSize) return { ...counted, after: last._id };
  const passes = state.passes + 1;
  if (counted.inPass === 0) return { ...counted, passes, finishedAt: now };
  return { ...counted, passes, after: '', seen: 0, inPass: 0 };
}
