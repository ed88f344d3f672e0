import { collections, type AnyCollection } from '../../../cloudfunctions/platform/collections';
import type { Database } from '../../../cloudfunctions/platform/database';
import type { LocalCloud } from '../../../local-cloud';

export type Dump = Record<string, { _id: string }[]>;

const all = (database: Database, collection: AnyCollection): Promise<{ _id: string }[]> =>
  database.find(collection, { where: {}, order: [['_id', 'asc']], limit: 1000 });

/** Every document of every collection: to see that nothing was written. */
export async function dump(database: Database): Promise<Dump> {
  const found: Dump = {};
  for (const collection of collections) found[collection.name] = await all(database, collection);
  return found;
}

/** Dumps of one database after another; each reads only the collections written to since the last. */
export class Dumps {
  private readonly found: Dump = {};
  private known = new Map<string, number>();

  constructor(
    private readonly cloud: Pick<LocalCloud, 'changes'>,
    private readonly database: Database,
  ) {}

  async take(): Promise<Dump> {
    const now = new Map(this.cloud.changes());
    for (const collection of collections) {
      const { name } = collection;
      if (this.found[name] && now.get(name) === this.known.get(name)) continue;
      this.found[name] = await all(this.database, collection);
    }
    this.known = now;
    return { ...this.found };
  }

  /** Puts every collection back as it was; touches only those that have changed. */
  async restore(before: Dump): Promise<void> {
    const now = await this.take();
    for (const collection of collections) {
      const wanted = before[collection.name] ?? [];
      const there = now[collection.name];
      if (there === wanted || JSON.stringify(there) === JSON.stringify(wanted)) continue;
      await this.database.removeWhere(collection, { _id: { $gt: '' } });
      for (let at = 0; at < wanted.length; at += 100) {
        await this.database.addMany(collection, wanted.slice(at, at + 100));
      }
    }
  }
}
