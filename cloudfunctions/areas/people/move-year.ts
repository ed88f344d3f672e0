import { schoolYearOf } from '@rules/school-year';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { schools } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { soon } from '../../platform/lease';
import { carryOutMove } from './carry-out-move';
import { ownSchool } from './own-school';

/**
 * Once a school year. What was decided is written down first: whatever is cut short after that is
 * ended by the job, or by the next tap, as it was decided then.
 */
export const moveYear = defineAction('people.moveYear', {
  allow: having('admin'),
  async handle({ caller, database, now, random }, { schoolId, year, lastGrade, staying }) {
    const school = await ownSchool(database, caller, schoolId);
    if (school.moved?.year === year) return { doneAt: school.moved.at };
    if (year !== schoolYearOf(now) || school.closedAt !== undefined) {
      throw new ActionError('CANNOT_FOLLOW');
    }
    const moving = { year, lastGrade, staying, at: now };
    // Of two who tap at once, the first decides.
    const untouched = { _id: schoolId, moving: command.exists(false) };
    await database.updateWhere(schools, untouched, { moving });
    await soon(random, () => carryOutMove(database, schoolId, { now, random }));
    const after = await database.get(schools, schoolId);
    if (after?.moved?.year !== year) throw new ActionError('BUSY');
    return { doneAt: after.moved.at };
  },
});
