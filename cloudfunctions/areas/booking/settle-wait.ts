import type { WaitlistState } from '@contract/enums';
import { children, slots, waitlist, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';
import { changeOfWaits, isOpen, sealRequest, withWait, withoutWait, type waitOf } from './waits';

type WaitOfChild = ReturnType<typeof waitOf>;

/** A place that was kept for a request: the job looks for the next. */
const fallenFree = { state: 'free', heldBy: null, heldUntil: 0, lookAt: 1 } as const;

/**
 * What a settled request is in `waitlist`: out of the order, out of what the job looks at, and empty of
 * what the family said.
 */
export const settledAs = (waitlistId: string, state: WaitlistState, now: number) => ({
  state,
  offer: null,
  settledAt: now,
  lookAt: null,
  phone: null,
  details: sealRequest(waitlistId, { nickname: '', birthYear: 0, birthMonth: 0, worries: [] }),
});

/**
 * Waits no longer: the family has gone (`left`), or the days it asked for are over (`lapsed`, which
 * stays for them to see). Two round trips.
 */
export async function settleWait(
  transaction: Transaction,
  { child, wait, now }: { child: ChildDocument; wait: WaitOfChild; now: number },
  state: 'left' | 'lapsed',
): Promise<void> {
  const ended = { ...wait, state, offer: null };
  const waits = state === 'left' ? withoutWait(child, wait.waitlistId) : withWait(child, ended);
  await transaction.update(children, child._id, changeOfWaits(child, waits));
  await transaction.update(waitlist, wait.waitlistId, settledAs(wait.waitlistId, state, now));
}

/**
 * Every request of a child ends, as nothing may be booked for it any more; an offered place is free
 * for the next at once. Two round trips and three for each request.
 */
export async function endWaits(
  transaction: Transaction,
  child: ChildDocument,
  now: number,
): Promise<void> {
  const open = child.waits?.filter(isOpen) ?? [];
  if (open.length === 0) return;
  const others = child.waits?.filter((wait) => !isOpen(wait)) ?? [];
  await transaction.update(children, child._id, changeOfWaits(child, others));
  for (const { waitlistId, offer } of open) {
    await transaction.update(waitlist, waitlistId, settledAs(waitlistId, 'left', now));
    const slot = offer ? await transaction.get(slots, offer.slot.id) : undefined;
    if (slot?.state === 'held' && slot.heldBy === waitlistId) {
      await transaction.update(slots, slot._id, fallenFree);
    }
  }
}

/**
 * An offered place was let go or its time ran out: the family waits on, and is not asked about this
 * place again. Answers the request as it is then. Two round trips.
 */
export async function withdrawOffer(
  transaction: Transaction,
  { child, wait, now }: { child: ChildDocument; wait: WaitOfChild; now: number },
): Promise<WaitOfChild> {
  const { waitlistId, offer } = wait;
  const waiting: WaitOfChild = { ...wait, state: 'waiting', offer: null };
  await transaction.update(children, child._id, changeOfWaits(child, withWait(child, waiting)));
  await transaction.update(waitlist, waitlistId, {
    ...{ state: 'waiting', offer: null, lookAt: now },
    ...(offer ? { declined: command.addToSet(offer.slot.id) } : {}),
  });
  return waiting;
}

/**
 * Lets go of a place that is kept for a request, for the next who waits. After the commit, by a
 * condition: should this not be reached, the hold runs out by itself and the job looks then.
 */
export async function letGo(
  database: Database,
  { waitlistId, slotId }: { waitlistId: string; slotId: string },
): Promise<void> {
  const kept = { _id: slotId, state: 'held', heldBy: waitlistId };
  await database.updateWhere(slots, kept, fallenFree);
}
