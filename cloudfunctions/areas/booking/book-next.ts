import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import {
  children,
  slots,
  type AppointmentDocument,
  type SlotDocument,
} from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { openDetails, viewAppointment } from './appointments';
import { checkFree } from './check-held';
import { openCard, openPhone } from './day';
import { readStaffVisit } from './own-visit';
import { placeVisit, type Placing } from './place-visit';
import { isAround, type Children } from './tell-circle';

/** The same family again, while it is still in the room: into a free place of the counsellor's own. */
export const bookNext = defineAction('booking.bookNext', {
  allow: having('counsellor'),
  async handle({ caller, now, newId, once }, { appointmentId, slotId }) {
    return once(async (transaction) => {
      const last = await readStaffVisit(transaction, caller, appointmentId);
      const slot = await transaction.get(slots, slotId);
      if (slot?.counsellorId !== last.counsellorId) throw new ActionError('NOT_FOUND');
      checkFree(slot, caller.openid, now);
      const { worries } = openDetails(last);
      const family = await familyOf(transaction, last);
      const appointment = await placeVisit(transaction, {
        ...{ id: newId('a'), slot, worries, now },
        ...{ family, by: caller.openid },
        contact: contactOf(last, await transaction.get(slots, last.slotId), family),
        urgency: last.urgency,
      });
      return viewAppointment(appointment, { now, viewer: caller.openid });
    });
  },
});

async function familyOf(
  transaction: Transaction,
  { childId, siblingId }: AppointmentDocument,
): Promise<Children> {
  const child = await transaction.get(children, childId);
  if (!child) throw new ActionError('NOT_FOUND');
  const sibling = siblingId === null ? undefined : await transaction.get(children, siblingId);
  return sibling ? [child, sibling] : [child];
}

/**
 * Whom to call: as it stands at the last visit, unless that place has gone to somebody else, or that
 * person out of the circle.
 */
function contactOf(
  last: AppointmentDocument,
  place: SlotDocument | undefined,
  family: Children,
): Placing['contact'] {
  const card = place?.appointmentId === last._id ? openCard(place) : undefined;
  const gone = place?.bookedBy != null && !isAround(family, place.bookedBy);
  if (!place || !card || gone) return { openid: null, relation: 'other', phone: undefined };
  return { openid: place.bookedBy, relation: card.relation, phone: openPhone(place) };
}
