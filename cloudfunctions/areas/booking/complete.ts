import type { NextStep } from '@contract/appointment';
import type { ChosenStep } from '@contract/visits';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { services } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { readGuide } from '../../platform/read-guide';
import { sealOutcome } from './outcome';
import { readFamily, readStaffVisit } from './own-visit';
import { stepVisit } from './step-visit';
import { countInMonth } from './tally';
import { circleOf, tellCircle } from './tell-circle';

/** The note stays with the counsellor; the next step is told to the family. */
export const complete = defineAction('booking.complete', {
  allow: having('counsellor'),
  async handle({ caller, database, now, once }, { appointmentId, note, next: chosen }) {
    const next = await nextStep(database, chosen, now);
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
        const family = await readFamily(transaction, appointment);
        tellCircle(transaction, 'nextStep', done, { adults: circleOf(family ?? []) });
      }
      return { state: done.state };
    });
  },
});

/**
 * A guide is one that the family can open. A referral carries the service's name, so that it can be
 * read without asking for the service.
 * @throws ActionError NOT_FOUND when there is no such guide or service.
 */
async function nextStep(database: Database, chosen: ChosenStep, now: number): Promise<NextStep> {
  if (chosen.kind === 'guide') await readGuide(database, chosen.guideId, now);
  if (chosen.kind !== 'referral') return chosen;
  const service = await database.get(services, chosen.serviceId);
  if (!service) throw new ActionError('NOT_FOUND');
  return { ...chosen, serviceName: service.name, state: 'suggested' };
}
