import * as v from 'valibot';
import { dayMs } from '@rules/dates';
import { slots } from '../../platform/collections';
import { command, type Database } from '../../platform/database';

/** So long a place that nobody took can be looked at in the counsellor's past days. */
const keptDays = 30;
/** A county's hour makes fewer; what is left over waits for the next hour. */
const removedAtOnce = 500;

const IdOnlySchema = v.object({ _id: v.string() });

/** Removes places of past days that were never booked. Answers how many. */
export async function tidySlots(database: Database, now: number): Promise<number> {
  const untaken = command.in(['free', 'held']);
  const old = await database.findParts(slots, IdOnlySchema, {
    where: { state: untaken, start: command.lt(now - keptDays * dayMs) },
    order: [['start', 'asc']],
    limit: removedAtOnce,
    fields: { _id: true },
  });
  if (old.length === 0) return 0;
  const ids = old.map(({ _id }) => _id);
  return database.removeWhere(slots, { _id: command.in(ids), state: untaken });
}
