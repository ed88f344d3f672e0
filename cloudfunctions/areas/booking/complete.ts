import type { NextStep } from '@contract/appointment';
import type { ChosenStep } from '@contract/visits';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { children, services } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { sealOutcome } from './outcome';
import { readStaffVisit } from './own-visit';
import { stepVisit } from './step-visit';
import { countInMonth } from './tally';
import { tellCircle } from './tell-circle';

/** The note stays with the counsellor; the next step is told to the family. */
export const complete = defineAction('booking.complete', {
  allow: having('counsellor'),
  async handle({ caller, database, now, once }, { appointmentId, note, next: chosen }) {
    const next = await nextStep(database, chosen);
    return once(async (transaction) => {
      const appointment = await readStaffVisit(transaction, caller, appointmentId);
      const change = {
        state: 'done' as const,
        outcome: sealOutcome(appointmentId, { note, next }),
        referral: next.kind === 'referral' ? next.state : null,
      };
      const done = await stepVisit(transaction, appointment, change, now);
      await countInMonth(transaction, appointment, {
        done: 1,
        first: appointment.visitNumber === 1 ? 1 : 0,
        referred: next.kind === 'referral' ? 1 : 0,
      });
      if (next.kind !== 'none') {
        const child = await transaction.get(children, appointment.childId);
        tellCircle(transaction, 'nextStep', done, { adults: child?.circle ?? [] });
      }
      return { state: done.state };
    });
  },
});

/** A referral carries the service's name, so that it can be read without asking for the service. */
async function nextStep(database: Database, chosen: ChosenStep): Promise<NextStep> {
  if (chosen.kind !== 'referral') return chosen;
  const service = await database.get(services, chosen.serviceId);
  if (!service) throw new ActionError('NOT_FOUND');
  return { ...chosen, serviceName: service.name, state: 'suggested' };
}
