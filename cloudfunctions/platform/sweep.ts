import * as v from 'valibot';
import { addDays, dayMs, dayOf } from '@rules/dates';
import { limits } from '@contract/limits';
import { accessLog, events, invitations, quotas } from './collections';
import { command, type Database } from './database';

/** How long a repeated request is recognised. A phone gives up, or asks its owner, long before. */
const eventDays = 30;
/** So long after it has expired, a code still tells why it is refused to whoever asks the operator. */
const keptDays = 30;

/** Looks that one run clears at most: 100 × 20. */
const looksAtOnce = 100;
const looksSteps = 20;
const IdOnlySchema = v.object({ _id: v.string() });

/** Removes what has served its purpose; answers how many documents those were. */
export async function sweep(database: Database, now: number): Promise<number> {
  const expired = { expiresAt: command.lt(now - keptDays * dayMs) };
  return (
    (await database.removeWhere(quotas, { until: command.lte(now) })) +
    (await database.removeWhere(invitations, expired)) +
    (await database.removeWhere(events, { at: command.lt(now - eventDays * dayMs) })) +
    (await clearAccessLog(database, now))
  );
}

/**
 * Looks that no list shows any more (areas/account/list-access-log.ts), the oldest first. There are
 * as many as staff look at children: a step at a time, the rest with the next run.
 */
async function clearAccessLog(database: Database, now: number): Promise<number> {
  const firstKept = addDays(dayOf(now), -limits.accessLogDays);
  let cleared = 0;
  for (let step = 0; step < looksSteps; step += 1) {
    const old = await database.findParts(accessLog, IdOnlySchema, {
      where: { day: command.lt(firstKept) },
      order: [['day', 'asc']],
      limit: looksAtOnce,
      fields: { _id: true },
    });
    if (old.length === 0) break;
    cleared += await database.removeWhere(accessLog, {
      _id: command.in(old.map(({ _id }) => _id)),
      day: command.lt(firstKept),
    });
  }
  return cleared;
}
