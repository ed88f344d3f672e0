import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { people, posts, type PostDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { leaveRoster } from '../../platform/duty';
import { ActionError } from '../../platform/errors';
import { inTransaction, type Transaction } from '../../platform/transaction';
import { endInTransaction } from '../account/ending';
import { handOverVisits, visitsToCome } from '../booking/hand-over-visits';
import { giveFamilies, waitForNext } from '../family/hand-over';
import { mayFollow } from './successors';

/**
 * In one moment the post is shut and the classes are the successor's: nobody is without a teacher in
 * between. Families and visits follow one after another; a tap that is repeated goes on with the rest,
 * and families are brought to their end by the job as well (family/hand-over.ts).
 */
export const leave = defineAction('people.leave', {
  allow: having('admin'),
  mostPerHour: 60,
  async handle({ caller, database, now, random }, { postId, toPostId }) {
    const { posts: mine } = signedIn(caller);
    const ended = await inTransaction(database, random, async (transaction) => {
      const post = await transaction.get(posts, postId);
      const to = await transaction.get(posts, toPostId);
      if (!post || !to || !mayAdminister(mine, post)) throw new ActionError('NOT_FOUND');
      if (post.until !== null) {
        // To whom it went is decided once.
        if (post.handedTo !== toPostId) throw new ActionError('CHANGED_MEANWHILE');
        return { post, to };
      }
      if (!mayFollow(to, post)) throw new ActionError('NOT_FOUND');
      if (post.role === 'teacher') await takeClasses(transaction, to, post.classes ?? []);
      const wish = { postId, now, handedTo: toPostId };
      return { post: await endInTransaction(transaction, caller, wish), to };
    });
    const { post, to } = ended;
    await leaveRoster(database, random, { county: post.county, postId, now });
    const families = await giveFamilies(database, post, { now, random });
    // What the successor cannot have, since the school or township is another one by now, waits.
    await waitForNext(database, post);
    const { moved, left } = await giveVisits();
    return { families, visits: moved, left };

    async function giveVisits() {
      const [from, next] = [post.counsellorId, to.counsellorId];
      const none = { moved: 0, left: 0 };
      if (post.role !== 'counsellor' || from === undefined || next === undefined) return none;
      const visits = await visitsToCome(database, from, now);
      // The desk itself is the successor's already: everything on it stays where it is.
      if (from === next) return { moved: visits.length, left: 0 };
      return handOverVisits(database, visits, { to: next, openid: caller.openid, now, random });
    }
  },
});

/** The successor's post has these classes too; without any on either side it is the whole school. */
async function takeClasses(
  transaction: Transaction,
  to: PostDocument,
  classes: readonly string[],
): Promise<void> {
  if (!to.classes?.length) return;
  const all = classes.length === 0 ? [] : [...new Set([...to.classes, ...classes])];
  await transaction.update(posts, to._id, { classes: command.set(all) });
  const holder = await transaction.get(people, to.openid);
  if (!holder) throw new ActionError('NOT_FOUND');
  const held = holder.posts.map((one) => (one.id === to._id ? { ...one, classes: all } : one));
  await transaction.update(people, holder._id, { posts: command.set(held) });
}
