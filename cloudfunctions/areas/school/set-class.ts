import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { children, threads } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { ownClass } from './classes';

/**
 * Puts a child of the teacher's school into one of the teacher's classes, or takes it out. The lists
 * of the adults follow when they next look (areas/family/read-children.ts).
 */
export const setClass = defineAction('school.setClass', {
  allow: having('teacher'),
  mostPerHour: 200,
  async handle({ caller, database, random }, { childId, class: wanted, member }) {
    const { schoolId, className } = ownClass(caller, wanted);
    const answer = await inTransaction(database, random, async (transaction) => {
      const child = await transaction.get(children, childId);
      if (child?.schoolId !== schoolId) throw new ActionError('NOT_FOUND');
      const isIn = child.className === className;
      // Whoever is in another class by now is not this teacher's to take out.
      if (className === undefined || isIn === member) return { className: child.className };
      await transaction.update(children, childId, {
        className: member ? className : command.remove(),
        // The school before may have moved up already; this one has not yet.
        classYear: command.remove(),
        rev: command.inc(1),
      });
      return { className: member ? className : undefined };
    });
    // On which teacher's desk the child's thread lies; who may read is asked of the child itself.
    const change = { className: answer.className ?? '' };
    await database.updateWhere(threads, { _id: childId, schoolId }, change);
    return answer;
  },
});
