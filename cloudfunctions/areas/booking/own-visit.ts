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
  const family = appointment && (await readFamily(transaction, appointment));
  if (!appointment || !family) throw new ActionError('NOT_FOUND');
  if (staffToo && appointment.counsellorId === counsellorOf(caller)) {
    return { appointment, family, by: 'staff' };
  }
  if (!family.some((one) => isAround(one, caller))) throw new ActionError('NOT_FOUND');
  return { appointment, family, by: 'family' };
}

/** The children of a visit; undefined when the one it was booked for has been deleted. */
export async function readFamily(
  transaction: Transaction,
  { childId, siblingId }: AppointmentDocument,
): Promise<Children | undefined> {
  const child = await transaction.get(children, childId);
  if (!child) return undefined;
  const sibling = siblingId === null ? undefined : await transaction.get(children, siblingId);
  return sibling ? [child, sibling] : [child];
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
