import * as v from 'valibot';
import { addDays, dayMs, dayOf, startOfDay } from '@rules/dates';
import { countyOf } from '@rules/reach';
import { schoolDayHours, schoolHoursBetween } from '@rules/school-hours';
import {
  alerts,
  appointments,
  children,
  messages,
  searches,
  settings,
  waitlist,
  type CountedKind,
} from '../../platform/collections';
import type { Database } from '../../platform/database';
import { Increments, type Place } from './increments';
import { countOnce, familiesOf, type Happened } from './count-once';
import { rowsOf, rowsWithin, type Moments } from './rows-of-day';

/** Whoever has waited so long is counted as having waited long. */
const longWaitDays = 14;

const childId = v.string();
const BookedSchema = v.object({ childId, bookedAt: v.number() });
const CancelledSchema = v.object({
  childId,
  cancelledAt: v.number(),
  reason: v.nullable(v.string()),
  changedBy: v.nullable(v.string()),
});
const WaitSchema = v.object({ childId, since: v.number(), settledAt: v.nullable(v.number()) });
const SettledSchema = v.object({
  childId,
  since: v.number(),
  settledAt: v.number(),
  state: v.string(),
  first: v.boolean(),
});
const SearchSchema = v.object({
  _id: v.string(),
  township: v.string(),
  schoolId: v.nullable(v.string()),
  at: v.number(),
});
const AnswerSchema = v.object({ childId, at: v.number(), waited: v.optional(v.number()) });
const AlertSchema = v.object({
  county: v.string(),
  acceptBy: v.number(),
  acceptedAt: v.optional(v.nullable(v.number())),
});
const ChildPlaceSchema = v.object({
  _id: v.string(),
  township: v.string(),
  schoolId: v.optional(v.string()),
});
const HolidaysSchema = v.object({
  _id: v.string(),
  holidays: v.optional(v.array(v.object({ day: v.string() })), []),
});

const momentsOf = (day: string): Moments => ({
  from: startOfDay(day),
  to: startOfDay(addDays(day, 1)),
});

/** Everything of one day that is over, in numbers. Asked again it answers the same. */
export async function figuresOfDay(database: Database, day: string): Promise<Increments> {
  const within = momentsOf(day);
  const twoWeeksAgo = momentsOf(addDays(day, -longWaitDays));
  const [booked, cancelled, joined, long, settled, searched, answers, due, active] =
    await Promise.all([
      rowsWithin(database, appointments, { field: 'bookedAt', ...within }, BookedSchema),
      rowsWithin(database, appointments, { field: 'cancelledAt', ...within }, CancelledSchema),
      rowsWithin(database, waitlist, { field: 'since', ...within }, WaitSchema),
      rowsWithin(database, waitlist, { field: 'since', ...twoWeeksAgo }, WaitSchema),
      rowsWithin(database, waitlist, { field: 'settledAt', ...within }, SettledSchema),
      rowsWithin(database, searches, { field: 'at', ...within }, SearchSchema),
      rowsWithin(
        database,
        messages,
        { field: 'at', ...within, where: { side: 'staff' } },
        AnswerSchema,
      ),
      rowsWithin(database, alerts, { field: 'acceptBy', ...within }, AlertSchema),
      familiesOf(database, within),
    ]);
  const answered = answers.filter(({ waited }) => waited !== undefined);
  const stillWaiting = long.filter(({ settledAt }) => settledAt === null || settledAt >= within.to);
  const tooFar = cancelled.filter(
    ({ reason, changedBy }) => reason === 'farAway' && changedBy === 'family',
  );
  const named = [booked, tooFar, joined, stillWaiting, settled, answered];
  const placeOf = await placesOf(database, named.flat());
  const increments = new Increments(day);
  const happened: Happened[] = [];
  const note = (kind: CountedKind, rows: readonly { childId: string }[]) => {
    for (const row of rows) {
      const place = placeOf.get(row.childId);
      if (place) happened.push({ kind, childId: row.childId, place });
    }
  };
  note('booked', booked);
  note('tooFar', tooFar);
  note('joined', joined);
  note('twoWeeks', stillWaiting);
  for (const { _id, ...place } of searched) happened.push({ kind: 'noTime', childId: _id, place });
  for (const { childId } of booked) {
    const place = placeOf.get(childId);
    if (place) active.set(childId, place);
  }
  for (const [childId, place] of active) happened.push({ kind: 'reached', childId, place });
  const ended = settled.filter(({ state }) => state === 'booked');
  note('settled', ended);
  note('answered', answered);
  const holidays = await holidaysOf(database, answered.length > 0 ? [...placeOf.values()] : []);
  const hoursOf = answered.map(({ childId, waited = 0, at }) => {
    const place = placeOf.get(childId);
    const free = holidays.get(countyOf(place?.township ?? '')) ?? new Set<string>();
    return { childId, place, hours: schoolHoursBetween(waited, at, free) };
  });
  note(
    'answeredSoon',
    hoursOf.filter(({ hours }) => hours <= schoolDayHours),
  );
  for (const { place, hours } of hoursOf) if (place) increments.answered(hours, place);
  for (const { county, acceptBy, acceptedAt } of due) {
    increments.alert(county, acceptedAt != null && acceptedAt <= acceptBy);
  }
  await countOnce(database, happened, day, ({ kind, childId, place }, firstOf) => {
    if (kind === 'settled') {
      const wait = ended.find((one) => one.childId === childId);
      if (!wait || !firstOf.quarter) return;
      increments.waited((wait.settledAt - wait.since) / dayMs, place, wait.first);
      return;
    }
    if (firstOf.month) increments.countMonth(kind, place);
    if (firstOf.quarter) increments.countQuarter(kind, place);
  });
  return increments;
}

/** Where these children live and go to school; who is gone meanwhile is left out. */
async function placesOf(
  database: Database,
  rows: readonly { childId: string }[],
): Promise<Map<string, Place>> {
  const ids = [...new Set(rows.map(({ childId }) => childId))];
  const found = await rowsOf(database, children, ids, ChildPlaceSchema);
  return new Map(found.map(({ _id, township, schoolId }) => [_id, { township, schoolId }]));
}

/** On which days nobody works, by county. */
async function holidaysOf(database: Database, places: readonly Place[]) {
  const counties = [...new Set(places.map(({ township }) => countyOf(township)))];
  const found = await rowsOf(database, settings, counties, HolidaysSchema);
  return new Map(
    found.map(({ _id, holidays }) => [_id, new Set(holidays.map(({ day }) => day))] as const),
  );
}

/** Yesterday: the last day that is over. */
export const lastWholeDay = (now: number): string => addDays(dayOf(now), -1);
