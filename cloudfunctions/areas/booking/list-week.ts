import * as v from 'valibot';
import { PlaceKindSchema, slotStates } from '@contract/enums';
import { addDays, startOfDay } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { slots } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';

const PlaceSchema = v.object({
  _id: v.string(),
  start: v.number(),
  end: v.number(),
  kind: PlaceKindSchema,
  state: v.picklist(slotStates),
  heldUntil: v.number(),
  openFrom: v.number(),
  outsideHours: v.boolean(),
});
const fields = Object.fromEntries(Object.keys(PlaceSchema.entries).map((name) => [name, true]));
/** Thirty sessions a day at most (contract/hours), and more than one place in a group session. */
const placesAtMost = 500;

/** Who comes is not read here: a week on a wall is nobody's business. */
export const listWeek = defineAction('booking.listWeek', {
  allow: having('counsellor'),
  async handle({ caller, database, now }, { from }) {
    const counsellorId = counsellorOf(caller);
    if (!counsellorId) throw new ActionError('FORBIDDEN');
    const until = startOfDay(addDays(from, 7));
    const found = await database.findParts(slots, PlaceSchema, {
      where: { counsellorId, start: command.gte(startOfDay(from)).and(command.lt(until)) },
      order: [['start', 'asc']],
      limit: placesAtMost,
      fields,
    });
    const entries = found.map(({ _id: slotId, heldUntil, openFrom, ...rest }) => {
      const state = rest.state === 'held' && heldUntil <= now ? ('free' as const) : rest.state;
      const reservedUntil = state === 'free' && openFrom > now ? openFrom : undefined;
      return { ...rest, slotId, state, reservedUntil };
    });
    return { now, from, entries };
  },
});
