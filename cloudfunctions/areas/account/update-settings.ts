import * as v from 'valibot';
import { FamilyRoleSchema } from '@contract/enums';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { people } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { blindIndex, encrypt } from '../../platform/field-encryption';
import { tellCounsellors } from '../booking/tell-counsellors';
import { viewPerson } from './person-view';

export const updateSettings = defineAction('account.updateSettings', {
  allow: signedInPeople,
  mostPerHour: 120,
  async handle({ caller, database, now }, { phone, ...plain }) {
    const person = signedIn(caller);
    // A role is given by invitation; here a person only switches between the roles they hold.
    const { role } = plain;
    const held = role === undefined || person.roles.includes(role);
    // Only the two that anybody may begin with can be taken by oneself: a mis-tap is mended so.
    if (!held && !v.is(FamilyRoleSchema, role)) throw new ActionError('FORBIDDEN');
    const change = {
      ...plain,
      ...(phone && {
        phone: encrypt({ collection: people.name, id: caller.openid, field: 'phone' }, phone),
        phoneIndex: blindIndex('phone', phone),
      }),
    };
    // Added to what is there by then: a post that ends in this moment stays ended.
    const taken = held || !role ? {} : { roles: command.addToSet(role) };
    await database.update(people, caller.openid, { ...change, ...taken });
    if (phone) await tellCounsellors(database, { openid: caller.openid, person, phone, now });
    const roles = held || !role ? person.roles : [...person.roles, role];
    return viewPerson({ ...caller, person: { ...person, ...change, roles } });
  },
});
