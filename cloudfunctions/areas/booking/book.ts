import { limits } from '@contract/limits';
import { ageAt } from '@rules/dates';
import { reachOfChild } from '@rules/reach';
import { permits } from '@rules/consent';
import { isUpcoming, overlaps } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import {
  appointments,
  children,
  people,
  slots,
  type AppointmentDocument,
  type ChildDocument,
  type SlotDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { checkVoice } from '../../platform/voice-folder';
import { openChild } from '../family/read-children';
import { newAppointment, sealDetails, viewAppointment } from './appointments';
import { sealCard, sealPhone } from './day';

/**
 * Turns my held place into an appointment. The transaction runs over documents that nobody else
 * competes for: the slot I hold, the child, the appointment and the event.
 */
export const book = defineAction('booking.book', {
  allow: circleOfChild,
  async handle({ caller, now, newId, once }, input) {
    const person = signedIn(caller);
    checkVoice(caller.openid, input.voice);
    const phone =
      person.phone &&
      decrypt({ collection: people.name, id: caller.openid, field: 'phone' }, person.phone);
    return once(async (transaction) => {
      const slot = await transaction.get(slots, input.slotId);
      const child = await transaction.get(children, input.childId);
      const adult = child?.circle.find(({ openid }) => openid === caller.openid);
      if (!slot || !child || !adult) throw new ActionError('NOT_FOUND');
      // Read in this transaction, which also writes the child: a withdrawal in between stops it.
      const needed = input.voice ? (['booking', 'recordings'] as const) : (['booking'] as const);
      if (!needed.every((purpose) => permits(child.consents, purpose))) {
        throw new ActionError('CONSENT_NEEDED');
      }
      checkHeld(slot, caller.openid, now);
      checkChild(child, slot, now);
      // Nobody can telephone, or find the house, without a number.
      if ((slot.kind === 'phone' || slot.kind === 'home') && !phone) {
        throw new ActionError('PHONE_NEEDED');
      }
      const id = newId('a');
      const { nickname, birthYear, birthMonth } = openChild(child);
      const { worries, voice } = input;
      const appointment: AppointmentDocument = {
        ...newAppointment,
        _id: id,
        childId: child._id,
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
        bookedBy: caller.openid,
        bookedAt: now,
        details: sealDetails(id, { nickname, worries, voice }),
      };
      await transaction.add(appointments, appointment);
      await transaction.update(slots, slot._id, {
        state: 'booked',
        heldBy: null,
        heldUntil: 0,
        appointmentId: id,
        bookedAt: now,
        bookedBy: caller.openid,
        phone: sealPhone(slot._id, phone),
        card: sealCard(slot._id, {
          appointmentId: id,
          childId: child._id,
          nickname,
          age: ageAt(slot.start, birthYear, birthMonth),
          schoolName: child.schoolName,
          relation: adult.relation,
          worries,
          voiceSeconds: voice?.seconds,
          visitNumber: child.bookings + 1,
          state: 'booked',
          urgency: 'routine',
          joining: [],
          bookedAt: now,
        }),
      });
      await transaction.update(children, child._id, {
        // Visits that are over fall out of the list here; nothing else has to sweep it.
        upcoming: [
          ...child.upcoming.filter((visit) => isUpcoming(visit, now)),
          { appointmentId: id, start: slot.start, end: slot.end },
        ],
        bookings: command.inc(1),
        rev: command.inc(1),
      });
      return viewAppointment(appointment, now);
    });
  },
});

function checkHeld(slot: SlotDocument, openid: string, now: number): void {
  if (slot.state === 'booked') throw new ActionError('SLOT_TAKEN');
  const mine = slot.state === 'held' && slot.heldBy === openid;
  // The notice was checked when the place was held; a hold counts to its last minute.
  if (!mine || slot.heldUntil <= now) throw new ActionError('HOLD_EXPIRED');
}

function checkChild(child: ChildDocument, slot: SlotDocument, now: number): void {
  if (!reachOfChild(child).includes(slot.reach)) throw new ActionError('FORBIDDEN');
  if (child.upcoming.some((visit) => overlaps(visit, slot))) throw new ActionError('CHILD_BUSY');
  const upcoming = child.upcoming.filter((visit) => isUpcoming(visit, now));
  if (upcoming.length >= limits.upcomingPerChild) throw new ActionError('LIMIT_REACHED');
}
