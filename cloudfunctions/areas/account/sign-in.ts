import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { people, type PersonDocument } from '../../platform/collections';
import { isDuplicate } from '../../platform/errors';
import { viewPerson } from './person-view';

/** Begins an account. Somebody who has one keeps it, whatever they ask for now. */
export const signIn = defineAction('account.signIn', {
  allow: anyone,
  async handle({ caller, database, now }, input) {
    if (caller.person) return viewPerson(caller);
    const person: PersonDocument = {
      _id: caller.openid,
      roles: [input.role],
      role: input.role,
      township: input.township,
      // Caregivers begin with large letters (design.md, "Look and feel").
      size: input.role === 'caregiver' ? 'large' : 'standard',
      children: [],
      posts: [],
      createdAt: now,
    };
    try {
      await database.add(people, person);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // The same tap arrived twice: the first one made the account.
      return viewPerson({ ...caller, person: await database.get(people, caller.openid) });
    }
    return viewPerson({ ...caller, person });
  },
});
