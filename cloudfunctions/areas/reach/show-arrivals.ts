import { addMonths, dayOf } from '@rules/dates';
import { channels } from '@contract/arriving';
import type { ArrivalMonth } from '@contract/campaign';
import { monthOfDay } from '@rules/periods';
import { inTens } from '@rules/small-numbers';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { arrivalTallies } from '../../platform/collections';
import { command } from '../../platform/database';

const monthsShown = 6;

/** Months that are over, in whole tens, without any sums (rules/small-numbers). */
export const showArrivals = defineAction('reach.showArrivals', {
  allow: countyAdministrators,
  async handle({ caller, database, now }) {
    const today = dayOf(now);
    const from = monthOfDay(addMonths(today, -monthsShown));
    const found = await database.find(arrivalTallies, {
      where: {
        county: countyAdministered(caller),
        // A month that still runs would tell when somebody came.
        month: command.gte(from).and(command.lt(monthOfDay(today))),
      },
      order: [['month', 'desc']],
      limit: 100,
    });
    const months = new Map<string, Map<string, number>>();
    for (const { month, counts } of found) {
      const sums = months.get(month) ?? new Map<string, number>();
      for (const [key, count] of Object.entries(counts)) {
        sums.set(key, (sums.get(key) ?? 0) + count);
      }
      months.set(month, sums);
    }
    return {
      months: [...months].flatMap(([month, sums]) => {
        const places = placesOf(sums);
        return places.length === 0 ? [] : [{ month, places }];
      }),
    };
  },
});

function placesOf(sums: Map<string, number>): ArrivalMonth['places'] {
  const places = [...new Set([...sums.keys()].map((key) => key.split('_')[0] ?? ''))].sort();
  return places.flatMap((place) => {
    const came = channels.flatMap((channel) => {
      const people = inTens(sums.get(`${place}_${channel}`) ?? 0);
      return people === 0 ? [] : [{ channel, people }];
    });
    return came.length === 0 ? [] : [{ place, came }];
  });
}
