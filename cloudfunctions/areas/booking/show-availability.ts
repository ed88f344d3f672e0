import { dayOf } from '@rules/dates';
import { isClosed } from '@rules/directory-records';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { counsellors, slots } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { entryOf, openCard } from './day';
import { traceDay } from './trace-day';

/** More than anybody settles in one sitting. */
const conflictsShown = 20;

/** Everything that hours are changed with, and the visits that lie outside of them. */
export const showAvailability = defineAction('booking.showAvailability', {
  allow: having('counsellor'),
  async handle({ caller, database, now }) {
    const counsellorId = counsellorOf(caller);
    if (!counsellorId) throw new ActionError('FORBIDDEN');
    const [counsellor, conflicts] = await Promise.all([
      database.get(counsellors, counsellorId),
      database.find(slots, {
        where: { counsellorId, start: command.gte(now), state: 'booked', outsideHours: true },
        order: [['start', 'asc']],
        limit: conflictsShown,
      }),
    ]);
    if (!counsellor) throw new ActionError('NOT_FOUND');
    const cards = conflicts.map((slot) => openCard(slot));
    await traceDay(
      { database, caller, now },
      cards.flatMap((card) => (card ? [card.childId] : [])),
    );
    const { hours, rev, holidays, services } = counsellor;
    return {
      hours,
      rev,
      holidays,
      conflicts: conflicts.map((slot, at) => entryOf(slot, cards[at], now)),
      services: services
        .filter(({ closedOn }) => !isClosed(closedOn, dayOf(now)))
        .map(({ id, name }) => ({ id, name })),
    };
  },
});
