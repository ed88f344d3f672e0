import { hourMs } from '@rules/dates';
import { quotas } from './collections';
import { command, type Database } from './database';
import { ActionError, isDuplicate } from './errors';

/**
 * Counts a person's use of an action within the hour; one round trip, two the first time.
 * @throws ActionError TOO_MANY above `most`.
 */
export async function spend(
  database: Database,
  use: { openid: string; action: string; now: number; most: number },
): Promise<void> {
  const hour = Math.floor(use.now / hourMs);
  const _id = `${use.openid}_${use.action}_${hour}`;
  const countUp = () =>
    database.updateWhere(quotas, { _id, count: command.lt(use.most) }, { count: command.inc(1) });
  if ((await countUp()) > 0) return;
  try {
    await database.add(quotas, { _id, count: 1, until: (hour + 1) * hourMs });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // It is used up, or another first use of the hour has just come before this one.
    if ((await countUp()) === 0) throw new ActionError('TOO_MANY');
  }
}
