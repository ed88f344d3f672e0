import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { appointments, slots } from '../../platform/collections';
import { ActionError } from '../../platform/errors';

/** The hours may change again: what was kept once stays kept. */
export const keepVisit = defineAction('booking.keepVisit', {
  allow: having('counsellor'),
  async handle({ caller, once }, { appointmentId }) {
    const counsellorId = counsellorOf(caller);
    return once(async (transaction) => {
      const appointment = await transaction.get(appointments, appointmentId);
      // The same answer for "not yours" and "not there": neither tells that it exists.
      if (!appointment || appointment.counsellorId !== counsellorId) {
        throw new ActionError('NOT_FOUND');
      }
      const slot = await transaction.get(slots, appointment.slotId);
      if (slot?.appointmentId !== appointmentId) throw new ActionError('CANNOT_FOLLOW');
      await transaction.update(slots, slot._id, { outsideHours: false, keptOutside: true });
      return { kept: true };
    });
  },
});
