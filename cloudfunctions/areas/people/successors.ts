import { posts, type PostDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';

/**
 * Whether somebody of this post could follow somebody of that one: the same work, in the same school,
 * township or county. Nobody follows themselves.
 */
export function mayFollow(post: PostDocument, leaving: PostDocument): boolean {
  return (
    post.until === null &&
    post.role === leaving.role &&
    post.county === leaving.county &&
    post.openid !== leaving.openid &&
    (leaving.role === 'counsellor' ||
      (post.schoolId === leaving.schoolId && post.township === leaving.township))
  );
}

const postsAtMost = 300;

/** Who could follow, by the index that names the place. One round trip. */
export async function findSuccessors(
  database: Database,
  leaving: PostDocument,
): Promise<PostDocument[]> {
  const { schoolId, township, county } = leaving;
  const place =
    schoolId !== undefined ? { schoolId } : township !== undefined ? { township } : { county };
  const found = await database.find(posts, {
    where: { ...place, until: null, role: command.in([leaving.role]) },
    order: [['_id', 'asc']],
    limit: postsAtMost,
  });
  return found.filter((post) => mayFollow(post, leaving));
}
