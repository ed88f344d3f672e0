import { mayAdminister } from '@rules/posts';
import type { Caller } from '../../platform/caller';
import { people, posts, type PostDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { leaveDesk } from '../../platform/desks';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { postFields } from './post-fields';
import { leftBehind, withoutPost } from './staff';

/**
 * Ends a post, in the account of its holder as well: whatever it opened is shut from the next call on.
 * Whom they acted for is noted with the post. One that has ended already is answered as it is.
 * @throws ActionError NOT_FOUND for what is not the caller's to end; FORBIDDEN for their own.
 */
export async function endInTransaction(
  transaction: Transaction,
  caller: Caller,
  { postId, now, handedTo }: { postId: string; now: number; handedTo?: string },
): Promise<PostDocument> {
  const post = await transaction.get(posts, postId);
  const me = await transaction.get(people, caller.openid);
  if (!post || !me || !mayAdminister(me.posts, post)) throw new ActionError('NOT_FOUND');
  if (post.until !== null) return post;
  // Somebody must be left who can let others in.
  if (post.openid === caller.openid) throw new ActionError('FORBIDDEN');
  const holder = await transaction.get(people, post.openid);
  const after = holder && withoutPost(holder, post._id);
  const left = holder && after ? leftBehind(holder, after) : [];
  const change = {
    until: now,
    // What they had in hand of safeguarding is somebody else's within a minute (platform/take-back).
    returning: now,
    ...(left.length > 0 && { left, leftAt: now }),
    ...(handedTo !== undefined && { handedTo }),
    ...(post.counsellorId !== undefined && { closing: now }),
  };
  await transaction.update(posts, post._id, change);
  if (post.schoolId !== undefined) await leaveDesk(transaction, post.schoolId, post.openid);
  if (after) await transaction.update(people, after._id, postFields(after));
  // Two administrators who end each other's posts at once write both accounts: one is refused.
  await transaction.update(people, me._id, { rev: command.inc(1) });
  return { ...post, ...change };
}
