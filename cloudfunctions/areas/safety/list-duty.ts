import { gapsOf, mondayOf } from '@rules/duty';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { dutyRoster } from '../../platform/collections';
import { rosterId } from '../../platform/duty';
import { heldPosts } from '../../platform/held-posts';
import { reachable } from '../../platform/reach-duty';
import { countyOfRoster, namesOf, viewShift } from './week';

/** So many stay within an answer; who can be reached comes first, for only they can be put down. */
const peopleShown = 80;

export const listDuty = defineAction('safety.listDuty', {
  allow: staff,
  async handle({ caller, database, now }, { from }) {
    const county = countyOfRoster(caller);
    const week = mondayOf(from);
    const [roster, held] = await Promise.all([
      database.get(dutyRoster, rosterId(county, week)),
      heldPosts(database, { county }),
    ]);
    const reached = await reachable(
      database,
      held.map(({ openid }) => openid),
    );
    const name = namesOf(held, caller.openid);
    const reachableFirst = [...held].sort(
      (one, other) => Number(reached.has(other.openid)) - Number(reached.has(one.openid)),
    );
    const shifts = roster?.shifts ?? [];
    const order = (one: (typeof shifts)[number]) =>
      `${one.day} ${String(one.from).padStart(4, '0')}`;
    return {
      ...{ now, county, week, rev: roster?.rev ?? 0 },
      shifts: [...shifts]
        .sort((a, b) => (order(a) < order(b) ? -1 : 1))
        .map((shift) => viewShift(shift, name)),
      gaps: gapsOf(week, shifts, now),
      people: reachableFirst.slice(0, peopleShown).map(({ _id: postId, openid }) => ({
        ...name({ postId, openid }),
        reachable: reached.has(openid),
      })),
      mayChange: countyAdministered(caller) !== undefined,
    };
  },
});
