import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children, people, slots, type SlotDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { checkVoice } from '../../platform/voice-folder';
import { memberOf } from '../family/circle';
import { viewAppointment } from './appointments';
import { placeVisit } from './place-visit';

/**
 * Turns my held place into an appointment. The transaction runs over documents that nobody else
 * competes for: the slot I hold, the child, the appointment and the event.
 */
export const book = defineAction('booking.book', {
  allow: circleOfChild,
  async handle({ caller, now, newId, once }, input) {
    const person = signedIn(caller);
    const { worries, voice } = input;
    checkVoice(caller.openid, voice);
    const phone =
      person.phone &&
      decrypt({ collection: people.name, id: caller.openid, field: 'phone' }, person.phone);
    return once(async (transaction) => {
      const slot = await transaction.get(slots, input.slotId);
      const found = await transaction.get(children, input.childId);
      const { child, me } = memberOf(found, caller.openid);
      if (!slot) throw new ActionError('NOT_FOUND');
      checkHeld(slot, caller.openid, now);
      const appointment = await placeVisit(transaction, {
        ...{ id: newId('a'), slot, worries, voice, phone, now },
        family: [child],
        by: caller.openid,
        relation: me.relation,
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
