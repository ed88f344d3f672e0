import * as v from 'valibot';
import { alerts, messages, timeline, unheard } from './collections';
import { command, type Database } from './database';
import { deletePaths, type Where } from './sdk';

const FilesSchema = v.object({ files: v.array(v.string()) });

/**
 * Deletes recordings and pictures, but for those that safeguarding still holds: what an alert points at
 * goes with the alert, and what nobody has listened to yet waits for somebody.
 */
export async function deleteUnkept(database: Database, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const find = {
    where: { files: command.in([...paths]) },
    limit: 1000,
    fields: { files: true },
  };
  const kept = await Promise.all(
    [alerts, unheard].map((keeper) => database.findParts(keeper, FilesSchema, find)),
  );
  const held = new Set(kept.flat().flatMap(({ files }) => files));
  await deletePaths(paths.filter((path) => !held.has(path)));
}

/**
 * The same, for recordings of messages and entries that safeguarding has let go of: they stay where
 * the message or entry is still there.
 */
export async function deleteLoose(database: Database, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const [sent] = await database.find(messages, { where: { file: path }, limit: 1 });
    const [entry] = await database.find(timeline, { where: { files: path }, limit: 1 });
    if (!sent && !entry) await deleteUnkept(database, [path]);
  }
}

const atOnce = 100;

/** Recordings that safeguarding has not listened to, or heard nothing in, go, and what only they kept. */
export async function forgetUnheard(database: Database, where: Where): Promise<void> {
  for (;;) {
    const found = await database.find(unheard, { where, limit: atOnce });
    if (found.length === 0) return;
    await database.removeWhere(unheard, { _id: command.in(found.map(({ _id }) => _id)) });
    const own = found.filter(({ source }) => source !== 'booking');
    await deleteLoose(
      database,
      own.flatMap(({ files }) => files),
    );
  }
}
