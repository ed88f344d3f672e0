import { dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { desks } from '../../platform/collections';
import { command } from '../../platform/database';
import { emptyDesk } from '../../platform/desks';
import { teacherPost } from './own-desk';

/** A teacher says when they answer families. Without any hours nothing is promised, and no note is written. */
export const setOfficeHours = defineAction('school.setOfficeHours', {
  allow: having('teacher'),
  async handle({ caller, now, once }, { hours }) {
    const { schoolId, county } = teacherPost(caller);
    const today = dayOf(now);
    const absences = hours.absences.filter(({ to }) => to >= today);
    const mine = { openid: caller.openid, spans: hours.spans, absences };
    return once(async (transaction) => {
      const desk = await transaction.get(desks, schoolId);
      const others = (desk?.teachers ?? []).filter(({ openid }) => openid !== caller.openid);
      const teachers = [...others, mine];
      if (!desk) await transaction.add(desks, { ...emptyDesk(schoolId, county), teachers });
      else {
        const change = { teachers: command.set(teachers), rev: command.inc(1) };
        await transaction.update(desks, schoolId, change);
      }
      return {};
    });
  },
});
