import type { RosterEntry } from '@contract/family';
import { limits } from '@contract/limits';
import { ageAt } from '@rules/dates';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { rosterKeepers } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children, type ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openAway } from './circle';
import { openChild } from './read-children';

/** A teacher's school or a director's township, a page at a time. Every look is written down. */
export const listRoster = defineAction('family.listRoster', {
  allow: rosterKeepers,
  async handle({ caller, database, now }, { cursor }) {
    const { posts, role: inUse } = signedIn(caller);
    const kept = posts.filter(({ role }) => role === 'teacher' || role === 'director');
    // Somebody who is both sees the children of the role in use.
    const post = kept.find((one) => one.role === inUse) ?? kept[0];
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
      children: page.map((child) => entryOf(child, caller.openid, now)),
      next: found.length > page.length ? page.at(-1)?._id : undefined,
    };
  },
});

function entryOf(child: ChildDocument, viewer: string, now: number): RosterEntry {
  const { nickname, birthYear, birthMonth } = openChild(child);
  const wait = child.waits?.find(({ state }) => state === 'waiting' || state === 'offered');
  return {
    id: child._id,
    nickname,
    age: ageAt(now, birthYear, birthMonth),
    schoolName: child.schoolName,
    away: openAway(child),
    guardianThere: child.circle.some((adult) => adult.standing === 'guardian'),
    wait: wait && {
      id: wait.waitlistId,
      urgency: wait.urgency,
      reviewAsked: wait.reviewAsked,
    },
    byProxy: child.circle.some((adult) => adult.openid === viewer && adult.standing === 'proxy'),
  };
}
