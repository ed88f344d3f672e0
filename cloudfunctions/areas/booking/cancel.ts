import { canCancel } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { childEntry, signedInPeople } from '../../platform/allow';
import { appointments, children, slots } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { viewAppointment } from './appointments';
import { freePlace } from './free-place';

/** Cancels before it begins. The place is free for others in the same moment. */
export const cancel = defineAction('booking.cancel', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { appointmentId }) {
    return once(async (transaction) => {
      const appointment = await transaction.get(appointments, appointmentId);
      const child = appointment && (await transaction.get(children, appointment.childId));
      // The caller's own list as well: a proxy loses the child there when their post ends.
      const inCircle =
        child &&
        childEntry(caller, child._id) &&
        child.circle.some((adult) => adult.openid === caller.openid);
      // The same answer for "not yours" and "not there": neither tells that it exists.
      if (!appointment || !child || !inCircle) throw new ActionError('NOT_FOUND');
      if (appointment.state === 'cancelled') return viewAppointment(appointment, now);
      if (!canCancel(appointment, now)) throw new ActionError('TOO_LATE');
      await transaction.update(appointments, appointment._id, {
        state: 'cancelled',
        cancelledAt: now,
      });
      await transaction.update(slots, appointment.slotId, freePlace);
      await transaction.update(children, child._id, {
        upcoming: child.upcoming.filter((visit) => visit.appointmentId !== appointment._id),
        bookings: command.inc(-1),
        rev: command.inc(1),
      });
      return viewAppointment({ ...appointment, state: 'cancelled', cancelledAt: now }, now);
    });
  },
});
