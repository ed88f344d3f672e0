import { startOfDay } from '@rules/dates';
import { defaultPriority } from '@rules/priority';
import { usualDemand } from '@rules/simulated-demand';
import { compare, type Question } from '@rules/simulation-figures';
import { tableOf } from '../../config/commands/simulate';

export const about =
  'A county-year of demand on too few places, with the rule of fair priority and without.';

/** Six counsellors with twenty places a week each; a tenth more is asked for than there is. */
const county: Question = {
  ...{ from: startOfDay('2026-01-05'), weeks: 52, placesAWeek: 120 },
  ...{ demand: usualDemand, settings: defaultPriority, seed: 1 },
};

/** Another year with other people: what one of them shows may be chance. */
const seeds = [1, 2, 3, 4, 5];

export function run(): Promise<boolean> {
  const { placesAWeek, weeks, demand } = county;
  console.log(
    `${weeks} weeks, 6 counsellors, ${placesAWeek} places and ${demand.requestsAWeek} requests a week; days waited with the rule | first come:\n`,
  );
  const began = performance.now();
  const years = seeds.map((seed) => ({ seed, ...compare({ ...county, seed }) }));
  const msAYear = Math.round((performance.now() - began) / seeds.length / 2);
  let good = true;
  for (const { seed, withRule, without } of years) {
    if (seed === 1) console.log(tableOf(withRule, without));
    const median = (figures: typeof withRule, urgency: string) =>
      figures.groups.find((one) => one.first && one.urgency === urgency)?.median ?? 0;
    good =
      good &&
      median(withRule, 'urgent') < median(without, 'urgent') &&
      median(withRule, 'soon') < median(without, 'soon') &&
      withRule.starved === 0;
  }
  const [first] = years;
  console.log(
    JSON.stringify({
      ...{ bench: 'fairness', weeks, placesAWeek, demand, settings: county.settings },
      ...{ withRule: first?.withRule, without: first?.without },
      longest: years.map(({ withRule, without }) => [withRule.all.longest, without.all.longest]),
      starved: years.map(({ withRule, without }) => [withRule.starved, without.starved]),
      msAYear,
    }),
  );
  return Promise.resolve(good);
}
