import * as v from 'valibot';
import { guides } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { libraryDrafts } from './library';

const IdOnlySchema = v.object({ _id: v.string() });

/**
 * Adds those guides of the program's library, and new versions of them, that the database does not
 * have, as drafts for the desk. What is there stays as it is, whoever changed or signed it.
 * Answers how many were added.
 */
export async function loadLibrary(database: Database, now: number): Promise<number> {
  const drafts = libraryDrafts(now);
  const there = await database.findParts(guides, IdOnlySchema, {
    where: { _id: command.in(drafts.map(({ _id }) => _id)) },
    fields: { _id: true },
    limit: drafts.length,
  });
  const known = new Set(there.map(({ _id }) => _id));
  const missing = drafts.filter(({ _id }) => !known.has(_id));
  await database.addMany(guides, missing);
  return missing.length;
}
