import { dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { desks, settings } from '../../platform/collections';
import { teacherPost, viewStandIns } from './own-desk';

/** When the caller answers families, and who stands in for whom at the school. */
export const showOfficeHours = defineAction('school.showOfficeHours', {
  allow: having('teacher'),
  async handle({ caller, database, now }) {
    const { schoolId, county } = teacherPost(caller);
    const [desk, set] = await Promise.all([
      database.get(desks, schoolId),
      database.get(settings, county),
    ]);
    const mine = desk?.teachers.find(({ openid }) => openid === caller.openid);
    const today = dayOf(now);
    return {
      now,
      hours: { spans: mine?.spans ?? [], absences: mine?.absences ?? [] },
      holidays: (set?.holidays ?? []).filter(({ day }) => day >= today).slice(0, 10),
      standIns: desk ? viewStandIns(desk, caller.openid, today) : [],
    };
  },
});
