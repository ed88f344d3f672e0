import { collections, type AnyCollection } from '../../../cloudfunctions/platform/collections';
import type { Database } from '../../../cloudfunctions/platform/database';

export type Dump = Record<string, { _id: string }[]>;

const all = (database: Database, collection: AnyCollection): Promise<{ _id: string }[]> =>
  database.find(collection, { where: {}, order: [['_id', 'asc']], limit: 1000 });

/** Every document of every collection: to see that nothing was written. */
export async function dump(database: Database): Promise<Dump> {
  const found: Dump = {};
  for (const collection of collections) found[collection.name] = await all(database, collection);
  return found;
}

/** Puts every collection that may have been written back as it was; touches only those that have changed. */
export async function restore(
  database: Database,
  before: Dump,
  written: (name: string) => boolean = () => true,
): Promise<void> {
  for (const collection of collections.filter(({ name }) => written(name))) {
    const wanted = before[collection.name] ?? [];
    if (JSON.stringify(await all(database, collection)) === JSON.stringify(wanted)) continue;
    await database.removeWhere(collection, { _id: { $gt: '' } });
    for (let at = 0; at < wanted.length; at += 100) {
      await database.addMany(collection, wanted.slice(at, at + 100));
    }
  }
}
