import { dayMs } from '@rules/dates';
import { events, quotas } from './collections';
import { command, type Database } from './database';

/** How long a repeated request is recognised. A phone gives up, or asks its owner, long before. */
const eventDays = 30;

/** Removes what has served its purpose. */
export async function sweep(database: Database, now: number): Promise<void> {
  await database.removeWhere(quotas, { until: command.lte(now) });
  await database.removeWhere(events, { at: command.lt(now - eventDays * dayMs) });
}
