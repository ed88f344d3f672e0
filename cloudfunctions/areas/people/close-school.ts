import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { children, posts, schools } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { ownSchool } from './own-school';

/** Nobody may be left in it: children without a school would be nobody’s, teachers would teach nobody. */
export const closeSchool = defineAction('people.closeSchool', {
  allow: countyAdministrators,
  async handle({ caller, database, now }, { schoolId }) {
    const school = await ownSchool(database, caller, schoolId);
    if (school.closedAt !== undefined) return {};
    const [there, teaching] = await Promise.all([
      database.count(children, { schoolId }),
      database.count(posts, { schoolId, until: null }),
    ]);
    if (there + teaching > 0) throw new ActionError('CANNOT_FOLLOW');
    await database.update(schools, schoolId, { closedAt: now });
    return {};
  },
});
