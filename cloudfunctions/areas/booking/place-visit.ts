import type { Relation, Urgency, Worry } from '@contract/enums';
import { limits } from '@contract/limits';
import type { Voice } from '@contract/shapes';
import { permits } from '@rules/consent';
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

/** Who comes where: what a booking and an accepted offer have in common. */
export interface Placing {
  id: string;
  slot: SlotDocument;
  /** One child, or two of one family. Read in the same transaction. */
  family: readonly [ChildDocument, ...ChildDocument[]];
  /** Who books, who that is to the child, and the number to reach the family by. */
  by: string;
  relation: Relation;
  phone: string | undefined;
  worries: Worry[];
  voice?: Voice | undefined;
  urgency?: Urgency;
  /** Changes of the first child that are written in the same round trip. */
  alsoOfChild?: Fields;
  now: number;
}

/**
 * Writes a visit into a place that the caller has made sure of: the appointment, the place and
 * each child, which is one round trip for each.
 * @throws ActionError CONSENT_NEEDED, FORBIDDEN, CHILD_BUSY, LIMIT_REACHED, PHONE_NEEDED.
 */
export async function placeVisit(
  transaction: Transaction,
  placing: Placing,
): Promise<AppointmentDocument> {
  const { id, slot, family, by, phone, worries, voice, now, urgency = 'routine' } = placing;
  const [child, sibling] = family;
  for (const one of family) checkChild(one, slot, { voice: voice !== undefined, now });
  // Nobody can telephone, or find the house, without a number.
  if ((slot.kind === 'phone' || slot.kind === 'home') && !phone) {
    throw new ActionError('PHONE_NEEDED');
  }
  const { nickname } = openChild(child);
  const appointment: AppointmentDocument = {
    ...newAppointment,
    _id: id,
    childId: child._id,
    siblingId: sibling?._id ?? null,
    counsellorId: slot.counsellorId,
    slotId: slot._id,
    serviceId: slot.serviceId,
    start: slot.start,
    end: slot.end,
    kind: slot.kind,
    placeName: slot.placeName,
    counsellorName: slot.counsellorName,
    languages: slot.languages,
    cost: slot.cost,
    bring: slot.bring,
    bookedBy: by,
    bookedAt: now,
    urgency,
    details: sealDetails(id, { nickname, worries, voice }),
  };
  await transaction.add(appointments, appointment);
  await transaction.update(slots, slot._id, {
    state: 'booked',
    heldBy: null,
    heldUntil: 0,
    appointmentId: id,
    bookedAt: now,
    bookedBy: by,
    phone: sealPhone(slot._id, phone),
    card: sealCard(slot._id, cardOf(placing, child)),
  });
  for (const one of family) {
    await transaction.update(children, one._id, {
      ...(one === child ? placing.alsoOfChild : {}),
      // Visits that are over fall out of the list here; nothing else has to sweep it.
      upcoming: [
        ...one.upcoming.filter((visit) => isUpcoming(visit, now)),
        { appointmentId: id, start: slot.start, end: slot.end },
      ],
      bookings: command.inc(1),
      rev: command.inc(1),
    });
  }
  return appointment;
}

function cardOf(placing: Placing, child: ChildDocument) {
  const { id, slot, relation, worries, voice, urgency = 'routine', now } = placing;
  const { nickname, birthYear, birthMonth } = openChild(child);
  return {
    appointmentId: id,
    childId: child._id,
    nickname,
    age: ageAt(slot.start, birthYear, birthMonth),
    schoolName: child.schoolName,
    relation,
    worries,
    voiceSeconds: voice?.seconds,
    visitNumber: child.bookings + 1,
    state: 'booked' as const,
    urgency,
    joining: [],
    bookedAt: now,
  };
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
  if (!reachOfChild(child).includes(slot.reach)) throw new ActionError('FORBIDDEN');
  if (child.upcoming.some((visit) => overlaps(visit, slot))) throw new ActionError('CHILD_BUSY');
  const upcoming = child.upcoming.filter((visit) => isUpcoming(visit, now));
  if (upcoming.length >= limits.upcomingPerChild) throw new ActionError('LIMIT_REACHED');
}
