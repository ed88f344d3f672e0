import { coveredUntil, mondayOf, nextDuty, onDutyNow } from '@rules/duty';
import { dayOf } from '@rules/dates';
import { isClosed } from '@rules/directory-records';
import { wholeCountry } from '@rules/guide-regions';
import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { childEntry, ownChildOrNone } from '../../platform/allow';
import { children, hotlines } from '../../platform/collections';
import { command } from '../../platform/database';
import { shiftsAround } from '../../platform/duty';

/**
 * Whether a person is there, and the telephone lines; never who. Whoever belongs to the child's circle
 * does not count: they would not be asked.
 */
export const whoIsOnDuty = defineAction('safety.whoIsOnDuty', {
  allow: ownChildOrNone,
  async handle({ caller, database, now }, { county: named, childId }) {
    const entry = childId === undefined ? undefined : childEntry(caller, childId);
    const home = entry?.township ?? caller.person?.township;
    const county = entry ? countyOf(entry.township) : (named ?? (home && countyOf(home)));
    const [child, all, found] = await Promise.all([
      entry && database.get(children, entry.id),
      county === undefined ? [] : shiftsAround(database, county, now),
      database.find(hotlines, {
        where: { region: command.in(county ? [wholeCountry, county] : [wholeCountry]) },
        order: [['order', 'asc']],
        limit: 100,
      }),
    ]);
    const passedOver = child?.circle.map(({ openid }) => openid) ?? [];
    const there = ({ openid }: { openid: string }) => !passedOver.includes(openid);
    const shifts = all.filter(
      ({ day, duty, standIn }) =>
        day >= mondayOf(dayOf(now)) && (there(duty) || (standIn !== null && there(standIn))),
    );
    const onDuty = onDutyNow(shifts, now, passedOver).people.length > 0;
    return {
      ...{ now, onDuty, until: onDuty ? coveredUntil(shifts, now) : undefined },
      next: onDuty ? undefined : nextDuty(shifts, now),
      lines: found
        .filter(({ closedOn }) => !isClosed(closedOn, dayOf(now)))
        .map(({ _id: id, region: _region, ...line }) => ({ id, ...line })),
    };
  },
});
