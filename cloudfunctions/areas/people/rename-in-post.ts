import { people, posts } from '../../platform/collections';
import { command } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';

/**
 * A teacher's classes under other names, in the post and in the account in one moment. With a school
 * year only once for that year.
 */
export async function renameInPost(
  transaction: Transaction,
  postId: string,
  rename: (classes: string[]) => string[],
  year?: string,
): Promise<void> {
  const post = await transaction.get(posts, postId);
  if (post?.until !== null || !post.classes?.length) return;
  if (year !== undefined && post.classYear === year) return;
  const classes = [...new Set(rename(post.classes))];
  await transaction.update(posts, postId, {
    classes: command.set(classes),
    ...(year !== undefined && { classYear: year }),
  });
  const holder = await transaction.get(people, post.openid);
  if (!holder) return;
  const held = holder.posts.map((one) => (one.id === postId ? { ...one, classes } : one));
  await transaction.update(people, holder._id, { posts: command.set(held) });
}
