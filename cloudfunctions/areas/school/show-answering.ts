import { dayOf } from '@rules/dates';
import { nextAnswerOf } from '@rules/office-hours';
import { defineAction } from '../../platform/action';
import { childEntry, circleOfChild } from '../../platform/allow';
import { desks, settings } from '../../platform/collections';
import { hoursOf } from '../../platform/desks';
import { viewStandIns } from './own-desk';

/** For the family: when somebody of the child's school answers. Nothing is promised that nobody said. */
export const showAnswering = defineAction('school.showAnswering', {
  allow: circleOfChild,
  async handle({ caller, database, now }, { childId }) {
    const schoolId = childEntry(caller, childId)?.schoolId;
    const desk = schoolId === undefined ? undefined : await database.get(desks, schoolId);
    if (!desk) return { now, said: false, spans: [], standIns: [] };
    const set = await database.get(settings, desk.county);
    const hours = hoursOf(desk);
    const holidays = new Set((set?.holidays ?? []).map(({ day }) => day));
    const today = dayOf(now);
    return {
      now,
      said: hours.some(({ spans }) => spans.length > 0),
      next: nextAnswerOf(now, hours, holidays),
      spans: hours.flatMap(({ spans }) => [...spans]),
      standIns: viewStandIns(desk, caller.openid, today)
        .filter(({ from }) => from <= today)
        .map(({ forName, name, to }) => ({ forName, name, to })),
    };
  },
});
