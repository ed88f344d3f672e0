import type { Alert } from '@contract/safety';
import { posts, type AlertDocument, type PostDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt } from '../../platform/field-encryption';
import { heldPosts } from '../../platform/held-posts';
import type { Desk } from './desk';

export const postName = ({ _id, name }: Pick<PostDocument, '_id' | 'name'>): string =>
  decrypt({ collection: posts.name, id: _id, field: 'name' }, name);

/** Whether somebody may work on this alert: on the roster or of the county, and not passed over. */
export function mayTake(
  { keptFrom }: Pick<AlertDocument, 'keptFrom'>,
  { shifts }: Pick<Desk, 'shifts'>,
  post: Pick<PostDocument, 'openid' | 'role' | 'schoolId'>,
): boolean {
  const { openid, role, schoolId } = post;
  const rostered = shifts.some(({ duty, standIn }) =>
    [duty.openid, standIn?.openid].includes(openid),
  );
  const ofCounty = role === 'admin' && schoolId === undefined;
  return (rostered || ofCounty) && !keptFrom.includes(openid);
}

/** To whom an alert may be handed over. One round trip. */
export async function colleaguesOf(
  database: Database,
  alert: AlertDocument,
  desk: Desk,
): Promise<Alert['colleagues']> {
  const { county } = alert;
  const rostered = desk.shifts.flatMap(({ duty, standIn }) =>
    standIn ? [duty.openid, standIn.openid] : [duty.openid],
  );
  const admins = { county, role: 'admin' };
  const found =
    rostered.length === 0
      ? await heldPosts(database, admins)
      : await heldPosts(database, admins, { county, openid: command.in([...new Set(rostered)]) });
  return found
    .filter((post) => mayTake(alert, desk, post) && post.openid !== alert.acceptedBy?.openid)
    .map((post) => ({ postId: post._id, name: postName(post), role: post.role }));
}
