import type { AppointmentState } from '@contract/enums';
import {
  appointments,
  children,
  slots,
  type AppointmentDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';
import { freePlace } from './free-place';
import type { Children } from './tell-circle';

/**
 * A visit that will not take place: the place is free for others in the same moment, and the
 * children have that time again. Answers the appointment as it is then.
 */
export async function endVisit(
  transaction: Transaction,
  { appointment, family }: { appointment: AppointmentDocument; family: Children },
  change: Partial<AppointmentDocument> & {
    state: Extract<AppointmentState, 'cancelled' | 'lapsed'>;
  },
): Promise<AppointmentDocument> {
  const ended = { ...change, consentUntil: null };
  await transaction.update(appointments, appointment._id, ended);
  await transaction.update(slots, appointment.slotId, freePlace);
  for (const child of family) {
    await transaction.update(children, child._id, {
      upcoming: command.pull({ appointmentId: appointment._id }),
      bookings: command.inc(-1),
      rev: command.inc(1),
    });
  }
  return { ...appointment, ...ended };
}
