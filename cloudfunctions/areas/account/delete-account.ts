import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { people } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { viewPerson } from './person-view';

/** After a waiting period the job does it (erase-accounts.ts); asking twice does not put it off. */
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

/** Until the waiting period is over. */
export const keepAccount = defineAction('account.keepAccount', {
  allow: signedInPeople,
  async handle({ caller, database, now }) {
    const person = signedIn(caller);
    if (!person.deleteAt) return viewPerson(caller);
    // Once the period is over the job may be half done with it.
    const inTime = { _id: caller.openid, deleteAt: command.gt(now) };
    const kept = await database.updateWhere(people, inTime, { deleteAt: null });
    if (kept === 0) throw new ActionError('TOO_LATE');
    return viewPerson({ ...caller, person: { ...person, deleteAt: null } });
  },
});
