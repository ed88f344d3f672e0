import * as v from 'valibot';
import { addDays, addMonths, dayMs, dayOf, startOfDay } from '@rules/dates';
import { limits } from '@contract/limits';
import { screeningKeptFrom } from '@rules/screening';
import {
  accessLog,
  accompanies,
  announcements,
  arrivals,
  bulletins,
  calls,
  directoryChanges,
  counted,
  events,
  homeVisits,
  invitations,
  notices,
  openings,
  pushes,
  quotas,
  reactionCounts,
  reactions,
  screenings,
  searches,
  walks,
  weeks,
  type AnyCollection,
} from './collections';
import { command, type Database, type Where } from './database';
import { notHeld, readHeld } from './legal-holds';
import { deletePaths } from './sdk';

/** How long a repeated request is recognised. A phone gives up, or asks its owner, long before. */
const eventDays = 30;
/** So long after it has expired, a code still tells why it is refused to whoever asks the operator. */
const keptDays = 30;

/** Longer than a quarter, and than days are counted late. */
const countedMonths = 5;

/** Looks that one run clears at most: 100 × 20. */
const looksAtOnce = 100;
const looksSteps = 20;
const IdOnlySchema = v.object({ _id: v.string() });
/** Announcements that one step clears. */
const announcementsAtOnce = 100;
const FilesSchema = v.object({ _id: v.string(), files: v.optional(v.array(v.string()), []) });

/** A kind of document that is kept only so long. */
interface Kept {
  name: string;
  collection: AnyCollection;
  /** Whose time is over. */
  over: (now: number) => Record<string, unknown>;
  /** Fields that say whose it is: what a legal hold keeps stays (platform/legal-holds.ts). */
  of?: { person?: string; child?: string };
  /** Where there is more to it than removing them all. */
  clear?: (database: Database, where: Where) => Promise<number>;
}

const monthsOver = (now: number) => addMonths(dayOf(now), -limits.schoolMonths);
const ofSchool = (now: number) => ({ at: command.lt(startOfDay(monthsOver(now))) });

/** What is kept, and until when: the table that docs/runbook.md shows. */
const kept: readonly Kept[] = [
  { name: 'quotas', collection: quotas, over: (now) => ({ until: command.lte(now) }) },
  {
    name: 'invitations',
    collection: invitations,
    over: (now) => ({ expiresAt: command.lt(now - keptDays * dayMs) }),
  },
  {
    name: 'arrivals',
    collection: arrivals,
    over: (now) => ({ at: command.lt(now - limits.arrivalDays * dayMs) }),
  },
  {
    name: 'accompanies',
    collection: accompanies,
    over: (now) => ({ expiresAt: command.lt(now) }),
    of: { child: 'childId', person: 'adult' },
  },
  {
    name: 'events',
    collection: events,
    over: (now) => ({ at: command.lt(now - eventDays * dayMs) }),
  },
  {
    name: 'screenings',
    collection: screenings,
    over: (now) => ({ at: command.lt(screeningKeptFrom(now)) }),
    of: { child: 'childId' },
  },
  {
    name: 'homeVisits',
    collection: homeVisits,
    over: (now) => ({
      at: command.lt(startOfDay(addMonths(dayOf(now), -limits.homeVisitMonths))),
    }),
    of: { child: 'childId', person: 'by' },
  },
  {
    name: 'accessLog',
    collection: accessLog,
    over: (now) => ({ day: command.lt(addDays(dayOf(now), -limits.accessLogDays)) }),
    of: { child: 'childId', person: 'viewer' },
    clear: clearAccessLog,
  },
  {
    name: 'weeks',
    collection: weeks,
    over: (now) => ({ week: command.lt(monthsOver(now)) }),
    // A class's week is one document: it stays whole for one child.
    of: { child: 'children' },
  },
  { name: 'walks', collection: walks, over: ofSchool },
  {
    name: 'reactions',
    collection: reactions,
    over: ofSchool,
    of: { child: 'childId', person: 'openid' },
  },
  { name: 'reactionCounts', collection: reactionCounts, over: ofSchool },
  {
    name: 'announcements',
    collection: announcements,
    over: ofSchool,
    clear: clearAnnouncements,
  },
  { name: 'openings', collection: openings, over: ofSchool },
  { name: 'bulletins', collection: bulletins, over: ofSchool },
  {
    name: 'directoryChanges',
    collection: directoryChanges,
    over: (now) => ({
      at: command.lt(startOfDay(addMonths(dayOf(now), -limits.directoryHistoryMonths))),
    }),
  },
  {
    name: 'notices',
    collection: notices,
    over: (now) => ({ at: command.lt(now - limits.noticeDays * dayMs) }),
    of: { child: 'childId', person: 'to' },
  },
  {
    name: 'pushes',
    collection: pushes,
    over: (now) => ({ at: command.lt(now - keptDays * dayMs) }),
    of: { person: 'to' },
  },
  {
    name: 'calls',
    collection: calls,
    over: (now) => ({ at: command.lt(now - keptDays * dayMs) }),
    of: { child: 'childId' },
  },
  // A family counts once a quarter: what is older says nothing any more.
  {
    name: 'counted',
    collection: counted,
    over: (now) => ({ day: command.lt(addMonths(dayOf(now), -countedMonths)) }),
  },
  {
    name: 'searches',
    collection: searches,
    over: (now) => ({ at: command.lt(now - keptDays * dayMs) }),
  },
];

/** Removes what has served its purpose; answers how many documents those were, by kind. */
export async function sweep(database: Database, now: number): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  const held = await readHeld(database);
  for (const { name, collection, over, of = {}, clear } of kept) {
    const where = { ...over(now), ...notHeld(held, of) };
    removed[name] = clear
      ? await clear(database, where)
      : await database.removeWhere(collection, where);
  }
  return removed;
}

/** What a run would remove now, by kind; it removes nothing. */
export async function countOver(database: Database, now: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const held = await readHeld(database);
  for (const { name, collection, over, of = {} } of kept) {
    counts[name] = await database.count(collection, { ...over(now), ...notHeld(held, of) });
  }
  return counts;
}

/**
 * Looks that no list shows any more (areas/account/list-access-log.ts), the oldest first. There are
 * as many as staff look at children: a step at a time, the rest with the next run.
 */
async function clearAccessLog(database: Database, where: Where): Promise<number> {
  let cleared = 0;
  for (let step = 0; step < looksSteps; step += 1) {
    const old = await database.findParts(accessLog, IdOnlySchema, {
      where,
      order: [['day', 'asc']],
      limit: looksAtOnce,
      fields: { _id: true },
    });
    if (old.length === 0) break;
    cleared += await database.removeWhere(accessLog, {
      ...where,
      _id: command.in(old.map(({ _id }) => _id)),
    });
  }
  return cleared;
}

/** Their pictures first: what no document names any more would never be found again. */
async function clearAnnouncements(database: Database, old: Where): Promise<number> {
  let cleared = 0;
  for (;;) {
    const found = await database.findParts(announcements, FilesSchema, {
      where: old,
      order: [['at', 'asc']],
      limit: announcementsAtOnce,
      fields: { files: true },
    });
    await deletePaths(found.flatMap(({ files }) => files));
    const ids = found.map(({ _id }) => _id);
    if (ids.length > 0) {
      cleared += await database.removeWhere(announcements, { _id: command.in(ids) });
    }
    if (found.length < announcementsAtOnce) return cleared;
  }
}
