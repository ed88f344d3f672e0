import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { children, posts, schools } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { ownSchool } from './own-school';

/**
 * A new school, or another name and number for one. Its township stays: children were written down
 * by it. The name that children and posts carry follows.
 */
export const saveSchool = defineAction('people.saveSchool', {
  allow: countyAdministrators,
  mostPerHour: 60,
  async handle({ caller, database, newId, once }, { schoolId, name, township, phone }) {
    const county = countyAdministered(caller) ?? '';
    if (schoolId === undefined && countyOf(township) !== county) throw new ActionError('NOT_FOUND');
    const made = newId('school');
    const answer = await once(async (transaction) => {
      if (schoolId === undefined) {
        await transaction.add(schools, { _id: made, county, township, name, phone });
        return { id: made };
      }
      await ownSchool(transaction, caller, schoolId);
      const number = phone ?? command.remove();
      await transaction.update(schools, schoolId, { name, phone: number });
      return { id: schoolId };
    });
    if (schoolId !== undefined) {
      const another = { schoolId, schoolName: command.neq(name) };
      await database.updateWhere(children, another, { schoolName: name });
      await database.updateWhere(posts, another, { schoolName: name });
    }
    return answer;
  },
});
