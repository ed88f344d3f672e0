import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { openCounsellorThread } from '../../platform/thread-writing';
import { readStaffVisit } from './own-visit';
import { stepVisit } from './step-visit';
import { countInMonth } from './tally';

export const checkIn = defineAction('booking.checkIn', {
  allow: having('counsellor'),
  async handle({ caller, now, once }, { appointmentId }) {
    return once(async (transaction) => {
      const appointment = await readStaffVisit(transaction, caller, appointmentId);
      const { state } = await stepVisit(transaction, appointment, { state: 'arrived' }, now);
      // They have come after all.
      const missed = appointment.state === 'missed' ? -1 : 0;
      await countInMonth(transaction, appointment, { missed });
      // From the first visit on the family and its counsellor can write to each other.
      const { childId, counsellorId } = appointment;
      await openCounsellorThread(transaction, { childId, counsellorId, now });
      return { state };
    });
  },
});
