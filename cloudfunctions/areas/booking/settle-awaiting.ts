import { awaitedUntil, consentState, type ConsentRecord } from '@rules/consent';
import { isUpcoming } from '@rules/slots';
import {
  appointments,
  children,
  slots,
  type AppointmentDocument,
  type ChildDocument,
} from '../../platform/collections';
import type { Transaction } from '../../platform/transaction';
import { endVisit } from './end-visit';
import { circleOf, tellCircle, type Children } from './tell-circle';

interface Settled {
  /** The child before the decision, and what it has decided. */
  before: ChildDocument;
  consents: ConsentRecord[];
  /** Who decided. */
  by: string;
  now: number;
}

const bookingOf = (consents: readonly ConsentRecord[]) =>
  consentState(consents.find(({ purpose }) => purpose === 'booking'));

/**
 * What a decision about booking means for the visits that wait for it: a parent's yes books them, a
 * no or a withdrawal gives them up. Answers how many were given up. At most
 * `limits.upcomingPerChild` visits, three round trips each.
 */
export async function settleAwaiting(
  transaction: Transaction,
  { before, consents, by, now }: Settled,
): Promise<number> {
  const [old, fresh] = [bookingOf(before.consents), bookingOf(consents)];
  if (old === fresh || fresh === 'pending') return 0;
  const child = { ...before, consents };
  let givenUp = 0;
  for (const { appointmentId } of child.upcoming.filter((visit) => isUpcoming(visit, now))) {
    const appointment = await transaction.get(appointments, appointmentId);
    if (appointment?.state !== 'awaitingConsent') continue;
    const family = await familyOf(transaction, appointment, child);
    if (fresh !== 'given') {
      const change = { state: 'cancelled', cancelledAt: now, changedBy: 'family' } as const;
      const ended = await endVisit(transaction, { appointment, family }, change);
      const adults = circleOf(family);
      tellCircle(transaction, 'visitCancelled', ended, { adults, except: by });
      givenUp += 1;
    } else await confirmVisit(transaction, { appointment, family, by, now });
  }
  return givenUp;
}

/** The place that was kept is theirs, unless the second child's parent is still to agree. */
export async function confirmVisit(
  transaction: Transaction,
  visit: { appointment: AppointmentDocument; family: Children; by?: string; now: number },
): Promise<void> {
  const { appointment, family, by, now } = visit;
  if (family.some((child) => awaitedUntil(child, appointment.start, now) !== undefined)) return;
  await transaction.update(appointments, appointment._id, { state: 'booked', consentUntil: null });
  await transaction.update(slots, appointment.slotId, { visitState: 'booked' });
  tellCircle(transaction, 'visitBooked', appointment, {
    adults: circleOf(family),
    ...(by === undefined ? {} : { except: by }),
  });
}

/** The children of the visit; of `known` we have the newer word. */
async function familyOf(
  transaction: Transaction,
  { childId, siblingId }: AppointmentDocument,
  known: ChildDocument,
): Promise<Children> {
  const otherId = childId === known._id ? siblingId : childId;
  const other = otherId === null ? undefined : await transaction.get(children, otherId);
  if (!other) return [known];
  return childId === known._id ? [known, other] : [other, known];
}
