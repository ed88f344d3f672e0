import { addMonths, dayOf } from '@rules/dates';
import { channels } from '@contract/arriving';
import type { ArrivalMonth } from '@contract/campaign';
import { shownCount } from '@rules/campaign';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { arrivalTallies } from '../../platform/collections';
import { command } from '../../platform/database';

const monthsShown = 6;

/** Small numbers stay out, and so do sums: one that is left out could be reckoned from them. */
export const showArrivals = defineAction('reach.showArrivals', {
  allow: countyAdministrators,
  async handle({ caller, database, now }) {
    const from = addMonths(dayOf(now), 1 - monthsShown).slice(0, 7);
    const found = await database.find(arrivalTallies, {
      where: { county: countyAdministered(caller), month: command.gte(from) },
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
    return { months: [...months].map(([month, sums]) => ({ month, places: placesOf(sums) })) };
  },
});

function placesOf(sums: Map<string, number>): ArrivalMonth['places'] {
  const places = [...new Set([...sums.keys()].map((key) => key.split('_')[0] ?? ''))].sort();
  return places.map((place) => ({
    place,
    came: channels.flatMap((channel) => {
      const count = sums.get(`${place}_${channel}`);
      return count === undefined ? [] : [{ channel, people: shownCount(count) }];
    }),
  }));
}
