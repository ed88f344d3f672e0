import { referralSteps } from '@rules/appointment-states';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { appointments } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { readStaffVisit } from './own-visit';

/** What became of a referral that the family has agreed to. */
export const recordReferral = defineAction('booking.recordReferral', {
  allow: having('counsellor'),
  async handle({ caller, once }, { appointmentId, attended }) {
    return once(async (transaction) => {
      const { referral: before } = await readStaffVisit(transaction, caller, appointmentId);
      const state = attended ? ('attended' as const) : ('notAttended' as const);
      if (before !== state) {
        if (before === null || referralSteps[before][state] === undefined) {
          throw new ActionError('CANNOT_FOLLOW');
        }
        await transaction.update(appointments, appointmentId, { referral: state });
      }
      return { state };
    });
  },
});
