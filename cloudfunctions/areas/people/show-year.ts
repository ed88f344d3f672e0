import { lastGradeOf, planYear } from '@rules/school-year';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { yearStand } from './list-classes';
import { ownSchool } from './own-school';
import { readClasses } from './read-classes';

/** The preview is the plan itself: what is shown is what would be done. */
export const showYear = defineAction('people.showYear', {
  allow: having('admin'),
  async handle({ caller, database, now }, { schoolId, lastGrade: wanted }) {
    const school = await ownSchool(database, caller, schoolId);
    const { list } = await readClasses(database, school);
    const names = list.map(({ name }) => name);
    const lastGrade = wanted ?? lastGradeOf(names);
    const moves = planYear(names, lastGrade).flatMap((move) => {
      const found = list.find(({ name }) => name === move.from);
      const to = move.kind === 'moves' ? { to: move.to } : {};
      return found ? [{ ...found, kind: move.kind, ...to }] : [];
    });
    return { name: school.name, ...yearStand(school, now), lastGrade, moves };
  },
});
