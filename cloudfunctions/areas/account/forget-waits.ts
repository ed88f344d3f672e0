import { children, waitlist, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { pathsOf } from '../../platform/alert-evidence';
import { deleteUnkept } from '../../platform/kept-files';
import { letGo } from '../booking/settle-wait';
import { saidOf } from '../booking/waits';

/**
 * Of a child that is deleted: its requests go with everything said for them, and a place that is
 * kept for one is free for the next. Can be repeated, as long as the child itself goes afterwards.
 */
export async function forgetWaits(database: Database, childId: string): Promise<void> {
  const child = await database.get(children, childId);
  for (const { waitlistId, offer } of child?.waits ?? []) {
    if (offer) await letGo(database, { waitlistId, slotId: offer.slot.id });
    await forgetRecording(database, child, waitlistId);
  }
  await database.removeWhere(waitlist, { childId });
  // Whoever waits together with this child waits on alone.
  await database.updateWhere(waitlist, { siblingId: childId }, { siblingId: null, lookAt: 1 });
}

async function forgetRecording(
  database: Database,
  child: ChildDocument | undefined,
  waitlistId: string,
): Promise<void> {
  const voice = child && saidOf(child, waitlistId).voice;
  if (voice) await deleteUnkept(database, pathsOf(voice));
}

/** Of an adult who is gone while the child stays: the request is kept, the number is not. */
export async function forgetJoiner(
  database: Database,
  { childId, openid }: { childId: string; openid: string },
): Promise<void> {
  await database.updateWhere(
    waitlist,
    { childId, since: command.gt(0), by: openid },
    { by: '', phone: null },
  );
}
