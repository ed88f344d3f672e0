import { worksWith } from '@rules/posts';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { rosterKeepers } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { careChange } from './care';
import { sealAway } from './circle';

/** A teacher of the school or the township's child director says how it is. */
export const confirmStatus = defineAction('family.confirmStatus', {
  allow: rosterKeepers,
  mostPerHour: 200,
  async handle({ caller, database, now, once }, { childId, who, span }) {
    const { posts } = signedIn(caller);
    // A request that is repeated finds its work done: then the post is looked for no more.
    let role = posts.find((one) => one.role !== 'admin')?.role ?? 'teacher';
    const answer = await once(async (transaction) => {
      const child = await transaction.get(children, childId);
      // The same answer whether the child is elsewhere or nowhere.
      const post = child && posts.find((one) => worksWith(one, child));
      if (!post) throw new ActionError('NOT_FOUND');
      role = post.role;
      const away = { who, span, saidAt: now, confirmedAt: now };
      await transaction.update(children, childId, {
        away: sealAway(childId, away),
        ...careChange(child, child.care, away),
        rev: command.inc(1),
      });
      return { away };
    });
    await recordAccess(database, {
      viewer: caller,
      role,
      childIds: [childId],
      purpose: 'roster',
      now,
    });
    return answer;
  },
});
