import { limits } from '@contract/limits';
import { ageAt } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { children, people, schools, type ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { encrypt } from '../../platform/field-encryption';
import { viewChild } from './read-children';

/** Writes down a child with the least that booking needs, and its first adult: whoever adds it. */
export const addChild = defineAction('family.addChild', {
  allow: signedInPeople,
  async handle({ caller, database, now, newId, once }, input) {
    const age = ageAt(now, input.birthYear, input.birthMonth);
    if (age < 0 || age > limits.childAgeYears) throw new ActionError('INVALID_INPUT');
    const school = input.schoolId ? await database.get(schools, input.schoolId) : undefined;
    if (input.schoolId && !school) throw new ActionError('NOT_FOUND');
    return once(async (transaction) => {
      const person = await transaction.get(people, caller.openid);
      if (!person) throw new ActionError('NOT_SIGNED_IN');
      if (person.children.length >= limits.childrenPerPerson) {
        throw new ActionError('LIMIT_REACHED');
      }
      const township = school?.township ?? person.township;
      if (!township) throw new ActionError('INVALID_INPUT');
      const id = newId('c');
      const place = (field: string) => ({ collection: children.name, id, field });
      const birth = `${input.birthYear}-${String(input.birthMonth).padStart(2, '0')}`;
      const child: ChildDocument = {
        _id: id,
        nickname: encrypt(place('nickname'), input.nickname),
        birth: encrypt(place('birth'), birth),
        schoolId: school?._id,
        schoolName: school?.name,
        township,
        circle: [{ openid: caller.openid, relation: input.relation, since: now }],
        upcoming: [],
        bookings: 0,
        rev: 1,
        createdAt: now,
      };
      await transaction.add(children, child);
      const entry = { id, relation: input.relation, township, schoolId: school?._id };
      await transaction.update(people, caller.openid, {
        children: command.push([JSON.parse(JSON.stringify(entry))]),
      });
      return viewChild(child, input.relation);
    });
  },
});
