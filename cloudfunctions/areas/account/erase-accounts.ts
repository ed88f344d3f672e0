import { minuteMs } from '@rules/dates';
import {
  announcements,
  accompanies,
  appointments,
  arrivals,
  children,
  counted,
  countedId,
  countedKinds,
  events,
  guideProgress,
  guides,
  homeVisits,
  notices,
  people,
  posts,
  screenings,
  searches,
  slots,
  type PersonDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { forgetEditor } from '../../platform/directory-history';
import { leaveDesk } from '../../platform/desks';
import { leaveRoster } from '../../platform/duty';
import { blindIndex } from '../../platform/field-encryption';
import { forgetUnheard } from '../../platform/kept-files';
import { forgetHolder, notHeld, readHeld } from '../../platform/legal-holds';
import { faultOf, log } from '../../platform/log';
import { inTransaction } from '../../platform/transaction';
import { forgetAuthor, forgetTimeline } from '../family/forget-timeline';
import { childWithout } from '../family/heard';
import { dropVoiceOf } from '../guides/guide-audio';
import { dropRecordingsOf } from './drop-recordings';
import { forgetPushes, forgetPushesOf } from '../notify/forget-pushes';
import { forgetThreads, forgetWriter } from './forget-threads';
import { forgetJoiner, forgetWaits } from './forget-waits';
import { forgetReader, forgetSchool } from '../school/forget-school';
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
  const held = await readHeld(database);
  const due = await database.find(people, {
    where: {
      deleteAt: command.gt(0).and(command.lte(now - graceMs)),
      // What an authority wants kept waits, and is erased when the hold has been lifted.
      ...notHeld(held, { person: '_id', child: 'children.id' }),
    },
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
      // What nobody has listened to goes with the child; what somebody raised is an alert's.
      await forgetUnheard(database, { childId: id });
      await forgetVisits(database, id, now);
      await forgetWaits(database, id);
      await forgetThreads(database, id);
      await forgetSchool(database, random, { childId: id, now });
      await forgetTimeline(database, id);
      await database.removeWhere(notices, { childId: id });
      await forgetPushesOf(database, id);
      await database.removeWhere(accompanies, { childId: id });
      await database.removeWhere(screenings, { childId: id });
      const counts = countedKinds.map((kind) => countedId(id, kind));
      await database.removeWhere(counted, { _id: command.in(counts) });
      await database.removeWhere(searches, { _id: id });
      await database.removeWhere(homeVisits, { childId: id });
      await database.removeWhere(children, { _id: id });
    }
    await database.updateWhere(people, { _id: openid }, { children: command.pull({ id }) });
  }
  for (const { id, schoolId, county, counsellorId } of person.posts) {
    await leaveRoster(database, random, { county, postId: id, now });
    if (schoolId !== undefined) {
      await inTransaction(database, random, (transaction) =>
        leaveDesk(transaction, schoolId, openid),
      );
    }
    const ended = {
      ...{ until: now, returning: now, signs: command.remove() },
      ...(counsellorId !== undefined && { closing: now }),
    };
    await database.updateWhere(posts, { _id: id, until: null }, ended);
    await database.updateWhere(people, { _id: openid }, { posts: command.pull({ id }) });
  }
  await forgetWriter(database, openid);
  await dropRecordingsOf(database, openid);
  // Visits of children who stay with other adults: the place is kept, the number is not.
  await database.updateWhere(slots, { bookedBy: openid }, { bookedBy: null, phone: null });
  await database.updateWhere(slots, { heldBy: openid }, { state: 'free', heldBy: null });
  await database.removeWhere(events, {
    _id: command.gte(`${openid}_`).and(command.lt(`${openid}_${afterIds}`)),
  });
  await forgetReader(database, openid);
  await database.updateWhere(announcements, { by: openid }, { by: '' });
  await database.removeWhere(notices, { to: openid });
  await forgetPushes(database, openid);
  // What was found about a child stays with the child; who answered does not.
  await database.updateWhere(screenings, { by: openid }, { by: '' });
  // So does what was written down of a visit at home.
  await database.updateWhere(homeVisits, { by: openid }, { by: '' });
  await database.removeWhere(guideProgress, { _id: openid });
  await database.removeWhere(arrivals, { _id: blindIndex('arrival', openid) });
  await forgetEditor(database, openid);
  await forgetHolder(database, openid);
  // A signature stays with what it was given for: it was public from the first day.
  await database.updateWhere(guides, { authors: openid }, { authors: command.pull(openid) });
  await database.updateWhere(guides, { signers: openid }, { signers: command.pull(openid) });
  await database.removeWhere(accompanies, { companion: openid });
  await database.removeWhere(accompanies, { adult: openid });
  await dropVoiceOf(database, openid);
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
      ...childWithout(child, openid),
      ...(actedFor && { waitsIn: child.township, waitsSince: now }),
      rev: command.inc(1),
    });
    // Whom the next proxy is to take over is not alone.
    return circle.length === 0 && child.waitsIn === undefined;
  });
  await leaveVisits(database, random, { openid, childId });
  await database.updateWhere(appointments, { childId, bookedBy: openid }, { bookedBy: '' });
  await forgetJoiner(database, { childId, openid });
  await forgetAuthor(database, { childId, openid });
  return alone;
}
