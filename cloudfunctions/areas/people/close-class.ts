import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { schools } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { ownSchool } from './own-school';
import { readClasses } from './read-classes';

/** A teacher's only class does not go: without any, the post would open the whole school. */
export const closeClass = defineAction('people.closeClass', {
  allow: having('admin'),
  async handle({ caller, database }, { schoolId, name }) {
    const school = await ownSchool(database, caller, schoolId);
    const { list } = await readClasses(database, school);
    const found = list.find((one) => one.name === name);
    if (!found) return {};
    if (found.children > 0 || found.teachers.length > 0) throw new ActionError('CANNOT_FOLLOW');
    await database.update(schools, schoolId, { classes: command.pull(name) });
    return {};
  },
});
