import { limits } from '@contract/limits';
import { worksWith } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { rosterKeepers } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children, people } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { sealAtHome } from './circle';
import { entryOf, ownChildren } from './entry';
import { checkAge, findSchool, newChild } from './new-child';
import { viewChild } from './read-children';

/**
 * For a family without a telephone, its child director or teacher stands in the circle as proxy,
 * and every record of what they do says so.
 */
export const addChildByProxy = defineAction('family.addChildByProxy', {
  allow: rosterKeepers,
  mostPerHour: 60,
  async handle({ caller, database, now, newId, once }, input) {
    const person = signedIn(caller);
    checkAge(now, input.birthYear, input.birthMonth);
    const school = await findSchool(database, input.schoolId);
    const township = school?.township ?? input.township;
    if (!township) throw new ActionError('INVALID_INPUT');
    const place = { schoolId: school?._id, township };
    if (!person.posts.some((post) => worksWith(post, place))) {
      // The same answer whether the place is somebody else's or nowhere.
      throw new ActionError('NOT_FOUND');
    }
    const proxied = person.children.length - ownChildren(person);
    if (proxied >= limits.childrenPerProxy) throw new ActionError('LIMIT_REACHED');
    return once(async (transaction) => {
      // Read again with what is written: a post that ends in this moment takes no child with it.
      const holder = await transaction.get(people, caller.openid);
      if (!holder?.posts.some((post) => worksWith(post, place))) throw new ActionError('FORBIDDEN');
      const id = newId('c');
      const me = { openid: caller.openid, relation: 'other', standing: 'proxy' } as const;
      const { caregiver, phone } = input;
      const child = {
        ...newChild(id, input, { school, township, now }, me),
        athome: sealAtHome(id, { caregiver, phone }),
      };
      await transaction.add(children, child);
      await transaction.update(people, caller.openid, {
        children: command.push([entryOf(child, me)]),
      });
      return viewChild(child, me);
    });
  },
});
