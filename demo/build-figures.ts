import { yearId, quarterId } from '../cloudfunctions/areas/reports/increments';
import { nearestAmong } from '../cloudfunctions/areas/reports/settle-quarter';
import type {
  DocumentOf,
  FigureDocument,
  guideTallies,
  ServiceDocument,
} from '../cloudfunctions/platform/collections';
import { addDays, addMonths, dayOf } from '../cloudfunctions/rules/dates';
import { spreadKey, type Counts, type Measure, type Spread } from '../cloudfunctions/rules/figures';
import {
  isClosed,
  monthOfDay,
  monthsOfPeriod,
  quarterOfDay,
} from '../cloudfunctions/rules/periods';
import { counsellorsOn } from './county/counsellors';
import { countyCode, townshipKeys, townships, type TownshipKey } from './county/townships';
import { mulberry32 } from './random';

/** So long the demonstration has been counted. */
const monthsCounted = 15;
/** The school whose administrator sees figures of it. */
const schoolId = 'school-liuxi-primary';

/** Families who use it in a month. */
const families: Record<TownshipKey, number> = {
  ...{ qingshi: 410, liuxi: 260, fenglin: 150, shiqiao: 120, yunwu: 95, bailu: 64 },
};
/** How many of a hundred of them, where nothing else is said. */
const shares: Record<Exclude<Measure, 'reached'>, number> = {
  ...{ heard: 140, booked: 14, joined: 7, noTime: 6, twoWeeks: 3, tooFar: 2 },
  ...{ answered: 52, answeredSoon: 41, answers: 120 },
};
/** The bus to the next counselling is long there. */
const farAway: Partial<Record<TownshipKey, Partial<Record<Measure, number>>>> = {
  yunwu: { booked: 6, joined: 22, noTime: 19, twoWeeks: 14, tooFar: 13 },
  bailu: { booked: 8, joined: 13, noTime: 12, twoWeeks: 8, tooFar: 9 },
};

/** Months and quarters that the job would have counted (areas/reports), up to yesterday. */
export function buildFigures(
  now: number,
  services: readonly ServiceDocument[],
  heardUntilNow: readonly DocumentOf<typeof guideTallies>[],
): FigureDocument[] {
  const random = mulberry32(17);
  const through = addDays(dayOf(now), -1);
  const from = `${monthOfDay(addMonths(through, -monthsCounted))}-01`;
  const months = Array.from({ length: monthsCounted + 1 }, (_, ahead) =>
    monthOfDay(addMonths(from, ahead)),
  );
  const years = new Map<string, FigureDocument>();
  const quarters = new Map<string, FigureDocument>();
  months.forEach((month, age) => {
    // It grows in its first year, and summer is quieter.
    const season = ['07', '08'].includes(month.slice(5)) ? 0.7 : 1;
    const size = season * Math.min(1, 0.35 + age * 0.06);
    const day = `${month}-01`;
    const quarter = quarterOfDay(day);
    const document = quarters.get(quarter) ?? newQuarter(quarter, through);
    quarters.set(quarter, document);
    const all: Counts[] = townshipKeys.map((key) => {
      const counts = countsOf(key, size, random);
      addTo(document, townships[key].code, counts, random);
      return counts;
    });
    const liuxi = all[townshipKeys.indexOf('liuxi')] ?? {};
    for (const [scope, counts] of [
      [countyCode, sumOf(all)],
      [schoolId, scaled(liuxi, 0.6)],
    ] as const) {
      const id = yearId(scope, day);
      const year = years.get(id) ?? { _id: id, through, months: {} };
      const hours = spreadOf(counts.answers ?? 0, 5, random);
      year.months = { ...year.months, [month]: { counts, hours } };
      years.set(id, year);
    }
  });
  for (const [quarter, document] of quarters) {
    if (isClosed(quarter, addDays(through, -7))) {
      document.settled = {
        nearest: nearestAmong(services.filter(({ kinds }) => kinds.includes('counselling'))),
        sessions: counsellorsOn(now).map(({ _id: counsellorId, name }, index) => ({
          ...{ counsellorId, name },
          done: index % 5 === 4 ? 6 : 24 + Math.floor(random() * 70),
        })),
      };
    }
  }
  const heard = Object.fromEntries(
    heardUntilNow.map(({ _id, counts }) => [
      _id,
      Object.values(counts).reduce((sum, one) => sum + one.heard, 0),
    ]),
  );
  return [{ _id: 'all', through, from, heard }, ...years.values(), ...quarters.values()];
}

function newQuarter(quarter: string, through: string): FigureDocument {
  return {
    ...{ _id: quarterId(countyCode, quarter), through, townships: {}, groups: {} },
    alerts: { due: 21 + monthsOfPeriod(quarter).length, inTime: 22 },
  };
}

function countsOf(key: TownshipKey, size: number, random: () => number): Counts {
  const reached = Math.round(families[key] * size * (0.9 + random() * 0.2));
  const far = farAway[key] ?? {};
  const counts: Counts = { reached };
  for (const [name, share] of Object.entries(shares) as [Measure, number][]) {
    const part = (far[name] ?? share) / 100;
    counts[name] = Math.round(reached * part * (0.8 + random() * 0.4));
  }
  return counts;
}

/** A family that comes in several months counts once a quarter: somewhat less than the months. */
function addTo(
  { townships: of = {}, groups = {} }: FigureDocument,
  code: string,
  counts: Counts,
  random: () => number,
): void {
  const before = of[code] ?? { counts: {}, waits: {} };
  const grown = sumOf([before.counts, scaled(counts, 0.62)]);
  const waits = spreadOf(counts.joined ?? 0, code.endsWith('5') ? 19 : 8, random);
  of[code] = { counts: { ...grown }, waits: addedSpread(before.waits, waits) };
  const reserved = spreadOf(Math.round((counts.joined ?? 0) / 2), 6, random);
  groups.reserved = addedSpread(groups.reserved ?? {}, reserved);
  groups.others = addedSpread(groups.others ?? {}, waits);
}

/** So many values around a middle. */
function spreadOf(count: number, middle: number, random: () => number): Spread {
  const spread: Spread = {};
  for (let index = 0; index < count; index += 1) {
    const key = spreadKey(middle * (0.4 + random() * 1.2));
    spread[key] = (spread[key] ?? 0) + 1;
  }
  return spread;
}

function addedSpread(one: Spread, other: Spread): Spread {
  const sum = { ...one };
  for (const [key, count] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

const scaled = (counts: Counts, by: number): Counts =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Math.round(count * by)]));

function sumOf(list: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const counts of list) {
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}
