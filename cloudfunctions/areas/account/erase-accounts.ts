import { minuteMs } from '@rules/dates';
import {
  appointments,
  children,
  events,
  guideProgress,
  notices,
  people,
  posts,
  slots,
  type PersonDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { faultOf, log } from '../../platform/log';
import { inTransaction } from '../../platform/transaction';
import { dropRecordingsOf } from './drop-recordings';
import { forgetJoiner, forgetWaits } from './forget-waits';
import { forgetVisits, leaveVisits } from './forget-visits';

const peopleAtOnce = 10;
/** Sorts after every character that stands in a requestId. */
const afterIds = '~';
/** Longer than any request lasts: whoever takes their wish back in the last moment is in time. */
const graceMs = minuteMs;

/**
 * Deletes the accounts whose waiting period is over; answers how many. Every step can be repeated,
 * and the account itself goes last: a run that is cut short is taken up again. What stays, because
 * the law wants it kept (PIPL 47): that consent was given and that somebody looked, without any
 * name of a child.
 */
export async function eraseAccounts(
  database: Database,
  now: number,
  random: () => number,
): Promise<number> {
  const due = await database.find(people, {
    where: { deleteAt: command.gt(0).and(command.lte(now - graceMs)) },
    order: [['deleteAt', 'asc']],
    limit: peopleAtOnce,
  });
  let erased = 0;
  for (const person of due) {
    try {
      erased += await erase(database, person, now, random);
    } catch (error) {
      // One account's trouble must not keep the others; the next run tries again.
      log({ action: 'eraseAccounts', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return erased;
}

async function erase(
  database: Database,
  person: PersonDocument,
  now: number,
  random: () => number,
): Promise<number> {
  const { _id: openid } = person;
  for (const { id, proxy } of person.children) {
    const alone = await leave(database, { openid, childId: id, now }, random);
    if (alone && !proxy) {
      await forgetVisits(database, id, now);
      await forgetWaits(database, id);
      await database.removeWhere(notices, { childId: id });
      await database.removeWhere(children, { _id: id });
    }
    await database.updateWhere(people, { _id: openid }, { children: command.pull({ id }) });
  }
  for (const { id } of person.posts) {
    await database.updateWhere(posts, { _id: id, until: null }, { until: now });
    await database.updateWhere(people, { _id: openid }, { posts: command.pull({ id }) });
  }
  await dropRecordingsOf(database, openid);
  // Visits of children who stay with other adults: the place is kept, the number is not.
  await database.updateWhere(slots, { bookedBy: openid }, { bookedBy: null, phone: null });
  await database.updateWhere(slots, { heldBy: openid }, { state: 'free', heldBy: null });
  await database.removeWhere(events, {
    _id: command.gte(`${openid}_`).and(command.lt(`${openid}_${afterIds}`)),
  });
  await database.removeWhere(notices, { to: openid });
  await database.removeWhere(guideProgress, { _id: openid });
  // Whoever joined a family or took up a post meanwhile is taken out of it by the next run.
  return database.removeWhere(people, {
    _id: openid,
    children: command.size(0),
    posts: command.size(0),
  });
}

/**
 * Out of the child's circle; answers whether nobody is left in it. Such a child is deleted with
 * everything said of it, unless a proxy acted for it: then it waits for the next one (hand-over.ts).
 */
async function leave(
  database: Database,
  { openid, childId, now }: { openid: string; childId: string; now: number },
  random: () => number,
): Promise<boolean> {
  const alone = await inTransaction(database, random, async (transaction) => {
    const child = await transaction.get(children, childId);
    if (!child) return false;
    const circle = child.circle
      .filter((adult) => adult.openid !== openid)
      .map(({ invitedBy, ...adult }) =>
        invitedBy === undefined || invitedBy === openid ? adult : { ...adult, invitedBy },
      );
    const actedFor = child.circle.some(
      (adult) => adult.openid === openid && adult.standing === 'proxy',
    );
    // Where it was the last one, nobody joins and nothing is booked any more from here on.
    await transaction.update(children, childId, {
      circle: command.set(circle),
      ...(actedFor && { waitsIn: child.township, waitsSince: now }),
      rev: command.inc(1),
    });
    // Whom the next proxy is to take over is not alone.
    return circle.length === 0 && child.waitsIn === undefined;
  });
  await leaveVisits(database, random, { openid, childId });
  await database.updateWhere(appointments, { childId, bookedBy: openid }, { bookedBy: '' });
  await forgetJoiner(database, { childId, openid });
  return alone;
}
