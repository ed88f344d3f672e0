import type { AppointmentState } from '@contract/enums';
import { refusalOf } from '@rules/appointment-states';
import { appointments, slots, type AppointmentDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';

/**
 * The counsellor's step with a visit of their day: the appointment, and its place on the day.
 * @throws ActionError CANNOT_FOLLOW.
 */
export async function stepVisit(
  transaction: Transaction,
  appointment: AppointmentDocument,
  change: Partial<AppointmentDocument> & { state: AppointmentState },
  now: number,
): Promise<AppointmentDocument> {
  const { state } = change;
  const refusal = refusalOf(appointment, state, { by: 'staff', now });
  if (refusal) throw new ActionError(refusal);
  await transaction.update(appointments, appointment._id, change);
  await transaction.update(slots, appointment.slotId, { visitState: state });
  return { ...appointment, ...change };
}
