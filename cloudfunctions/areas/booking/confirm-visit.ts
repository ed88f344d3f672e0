import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { appointments, children, slots } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { viewAppointment } from './appointments';
import { readOwnVisit } from './own-visit';

/** "We come": any adult of the family, at any time before it begins; a second one changes nothing. */
export const confirmVisit = defineAction('booking.confirmVisit', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { appointmentId }) {
    const viewer = caller.openid;
    return once(async (transaction) => {
      const visit = await readOwnVisit(transaction, caller, appointmentId, { staffToo: false });
      const { appointment, family } = visit;
      if (appointment.state !== 'booked') throw new ActionError('CANNOT_FOLLOW');
      if (now >= appointment.start) throw new ActionError('TOO_LATE');
      if (appointment.confirmedAt != null) return viewAppointment(appointment, { now, viewer });
      const change = { confirmedAt: now };
      await transaction.update(appointments, appointmentId, change);
      await transaction.update(slots, appointment.slotId, change);
      // Whoever is taken out of the circle in this moment confirms nothing.
      for (const child of family) {
        await transaction.update(children, child._id, { rev: command.inc(1) });
      }
      return viewAppointment({ ...appointment, ...change }, { now, viewer });
    });
  },
});
