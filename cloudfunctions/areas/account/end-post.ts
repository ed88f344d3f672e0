import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { people, posts } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { waitForNext } from '../family/hand-over';
import { postFields } from './post-fields';
import { leftBehind, withoutPost } from './staff';

/**
 * Every action asks the caller's account first, so what the post opened is shut from the next
 * call on; so is what they opened as a proxy. Whom they acted for is noted with the post in the
 * same moment and handed to the next child director by the job (family/hand-over.ts).
 */
export const endPost = defineAction('account.endPost', {
  allow: having('admin'),
  async handle({ caller, database, now, random }, { postId }) {
    const ended = await inTransaction(database, random, async (transaction) => {
      const post = await transaction.get(posts, postId);
      const me = await transaction.get(people, caller.openid);
      if (!post || !me || !mayAdminister(me.posts, post)) throw new ActionError('NOT_FOUND');
      if (post.until !== null) return post;
      // Somebody must be left who can let others in.
      if (post.openid === caller.openid) throw new ActionError('FORBIDDEN');
      const holder = await transaction.get(people, post.openid);
      const after = holder && withoutPost(holder, post._id);
      const left = holder && after ? leftBehind(holder, after) : [];
      const change = { until: now, ...(left.length > 0 && { left, leftAt: now }) };
      await transaction.update(posts, post._id, change);
      if (after) await transaction.update(people, after._id, postFields(after));
      // Two administrators who end each other's posts at once write both accounts: one is refused.
      await transaction.update(people, me._id, { rev: command.inc(1) });
      return { ...post, ...change };
    });
    await waitForNext(database, ended);
    return {};
  },
});
