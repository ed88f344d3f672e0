import { minuteMs } from '@rules/dates';
import { counsellors, type CounsellorDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { underLease, underLeases } from '../../platform/lease';
import { faultOf, log } from '../../platform/log';
import { readCounty, type CountyCopies } from './county-copies';
import { followHours, readSurroundings, roomsOf } from './follow-hours';

const pageSize = 50;
/** Longer than a function may run, so that two never work at one counsellor's places. */
const lastsMs = 2 * minuteMs;

/** The lease of a counsellor's places: whoever makes or removes any holds it. */
export const placesLease = (counsellorId: string, now: number) => ({
  ...{ name: `slots_${counsellorId}`, now, lastsMs },
});

/** The leases of rooms, always in the same order. */
export const roomLeases = (rooms: readonly string[], now: number) => ({
  ...{ names: rooms.map((room) => `room_${room}`), now, lastsMs },
});

/**
 * Makes every counsellor's places ahead, up to their horizon, and lets them follow whatever has
 * changed in the county. Answers how many were made.
 */
export async function makeSlots(database: Database, now: number): Promise<number> {
  const counties = new Map<string, CountyCopies>();
  let made = 0;
  let after = '';
  for (;;) {
    const page = await database.find(counsellors, {
      where: { _id: command.gt(after) },
      order: [['_id', 'asc']],
      limit: pageSize,
    });
    for (const { _id, county } of page) {
      const known = counties.get(county) ?? (await readCounty(database, county));
      counties.set(county, known);
      made += await attempt(() => makeSlotsOf(database, _id, now, known));
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return made;
    after = last._id;
  }
}

/** Only where hours or holidays have changed and the places have not followed yet. */
export async function settleSlots(database: Database, now: number): Promise<number> {
  const waiting = await database.find(counsellors, {
    where: { unsettled: command.gt('') },
    limit: pageSize,
  });
  let made = 0;
  for (const { _id } of waiting) made += await attempt(() => makeSlotsOf(database, _id, now));
  return made;
}

/** One counsellor's trouble must not cost the others their places; the next run tries again. */
async function attempt(make: () => Promise<number>): Promise<number> {
  try {
    return await make();
  } catch (error) {
    log({ action: 'makeSlots', code: 'INTERNAL', ...faultOf(error) });
    return 0;
  }
}

async function makeSlotsOf(
  database: Database,
  counsellorId: string,
  now: number,
  known?: CountyCopies,
): Promise<number> {
  let made = 0;
  await underLease(database, placesLease(counsellorId, now), async () => {
    // Read under the lease: the hours may have changed since the page was read.
    const found = await database.get(counsellors, counsellorId);
    if (!found) return;
    // What a change has just touched is read anew, however lately the county was read.
    const county =
      known && found.unsettled === null ? known : await readCounty(database, found.county);
    const counsellor = await renewCopies(database, found, county);
    const rooms = roomsOf(counsellor);
    await underLeases(database, roomLeases(rooms, now), async () => {
      const around = await readSurroundings(database, counsellorId, rooms, now);
      made = await followHours(database, counsellor, around, now);
    });
  });
  return made;
}

async function renewCopies(
  database: Database,
  counsellor: CounsellorDocument,
  county: CountyCopies,
): Promise<CounsellorDocument> {
  const { services, holidays, reserve } = counsellor;
  if (JSON.stringify({ services, holidays, reserve }) === JSON.stringify(county)) return counsellor;
  await database.update(counsellors, counsellor._id, { ...county });
  return { ...counsellor, ...county };
}
