import * as v from 'valibot';
import { startOfDay } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellors, slots } from '../../platform/collections';
import { command } from '../../platform/database';
import { ownService, scopeOf } from './desk';

/** More than a county has. */
const counsellorsAtMost = 200;
/** More than are booked ahead at one place. */
const visitsAtMost = 500;

const CounsellorSchema = v.object({ _id: v.string(), name: v.string() });
const SlotSchema = v.object({ counsellorId: v.string() });

/**
 * What is booked there from that day on. Nothing of it is cancelled by closing: each stands until its
 * counsellor, who is shown it, has moved it or says that it takes place. Three round trips.
 */
export const showEndingOfService = defineAction('directory.showEnding', {
  allow: having('admin'),
  async handle({ caller, database }, { id, closedOn }) {
    const { county } = await ownService(database, scopeOf(caller), id);
    const people = await database.findParts(counsellors, CounsellorSchema, {
      where: { county },
      order: [['_id', 'asc']],
      limit: counsellorsAtMost,
      fields: { name: true },
    });
    const booked =
      people.length === 0
        ? []
        : await database.findParts(slots, SlotSchema, {
            where: {
              counsellorId: command.in(people.map(({ _id }) => _id)),
              start: command.gte(startOfDay(closedOn)),
              ...{ state: 'booked', serviceId: id },
            },
            limit: visitsAtMost,
            fields: { counsellorId: true },
          });
    const busy = people.filter(({ _id }) => booked.some((slot) => slot.counsellorId === _id));
    return { visits: booked.length, counsellors: busy.map(({ name }) => name) };
  },
});
