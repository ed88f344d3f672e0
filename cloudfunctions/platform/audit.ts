import type { ActionName } from '@contract';
import { addDays, dayOf, startOfDay } from '@rules/dates';
import {
  accessLog,
  audits,
  children,
  consentRecords,
  events,
  people,
  type AuditDocument,
} from './collections';
import { command, type Database } from './database';

/** What is counted of what was done: each a write, which leaves an event. */
export const countedActions = {
  childrenAdded: ['family.addChild', 'family.addChildByProxy'],
  visitsBooked: ['booking.book', 'booking.bookForFamily', 'booking.bookNext'],
  visitsDone: ['booking.complete'],
  visitsCancelled: ['booking.cancel'],
  waitsBegun: ['booking.joinWaitlist'],
  messagesSent: ['school.sendMessage'],
  notesSent: ['family.sendNote'],
  announcements: ['school.announce'],
  staffInvited: ['account.invite'],
} as const satisfies Record<string, readonly ActionName[]>;

/** Days that one run counts at most: after a long stop it catches up. */
const daysAtOnce = 7;
/** Events are kept for so long (platform/sweep.ts): what is older cannot be counted any more. */
const daysBack = 29;
/** So many months those days lie in, at most: the end of January, February and the first of March. */
const monthsBack = 3;

const fresh = (month: string, through: string): AuditDocument => ({
  _id: month,
  through,
  ...{ people: 0, children: 0, done: {}, consents: {}, looks: {}, erased: 0, removed: {} },
});

/**
 * Counts the days that are over and not counted yet. A run that dies in a day leaves it uncounted;
 * two runs never count it twice. Answers how many days it counted.
 */
export async function countDays(database: Database, now: number): Promise<number> {
  const yesterday = addDays(dayOf(now), -1);
  let counted = 0;
  let day = await firstUncounted(database, now);
  while (day <= yesterday && counted < daysAtOnce) {
    await countDay(database, day);
    day = addDays(day, 1);
    counted += 1;
  }
  return counted;
}

async function firstUncounted(database: Database, now: number): Promise<string> {
  const oldest = addDays(dayOf(now), -daysBack);
  const newest = await database.find(audits, {
    where: {},
    order: [['_id', 'desc']],
    limit: monthsBack,
  });
  // What was removed makes a month's document before any of its days is counted.
  const last = newest.find(({ through }) => through !== '');
  const next = addDays(last?.through ?? addDays(dayOf(now), -2), 1);
  return next < oldest ? oldest : next;
}

async function countDay(database: Database, day: string): Promise<void> {
  const within = { at: command.gte(startOfDay(day)).and(command.lt(startOfDay(addDays(day, 1)))) };
  const [actions, consents, looks, adults, kept] = await Promise.all([
    database.countBy(events, within, 'action'),
    database.countBy(consentRecords, within, 'decisions.decision', { unwind: 'decisions' }),
    database.countBy(accessLog, { day }, 'purpose', { sum: 'count' }),
    database.count(people),
    database.count(children),
  ]);
  const done = Object.entries(countedActions).map(([name, list]): [string, number] => [
    name,
    list.reduce((sum, action) => sum + (actions[action] ?? 0), 0),
  ]);
  const month = await monthOf(database, day);
  await database.updateWhere(
    audits,
    { _id: month, through: command.lt(day) },
    {
      ...{ through: day, people: adults, children: kept },
      ...added('done', Object.fromEntries(done)),
      ...added('consents', consents),
      ...added('looks', looks),
    },
  );
}

/** What the hour's upkeep has erased and removed, added to the month. */
export async function noteRemoved(
  database: Database,
  now: number,
  { erased = 0, removed = {} }: { erased?: number; removed?: Record<string, number> },
): Promise<void> {
  const some = Object.entries(removed).filter(([, count]) => count > 0);
  if (erased === 0 && some.length === 0) return;
  const _id = await monthOf(database, dayOf(now));
  await database.updateWhere(
    audits,
    { _id },
    { erased: command.inc(erased), ...added('removed', Object.fromEntries(some)) },
  );
}

/** The document of a day's month, made when it is not there. */
async function monthOf(database: Database, day: string): Promise<string> {
  const month = day.slice(0, 7);
  if (!(await database.get(audits, month))) {
    // Only the job writes here, and it runs once at a time.
    await database.add(audits, fresh(month, ''));
  }
  return month;
}

const added = (field: string, counts: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => [`${field}.${name}`, command.inc(count)]),
  );
