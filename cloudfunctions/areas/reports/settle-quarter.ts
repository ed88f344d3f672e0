import * as v from 'valibot';
import { TravelSchema, type Travel } from '@contract/shapes';
import { addDays } from '@rules/dates';
import { lastDayOf, monthsOfPeriod, quarterOfDay } from '@rules/periods';
import { countyOf } from '@rules/reach';
import { counsellors, figures, services, tallies } from '../../platform/collections';
import { regions } from '../../platform/collections/directory';
import { command, type Database } from '../../platform/database';
import { quarterId } from './increments';
import { rowsOf } from './rows-of-day';

/** So long after a quarter its visits may still be written up; then it is settled for good. */
const settlingDays = 7;
/** More than a county has. */
const counsellorsAtMost = 100;
const servicesAtMost = 500;
const townshipsAtMost = 1000;

const SettledSchema = v.object({ _id: v.string(), settled: v.optional(v.unknown()) });
const DoneSchema = v.object({ counsellorId: v.string(), done: v.number() });

/**
 * Writes down once what the talks of a quarter were, for allowances, and how far it was to the
 * nearest counselling. Allowances are paid by it, so nothing changes it later.
 */
export async function settleQuarter(database: Database, day: string): Promise<void> {
  const quarter = lastQuarterBefore(addDays(day, -settlingDays));
  const townships = await database.findParts(regions, v.object({ _id: v.string() }), {
    where: { _id: command.gt('') },
    order: [['_id', 'asc']],
    limit: townshipsAtMost,
    fields: { _id: true },
  });
  const counties = [...new Set(townships.map(({ _id }) => countyOf(_id)))];
  const ids = counties.map((county) => quarterId(county, quarter));
  const kept = await rowsOf(database, figures, ids, SettledSchema);
  const open = kept.filter(({ settled }) => settled == null).map(({ _id }) => _id);
  for (const county of counties.filter((one) => open.includes(quarterId(one, quarter)))) {
    const settled = {
      sessions: await sessionsOf(database, county, quarter),
      nearest: await nearestOf(database, county),
    };
    await database.updateWhere(
      figures,
      { _id: quarterId(county, quarter), settled: null },
      { settled: command.set(settled) },
    );
  }
}

/** The last quarter that was over on that day. */
function lastQuarterBefore(day: string): string {
  const quarter = quarterOfDay(day);
  if (lastDayOf(quarter) <= day) return quarter;
  return quarterOfDay(addDays(`${monthsOfPeriod(quarter)[0] ?? day}-01`, -1));
}

async function sessionsOf(database: Database, county: string, quarter: string) {
  const working = await database.findParts(
    counsellors,
    v.object({ _id: v.string(), name: v.string() }),
    {
      where: { county },
      order: [['_id', 'asc']],
      limit: counsellorsAtMost,
      fields: { name: true },
    },
  );
  const ids = working.flatMap(({ _id }) =>
    monthsOfPeriod(quarter).map((month) => `${_id}_${month}`),
  );
  const months = await rowsOf(database, tallies, ids, DoneSchema);
  return working.map(({ _id: counsellorId, name }) => {
    const own = months.filter((one) => one.counsellorId === counsellorId);
    return { counsellorId, name, done: own.reduce((sum, { done }) => sum + done, 0) };
  });
}

/** Minutes to the nearest place of counselling that one can go to, by township. */
async function nearestOf(database: Database, county: string): Promise<Record<string, number>> {
  const found = await database.findParts(
    services,
    v.object({ township: v.string(), travel: v.record(v.string(), TravelSchema) }),
    {
      where: { county, kinds: 'counselling' },
      order: [['_id', 'asc']],
      limit: servicesAtMost,
      fields: { township: true, travel: true },
    },
  );
  return nearestAmong(found);
}

/** The same of these services. */
export function nearestAmong(
  found: readonly { township: string; travel: Record<string, Travel> }[],
): Record<string, number> {
  const nearest: Record<string, number> = {};
  const offer = (township: string, minutes: number) => {
    nearest[township] = Math.min(nearest[township] ?? Infinity, minutes);
  };
  for (const { township, travel } of found) {
    const ways = Object.entries(travel).filter(([, { by }]) => by !== 'none');
    // By telephone, or somebody comes to the house: that is no place one could go to.
    if (ways.length === 0 && Object.keys(travel).length > 0) continue;
    if (!(township in travel)) offer(township, 0);
    for (const [code, { minutes }] of ways) offer(code, minutes);
  }
  return nearest;
}
