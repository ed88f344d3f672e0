import * as v from 'valibot';
import { AlertStateSchema } from '@contract/safety';
import { isOverdue } from '@rules/alerts';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { alerts } from '../../platform/collections';
import { seenAt, sitAtDesk } from './desk';

/** More are counted as so many. */
const countedAtMost = 1000;
const CountedSchema = v.object({
  state: AlertStateSchema,
  acceptBy: v.number(),
  followUpAt: v.nullable(v.number()),
  confirmBy: v.optional(v.number()),
});

/** What the way to the desk says on the first screen: two figures, and nothing of any child. */
export const countAlerts = defineAction('safety.countAlerts', {
  allow: staff,
  async handle(context) {
    const { database, now } = context;
    const desk = await sitAtDesk(context);
    const open = await database.findParts(alerts, CountedSchema, {
      where: { ...seenAt(desk), open: true },
      order: [['order', 'asc']],
      limit: countedAtMost,
      fields: { state: true, acceptBy: true, followUpAt: true, confirmBy: true },
    });
    return {
      now,
      waiting: open.filter(({ state }) => state === 'waiting' || state === 'secondLook').length,
      overdue: open.filter((alert) => isOverdue(alert, now)).length,
    };
  },
});
