import { codesOfPost } from '@rules/guide-states';
import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { people, posts } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';

/**
 * What a post is trusted with stands on the post and, for reading it with the caller, in its
 * holder's account; it ends with the post. Nobody gives it to themselves.
 */
export const setReviewer = defineAction('guides.setReviewer', {
  allow: countyAdministrators,
  async handle({ caller, once }, { postId, signs }) {
    return once(async (transaction) => {
      const post = await transaction.get(posts, postId);
      const mine = caller.person?.posts ?? [];
      if (post?.until !== null || !mayAdminister(mine, post)) {
        throw new ActionError('NOT_FOUND');
      }
      if (post.openid === caller.openid) throw new ActionError('FORBIDDEN');
      if (signs?.codes.some((code) => !codesOfPost[post.role].includes(code))) {
        throw new ActionError('INVALID_INPUT');
      }
      const holder = await transaction.get(people, post.openid);
      if (!holder) throw new ActionError('NOT_FOUND');
      const held = holder.posts.map(({ signs: _before, ...rest }) => {
        if (rest.id === postId) return signs ? { ...rest, signs } : rest;
        return _before ? { ...rest, signs: _before } : rest;
      });
      await transaction.update(posts, postId, {
        signs: signs ? command.set(signs) : command.remove(),
      });
      await transaction.update(people, post.openid, { posts: command.set(held) });
      return {};
    });
  },
});
