import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { readFamily, readStaffVisit } from './own-visit';
import { stepVisit } from './step-visit';
import { countInMonth } from './tally';
import { circleOf, tellCircle } from './tell-circle';

/** Nothing follows from it but a kind word: nobody loses a place or their turn. */
export const markNoShow = defineAction('booking.markNoShow', {
  allow: having('counsellor'),
  async handle({ caller, now, once }, { appointmentId }) {
    return once(async (transaction) => {
      const appointment = await readStaffVisit(transaction, caller, appointmentId);
      const missed = await stepVisit(transaction, appointment, { state: 'missed' }, now);
      await countInMonth(transaction, appointment, { missed: 1 });
      const family = await readFamily(transaction, appointment);
      tellCircle(transaction, 'visitMissed', missed, { adults: circleOf(family ?? []) });
      return { state: missed.state };
    });
  },
});
