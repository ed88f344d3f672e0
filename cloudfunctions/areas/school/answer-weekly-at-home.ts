import { mergeWeek, weekStanding } from '@rules/weekly';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children, weeks } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { memberOf } from '../family/circle';
import { findOpen, handOver, isHeld, isUnchecked } from './held-sentences';
import {
  homeWeekId,
  keptOf,
  laterThan,
  openWeek,
  weekDocument,
  type Said,
} from '../../platform/week-document';

/** The same question at home. Told to the child's other adults; the school does not see it. */
export const answerWeeklyAtHome = defineAction('school.answerWeeklyAtHome', {
  allow: circleOfChild,
  mostPerHour: 60,
  async handle({ caller, now, once }, { childId, week, answer }) {
    const standing = weekStanding(week, now);
    if (standing === 'closed') throw new ActionError('TOO_LATE');
    const open = await findOpen(caller.openid, [{ childId, answer }]);
    return once(async (transaction) => {
      const found = await transaction.get(children, childId);
      const { child, me } = memberOf(found, caller.openid);
      // Who acts for a family without a telephone is not at home with the child.
      if (me.standing === 'proxy') throw new ActionError('FORBIDDEN');
      const _id = homeWeekId(childId, week);
      const before = await transaction.get(weeks, _id);
      const at = laterThan(openWeek(before)[childId], now);
      const said: Said = {
        ...{ answer, relation: me.relation, at },
        ...(open.some(isHeld) && { held: true }),
        ...(open.some(isUnchecked) && { unchecked: true }),
        ...keptOf(openWeek(before)[childId]),
      };
      const after = mergeWeek(
        openWeek(before),
        { usual: [], answers: [{ childId }] },
        () => said,
        standing,
      );
      const document = weekDocument({ _id, of: 'home', week }, after, now);
      if (before) {
        await transaction.update(weeks, _id, { answers: document.answers, changedAt: now });
      } else await transaction.add(weeks, document);
      await transaction.update(children, childId, { rev: command.inc(1) });
      const help = await handOver(transaction, open, {
        ...{ weekId: _id, openid: caller.openid, now },
        ...{ atOf: () => at, childOf: () => child, by: { relation: me.relation } },
      });
      return { answer, by: me.relation, at, held: said.held, help };
    });
  },
});
