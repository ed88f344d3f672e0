import { limits } from '@contract/limits';
import { minuteMs } from '@rules/dates';
import { reachOfChild } from '@rules/reach';
import { earliestStart, horizonEnd } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { childEntry, circleOfChild } from '../../platform/allow';
import { slots } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { readFreeSlots, viewSlot } from './free-slots';

/**
 * Claims a place by compare-and-set: whoever's update still finds it free has it, everybody else
 * hears "taken" with the next free times. No transaction, so a crowd on one place causes no storm.
 */
export const holdSlot = defineAction('booking.holdSlot', {
  allow: circleOfChild,
  async handle({ caller, database, now }, { slotId, childId }) {
    const child = childEntry(caller, childId);
    if (!child) throw new ActionError('FORBIDDEN');
    const until = now + limits.holdMinutes * minuteMs;
    const mine = { heldBy: caller.openid, state: 'held' };
    const claimed = await database.updateWhere(
      slots,
      command.and([
        {
          _id: slotId,
          reach: command.in(reachOfChild(child)),
          start: command.gte(earliestStart(now)),
        },
        command.or([{ state: 'free' }, { state: 'held', heldUntil: command.lte(now) }, mine]),
      ]),
      { state: 'held', heldBy: caller.openid, heldUntil: until },
    );
    if (claimed > 0) {
      // One person keeps one place at a time, so nobody can keep a whole day from others.
      await database.updateWhere(
        slots,
        { ...mine, _id: command.neq(slotId) },
        { state: 'free', heldBy: null, heldUntil: 0 },
      );
      return { outcome: 'held', hold: { slotId, until } };
    }
    const { free } = await readFreeSlots(database, {
      child,
      from: earliestStart(now),
      to: horizonEnd(now),
      person: caller.openid,
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
