import { collections } from '../../../cloudfunctions/platform/collections';
import type { Database } from '../../../cloudfunctions/platform/database';

/** Every document of every collection: to see that nothing was written. */
export async function dump(database: Database): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const collection of collections) {
    found[collection.name] = await database.find(collection, {
      where: {},
      order: [['_id', 'asc']],
      limit: 1000,
    });
  }
  return found;
}
