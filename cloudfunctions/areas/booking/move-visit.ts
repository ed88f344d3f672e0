import type { ChangeReason } from '@contract/enums';
import { awaitedUntil } from '@rules/consent';
import {
  appointments,
  children,
  slots,
  type AppointmentDocument,
  type SlotDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';
import { openCard, openPhone, sealCard, sealPhone } from './day';
import { freePlace } from './free-place';
import type { OwnVisit } from './own-visit';
import { ageOn, bookedPlace, placeOf } from './place-visit';
import { circleOf, isAround, tellCircle } from './tell-circle';

/** A visit with the children it is of. */
type Moving = Pick<OwnVisit, 'appointment' | 'family'>;

/**
 * Two places, the visit and its children change together: the caller has made sure of the place, and
 * that the children may use it. The circle is told.
 */
export async function moveVisit(
  transaction: Transaction,
  visit: Moving,
  { from, to }: { from: SlotDocument; to: SlotDocument },
  how: { by: OwnVisit['by']; viewer: string; now: number; reason?: ChangeReason | undefined },
): Promise<AppointmentDocument> {
  const { appointment, family } = visit;
  const { by, viewer, now, reason } = how;
  const appointmentId = appointment._id;
  const change = {
    ...placeOf(to),
    ...awaitingAt(visit, to.start, now),
    reason: reason ?? null,
    changedBy: by,
    confirmedAt: null,
  };
  const moved: AppointmentDocument = { ...appointment, ...change };
  await transaction.update(appointments, appointmentId, change);
  await transaction.update(slots, from._id, freePlace);
  await transaction.update(slots, to._id, {
    ...bookedPlace(moved),
    ...sealedFor(to, from, visit),
    // It is news on that day: nothing arrives unseen.
    bookedAt: now,
  });
  const { start, end } = to;
  for (const child of family) {
    const others = child.upcoming.filter((one) => one.appointmentId !== appointmentId);
    await transaction.update(children, child._id, {
      upcoming: [...others, { appointmentId, start, end }],
      rev: command.inc(1),
    });
  }
  const adults = circleOf(family);
  tellCircle(transaction, 'visitMoved', moved, { adults, except: viewer });
  return moved;
}

/** A visit that waits for a parent waits no longer than before, and not at all when it is near. */
function awaitingAt({ appointment, family }: Moving, start: number, now: number) {
  if (appointment.state !== 'awaitingConsent') return {};
  const awaited = family.flatMap((child) => awaitedUntil(child, start, now) ?? []);
  if (awaited.length === 0) return { state: 'booked' as const, consentUntil: null };
  return { consentUntil: Math.min(...awaited, appointment.consentUntil ?? Infinity) };
}

/** Card and number are sealed to the place they lie in, so they are sealed anew. */
function sealedFor(to: SlotDocument, from: SlotDocument, { family }: Moving) {
  const [child] = family;
  // Nobody who is out of the circle is telephoned.
  const gone = from.bookedBy !== null && !isAround(family, from.bookedBy);
  const card = openCard(from);
  return {
    // Who had changed the number had it changed at the old place.
    bookedBy: gone ? null : from.bookedBy,
    phone: gone ? null : sealPhone(to._id, openPhone(from)),
    card: card ? sealCard(to._id, { ...card, age: ageOn(to.start, child) }) : null,
  };
}
