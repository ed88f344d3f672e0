import { randomBytes } from 'node:crypto';
import { events } from '../../platform/collections';
import { readClock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { Tell } from '../../platform/once-and-tell';
import { deliverEvent } from './deliver-effects';
import { sendPushes } from './send-pushes';

/** The person who waits for the answer waits no longer for this; the job does the rest. */
const patienceMs = 2_500;

export const newClaim = () => randomBytes(9).toString('base64url');

/**
 * After the commit of an action that tells of something which cannot wait: into the inboxes, and to the
 * phones. The job may do the same at the same moment; neither doubles what the other has done.
 */
export async function tellNow(database: Database, eventId: string, now: number): Promise<void> {
  const event = await database.get(events, eventId);
  if (event?.effects == null) return;
  const only: string[] = [];
  await deliverEvent(database, event, now, only);
  if (only.length === 0) return;
  await sendPushes({ database, now, until: readClock() + patienceMs, newClaim, only });
}

/** The same for a job, which has more to do: what comes after `until` is left to the outbox. */
export const tellAtOnce =
  (database: Database, now: number, until: number): Tell =>
  async (eventId) => {
    if (readClock() < until) await tellNow(database, eventId, now);
  };
