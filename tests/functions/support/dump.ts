import { collections } from '../../../cloudfunctions/platform/collections';
import type { Database } from '../../../cloudfunctions/platform/database';

export type Dump = Record<string, { _id: string }[]>;

/** Every document of every collection: to see that nothing was written. */
export async function dump(database: Database): Promise<Dump> {
  const found: Dump = {};
  for (const collection of collections) {
    found[collection.name] = await database.find(collection, {
      where: {},
      order: [['_id', 'asc']],
      limit: 1000,
    });
  }
  return found;
}

/** Puts every collection back as it was; touches only those that have changed. */
export async function restore(database: Database, before: Dump): Promise<void> {
  const now = await dump(database);
  for (const collection of collections) {
    const { name } = collection;
    const wanted = before[name] ?? [];
    if (JSON.stringify(now[name]) === JSON.stringify(wanted)) continue;
    await database.removeWhere(collection, { _id: { $gt: '' } });
    for (let at = 0; at < wanted.length; at += 100) {
      await database.addMany(collection, wanted.slice(at, at + 100));
    }
  }
}
