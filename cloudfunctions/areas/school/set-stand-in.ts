import { limits } from '@contract/limits';
import { dayOf, daysBetween } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { callerName } from '../../platform/caller-name';
import { desks, people, posts } from '../../platform/collections';
import { command } from '../../platform/database';
import { emptyDesk, openNames, sealNames } from '../../platform/desks';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { teacherPost } from './own-desk';

/**
 * A colleague of the school looks after the caller's families for some days: sees their threads then
 * and at no other time, and is told of what families write. The colleague is told, and may end it.
 */
export const setStandIn = defineAction('school.setStandIn', {
  allow: having('teacher'),
  async handle({ caller, now, newId, once }, { postId, from, to }) {
    const { schoolId, county, classes } = teacherPost(caller);
    const today = dayOf(now);
    if (to < today) throw new ActionError('TOO_LATE');
    if (daysBetween(from, to) >= limits.standInDays) throw new ActionError('INVALID_INPUT');
    const id = newId('s');
    return once(async (transaction) => {
      const post = await transaction.get(posts, postId);
      const colleague = post?.schoolId === schoolId && post.until === null;
      if (!colleague || post.openid === caller.openid) throw new ActionError('NOT_FOUND');
      const desk = await transaction.get(desks, schoolId);
      const before = desk ?? emptyDesk(schoolId, county);
      const holder = await transaction.get(people, post.openid);
      if (!holder) throw new ActionError('NOT_FOUND');
      const kept = before.standIns.filter((one) => one.to >= today);
      if (kept.length >= limits.standInsPerSchool) throw new ActionError('LIMIT_REACHED');
      // Nobody is away twice at once: what was named before for these days is given up.
      if (kept.some((one) => one.away === caller.openid && one.from <= to && from <= one.to)) {
        throw new ActionError('CANNOT_FOLLOW');
      }
      const standIns = [...kept, { id, away: caller.openid, here: post.openid, from, to }];
      const name = decrypt({ collection: posts.name, id: post._id, field: 'name' }, post.name);
      const named = standIns.flatMap(({ away, here }) => [away, here]);
      const known = {
        ...openNames(before),
        [post.openid]: name,
        [caller.openid]: callerName(caller) ?? '',
      };
      const names = sealNames(
        schoolId,
        Object.fromEntries(Object.entries(known).filter(([openid]) => named.includes(openid))),
      );
      if (!desk) await transaction.add(desks, { ...before, standIns, names });
      else {
        const change = { standIns: command.set(standIns), names, rev: command.inc(1) };
        await transaction.update(desks, schoolId, change);
      }
      const still = (holder.standIns ?? []).filter((one) => one.to >= today);
      const added = { id, schoolId, from, to, ...(classes?.length ? { classes } : {}) };
      await transaction.update(people, holder._id, { standIns: command.set([...still, added]) });
      transaction.tell({
        to: [post.openid],
        kind: 'standInNamed',
        nickname: callerName(caller) ?? '',
      });
      return { id };
    });
  },
});
