import { limits } from '@contract/limits';
import { standingOf } from '@rules/circle';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { children, people } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { entryOf, ownChildren } from './entry';
import { checkAge, findSchool, newChild } from './new-child';
import { viewChild } from './read-children';

/** Writes down a child with the least that booking needs, and its first adult: whoever adds it. */
export const addChild = defineAction('family.addChild', {
  allow: signedInPeople,
  async handle({ caller, database, now, newId, once }, input) {
    checkAge(now, input.birthYear, input.birthMonth);
    const school = await findSchool(database, input.schoolId);
    return once(async (transaction) => {
      const person = await transaction.get(people, caller.openid);
      if (!person) throw new ActionError('NOT_SIGNED_IN');
      if (ownChildren(person) >= limits.childrenPerPerson) {
        throw new ActionError('LIMIT_REACHED');
      }
      const township = school?.township ?? person.township;
      if (!township) throw new ActionError('INVALID_INPUT');
      const { relation } = input;
      const me = { openid: caller.openid, relation, standing: standingOf(relation) };
      const child = newChild(newId('c'), input, { school, township, now }, me);
      await transaction.add(children, child);
      await transaction.update(people, caller.openid, {
        children: command.push([entryOf(child, me)]),
      });
      return viewChild(child, me);
    });
  },
});
