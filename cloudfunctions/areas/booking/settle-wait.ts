import type { WaitlistState } from '@contract/enums';
import { children, slots, waitlist, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';
import { changeOfWaits, sealRequest, withWait, withoutWait, type waitOf } from './waits';

type WaitOfChild = ReturnType<typeof waitOf>;

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
  await database.updateWhere(slots, kept, { state: 'free', heldBy: null, heldUntil: 0, lookAt: 1 });
}
