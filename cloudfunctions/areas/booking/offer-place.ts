import * as v from 'valibot';
import { permits } from '@rules/consent';
import { dayOf, minuteMs } from '@rules/dates';
import { dayPartOf, fits, offerDeadline } from '@rules/offers';
import { reachOfChild } from '@rules/reach';
import { isTakeable, isUpcoming, overlaps } from '@rules/slots';
import { limits } from '@contract/limits';
import {
  children,
  slots,
  waitlist,
  type ChildDocument,
  type SlotDocument,
  type WaitlistDocument,
  type WaitOfChild,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { scheduleAnew } from '../../platform/due';
import { once } from '../../platform/idempotency';
import type { Transaction } from '../../platform/transaction';
import { openChild } from '../family/read-children';
import { changeOfWaits, offeredSlot, withWait } from './waits';

/** Who keeps a place while somebody is being looked for; no person's id. */
const finder = 'job';
/** Longer than that takes; a run that dies leaves the place free again after it. */
const findingMs = 2 * minuteMs;
/** So many are tried at once, should a child be elsewhere then; and so many times as many at most. */
const tried = 10;
const pagesTried = 5;

/** What the work of offering goes over. */
export interface Offering {
  database: Database;
  random: () => number;
  now: number;
}

/** What the finding of somebody needs of a place. */
export const placeOfSlot = ({ _id: id, ...slot }: SlotDocument) => ({ id, ...slot });

/** Whether a place could be offered at all. */
export function isOfferable(slot: SlotDocument, now: number): boolean {
  return (
    isTakeable(slot, '', now) &&
    slot.seat === null &&
    !slot.outsideHours &&
    slot.offers < limits.offersPerPlace &&
    offerDeadline(now, slot) !== undefined
  );
}

/**
 * Keeps a free place for the first who waits for it, and answers for which request; undefined when
 * nobody fits or somebody has just taken it. The place is claimed by compare-and-set and settled in
 * a transaction, as any booking is: whenever this is cut short, it is free again by itself.
 */
export async function offerPlace(
  offering: Offering,
  slot: SlotDocument,
): Promise<string | undefined> {
  const { database, now } = offering;
  const until = offerDeadline(now, slot);
  if (until === undefined || !isOfferable(slot, now)) return undefined;
  let claimed = false;
  let taker: string | undefined;
  try {
    for await (const candidates of findCandidates(database, slot, now)) {
      claimed ||= await claim(database, slot, now);
      if (!claimed) return undefined;
      for (const request of candidates) {
        if (!(await offerTo(offering, { slotId: slot._id, request, until }))) continue;
        taker = request._id;
        return taker;
      }
    }
    return undefined;
  } finally {
    if (claimed && taker === undefined) {
      const mine = { _id: slot._id, state: 'held', heldBy: finder };
      await database.updateWhere(slots, mine, { state: 'free', heldBy: null, heldUntil: 0 });
    }
  }
}

/** Answers whether the place is ours now, for the while of finding somebody. */
async function claim(database: Database, slot: SlotDocument, now: number): Promise<boolean> {
  const takeable = command.or([{ state: 'free' }, { state: 'held', heldUntil: command.lte(now) }]);
  const claimed = await database.updateWhere(
    slots,
    command.and([{ _id: slot._id, outsideHours: false }, takeable]),
    { state: 'held', heldBy: finder, heldUntil: now + findingMs },
  );
  return claimed > 0;
}

/**
 * Those who wait for such a place, the most pressing first, a page at a time: the next one is read
 * only when all of a page could not come. One round trip and one index for each.
 */
async function* findCandidates(
  database: Database,
  slot: SlotDocument,
  now: number,
): AsyncGenerator<WaitlistDocument[]> {
  const wanted = {
    reach: slot.reach,
    state: 'waiting',
    'wish.kinds': slot.kind,
    'wish.parts': dayPartOf(slot.start),
    'wish.until': command.gte(dayOf(slot.start)),
    'wish.counsellorId': command.in([slot.counsellorId, null]),
    declined: command.neq(slot._id),
    ...(slot.openFrom > now ? { first: true } : {}),
  };
  let last: WaitlistDocument | undefined;
  for (let page = 0; page < pagesTried; page += 1) {
    const found: WaitlistDocument[] = await database.find(waitlist, {
      where: last
        ? command.or([
            { ...wanted, rank: command.lt(last.rank) },
            { ...wanted, rank: last.rank, _id: command.gt(last._id) },
          ])
        : wanted,
      order: [
        ['rank', 'desc'],
        ['_id', 'asc'],
      ],
      limit: tried,
    });
    const fitting = found.filter((request) => fits(placeOfSlot(slot), request, now));
    if (fitting.length > 0) yield fitting;
    last = found.at(-1);
    if (found.length < tried) return;
  }
}

/** The request cannot take this place just now: the next one is tried. */
class Unfit extends Error {}

async function offerTo(
  { database, random, now }: Offering,
  { slotId, request, until }: { slotId: string; request: WaitlistDocument; until: number },
): Promise<boolean> {
  const { _id: waitlistId } = request;
  // A place is offered to a request once, so this names the offer: told once, however often tried.
  const proof = {
    ...{ action: 'offerPlace', input: { slotId, waitlistId } },
    ...{ openid: finder, requestId: `${slotId}_${waitlistId}`, now },
  };
  try {
    return await once(database, random, proof, v.boolean(), async (transaction) => {
      const slot = await transaction.get(slots, slotId);
      const child = await transaction.get(children, request.childId);
      if (slot?.state !== 'held' || slot.heldBy !== finder || !child) throw new Unfit();
      const wait = child.waits?.find((one) => one.waitlistId === waitlistId);
      const sibling = request.siblingId
        ? await transaction.get(children, request.siblingId)
        : undefined;
      const family = sibling ? [child, sibling] : [child];
      if (wait?.state !== 'waiting' || !family.every((one) => canCome(one, slot, now))) {
        throw new Unfit();
      }
      await keepFor(transaction, { child, wait, slot, until });
      return true;
    });
  } catch (error) {
    if (error instanceof Unfit) return false;
    throw error;
  }
}

/** What a booking would ask for as well: nobody is offered what they could not take. */
function canCome(child: ChildDocument, slot: SlotDocument, now: number): boolean {
  const upcoming = child.upcoming.filter((visit) => isUpcoming(visit, now));
  return (
    child.circle.length > 0 &&
    permits(child.consents, 'booking') &&
    reachOfChild(child).includes(slot.reach) &&
    upcoming.length < limits.upcomingPerChild &&
    !upcoming.some((visit) => overlaps(visit, slot))
  );
}

async function keepFor(
  transaction: Transaction,
  {
    child,
    wait,
    slot,
    until,
  }: { child: ChildDocument; wait: WaitOfChild; slot: SlotDocument; until: number },
): Promise<void> {
  const { waitlistId } = wait;
  const offer = { slot: offeredSlot(slot, child.township), until };
  await transaction.update(slots, slot._id, {
    // Kept for the request, not for one of the adults: any of them may answer, and a place that
    // somebody looks at meanwhile does not cost them this one.
    ...{ state: 'held', heldBy: waitlistId, heldUntil: until },
    // Should nobody let go of it, the job looks again when the time is over.
    ...{ lookAt: until, offers: command.inc(1) },
  });
  const offered: WaitOfChild = { ...wait, state: 'offered', offer };
  await transaction.update(children, child._id, changeOfWaits(child, withWait(child, offered)));
  await transaction.update(waitlist, waitlistId, {
    ...{ state: 'offered', offer: command.set(offer), lookAt: null },
  });
  // That of a place they have declined may be noted still.
  await scheduleAnew(transaction, { kind: 'offerDeadline', ref: waitlistId, at: until });
  transaction.tell({
    to: child.circle.map(({ openid }) => openid),
    kind: 'placeOffered',
    ...{ childId: child._id, waitlistId, start: slot.start, placeName: slot.placeName, until },
    nickname: openChild(child).nickname,
  });
}
