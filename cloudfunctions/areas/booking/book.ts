import { defineAction } from '../../platform/action';
import { expectEar } from '../../platform/alerts';
import { childEntry, circleOfChild } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children, people, slots } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { checkVoice } from '../../platform/voice-folder';
import { memberOf } from '../family/circle';
import { viewAppointment } from './appointments';
import { checkHeld } from './check-held';
import { placeVisit } from './place-visit';

/**
 * Turns my held place into an appointment. The transaction runs over documents that nobody else
 * competes for: the slot I hold, the child, the appointment and the event; a second child is two
 * round trips more.
 */
export const book = defineAction('booking.book', {
  allow: circleOfChild,
  async handle({ caller, now, newId, once }, input) {
    const person = signedIn(caller);
    const { siblingId, worries, voice } = input;
    checkVoice(caller.openid, voice);
    if (siblingId === input.childId) throw new ActionError('INVALID_INPUT');
    if (siblingId && !childEntry(caller, siblingId)) throw new ActionError('FORBIDDEN');
    const phone =
      person.phone &&
      decrypt({ collection: people.name, id: caller.openid, field: 'phone' }, person.phone);
    return once(async (transaction) => {
      const slot = await transaction.get(slots, input.slotId);
      const found = await transaction.get(children, input.childId);
      const { child, me } = memberOf(found, caller.openid);
      const sibling =
        siblingId && memberOf(await transaction.get(children, siblingId), caller.openid).child;
      if (!slot) throw new ActionError('NOT_FOUND');
      checkHeld(slot, caller.openid, now);
      const appointment = await placeVisit(transaction, {
        ...{ id: newId('a'), slot, worries, voice, now },
        family: sibling ? [child, sibling] : [child],
        by: caller.openid,
        contact: { openid: caller.openid, relation: me.relation, phone },
      });
      if (voice) {
        const said = { ...voice, kind: 'voice' as const, at: now, by: { relation: me.relation } };
        await expectEar(transaction, {
          ...{ source: 'booking', ref: appointment._id, child, by: caller.openid, said, at: now },
          ...{ urgent: false, fresh: true },
        });
      }
      return viewAppointment(appointment, { now, viewer: caller.openid });
    });
  },
});
