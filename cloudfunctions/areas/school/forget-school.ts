import { weeks, reactions } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { inTransaction } from '../../platform/transaction';
import { openWeek, weekDocument } from '../../platform/week-document';

const weeksAtOnce = 100;

/** Of a child that is deleted: what school and home said of it, and its family's reactions. Can be repeated. */
export async function forgetSchool(
  database: Database,
  random: () => number,
  { childId, now }: { childId: string; now: number },
): Promise<void> {
  await database.removeWhere(reactions, { childId });
  for (;;) {
    const found = await database.find(weeks, {
      where: { children: childId },
      order: [['week', 'desc']],
      limit: weeksAtOnce,
    });
    for (const { _id, of } of found) {
      if (of === 'home') await database.removeWhere(weeks, { _id });
      else await takeOut(database, random, { _id, childId, now });
    }
    if (found.length < weeksAtOnce) break;
  }
}

/** The rest of the class stays. */
async function takeOut(
  database: Database,
  random: () => number,
  { _id, childId, now }: { _id: string; childId: string; now: number },
): Promise<void> {
  await inTransaction(database, random, async (transaction) => {
    const document = await transaction.get(weeks, _id);
    if (!document) return;
    const { [childId]: _gone, ...rest } = openWeek(document);
    const { children, answers } = weekDocument(document, rest, now);
    await transaction.update(weeks, _id, { children: command.set(children), answers });
  });
}

/** Of an adult who is gone: the family's reactions stay, without who it was. */
export async function forgetReader(database: Database, openid: string): Promise<void> {
  await database.updateWhere(
    reactions,
    { 'seen.openid': openid },
    { seen: command.pull({ openid }) },
  );
}
