import { addDays, dayOf, hourMs, minuteMs, startOfDay } from '@rules/dates';
import { fits } from '@rules/offers';
import { isLeftBehind, reviewed } from '@rules/priority';
import { earliestStart } from '@rules/slots';
import {
  children,
  slots,
  waitlist,
  type ChildDocument,
  type WaitlistDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { faultOf, log } from '../../platform/log';
import { inTransaction } from '../../platform/transaction';
import { openAway } from '../family/circle';
import { openTo } from './free-slots';
import { reachOfAll } from './join-waitlist';
import { isOfferable, offerPlace, placeOfSlot, type Offering } from './offer-place';
import { readPriority } from './priority-settings';
import { settleWait } from './settle-wait';

/** Those who wait are gone through once an hour, so many a minute. */
const requestsAtOnce = 40;
const againAfterMs = hourMs;
const failedAgainMs = 5 * minuteMs;
/** Places read for one request, and tried: should others come first, they get those. */
const placesRead = 100;
const placesTried = 3;

/**
 * Looks for a place for those who have just joined, whose urgency was set, or who have waited an
 * hour more: their reach, standing and rank follow what is said of the child by then, and whatever
 * the looks at places have missed is found here. Answers how many offers were made.
 */
export async function lookForRequests(offering: Offering, most: number): Promise<number> {
  const { database, now } = offering;
  const found = await database.find(waitlist, {
    where: { lookAt: command.gt(0).and(command.lte(now)) },
    order: [['lookAt', 'asc']],
    limit: Math.min(requestsAtOnce, most * 2),
  });
  let offers = 0;
  for (const request of found) {
    if (offers >= most) break;
    try {
      offers += await lookFor(offering, request);
    } catch (error) {
      // One request's trouble must not keep the others; it comes again behind them.
      log({ action: 'lookForRequest', code: 'INTERNAL', ...faultOf(error) });
      const unchanged = { _id: request._id, lookAt: request.lookAt };
      await database.updateWhere(waitlist, unchanged, { lookAt: now + failedAgainMs });
    }
  }
  return offers;
}

async function lookFor(offering: Offering, request: WaitlistDocument): Promise<number> {
  const { database, now } = offering;
  const child = await database.get(children, request.childId);
  if (!child) {
    await database.removeWhere(waitlist, { _id: request._id });
    return 0;
  }
  if (request.wish.until < dayOf(now) || child.circle.length === 0) {
    await lapse(offering, request);
    return 0;
  }
  const fresh = await follow(database, request, child, now);
  let offers = 0;
  let mine = false;
  for (const slot of await findPlaces(database, fresh, now)) {
    const taker = await offerPlace(offering, slot);
    if (taker !== undefined) offers += 1;
    mine = taker === request._id;
    if (mine) break;
  }
  if (!mine) {
    const unchanged = { _id: request._id, state: 'waiting', lookAt: request.lookAt };
    await database.updateWhere(waitlist, unchanged, { lookAt: now + againAfterMs });
  }
  return offers;
}

/** The days it asked for are over. It stays with the family until they have seen it. */
async function lapse(
  { database, random, now }: Offering,
  { _id: waitlistId, childId }: WaitlistDocument,
): Promise<void> {
  await inTransaction(database, random, async (transaction) => {
    const child = await transaction.get(children, childId);
    const wait = child?.waits?.find((one) => one.waitlistId === waitlistId);
    if (child && wait?.state === 'waiting') {
      await settleWait(transaction, { child, wait, now }, 'lapsed');
    }
  });
}

/** What was said of the child since it joined counts: who is away, and its school. */
async function follow(
  database: Database,
  request: WaitlistDocument,
  child: ChildDocument,
  now: number,
): Promise<WaitlistDocument> {
  const sibling = request.siblingId ? await database.get(children, request.siblingId) : undefined;
  const family = sibling ? [child, sibling] : [child];
  const away = family.map(openAway).find(isLeftBehind);
  const priority = await readPriority(database, request.county);
  const { first, rank } = reviewed({ since: request.since, away }, request.urgency, priority);
  const reach = reachOfAll(family);
  const same =
    first === request.first && rank === request.rank && reach.join() === request.reach.join();
  if (same) return request;
  const unchanged = { _id: request._id, urgency: request.urgency, settledAt: null };
  await database.updateWhere(waitlist, unchanged, { first, rank, reach: command.set(reach) });
  return { ...request, first, rank, reach, lookAt: request.lookAt ?? now };
}

async function findPlaces(database: Database, request: WaitlistDocument, now: number) {
  const { reach, wish } = request;
  const found = await database.find(slots, {
    where: {
      reach: command.in(reach),
      start: command.gte(earliestStart(now)).and(command.lt(startOfDay(addDays(wish.until, 1)))),
      state: command.in(['free', 'held']),
      kind: command.in(wish.kinds),
      ...openTo(now, request.first),
    },
    order: [['start', 'asc']],
    limit: placesRead,
  });
  return found
    .filter((slot) => isOfferable(slot, now) && fits(placeOfSlot(slot), request, now))
    .slice(0, placesTried);
}
