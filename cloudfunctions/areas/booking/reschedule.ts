import { refusalOfMove } from '@rules/appointment-states';
import { awaitedUntil } from '@rules/consent';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import {
  appointments,
  children,
  slots,
  type AppointmentDocument,
  type SlotDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { viewAppointment } from './appointments';
import { checkFree, checkHeld } from './check-held';
import { openCard, openPhone, sealCard, sealPhone } from './day';
import { freePlace } from './free-place';
import { readOwnVisit, type OwnVisit } from './own-visit';
import { ageOn, bookedPlace, checkRoom, placeOf } from './place-visit';
import { circleOf, tellCircle } from './tell-circle';

/**
 * Two places, the appointment and the child change together or not at all: whoever looks sees the
 * visit at one of the two. The counsellor of the visit moves it to a free place without holding it.
 */
export const reschedule = defineAction('booking.reschedule', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { appointmentId, slotId, reason }) {
    const viewer = caller.openid;
    return once(async (transaction) => {
      const visit = await readOwnVisit(transaction, caller, appointmentId, { staffToo: true });
      const { appointment, family, by } = visit;
      // The same wish from two telephones: the second finds it done.
      if (appointment.slotId === slotId) return viewAppointment(appointment, { now, viewer });
      const refusal = refusalOfMove(appointment, { by, now });
      if (refusal) throw new ActionError(refusal);
      const to = await transaction.get(slots, slotId);
      const from = await transaction.get(slots, appointment.slotId);
      if (!to || !from) throw new ActionError('NOT_FOUND');
      const own = by === 'staff' && to.counsellorId === appointment.counsellorId;
      if (own) checkFree(to, viewer, now);
      else checkHeld(to, viewer, now);
      for (const child of family) checkRoom(child, to, appointmentId);
      const phone = openPhone(from);
      if ((to.kind === 'phone' || to.kind === 'home') && !phone) {
        throw new ActionError('PHONE_NEEDED');
      }
      const change = {
        ...placeOf(to),
        ...awaitingAt(visit, to.start, now),
        reason: reason ?? null,
        changedBy: by,
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
      return viewAppointment(moved, { now, viewer });
    });
  },
});

/** A visit that waits for a parent waits no longer than before, and not at all when it is near. */
function awaitingAt({ appointment, family }: OwnVisit, start: number, now: number) {
  if (appointment.state !== 'awaitingConsent') return {};
  const awaited = family.flatMap((child) => awaitedUntil(child, start, now) ?? []);
  if (awaited.length === 0) return { state: 'booked' as const, consentUntil: null };
  return { consentUntil: Math.min(...awaited, appointment.consentUntil ?? Infinity) };
}

/** Card and number are sealed to the place they lie in, so they are sealed anew. */
function sealedFor(to: SlotDocument, from: SlotDocument, { family: [child] }: OwnVisit) {
  const card = openCard(from);
  return {
    // Who had changed the number had it changed at the old place.
    bookedBy: from.bookedBy,
    phone: sealPhone(to._id, openPhone(from)),
    card: card ? sealCard(to._id, { ...card, age: ageOn(to.start, child) }) : null,
  };
}
