import { posts, type PostDocument } from './collections';
import { command, type Database } from './database';

const atOnce = 200;

/**
 * The posts that are held and match one of these, all of them: who is left out of a list is told
 * nothing. A round trip for each page; what narrows it down belongs into the question. Each must name
 * a place or a counsellor, by which posts are found, and no `_id`.
 */
export async function heldPosts(
  database: Database,
  ...wanted: readonly [Record<string, unknown>, ...Record<string, unknown>[]]
): Promise<PostDocument[]> {
  const held: PostDocument[] = [];
  for (;;) {
    const last = held.at(-1);
    const following = last ? { _id: command.gt(last._id) } : {};
    // Posts that have ended stay.
    const [first, ...others] = wanted.map((one) => ({ ...one, until: null, ...following }));
    const found = await database.find(posts, {
      where: others.length > 0 ? command.or([first, ...others]) : { ...first },
      order: [['_id', 'asc']],
      limit: atOnce,
    });
    held.push(...found);
    if (found.length < atOnce) return held;
  }
}
