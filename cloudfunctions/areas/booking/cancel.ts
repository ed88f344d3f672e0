import { refusalOf } from '@rules/appointment-states';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { viewAppointment } from './appointments';
import { endVisit } from './end-visit';
import { readOwnVisit } from './own-visit';
import { circleOf, tellCircle } from './tell-circle';

/** Families give up in time (limits.changeCutOffMinutes), the counsellor of the visit at any time. */
export const cancel = defineAction('booking.cancel', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { appointmentId, reason }) {
    const viewer = caller.openid;
    return once(async (transaction) => {
      const visit = await readOwnVisit(transaction, caller, appointmentId, { staffToo: true });
      const { appointment, family, by } = visit;
      if (appointment.state === 'cancelled') return viewAppointment(appointment, { now, viewer });
      const refusal = refusalOf(appointment, 'cancelled', { by, now });
      if (refusal) throw new ActionError(refusal);
      const cancelled = await endVisit(transaction, visit, {
        state: 'cancelled',
        cancelledAt: now,
        reason: reason ?? null,
        changedBy: by,
      });
      tellCircle(transaction, 'visitCancelled', cancelled, {
        adults: circleOf(family),
        except: viewer,
      });
      return viewAppointment(cancelled, { now, viewer });
    });
  },
});
