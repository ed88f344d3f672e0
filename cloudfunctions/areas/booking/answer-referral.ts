import { referralSteps } from '@rules/appointment-states';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { appointments, children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { viewAppointment } from './appointments';
import { readOwnVisit } from './own-visit';

/** Nobody is sent on who has not agreed. */
export const answerReferral = defineAction('booking.answerReferral', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { appointmentId, agree }) {
    return once(async (transaction) => {
      const visit = await readOwnVisit(transaction, caller, appointmentId, { staffToo: false });
      const { appointment, family } = visit;
      const referral = agree ? ('agreed' as const) : ('declined' as const);
      const before = appointment.referral;
      if (before !== referral) {
        if (before === null || referralSteps[before][referral] === undefined) {
          throw new ActionError('CANNOT_FOLLOW');
        }
        await transaction.update(appointments, appointmentId, { referral });
        await transaction.update(children, family[0]._id, { rev: command.inc(1) });
      }
      return viewAppointment({ ...appointment, referral }, { now, viewer: caller.openid });
    });
  },
});
