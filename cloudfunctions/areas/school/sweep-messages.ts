import { limits } from '@contract/limits';
import { addMonths, dayOf, startOfDay } from '@rules/dates';
import { messages, threads } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { heldThreads, notHeld, readHeld } from '../../platform/legal-holds';
import { deleteUnkept } from '../../platform/kept-files';

const atOnce = 100;
const stepsAtMost = 20;

/**
 * Deletes messages that are older than they may be kept (rules.md, "retention": twelve months) with
 * their recordings and pictures; answers how many. Of a thread in which nothing younger stands, the
 * head forgets what was said last. The rest waits for the next run.
 */
export async function sweepMessages(database: Database, now: number): Promise<number> {
  const firstKept = startOfDay(addMonths(dayOf(now), -limits.schoolMonths));
  const records = await readHeld(database);
  const kept = await heldThreads(database, records);
  const held = {
    ...(kept.length > 0 && { threadId: command.nin(kept) }),
    ...notHeld(records, { person: 'by' }),
  };
  let swept = 0;
  for (let step = 0; step < stepsAtMost; step += 1) {
    const old = await database.find(messages, {
      where: { at: command.lt(firstKept), ...held },
      order: [['at', 'asc']],
      limit: atOnce,
    });
    if (old.length === 0) break;
    // Files and heads first: a run that is cut short finds the messages again.
    await deleteUnkept(
      database,
      old.flatMap(({ file }) => file ?? []),
    );
    await database.updateWhere(
      threads,
      {
        _id: command.in([...new Set(old.map(({ threadId }) => threadId))]),
        lastAt: command.lt(firstKept),
      },
      { card: null, tail: command.set([]) },
    );
    swept += await database.removeWhere(messages, {
      _id: command.in(old.map(({ _id }) => _id)),
    });
  }
  return swept;
}
