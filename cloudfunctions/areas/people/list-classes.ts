import { schoolYearOf } from '@rules/school-year';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { ownSchool, type SchoolDocument } from './own-school';
import { readClasses } from './read-classes';

export const listClasses = defineAction('people.listClasses', {
  allow: having('admin'),
  async handle({ caller, database, now }, { schoolId }) {
    const school = await ownSchool(database, caller, schoolId);
    const { list, unclassed } = await readClasses(database, school);
    return { name: school.name, classes: list, unclassed, year: yearStand(school, now) };
  },
});

/** Which school year it is, and when its classes moved up. */
export function yearStand({ moved }: SchoolDocument, now: number) {
  const year = schoolYearOf(now);
  return { year, ...(moved?.year === year && { doneAt: moved.at }) };
}
