import { refusalOfMove } from '@rules/appointment-states';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { slots } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { viewAppointment } from './appointments';
import { checkFree, checkHeld } from './check-held';
import { checkPhone } from './hand-over-visits';
import { moveVisit } from './move-visit';
import { readOwnVisit } from './own-visit';
import { checkRoom } from './place-visit';

/**
 * Two places, the appointment and the child change together or not at all: whoever looks sees the
 * visit at one of the two. The counsellor of the visit moves it to a free place without holding it.
 */
export const reschedule = defineAction('booking.reschedule', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { appointmentId, slotId, reason }) {
    const viewer = caller.openid;
    return once(async (transaction) => {
      const visit = await readOwnVisit(transaction, caller, appointmentId, { staffToo: true });
      const { appointment, family, by } = visit;
      // The same wish from two telephones: the second finds it done.
      if (appointment.slotId === slotId) return viewAppointment(appointment, { now, viewer });
      const refusal = refusalOfMove(appointment, { by, now });
      if (refusal) throw new ActionError(refusal);
      const to = await transaction.get(slots, slotId);
      const from = await transaction.get(slots, appointment.slotId);
      if (!to || !from) throw new ActionError('NOT_FOUND');
      const own = by === 'staff' && to.counsellorId === appointment.counsellorId;
      if (own) checkFree(to, viewer, now);
      else checkHeld(to, viewer, now);
      for (const child of family) checkRoom(child, to, appointmentId);
      checkPhone(from, to);
      const moved = await moveVisit(transaction, visit, { from, to }, { by, viewer, now, reason });
      return viewAppointment(moved, { now, viewer });
    });
  },
});
