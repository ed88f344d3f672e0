import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { people } from '../../platform/collections';
import { viewPerson } from './person-view';

/** After a waiting period the job does it (erase-account.ts); asking twice does not put it off. */
export const deleteAccount = defineAction('account.deleteAccount', {
  allow: signedInPeople,
  async handle({ caller, database, now }) {
    const person = signedIn(caller);
    if (person.deleteAt) return viewPerson(caller);
    const deleteAt = now + limits.deletionDays * dayMs;
    await database.update(people, caller.openid, { deleteAt });
    return viewPerson({ ...caller, person: { ...person, deleteAt } });
  },
});

export const keepAccount = defineAction('account.keepAccount', {
  allow: signedInPeople,
  async handle({ caller, database }) {
    const person = signedIn(caller);
    if (person.deleteAt) await database.update(people, caller.openid, { deleteAt: null });
    return viewPerson({ ...caller, person: { ...person, deleteAt: null } });
  },
});
