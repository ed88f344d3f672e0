import type { RosterEntry } from '@contract/family';
import { limits } from '@contract/limits';
import { ageAt } from '@rules/dates';
import { placeOfRoster, rosterPosts } from '@rules/posts';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { rosterKeepers } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children, type ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openAtHome, openAway } from './circle';
import { openChild } from './read-children';

/** A teacher's school or a director's township, a page at a time. Every look is written down. */
export const listRoster = defineAction('family.listRoster', {
  allow: rosterKeepers,
  async handle({ caller, database, now }, { cursor, place }) {
    const { posts, role: inUse } = signedIn(caller);
    const kept = rosterPosts(posts, inUse);
    const post = place === undefined ? kept[0] : kept.find((one) => placeOfRoster(one) === place);
    const where =
      post?.role === 'teacher' ? { schoolId: post.schoolId } : { township: post?.township };
    if (!post || Object.values(where).includes(undefined)) throw new ActionError('FORBIDDEN');
    const found = await database.find(children, {
      where: { ...where, ...(cursor ? { _id: command.gt(cursor) } : {}) },
      order: [['_id', 'asc']],
      limit: limits.pageSize + 1,
    });
    const page = found.slice(0, limits.pageSize);
    await recordAccess(database, {
      viewer: caller,
      role: post.role,
      childIds: page.map((child) => child._id),
      purpose: 'roster',
      now,
    });
    return {
      now,
      children: page.map((child) => rosterEntry(child, caller.openid, now)),
      next: found.length > page.length ? page.at(-1)?._id : undefined,
    };
  },
});

/** A child as the staff of its school or township finds it. */
export function rosterEntry(child: ChildDocument, viewer: string, now: number): RosterEntry {
  const { nickname, birthYear, birthMonth } = openChild(child);
  const me = child.circle.find(({ openid }) => openid === viewer);
  const wait = child.waits?.find(({ state }) => state === 'waiting' || state === 'offered');
  return {
    id: child._id,
    nickname,
    age: ageAt(now, birthYear, birthMonth),
    schoolName: child.schoolName,
    className: child.className,
    away: openAway(child),
    guardianThere: child.circle.some((adult) => adult.standing === 'guardian'),
    byProxy: me?.standing === 'proxy',
    handedOverAt: me?.handedOver && me.since,
    waiting: child.waitsIn !== undefined,
    atHome: me?.standing === 'proxy' ? openAtHome(child) : undefined,
    wait: wait && {
      id: wait.waitlistId,
      urgency: wait.urgency,
      reviewAsked: wait.reviewAsked,
    },
  };
}
