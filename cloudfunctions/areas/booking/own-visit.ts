import type { Doer } from '@rules/appointment-states';
import { childEntry } from '../../platform/allow';
import { counsellorOf, type Caller } from '../../platform/caller';
import {
  appointments,
  children,
  type AppointmentDocument,
  type ChildDocument,
} from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import type { Children } from './tell-circle';

export interface OwnVisit {
  appointment: AppointmentDocument;
  /** The child of the visit and, where there is one, the second. */
  family: Children;
  /** As what the caller has to do with it. */
  by: Exclude<Doer, 'job'>;
}

/**
 * A visit and its children, for the adults around them and, if `staffToo`, for its counsellor.
 * @throws ActionError NOT_FOUND for everybody else: it does not tell that there is such a visit.
 */
export async function readOwnVisit(
  transaction: Transaction,
  caller: Caller,
  appointmentId: string,
  { staffToo }: { staffToo: boolean },
): Promise<OwnVisit> {
  const appointment = await transaction.get(appointments, appointmentId);
  const child = appointment && (await transaction.get(children, appointment.childId));
  if (!appointment || !child) throw new ActionError('NOT_FOUND');
  const sibling =
    appointment.siblingId === null
      ? undefined
      : await transaction.get(children, appointment.siblingId);
  const family: Children = sibling ? [child, sibling] : [child];
  if (staffToo && appointment.counsellorId === counsellorOf(caller)) {
    return { appointment, family, by: 'staff' };
  }
  if (!family.some((one) => isAround(one, caller))) throw new ActionError('NOT_FOUND');
  return { appointment, family, by: 'family' };
}

/**
 * A visit of the caller's own day.
 * @throws ActionError NOT_FOUND when it is another counsellor's, or none.
 */
export async function readStaffVisit(
  transaction: Transaction,
  caller: Caller,
  appointmentId: string,
): Promise<AppointmentDocument> {
  const appointment = await transaction.get(appointments, appointmentId);
  if (!appointment || appointment.counsellorId !== counsellorOf(caller)) {
    throw new ActionError('NOT_FOUND');
  }
  return appointment;
}

/** In the circle, and in the caller's own list: a proxy loses the child there with their post. */
function isAround(child: ChildDocument, caller: Caller): boolean {
  return (
    childEntry(caller, child._id) !== undefined &&
    child.circle.some(({ openid }) => openid === caller.openid)
  );
}
