import type { Release } from '@contract/announcements';
import type { Shift } from '@rules/duty';
import { mondayOf } from '@rules/duty';
import { addDays, dayOf } from '@rules/dates';
import { dutyRoster } from './collections';
import { command, type Database } from './database';
import { heldPosts } from './held-posts';
import { inTransaction } from './transaction';

export const rosterId = (county: string, week: string) => `${county}_${week}`;

/** The week's shifts as they are now. One round trip, in a transaction or outside. */
export async function shiftsNow(
  from: Pick<Database, 'get'>,
  county: string,
  now: number,
): Promise<Shift[]> {
  const roster = await from.get(dutyRoster, rosterId(county, mondayOf(dayOf(now))));
  return roster?.shifts ?? [];
}

/** The shifts of last week, this one and the next: who is next in line, and who is of safeguarding. */
export async function shiftsAround(
  database: Database,
  county: string,
  now: number,
): Promise<Shift[]> {
  const week = mondayOf(dayOf(now));
  const ids = [-7, 0, 7].map((days) => rosterId(county, addDays(week, days)));
  const found = await database.find(dutyRoster, { where: { _id: command.in(ids) }, limit: 3 });
  return found.flatMap(({ shifts }) => shifts);
}

/** Openids of a county's administrators. */
export async function adminsOf(database: Database, county: string): Promise<string[]> {
  const found = await heldPosts(database, { county, role: 'admin' });
  const whole = found.filter(({ schoolId }) => schoolId === undefined);
  return [...new Set(whole.map(({ openid }) => openid))];
}

/**
 * Who may let through what safeguarding holds: somebody of the roster, an administrator, or nobody,
 * since whoever wrote it never does. Two round trips, side by side.
 */
export async function whoMayRelease(
  database: Database,
  { county, author, now }: { county: string; author: string; now: number },
): Promise<Release> {
  const [shifts, admins] = await Promise.all([
    shiftsAround(database, county, now),
    adminsOf(database, county),
  ]);
  const rostered = shifts.flatMap(({ duty, standIn }) => (standIn ? [duty, standIn] : [duty]));
  if (rostered.some(({ openid }) => openid !== author)) return 'duty';
  return admins.some((openid) => openid !== author) ? 'admin' : 'nobody';
}

/** Rosters are set so far ahead, in weeks. */
const weeksAhead = 12;

/**
 * Whoever has lost a post is on duty no more: nobody must count on them. The hours show as a gap, or
 * as the stand-in's. One round trip, and four for each week with them in it. Can be repeated.
 */
export async function leaveRoster(
  database: Database,
  random: () => number,
  { county, postId, now }: { county: string; postId: string; now: number },
): Promise<void> {
  const week = mondayOf(dayOf(now));
  const ids = Array.from({ length: weeksAhead }, (_, ahead) =>
    rosterId(county, addDays(week, 7 * ahead)),
  );
  const found = await database.find(dutyRoster, {
    where: { _id: command.in(ids) },
    limit: weeksAhead,
  });
  for (const { _id } of found.filter((one) => JSON.stringify(one).includes(`"${postId}"`))) {
    await inTransaction(database, random, async (transaction) => {
      const roster = await transaction.get(dutyRoster, _id);
      const shifts = (roster?.shifts ?? []).flatMap((shift) => {
        const own = (one: { postId: string } | null) => one?.postId === postId;
        const standIn = own(shift.standIn) ? null : shift.standIn;
        const left = { ...shift, standIn, swap: own(shift.swap) ? null : shift.swap };
        if (!own(shift.duty)) return [left];
        return standIn === null ? [] : [{ ...left, duty: standIn, standIn: null, swap: null }];
      });
      const change = { shifts: command.set(shifts), rev: command.inc(1) };
      await transaction.update(dutyRoster, _id, change);
    });
  }
}
