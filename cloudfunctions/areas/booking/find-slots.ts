import { limits } from '@contract/limits';
import { addDays, dayOf, startOfDay } from '@rules/dates';
import { dayStrip, earliestStart, furthestEnd, overlaps } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { childEntry, circleOfChild } from '../../platform/allow';
import { children, type ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { isEntitled } from './entitlement';
import { noteSearch } from './note-search';
import { readFreeSlots, readNextOpening, viewSlot, type SlotQuestion } from './free-slots';

export const findSlots = defineAction('booking.findSlots', {
  allow: circleOfChild,
  async handle({ caller, database, now }, { childId, siblingId, day, ...wish }) {
    const child = childEntry(caller, childId);
    const sibling = siblingId === undefined ? undefined : childEntry(caller, siblingId);
    if (!child || (siblingId !== undefined && !sibling)) throw new ActionError('FORBIDDEN');
    const ids = [...new Set([childId, siblingId ?? childId])];
    const truths = await database.find(children, { where: { _id: command.in(ids) } });
    const truth = truths.find(({ _id }) => _id === childId);
    if (!truth || truths.length < ids.length || !truths.every(isWith(caller.openid))) {
      throw new ActionError('FORBIDDEN');
    }
    const question: SlotQuestion = {
      ...wish,
      child,
      sibling,
      first: isEntitled(truth),
      from: Math.max(earliestStart(now), day ? startOfDay(day) : 0),
      to: Math.min(furthestEnd(now), day ? startOfDay(addDays(day, 1)) : Infinity),
      person: caller.openid,
      now,
      limit: limits.slotsRead,
    };
    const { free: takeable, cutShort } = await readFreeSlots(database, question);
    // A time at which a child is elsewhere already would only be refused later.
    const busy = truths.flatMap(({ upcoming }) => upcoming);
    const free = takeable.filter((slot) => !busy.some((visit) => overlaps(visit, slot)));
    const strip = dayStrip(
      now,
      free.map((slot) => slot.start),
      cutShort,
    );
    const shownDay = day ?? (free[0] ? dayOf(free[0].start) : dayOf(now));
    const mine = free.find((slot) => slot.state === 'held' && slot.heldBy === caller.openid);
    if (free.length === 0 && day === undefined) await noteSearch(database, childId, child, now);
    const waits = free.length === 0 && !question.first;
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
      opensAt: waits ? await readNextOpening(database, question) : undefined,
    };
  },
});

const isWith =
  (openid: string) =>
  ({ circle }: ChildDocument) =>
    circle.some((adult) => adult.openid === openid);

function onlyDay(choice: ReturnType<typeof dayStrip>[number], day: string) {
  return choice.day === day ? choice : { ...choice, state: 'unread' as const, free: 0 };
}
