import { limits } from '@contract/limits';
import { minuteMs } from '@rules/dates';
import { reachOfChild } from '@rules/reach';
import { earliestStart, furthestEnd, sessionOfSeat } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { childEntry, circleOfChild } from '../../platform/allow';
import { children, slots } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { isEntitled } from './entitlement';
import { openTo, readFreeSlots, viewSlot } from './free-slots';

/**
 * Claims a place by compare-and-set: whoever's update still finds it free has it, everybody else
 * hears "taken" with the next free times. No transaction, so a crowd on one place causes no storm.
 */
export const holdSlot = defineAction('booking.holdSlot', {
  allow: circleOfChild,
  async handle({ caller, database, now }, { slotId, childId }) {
    const child = childEntry(caller, childId);
    const truth = await database.get(children, childId);
    if (!child || !truth?.circle.some(({ openid }) => openid === caller.openid)) {
      throw new ActionError('FORBIDDEN');
    }
    const first = isEntitled(truth);
    const until = now + limits.holdMinutes * minuteMs;
    const mine = { heldBy: caller.openid, state: 'held' };
    const claim = (id: string) =>
      database.updateWhere(
        slots,
        command.and([
          {
            _id: id,
            reach: command.in(reachOfChild(child)),
            start: command.gte(earliestStart(now)),
            ...openTo(now, first),
          },
          command.or([{ state: 'free' }, { state: 'held', heldUntil: command.lte(now) }, mine]),
        ]),
        { state: 'held', heldBy: caller.openid, heldUntil: until },
      );
    // One person keeps one place at a time, so nobody can keep a whole day from others.
    const held = async (id: string) => {
      await database.updateWhere(
        slots,
        { ...mine, _id: command.neq(id) },
        { state: 'free', heldBy: null, heldUntil: 0 },
      );
      return { outcome: 'held' as const, hold: { slotId: id, until } };
    };
    if ((await claim(slotId)) > 0) return held(slotId);
    const person = caller.openid;
    const session = sessionOfSeat(slotId);
    if (session) {
      // Somebody was quicker at this seat of the group: any other one is as good.
      const { start, counsellorId } = session;
      const span = { from: start, to: start + 1, limit: limits.seatsPerGroup };
      const seats = { child, first, counsellorId, person, now, ...span };
      const [seat] = (await readFreeSlots(database, seats)).free;
      if (seat && (await claim(seat._id)) > 0) return held(seat._id);
    }
    const { free } = await readFreeSlots(database, {
      child,
      first,
      from: earliestStart(now),
      to: furthestEnd(now),
      person,
      now,
      // Some of the next ones may be held by others who tapped just now.
      limit: limits.alternatives * 4,
    });
    const next = free.filter((slot) => slot._id !== slotId).slice(0, limits.alternatives);
    return {
      outcome: 'taken',
      alternatives: next.map((slot) => viewSlot(slot, child.township)),
    };
  },
});
