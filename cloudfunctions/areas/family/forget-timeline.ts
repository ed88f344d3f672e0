import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { timeline } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import type { Where } from '../../platform/sdk';
import { notHeld, readHeld } from '../../platform/legal-holds';
import { deleteUnkept, forgetUnheard } from '../../platform/kept-files';

const atOnce = 100;
const stepsAtMost = 20;

/** Of a child that is deleted: everything, recordings first, so that a run cut short goes on. */
export const forgetTimeline = (database: Database, childId: string) =>
  remove(database, { childId }, Infinity);

/** What is older than the timeline is kept for; the rest waits for the next run. */
export async function sweepTimeline(database: Database, now: number): Promise<number> {
  const held = notHeld(await readHeld(database), { child: 'childId', person: 'by' });
  const old = { at: command.lt(now - limits.timelineDays * dayMs), ...held };
  return remove(database, old, stepsAtMost);
}

/**
 * Of an adult who is gone while the child stays: notes and their recordings go (what stood of
 * them on the child went when they left the circle); what they said of the child's days is the
 * child's, and loses its author.
 */
export async function forgetAuthor(
  database: Database,
  { childId, openid }: { childId: string; openid: string },
): Promise<void> {
  // What nobody has listened to goes with it; what somebody has raised is an alert's.
  await forgetUnheard(database, { childId, by: openid, source: 'note' });
  await remove(database, { by: openid, childId, kind: 'note' }, Infinity);
  await database.updateWhere(timeline, { by: openid, childId }, { by: '' });
}

async function remove(database: Database, where: Where, steps: number): Promise<number> {
  let removed = 0;
  for (let step = 0; step < steps; step += 1) {
    const found = await database.find(timeline, { where, limit: atOnce });
    if (found.length === 0) break;
    await deleteUnkept(
      database,
      found.flatMap(({ files }) => files),
    );
    removed += await database.removeWhere(timeline, {
      _id: command.in(found.map(({ _id }) => _id)),
    });
  }
  return removed;
}
