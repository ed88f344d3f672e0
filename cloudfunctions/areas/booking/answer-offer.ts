import { defineAction, type WriteContext } from '../../platform/action';
import type { OutputOf } from '@contract';
import { signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children, people, slots, waitlist } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import type { Transaction } from '../../platform/transaction';
import { memberOf } from '../family/circle';
import { viewAppointment } from './appointments';
import { placeVisit } from './place-visit';
import { letGo, settledAs, withdrawOffer } from './settle-wait';
import { changeOfWaits, childOfWait, saidOf, viewWait, waitOf, withoutWait } from './waits';

type Answer = OutputOf<'booking.answerOffer'>;

/** Any adult of the circle may answer, on any phone; the first answer counts. */
export const answerOffer = defineAction('booking.answerOffer', {
  allow: signedInPeople,
  async handle(context, { waitlistId, accept }) {
    const { caller, database, now, once } = context;
    let slotId: string | undefined;
    const answer = await once(async (transaction) => {
      const found = await transaction.get(children, childOfWait(waitlistId));
      const { child } = memberOf(found, caller.openid);
      const wait = waitOf(child, waitlistId);
      if (!wait.offer || wait.offer.until <= now) throw new ActionError('OFFER_GONE');
      if (accept) return take(transaction, context, { child, wait });
      slotId = wait.offer.slot.id;
      const waiting = await withdrawOffer(transaction, { child, wait, now });
      return { wait: viewWait(child, waiting, [child], now) };
    });
    if (slotId) await letGo(database, { waitlistId, slotId });
    return answer;
  },
});

/**
 * Books as `book` does, over the place that the job keeps for this request. One round trip more
 * than a booking: the list is told in the same transaction. The deadline stays where it is noted;
 * when it comes there is nothing to do.
 */
async function take(
  transaction: Transaction,
  { caller, now, newId }: WriteContext<Answer>,
  { child, wait }: { child: ReturnType<typeof memberOf>['child']; wait: ReturnType<typeof waitOf> },
): Promise<Answer> {
  const { openid } = caller;
  const { waitlistId, siblingId, urgency } = wait;
  const slot = await transaction.get(slots, wait.offer?.slot.id ?? '');
  const kept = slot?.state === 'held' && slot.heldBy === waitlistId && slot.heldUntil > now;
  if (!kept) throw new ActionError('OFFER_GONE');
  const sibling = siblingId === null ? undefined : await transaction.get(children, siblingId);
  const { phone } = signedIn(caller);
  const appointment = await placeVisit(transaction, {
    ...{ id: newId('a'), slot, urgency, now, ...saidOf(child, waitlistId) },
    family: sibling ? [child, sibling] : [child],
    by: openid,
    contact: {
      openid,
      relation: memberOf(child, openid).me.relation,
      phone: phone && decrypt({ collection: people.name, id: openid, field: 'phone' }, phone),
    },
    alsoOfChild: changeOfWaits(child, withoutWait(child, waitlistId)),
  });
  await transaction.update(waitlist, waitlistId, settledAs(waitlistId, 'booked', now));
  const booked = { ...wait, state: 'booked' as const, offer: null };
  return {
    wait: viewWait(child, booked, [child], now),
    appointment: viewAppointment(appointment, { now, viewer: openid }),
  };
}
