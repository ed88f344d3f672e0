import { dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';

import { children } from '../../platform/collections';
import { command } from '../../platform/database';
import { careChange } from '../family/care';
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
      // The child director looks in on a child that did not come.
      for (const child of family ?? []) {
        const care = careChange(child, { ...child.care, missed: dayOf(now) });
        await transaction.update(children, child._id, { ...care, rev: command.inc(1) });
      }
      tellCircle(transaction, 'visitMissed', missed, { adults: circleOf(family ?? []) });
      return { state: missed.state };
    });
  },
});
