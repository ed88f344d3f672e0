import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { people, posts } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { postFields } from './post-fields';
import { withoutPost } from './staff';

/**
 * Every action asks the caller's account first, so what the post opened is shut from the next
 * call on; so is what they opened as a proxy. Those children stay in the roster of the post's place.
 */
export const endPost = defineAction('account.endPost', {
  allow: having('admin'),
  async handle({ caller, database, now, random }, { postId }) {
    return inTransaction(database, random, async (transaction) => {
      const post = await transaction.get(posts, postId);
      const me = await transaction.get(people, caller.openid);
      if (!post || !me || !mayAdminister(me.posts, post)) throw new ActionError('NOT_FOUND');
      if (post.until !== null) return {};
      // Somebody must be left who can let others in.
      if (post.openid === caller.openid) throw new ActionError('FORBIDDEN');
      const holder = await transaction.get(people, post.openid);
      await transaction.update(posts, post._id, { until: now });
      if (holder) {
        await transaction.update(people, holder._id, postFields(withoutPost(holder, post._id)));
      }
      // Two administrators who end each other's posts at once write both accounts: one is refused.
      await transaction.update(people, me._id, { rev: command.inc(1) });
      return {};
    });
  },
});
