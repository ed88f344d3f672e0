import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children, people, posts, threads, type PostDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { leftBehind, withoutPost } from '../account/staff';
import { fitting, visitsToCome } from '../booking/hand-over-visits';
import { nameOfPost } from './own-school';
import { findSuccessors } from './successors';

/** What would move, before anything does. Counts alone: who the children are is not the administrator's to see. */
export const showLeave = defineAction('people.showLeave', {
  allow: having('admin'),
  async handle({ caller, database, now }, { postId, toPostId }) {
    const post = await database.get(posts, postId);
    // The same answer whether it is elsewhere or nowhere.
    if (post?.until !== null || !mayAdminister(signedIn(caller).posts, post)) {
      throw new ActionError('NOT_FOUND');
    }
    const [holder, successors, inClasses, visits] = await Promise.all([
      database.get(people, post.openid),
      findSuccessors(database, post),
      countInClasses(database, post),
      post.role === 'counsellor' && post.counsellorId !== undefined
        ? visitsToCome(database, post.counsellorId, now)
        : [],
    ]);
    const families = holder ? leftBehind(holder, withoutPost(holder, postId)).length : 0;
    const to = successors.find(({ _id }) => _id === toPostId);
    const fits =
      to?.counsellorId === undefined
        ? undefined
        : to.counsellorId === post.counsellorId
          ? visits
          : await fitting(database, visits, to.counsellorId);
    return {
      ...{ role: post.role, name: nameOfPost(post), classes: post.classes },
      ...{ ...inClasses, families, visits: visits.length, fitting: fits?.length },
      successors: successors.map((one) => ({
        ...{ postId: one._id, name: nameOfPost(one), classes: one.classes },
      })),
    };
  },
});

/** The children that a teacher answers for, or a director looks after, and who of them waits. */
async function countInClasses(
  database: Database,
  { role, schoolId, township, classes = [] }: PostDocument,
): Promise<{ children: number; waiting: number }> {
  if (role === 'director' && township !== undefined) {
    return { children: await database.count(children, { township }), waiting: 0 };
  }
  if (role !== 'teacher' || schoolId === undefined) return { children: 0, waiting: 0 };
  const where = {
    schoolId,
    ...(classes.length > 0 && { className: command.in(classes) }),
  };
  const [there, waiting] = await Promise.all([
    database.count(children, where),
    database.count(threads, { ...where, waitingSince: command.gt(0) }),
  ]);
  return { children: there, waiting };
}
