import { permits } from '@rules/consent';
import { closesAt, weekOf } from '@rules/weekly';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { weeks } from '../../platform/collections';
import { openChild } from '../family/read-children';
import { classesOf, ownClass, readClass } from './classes';
import { classWeekId, openWeek } from '../../platform/week-document';

/** The class with everybody's names, and what any of its teachers has said already. */
export const showWeek = defineAction('school.showWeek', {
  allow: having('teacher'),
  async handle({ caller, database, now }, { class: wanted }) {
    const chosen = ownClass(caller, wanted);
    const week = weekOf(now);
    const [members, document] = await Promise.all([
      readClass(database, chosen),
      database.get(weeks, classWeekId(chosen, week)),
    ]);
    const said = openWeek(document);
    await recordAccess(database, {
      viewer: caller,
      role: 'teacher',
      childIds: members.map(({ _id }) => _id),
      purpose: 'week',
      now,
    });
    return {
      now,
      week,
      closesAt: closesAt(week),
      class: chosen,
      classes: classesOf(caller),
      children: members.map((child) => {
        const one = said[child._id];
        return {
          id: child._id,
          nickname: openChild(child).nickname,
          agreed: permits(child.consents, 'messages'),
          said: one && { answer: one.answer, by: one.name, at: one.at, held: one.held },
        };
      }),
    };
  },
});
