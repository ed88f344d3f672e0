import { events, notices, people, type DocumentOf } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { openEffects, type Effect } from '../../platform/effects';
import { isDuplicate } from '../../platform/errors';
import { faultOf, log } from '../../platform/log';
import { sealNotice } from './notice-view';

const eventsAtOnce = 50;

/**
 * Puts what committed events have to tell into the inboxes, the oldest first, and answers how many
 * notices that were. A notice's id comes from its event, so a run that died and is taken up again
 * doubles nothing; only the count of unread ones may then be too low, never the inbox.
 */
export async function deliverEffects(database: Database, now: number): Promise<number> {
  const found = await database.find(events, {
    where: { effectsAt: command.lte(now) },
    order: [['effectsAt', 'asc']],
    limit: eventsAtOnce,
  });
  let delivered = 0;
  for (const event of found) {
    try {
      for (const [number, effect] of openEffects(event).entries()) {
        delivered += await deliver(database, `${event._id}_${number}`, effect, now);
      }
      await database.update(events, event._id, { effects: null, effectsAt: null });
    } catch (error) {
      log({ action: 'deliverEffects', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return delivered;
}

async function deliver(
  database: Database,
  id: string,
  effect: Effect,
  now: number,
): Promise<number> {
  const { to, kind, childId, appointmentId, waitlistId, nickname, start, placeName } = effect;
  let added = 0;
  for (const [number, openid] of to.entries()) {
    const noticeId = `${id}_${number}`;
    const notice: DocumentOf<typeof notices> = {
      _id: noticeId,
      ...{ to: openid, kind, at: now, childId, appointmentId, waitlistId },
      details: sealNotice(noticeId, { nickname, start, placeName }),
    };
    try {
      await database.add(notices, notice);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      continue;
    }
    await database.updateWhere(people, { _id: openid }, { unread: command.inc(1) });
    added += 1;
  }
  return added;
}
