import { dayMs } from '@rules/dates';
import { events, invitations, quotas } from './collections';
import { command, type Database } from './database';

/** How long a repeated request is recognised. A phone gives up, or asks its owner, long before. */
const eventDays = 30;
/** So long after it has expired, a code still tells why it is refused to whoever asks the operator. */
const keptDays = 30;

/** Removes what has served its purpose. */
export async function sweep(database: Database, now: number): Promise<void> {
  await database.removeWhere(quotas, { until: command.lte(now) });
  await database.removeWhere(invitations, { expiresAt: command.lt(now - keptDays * dayMs) });
  await database.removeWhere(events, { at: command.lt(now - eventDays * dayMs) });
}
