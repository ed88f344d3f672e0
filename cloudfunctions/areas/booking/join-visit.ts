import { isLiving } from '@rules/appointment-states';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { appointments, children, slots } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { viewAppointment } from './appointments';
import { readOwnVisit } from './own-visit';

/** A father who works away takes part by telephone; the counsellor's day says so. */
export const joinVisit = defineAction('booking.joinVisit', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { appointmentId, join }) {
    const { openid } = caller;
    return once(async (transaction) => {
      const visit = await readOwnVisit(transaction, caller, appointmentId, { staffToo: false });
      const { appointment, family } = visit;
      const isMe = (adult: { openid: string }) => adult.openid === openid;
      const child = family.find(({ circle }) => circle.some(isMe));
      const me = child?.circle.find(isMe);
      if (!child || !me) throw new ActionError('NOT_FOUND');
      if (!isLiving(appointment.state)) throw new ActionError('CANNOT_FOLLOW');
      const others = appointment.joiners.filter((joiner) => joiner.openid !== openid);
      const joiners = join ? [...others, { openid, relation: me.relation }] : others;
      await transaction.update(appointments, appointmentId, { joiners: command.set(joiners) });
      await transaction.update(slots, appointment.slotId, {
        joining: command.set(joiners.map(({ relation }) => relation)),
      });
      // Whoever is taken out of the circle in this moment does not join.
      await transaction.update(children, child._id, { rev: command.inc(1) });
      return viewAppointment({ ...appointment, joiners }, { now, viewer: openid });
    });
  },
});
