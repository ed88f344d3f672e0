import { addDays, addMonths, hourMs, startOfDay } from '@rules/dates';
import { seededRandom } from '@rules/simulated-demand';
import type { ActionName } from '@contract';
import { countFigures } from '../../cloudfunctions/areas/reports/count-figures';
import { figures } from '../../cloudfunctions/platform/collections';
import { command } from '../../cloudfunctions/platform/database';
import { captureLog } from '../functions/support/log';
import type { Person } from '../functions/support/person';
import { county } from '../functions/support/documents';
import { startTestCloud, type TestCloud } from '../functions/support/test-cloud';
import { FilledCounty } from './support/county/filled-county';
import { table } from './support/table';

export const about =
  'A year of a county, lived day by day and counted: what every page of an administrator costs after a quarter and after the year (`county 1000`: so many children stand for 100,000).';

const inLife = 100_000;
const firstMonth = '2025-01';
const months = 13;
/** Days of a month that are counted as the job does; the others are lived and taken as counted. */
const countedDays = ['01', '02', '07', '08', '28'];
/** When it is measured: a quarter and a week have been lived, and the year and a week. */
const measuredOn = ['2025-04-08', '2026-01-08'];

/** design.md, "Budgets", the caller's own read counted; what is more is argued for in the budgets' test. */
const mostTrips = 3;
const arguedTrips: Partial<Record<ActionName, number>> = {
  'safety.listAlerts': 3,
  'safety.listDuty': 1,
  'booking.showSupply': 1,
};
const mostBytes = 16 * 1024;
/** A list of the year's months is longer after a year than after a quarter, and no longer after ten. */
const monthsMore = 12;

interface Cost {
  page: string;
  lived: string;
  documents: number;
  trips: number;
  examined: number;
  bytes: number;
  ms: number;
}

/** Every page that only administrators open, and the first one. */
const pages = (quarter: string, month: string) =>
  [
    ['reports.showOverview', { period: month }, 'a month'],
    ['reports.showOverview', { period: quarter }, 'a quarter'],
    ['reports.showOverview', { period: '2025' }, 'a year'],
    ['reports.exportAudit', { year: 2025 }, ''],
    ['account.home', {}, ''],
    ['account.listStaff', {}, ''],
    ['booking.listCounsellors', {}, ''],
    ['booking.listHolidays', {}, ''],
    ['booking.showPriority', {}, ''],
    ['booking.showSupply', {}, ''],
    ['guides.listDrafts', { list: 'mine' }, ''],
    ['guides.showFigures', { guideId: 'c1-signs' }, ''],
    ['guides.showForm', {}, ''],
    ['notify.listBulletins', {}, ''],
    ['notify.listDeadLetters', {}, ''],
    ['notify.listInbox', {}, ''],
    ['safety.countAlerts', {}, ''],
    ['safety.listAlerts', { show: 'open' }, ''],
    ['safety.listDuty', { from: '2025-04-07' }, ''],
    ['school.listSentAnnouncements', {}, ''],
    ['directory.listServices', { county }, ''],
  ] as const;

export async function run(args: readonly string[]): Promise<boolean> {
  const count = Number(args[0] ?? 1000);
  const log = captureLog();
  const test = await startTestCloud();
  const costs: Cost[] = [];
  try {
    const filled = new FilledCounty(test.database, seededRandom(7));
    await filled.begin(count, startOfDay(`${firstMonth}-01`));
    console.log(
      `${count} children for ${inLife}: ${((count / inLife) * 100).toFixed(1)} % of the county.`,
    );
    const began = performance.now();
    for (let ahead = 0; ahead < months; ahead += 1) {
      const month = addMonths(`${firstMonth}-01`, ahead).slice(0, 7);
      const days = countedDays.map((day) => `${month}-${day}`);
      await filled.live(month, days);
      for (const day of days) {
        const counting = await countDay(test, day);
        if (!measuredOn.includes(day)) continue;
        const seconds = Math.round((performance.now() - began) / 1000);
        console.log(`lived until ${day}: ${filled.total} documents (${seconds} s)`);
        const at = { lived: day, documents: filled.total };
        costs.push({ page: 'the job: one day', bytes: 0, ...counting, ...at });
        for (const cost of await measure(test, test.as('wx-admin'), day)) {
          costs.push({ ...cost, ...at });
        }
      }
      await filled.endMonth(month);
    }
    print(costs, count);
    return costs.every((cost) => isWithin(cost, costs));
  } finally {
    await test.close();
    log.stop();
  }
}

/** The night after a day. */
async function countDay(test: TestCloud, day: string) {
  const uncounted = { _id: 'all', through: command.lt(addDays(day, -1)) };
  await test.database.updateWhere(figures, uncounted, { through: addDays(day, -1) });
  const before = test.cloud.stats();
  const began = performance.now();
  await countFigures(test.database, startOfDay(addDays(day, 1)) + hourMs);
  const after = test.cloud.stats();
  return {
    trips: after.roundTrips - before.roundTrips,
    examined: after.examined - before.examined,
    ms: Math.round(performance.now() - began),
  };
}

async function measure(
  test: TestCloud,
  admin: Person,
  day: string,
): Promise<Omit<Cost, 'lived' | 'documents'>[]> {
  const atStart = day.startsWith('2025') ? ['2025-Q1', '2025-03'] : ['2025-Q4', '2025-12'];
  const [quarter = '', month = ''] = atStart;
  const costs: Omit<Cost, 'lived' | 'documents'>[] = [];
  for (const [action, input, name] of pages(quarter, month)) {
    // The first look of a day leaves a trace, and the first call loads code: the second is measured.
    await ask(admin, action, input);
    const before = test.cloud.stats();
    const began = performance.now();
    const bytes = await ask(admin, action, input);
    const ms = Math.round(performance.now() - began);
    const after = test.cloud.stats();
    costs.push({
      page: name === '' ? action : `${action}, ${name}`,
      trips: after.roundTrips - before.roundTrips,
      examined: after.examined - before.examined,
      ...{ bytes, ms },
    });
  }
  return costs;
}

let asked = 0;

async function ask(admin: Person, action: ActionName, input: object): Promise<number> {
  asked += 1;
  const answer = await admin.send({ action, input, requestId: `bench-county-${asked}` });
  const text = JSON.stringify(answer);
  if (!text.startsWith('{"ok":true')) throw new Error(`${action}: ${text.slice(0, 200)}`);
  return Buffer.byteLength(text);
}

function isWithin(cost: Cost, all: readonly Cost[]): boolean {
  const first = all.find(({ page }) => page === cost.page);
  if (!first) return false;
  if (cost.page.startsWith('the job')) return cost.examined <= first.examined * 2;
  const [action = ''] = cost.page.split(',');
  const most = mostTrips + (arguedTrips[action as ActionName] ?? 0);
  return (
    cost.trips <= most &&
    cost.bytes <= mostBytes &&
    cost.trips === first.trips &&
    cost.examined <= first.examined + monthsMore
  );
}

function print(costs: readonly Cost[], children: number): void {
  console.log(
    table([
      ['', 'lived until', 'documents', 'round trips', 'examined', 'bytes', 'ms', ''],
      ...costs.map((cost) => [
        ...[cost.page, cost.lived, cost.documents, cost.trips, cost.examined, cost.bytes, cost.ms],
        isWithin(cost, costs) ? '' : 'over',
      ]),
    ]),
  );
  for (const cost of costs) console.log(JSON.stringify({ bench: 'county', children, ...cost }));
}
