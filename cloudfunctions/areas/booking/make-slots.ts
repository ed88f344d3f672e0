import { limits } from '@contract/limits';
import { addDays, dayOf, minuteMs, startOfDay } from '@rules/dates';
import { reachOfSlot } from '@rules/reach';
import { horizonEnd, overlaps, sessionsOfDay, slotId, type Interval } from '@rules/slots';
import {
  counsellors,
  slots,
  type CounsellorDocument,
  type SlotDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { underLease } from '../../platform/lease';
import { faultOf, log } from '../../platform/log';
import { freePlace, plainPlace } from './free-place';

const pageSize = 50;
/** A counsellor has at most some twenty sessions a day; WeChat Cloud reads 1,000 at most. */
const slotsReadAtOnce = 1000;
const insertedAtOnce = 100;

/**
 * Makes every counsellor's places ahead, up to the horizon. The only writer of new slots, one run
 * a counsellor at a time, so a counsellor's slots never overlap. What is there already, free or
 * booked, stays as it is. Answers how many places were made.
 */
export async function makeSlots(database: Database, now: number): Promise<number> {
  let made = 0;
  let after = '';
  for (;;) {
    const page = await database.find(counsellors, {
      where: { _id: command.gt(after) },
      order: [['_id', 'asc']],
      limit: pageSize,
    });
    for (const counsellor of page) {
      const lease = { name: `slots_${counsellor._id}`, now, lastsMs: 5 * minuteMs };
      try {
        await underLease(database, lease, async () => {
          made += await makeSlotsOf(database, counsellor, now);
        });
      } catch (error) {
        // One counsellor's trouble must not cost the others their places; the next run tries again.
        log({ action: 'makeSlots', code: 'INTERNAL', ...faultOf(error) });
      }
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return made;
    after = last._id;
  }
}

async function makeSlotsOf(
  database: Database,
  counsellor: CounsellorDocument,
  now: number,
): Promise<number> {
  const today = dayOf(now);
  const there: Interval[] = await database.find(slots, {
    where: {
      counsellorId: counsellor._id,
      start: command.gte(startOfDay(today)).and(command.lt(horizonEnd(now))),
    },
    order: [['start', 'asc']],
    limit: slotsReadAtOnce,
  });
  // What has begun already can no longer be booked by anybody.
  const wanted = newSlots(counsellor, there, today).filter((slot) => slot.start > now);
  for (let at = 0; at < wanted.length; at += insertedAtOnce) {
    await database.addMany(slots, wanted.slice(at, at + insertedAtOnce));
  }
  return wanted.length;
}

/** The slots that the counsellor's week asks for and that touch none of those there are. */
export function newSlots(
  counsellor: CounsellorDocument,
  there: Interval[],
  today: string,
): SlotDocument[] {
  const taken = [...there];
  const wanted: SlotDocument[] = [];
  for (let ahead = 0; ahead < limits.horizonDays; ahead += 1) {
    for (const place of counsellor.places) {
      for (const session of sessionsOfDay(addDays(today, ahead), place.spans, counsellor)) {
        if (taken.some((other) => overlaps(other, session))) continue;
        taken.push(session);
        wanted.push(slotDocument(counsellor, place, session));
      }
    }
  }
  return wanted;
}

function slotDocument(
  counsellor: CounsellorDocument,
  place: CounsellorDocument['places'][number],
  { start, end }: Interval,
): SlotDocument {
  return {
    _id: slotId(counsellor._id, start),
    counsellorId: counsellor._id,
    start,
    end,
    kind: place.kind,
    reach: reachOfSlot({ ...place, county: counsellor.county }),
    serviceId: place.serviceId,
    placeName: place.placeName,
    counsellorName: counsellor.name,
    gender: counsellor.gender,
    languages: counsellor.languages,
    ...plainPlace,
    cost: place.cost,
    bring: place.bring,
    travel: place.travel,
    ...freePlace,
  };
}
