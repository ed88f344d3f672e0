import { addDays, dayOf } from '@rules/dates';
import { worksWith } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { careChange } from '../family/care';

/** The school has noticed something at which somebody should look in: the visit is due sooner. */
export const askVisit = defineAction('director.askVisit', {
  allow: having('teacher'),
  mostPerHour: 60,
  async handle({ caller, database, now, random }, { childId }) {
    const { posts } = signedIn(caller);
    return inTransaction(database, random, async (transaction) => {
      const child = await transaction.get(children, childId);
      const taught = posts.some(
        (post) => post.role === 'teacher' && child && worksWith(post, child),
      );
      // The same answer whether the child is elsewhere or nowhere.
      if (!child || !taught) throw new ActionError('NOT_FOUND');
      const { asked, visited } = child.care ?? {};
      // Asked once is asked: to ask every day does not put it off.
      if (asked !== undefined && (visited === undefined || asked > visited)) return { asked };
      const today = dayOf(now);
      // Days alone are kept: of one day, what was asked would count as answered by the visit.
      const day = visited !== undefined && visited >= today ? addDays(visited, 1) : today;
      await transaction.update(children, childId, {
        ...careChange(child, { ...child.care, asked: day }),
        rev: command.inc(1),
      });
      return { asked: day };
    });
  },
});
