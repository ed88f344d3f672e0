import * as v from 'valibot';
import { guideTallies } from '../../platform/collections';
import { command, type Database } from '../../platform/database';

/** Townships that are read at once. */
const townshipsAtOnce = 200;
const OpenSchema = v.pick(guideTallies.schema, ['_id', 'counts']);

/**
 * Keeps what the townships' guides had come to when a month was over, which is all that is shown of
 * them: a number that grew while one looked would tell when somebody listened. Done once for a month,
 * however often it is called.
 */
export async function closeGuideMonth(database: Database, month: string): Promise<void> {
  for (let after = ''; ;) {
    const page = await database.findParts(guideTallies, OpenSchema, {
      where: { _id: command.gt(after) },
      order: [['_id', 'asc']],
      limit: townshipsAtOnce,
      fields: { counts: true },
    });
    for (const { _id, counts } of page) {
      const open = { _id, 'closed.month': command.neq(month) };
      await database.updateWhere(guideTallies, open, { closed: command.set({ month, counts }) });
    }
    const last = page.at(-1);
    if (!last || page.length < townshipsAtOnce) return;
    after = last._id;
  }
}
