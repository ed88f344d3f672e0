import type { Relation, Urgency, Worry } from '@contract/enums';
import { limits } from '@contract/limits';
import type { Voice } from '@contract/shapes';
import { awaitedUntil, permits } from '@rules/consent';
import { ageAt } from '@rules/dates';
import { reachOfChild } from '@rules/reach';
import { isUpcoming, overlaps } from '@rules/slots';
import {
  appointments,
  children,
  slots,
  type AppointmentDocument,
  type ChildDocument,
  type SlotDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import type { Fields } from '../../platform/sdk';
import type { Transaction } from '../../platform/transaction';
import { openChild } from '../family/read-children';
import { newAppointment, sealDetails } from './appointments';
import { sealCard, sealPhone } from './day';
import { circleOf, tellCircle, type Children } from './tell-circle';

/** Who comes where: what a booking, a booking by staff and an accepted offer have in common. */
export interface Placing {
  id: string;
  slot: SlotDocument;
  /** One child, or two of one family. Read in the same transaction. */
  family: Children;
  /** Who books. */
  by: string;
  /** Whom the counsellor calls, whose number it follows, and who that is to the child. */
  contact: { openid: string | null; relation: Relation; phone: string | undefined };
  worries: Worry[];
  voice?: Voice | undefined;
  urgency?: Urgency;
  /** What else changes of the first child, in the same round trip. */
  alsoOfChild?: Fields;
  now: number;
}

/**
 * Writes a visit into a place that the caller has made sure of: the appointment, the place and
 * each child, which is one round trip for each. Whoever is to be told of it is.
 * @throws ActionError CONSENT_NEEDED, FORBIDDEN, CHILD_BUSY, LIMIT_REACHED, PHONE_NEEDED.
 */
export async function placeVisit(
  transaction: Transaction,
  placing: Placing,
): Promise<AppointmentDocument> {
  const { id, slot, family, by, contact, worries, voice, now, urgency = 'routine' } = placing;
  const { phone, relation } = contact;
  const [child, sibling] = family;
  for (const one of family) checkChild(one, slot, { voice: voice !== undefined, now });
  // Nobody can telephone, or find the house, without a number.
  if ((slot.kind === 'phone' || slot.kind === 'home') && !phone) {
    throw new ActionError('PHONE_NEEDED');
  }
  const { nickname } = openChild(child);
  const brother = sibling && openChild(sibling);
  const awaited = family.flatMap((one) => awaitedUntil(one, slot.start, now) ?? []);
  const consentUntil = awaited.length > 0 ? Math.min(...awaited) : null;
  const appointment: AppointmentDocument = {
    ...newAppointment,
    _id: id,
    childId: child._id,
    siblingId: sibling?._id ?? null,
    ...placeOf(slot),
    bookedBy: by,
    bookedAt: now,
    state: consentUntil === null ? 'booked' : 'awaitingConsent',
    consentUntil,
    urgency,
    visitNumber: child.bookings + 1,
    details: sealDetails(id, { nickname, sibling: brother?.nickname, worries, voice }),
  };
  await transaction.add(appointments, appointment);
  await transaction.update(slots, slot._id, {
    ...bookedPlace(appointment),
    bookedBy: contact.openid,
    phone: sealPhone(slot._id, phone),
    card: sealCard(slot._id, {
      appointmentId: id,
      childId: child._id,
      nickname,
      age: ageOn(slot.start, child),
      schoolName: child.schoolName,
      relation,
      worries,
      voiceSeconds: voice?.seconds,
      visitNumber: appointment.visitNumber,
      urgency,
      sibling: sibling &&
        brother && {
          childId: sibling._id,
          nickname: brother.nickname,
          age: ageOn(slot.start, sibling),
        },
      bookedAt: now,
    }),
  });
  for (const one of family) {
    const also = one === child ? placing.alsoOfChild : undefined;
    await writeUpcoming(transaction, one, appointment, { now, also });
  }
  tellOfBooking(transaction, appointment, family, by);
  return appointment;
}

/** What an appointment takes over from its place. */
export function placeOf(slot: SlotDocument) {
  const { _id: slotId, counsellorId, serviceId, start, end, kind, placeName } = slot;
  const { counsellorName, languages, cost, bring, seat } = slot;
  return {
    ...{ slotId, counsellorId, serviceId, start, end, kind, placeName },
    ...{ counsellorName, languages, cost, bring, group: seat !== null },
  };
}

/** A place that an appointment has taken, apart from its card and whom to call. */
export function bookedPlace(appointment: AppointmentDocument): Partial<SlotDocument> {
  return {
    state: 'booked',
    heldBy: null,
    heldUntil: 0,
    appointmentId: appointment._id,
    bookedAt: appointment.bookedAt,
    visitState: appointment.state,
    joining: appointment.joiners.map(({ relation }) => relation),
    confirmedAt: appointment.confirmedAt ?? null,
  };
}

export function ageOn(moment: number, child: ChildDocument): number {
  const { birthYear, birthMonth } = openChild(child);
  return ageAt(moment, birthYear, birthMonth);
}

function checkChild(
  child: ChildDocument,
  slot: SlotDocument,
  { voice, now }: { voice: boolean; now: number },
): void {
  // Read in this transaction, which also writes the child: a withdrawal in between stops it.
  const needed = voice ? (['booking', 'recordings'] as const) : (['booking'] as const);
  if (!needed.every((purpose) => permits(child.consents, purpose))) {
    throw new ActionError('CONSENT_NEEDED');
  }
  checkRoom(child, slot);
  const upcoming = child.upcoming.filter((visit) => isUpcoming(visit, now));
  if (upcoming.length >= limits.upcomingPerChild) throw new ActionError('LIMIT_REACHED');
}

/** Whether the child may use the place and is nowhere else then; `but` is the visit that moves. */
export function checkRoom(child: ChildDocument, slot: SlotDocument, but?: string): void {
  if (!reachOfChild(child).includes(slot.reach)) throw new ActionError('FORBIDDEN');
  const others = child.upcoming.filter(({ appointmentId }) => appointmentId !== but);
  if (others.some((visit) => overlaps(visit, slot))) throw new ActionError('CHILD_BUSY');
}

async function writeUpcoming(
  transaction: Transaction,
  child: ChildDocument,
  { _id: appointmentId, start, end }: AppointmentDocument,
  { now, also }: { now: number; also: Fields | undefined },
): Promise<void> {
  await transaction.update(children, child._id, {
    ...also,
    // Visits that are over fall out of the list here; nothing else has to sweep it.
    upcoming: [
      ...child.upcoming.filter((visit) => isUpcoming(visit, now)),
      { appointmentId, start, end },
    ],
    bookings: command.inc(1),
    rev: command.inc(1),
  });
}

/** Parents are asked where they must still agree; else the circle hears of the visit. */
function tellOfBooking(
  transaction: Transaction,
  appointment: AppointmentDocument,
  family: Children,
  except: string,
): void {
  if (appointment.state === 'booked') {
    tellCircle(transaction, 'visitBooked', appointment, { adults: circleOf(family), except });
    return;
  }
  const adults = circleOf(family).filter(({ standing }) => standing === 'guardian');
  tellCircle(transaction, 'consentWanted', appointment, { adults });
}
