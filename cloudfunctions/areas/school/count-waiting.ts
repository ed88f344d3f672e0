import * as v from 'valibot';
import { isUrgent, waitingFrom } from '@rules/desk-order';
import { defineAction } from '../../platform/action';
import { threads } from '../../platform/collections';
import { command } from '../../platform/database';
import { deskStaff, onDesk } from './desk-scope';

/** More are "more than so many": the number only says how full the desk is. */
const countedAtMost = 50;
const OrderSchema = v.object({ desk: v.number() });

/** For the first screen: one round trip, and no look at anybody's data. */
export const countWaiting = defineAction('school.countWaiting', {
  allow: deskStaff,
  async handle({ caller, database, now }) {
    const found = await database.findParts(threads, OrderSchema, {
      where: onDesk(caller, now, command.gte(waitingFrom)),
      order: [['desk', 'desc']],
      limit: countedAtMost + 1,
      fields: { desk: true },
    });
    return {
      waiting: Math.min(found.length, countedAtMost),
      urgent: found.filter(({ desk }) => isUrgent(desk)).length,
      more: found.length > countedAtMost,
    };
  },
});
