import { standingOf } from '@rules/circle';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children, people, threads, type ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { memberOf } from './circle';
import { entryOf } from './entry';
import { checkAge, findSchool, sealBirth, sealNickname } from './new-child';
import { viewChild } from './read-children';

/** What is written down can be put right (PIPL 46), by every adult of the circle. */
export const updateChild = defineAction('family.updateChild', {
  allow: circleOfChild,
  async handle({ caller, database, now, once }, input) {
    const { childId, nickname, birthYear, birthMonth, relation } = input;
    if (birthYear !== undefined && birthMonth !== undefined) checkAge(now, birthYear, birthMonth);
    const school = await findSchool(database, input.schoolId ?? undefined, { closedToo: true });
    const answer = await once(async (transaction) => {
      const { child, me } = memberOf(await transaction.get(children, childId), caller.openid);
      if (school?.closedAt !== undefined && moves(child, school._id)) {
        throw new ActionError('NOT_FOUND');
      }
      // Who came in as a parent and is none would keep a parent's rights, and the other way round:
      // changing that is for a new invitation.
      if (relation && standingOf(relation) !== standingOf(me.relation)) {
        throw new ActionError('FORBIDDEN');
      }
      const mine = relation ? { ...me, relation } : me;
      const change: Partial<ChildDocument> = {
        ...(nickname && { nickname: sealNickname(childId, nickname) }),
        ...(birthYear && birthMonth && { birth: sealBirth(childId, birthYear, birthMonth) }),
        ...(school && {
          schoolId: school._id,
          schoolName: school.name,
          township: school.township,
        }),
        // Another school has other classes.
        ...(moves(child, input.schoolId) && { className: undefined }),
        ...(input.schoolId === null && { schoolId: undefined, schoolName: undefined }),
        ...(relation && { circle: child.circle.map((adult) => (adult === me ? mine : adult)) }),
      };
      const left = { schoolId: command.remove(), schoolName: command.remove() };
      await transaction.update(children, childId, {
        ...change,
        ...(input.schoolId === null ? left : {}),
        ...(moves(child, input.schoolId) && { className: command.remove() }),
        rev: command.inc(1),
      });
      const changed = { ...child, ...change };
      const person = await transaction.get(people, caller.openid);
      if (!person) throw new ActionError('NOT_SIGNED_IN');
      // The lists of the other adults are put right when they next look (read-children.ts).
      await transaction.update(people, caller.openid, {
        children: person.children.map((entry) =>
          entry.id === childId ? entryOf(changed, mine) : entry,
        ),
      });
      return viewChild(changed, mine);
    });
    // The desk of the school asks by it; who may read is asked of the child itself.
    if (input.schoolId !== undefined) {
      const elsewhere = { _id: childId, schoolId: command.neq(input.schoolId) };
      const change = { schoolId: input.schoolId, className: '' };
      await database.updateWhere(threads, elsewhere, change);
    }
    return answer;
  },
});

const moves = (child: ChildDocument, schoolId: string | null | undefined) =>
  schoolId !== undefined && (schoolId ?? undefined) !== child.schoolId;
