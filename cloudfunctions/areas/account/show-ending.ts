import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { people, posts } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { findDirectors } from '../family/hand-over';
import { leftBehind, viewPost, withoutPost } from './staff';

/** What an administrator reads before they end a post: nobody is to be left without anybody. */
export const showEnding = defineAction('account.showEnding', {
  allow: having('admin'),
  async handle({ caller, database }, { postId }) {
    const post = await database.get(posts, postId);
    // The same answer whether it is elsewhere or nowhere.
    if (!post || !mayAdminister(signedIn(caller).posts, post)) throw new ActionError('NOT_FOUND');
    const holder = await database.get(people, post.openid);
    const left = holder ? leftBehind(holder, withoutPost(holder, postId)) : [];
    if (left.length === 0) return { handovers: [] };
    const townships = [...new Set(left.map(({ township }) => township))].sort();
    const directors = await findDirectors(database, townships);
    return {
      handovers: townships.map((township) => {
        const next = directors.find(
          (one) => one.township === township && one.openid !== post.openid,
        );
        return {
          township,
          families: left.filter((child) => child.township === township).length,
          to: next && viewPost(next, caller.openid).name,
        };
      }),
    };
  },
});
