import { permits } from '@rules/consent';
import { mergeWeek, weekStanding } from '@rules/weekly';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { callerName } from '../../platform/caller-name';
import { weeks } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { ownClass, readClass } from './classes';
import { findOpen, handOver, isHeld, isUnchecked } from './held-sentences';
import {
  classWeekId,
  keptOf,
  laterThan,
  openWeek,
  weekDocument,
  type Said,
} from '../../platform/week-document';

/**
 * A class in one write: one document holds all of it. That a child is in the class and that its
 * family has agreed is read before the transaction, not in it: fifty children would be fifty reads
 * and fifty writes, and what a withdrawal in the same second could let through is one word that only
 * the family itself sees, whose circle is asked again whenever it looks (list-weeks.ts).
 */
export const answerWeekly = defineAction('school.answerWeekly', {
  allow: having('teacher'),
  mostPerHour: 120,
  async handle({ caller, database, now, once }, input) {
    const { week } = input;
    const chosen = ownClass(caller, input.class);
    const standing = weekStanding(week, now);
    if (standing === 'closed') throw new ActionError('TOO_LATE');
    const members = await readClass(database, chosen);
    const agreed = new Map(
      members.map((child) => [child._id, permits(child.consents, 'messages')]),
    );
    for (const { childId } of input.answers) {
      // Another class since the page was opened: better said than silently left out.
      if (!agreed.has(childId)) throw new ActionError('CHANGED_MEANWHILE');
      if (!agreed.get(childId)) throw new ActionError('CONSENT_NEEDED');
    }
    const usual = input.usual.filter((childId) => agreed.get(childId) === true);
    const open = await findOpen(caller.openid, input.answers);
    const held = new Set(open.filter(isHeld).map(({ childId }) => childId));
    const unchecked = new Set(open.filter(isUnchecked).map(({ childId }) => childId));
    const answers = new Map(input.answers.map(({ childId, answer }) => [childId, answer]));
    const name = callerName(caller);
    return once(async (transaction) => {
      const _id = classWeekId(chosen, week);
      const before = await transaction.get(weeks, _id);
      const saidBefore = openWeek(before);
      const atOf = (childId: string) => laterThan(saidBefore[childId], now);
      const entry = (childId: string): Said => ({
        answer: answers.get(childId) ?? { usual: true },
        ...{ name, at: atOf(childId) },
        ...(held.has(childId) && { held: true }),
        ...(unchecked.has(childId) && { unchecked: true }),
        ...keptOf(saidBefore[childId]),
      });
      const after = mergeWeek(saidBefore, { usual, answers: input.answers }, entry, standing);
      const document = weekDocument({ _id, of: 'class', week }, after, now);
      if (before) {
        const { children, answers: sealed } = document;
        await transaction.update(weeks, _id, { children, answers: sealed, changedAt: now });
      } else await transaction.add(weeks, document);
      const help = await handOver(transaction, open, {
        ...{ weekId: _id, openid: caller.openid, now, atOf },
        childOf: (childId) => members.find((child) => child._id === childId),
        by: { role: 'teacher', name },
      });
      const said = members.filter((child) => after[child._id] !== undefined).length;
      return { week, said, held: held.size > 0, help };
    });
  },
});
