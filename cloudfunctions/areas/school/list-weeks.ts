import type { ChildWeek } from '@contract/weekly';
import { closesAt, starterOf, weekOf } from '@rules/weekly';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { readWeeks, viewWeek } from '../../platform/child-weeks';
import { children } from '../../platform/collections';
import { memberOf } from '../family/circle';
import { openChild } from '../family/read-children';

/** One child's weeks. Of a class's document only this child's part leaves the function. */
export const listWeeks = defineAction('school.listWeeks', {
  allow: circleOfChild,
  async handle({ caller, database, now }, { childId, before }) {
    const [found, page] = await Promise.all([
      database.get(children, childId),
      readWeeks(database, childId, before),
    ]);
    // The circle is the truth, whatever the caller's own list says.
    const { child, me } = memberOf(found, caller.openid);
    // Who acts for the family is of the school or the village: what home says is not for them.
    const shown = me.standing === 'proxy' ? page.weeks.map(withoutHome) : page.weeks;
    const week = weekOf(now);
    const isNew = before === undefined && page.weeks[0]?.week !== week;
    return {
      now,
      nickname: openChild(child).nickname,
      week,
      closesAt: closesAt(week),
      weeks: [...(isNew ? [viewWeek(week, [], childId)] : []), ...shown],
      next: page.next,
    };
  },
});

const withoutHome = (week: ChildWeek): ChildWeek => ({
  ...week,
  home: undefined,
  starter: starterOf(week.school?.answer, undefined),
});
