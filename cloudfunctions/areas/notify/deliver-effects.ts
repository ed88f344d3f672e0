import type { NoticeKind } from '@contract/enums';
import {
  events,
  notices,
  people,
  pushes,
  type DocumentOf,
  type PushDocument,
} from '../../platform/collections';
import { readClock } from '../../platform/clock';
import { command, type Database } from '../../platform/database';
import { openEffects, type Effect } from '../../platform/effects';
import { isDuplicate } from '../../platform/errors';
import { faultOf, log } from '../../platform/log';
import { memberId } from '../../platform/members';
import { addNew } from './add-new';
import { sealNotice } from './notice-view';
import { hookPushOf, pushOf } from './push-document';

const eventsAtOnce = 50;
/** Events that cannot be told are passed over by the rest of the run; more than that end it. */
const failedAtMost = 200;

/**
 * Puts what committed events have to tell into the inboxes, alerts first and then the oldest, and
 * answers how many notices that were. No further fifty are begun after `until` by the real clock. A notice's id comes from its event, so a run that died and is taken up again
 * doubles nothing; only the count of unread ones may then be too low, never the inbox.
 */
export async function deliverEffects(
  database: Database,
  now: number,
  until = Infinity,
): Promise<number> {
  const failed: string[] = [];
  let delivered = 0;
  do {
    const found = await database.find(events, {
      where: {
        effectsAt: command.lte(now),
        ...(failed.length > 0 && { _id: command.nin(failed) }),
      },
      order: [['effectsAt', 'asc']],
      limit: eventsAtOnce,
    });
    for (const event of found) {
      try {
        delivered += await deliverEvent(database, event, now);
      } catch (error) {
        failed.push(event._id);
        log({ action: 'deliverEffects', code: 'INTERNAL', ...faultOf(error) });
      }
    }
    if (found.length < eventsAtOnce) break;
  } while (readClock() < until && failed.length < failedAtMost);
  return delivered;
}

/**
 * Everything that one event has to tell; its phone messages are written beside the notices, and
 * `written` is given their ids.
 */
export async function deliverEvent(
  database: Database,
  event: DocumentOf<typeof events>,
  now: number,
  written: string[] = [],
): Promise<number> {
  let delivered = 0;
  for (const [number, effect] of openEffects(event).entries()) {
    delivered += await deliver(database, `${event._id}_${number}`, effect, { now, written });
  }
  await database.update(events, event._id, { effects: null, effectsAt: null });
  return delivered;
}

/** What must not be covered by the next thing that is said in its thread. */
const onItsOwn: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['familyUrgent', 'questionRaised']);

async function deliver(
  database: Database,
  id: string,
  effect: Effect,
  { now, written }: { now: number; written: string[] },
): Promise<number> {
  const { to, kind, childId, appointmentId, waitlistId, threadId, guide } = effect;
  const { nickname = '', start, placeName, title, learning } = effect;
  let added = 0;
  const hook = kind === 'dutyAlert' ? hookPushOf(id, now) : undefined;
  if (hook) await writePush(database, hook, written);
  for (const [number, openid] of to.entries()) {
    const oneLine = threadId !== undefined && childId !== undefined && !onItsOwn.has(kind);
    const noticeId = oneLine
      ? `thread_${threadId}_${memberId(childId, openid)}`
      : `${id}_${number}`;
    const notice: DocumentOf<typeof notices> = {
      _id: noticeId,
      ...{ to: openid, kind, at: now, childId, appointmentId, waitlistId, threadId, guide },
      details: sealNotice(noticeId, { nickname, start, placeName, title, learning }),
    };
    // Written first: once the notice is there, nobody looks again.
    const about = { start, until: effect.until, placeName, title };
    const silent = effect.silent?.[openid];
    const push = silent === null ? undefined : pushOf({ id: `${id}_${number}`, notice, ...about });
    if (push && silent != null) holdBack(push, silent);
    if (push) await writePush(database, push, written);
    try {
      await database.add(notices, notice);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (!oneLine || !(await tellAgain(database, notice))) continue;
    }
    await database.updateWhere(people, { _id: openid }, { unread: command.inc(1) });
    added += 1;
  }
  return added;
}

/** It counts from the moment on when the phone is no longer silent. */
function holdBack(push: PushDocument, until: number): void {
  const later = Math.max(0, until - push.at);
  push.dueAt = Math.max(push.dueAt ?? 0, until);
  push.expiresAt += later;
}

async function writePush(database: Database, push: PushDocument, written: string[]) {
  await addNew(database, pushes, [push]);
  written.push(push._id);
}

/**
 * A thread has one line in the inbox, which comes up again with what is new. Answers whether it is
 * unread from now on and was not before: as many of the newest are unread as the account counts.
 */
async function tellAgain(database: Database, notice: DocumentOf<typeof notices>): Promise<boolean> {
  const { _id, to, kind, at } = notice;
  const unread = (await database.get(people, to))?.unread ?? 0;
  const fresh =
    unread === 0
      ? []
      : await database.find(notices, {
          where: { to },
          order: [['at', 'desc']],
          limit: Math.min(unread, 100),
        });
  await database.updateWhere(notices, { _id, at: command.lt(at) }, { kind, at });
  return !fresh.some((one) => one._id === _id);
}
