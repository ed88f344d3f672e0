import { limits } from '@contract/limits';
import { addDays, dayOf, startOfDay } from '@rules/dates';
import { dayStrip, earliestStart, horizonEnd, overlaps } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { childEntry, circleOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { readFreeSlots, viewSlot } from './free-slots';

export const findSlots = defineAction('booking.findSlots', {
  allow: circleOfChild,
  async handle({ caller, database, now }, { childId, kind, day }) {
    const child = childEntry(caller, childId);
    if (!child) throw new ActionError('FORBIDDEN');
    const from = Math.max(earliestStart(now), day ? startOfDay(day) : 0);
    const to = Math.min(horizonEnd(now), day ? startOfDay(addDays(day, 1)) : Infinity);
    const [truth, { free: takeable, cutShort }] = await Promise.all([
      database.get(children, childId),
      readFreeSlots(database, {
        child,
        kind,
        from,
        to,
        person: caller.openid,
        now,
        limit: limits.slotsRead,
      }),
    ]);
    if (!truth?.circle.some((adult) => adult.openid === caller.openid)) {
      throw new ActionError('FORBIDDEN');
    }
    // A time at which the child is elsewhere already would only be refused later.
    const free = takeable.filter((slot) => !truth.upcoming.some((visit) => overlaps(visit, slot)));
    const strip = dayStrip(
      now,
      free.map((slot) => slot.start),
      cutShort,
    );
    const shownDay = day ?? (free[0] ? dayOf(free[0].start) : dayOf(now));
    const mine = free.find((slot) => slot.state === 'held' && slot.heldBy === caller.openid);
    return {
      now,
      day: shownDay,
      // A question about one day knows nothing of the others.
      days: day ? strip.map((choice) => onlyDay(choice, day)) : strip,
      slots: free
        .filter((slot) => dayOf(slot.start) === shownDay)
        .slice(0, limits.slotsShown)
        .map((slot) => viewSlot(slot, child.township)),
      hold: mine && { slotId: mine._id, until: mine.heldUntil },
    };
  },
});

function onlyDay(choice: ReturnType<typeof dayStrip>[number], day: string) {
  return choice.day === day ? choice : { ...choice, state: 'unread' as const, free: 0 };
}
