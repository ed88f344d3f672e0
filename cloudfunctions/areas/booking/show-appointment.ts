import { defineAction } from '../../platform/action';
import { childEntry, signedInPeople } from '../../platform/allow';
import { appointments } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { viewAppointment } from './appointments';

/**
 * One visit of the caller's children, however it stands: what was given up before its day is in
 * neither list. The same answer for "not yours" and "not there". One round trip.
 */
export const showAppointment = defineAction('booking.showAppointment', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { appointmentId }) {
    const appointment = await database.get(appointments, appointmentId);
    const childIds = appointment ? [appointment.childId, appointment.siblingId] : [];
    if (!appointment || !childIds.some((id) => id !== null && childEntry(caller, id))) {
      throw new ActionError('NOT_FOUND');
    }
    return viewAppointment(appointment, { now, viewer: caller.openid });
  },
});
