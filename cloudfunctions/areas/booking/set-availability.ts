import type { Hours } from '@contract/hours';
import { countyOf } from '@rules/reach';
import { defineAction, type Context } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { counsellors, schools, type CounsellorDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { soon, underLease, underLeases } from '../../platform/lease';
import { followHours, readSurroundings, roomsOf, type Surroundings } from './follow-hours';
import { placesLease, roomLeases } from './make-slots';
import { planSlots } from './plan-slots';

/**
 * Changes the hours and lets the free places follow at once. All under the leases of the counsellor's
 * places and of the rooms, so that the job never works at them in between; if this run dies after
 * its commit, the job's next one lets the places follow.
 */
export const setAvailability = defineAction('booking.setAvailability', {
  allow: having('counsellor'),
  async handle(context, { hours, rev }) {
    const { caller, database, now, random, requestId, once } = context;
    const counsellorId = counsellorOf(caller);
    if (!counsellorId) throw new ActionError('FORBIDDEN');
    let answer = { rev };

    async function settle(counsellor: CounsellorDocument, around: Surroundings): Promise<void> {
      // A request that is repeated finds its own hours; then nothing is new to be refused.
      checkRooms(counsellor, { ...counsellor, hours }, around, now);
      let changed: CounsellorDocument | undefined;
      answer = await once(async (transaction) => {
        const seen = await transaction.get(counsellors, counsellor._id);
        if (seen?.rev !== rev) throw new ActionError('CHANGED_MEANWHILE');
        changed = { ...seen, hours, rev: rev + 1, unsettled: requestId };
        await transaction.update(counsellors, seen._id, {
          ...{ hours: command.set(hours), rev: changed.rev, unsettled: requestId },
        });
        return { rev: changed.rev };
      });
      if (changed) await followHours(database, changed, around, now);
    }

    await soon(random, () =>
      underLease(database, placesLease(counsellorId, now), async () => {
        const counsellor = await database.get(counsellors, counsellorId);
        if (!counsellor) throw new ActionError('NOT_FOUND');
        await checkPlaces(context, counsellor, hours);
        const rooms = roomsOf({ hours });
        await soon(random, () =>
          underLeases(database, roomLeases(rooms, now), async () => {
            await settle(counsellor, await readSurroundings(database, counsellorId, rooms, now));
          }),
        );
      }),
    );
    return answer;
  },
});

/** Rooms and services of the own county only; a room's name begins with its service's. */
async function checkPlaces(
  { database }: Pick<Context, 'database'>,
  { county, services, hours: before }: CounsellorDocument,
  hours: Hours,
): Promise<void> {
  const placeIds = new Set(hours.places.map(({ id }) => id));
  const known = (serviceId: string) => services.some(({ id }) => id === serviceId);
  for (const { kind, serviceId, roomId, township, schoolId } of hours.places) {
    if (!known(serviceId)) throw new ActionError('NOT_FOUND');
    if (roomId?.startsWith(serviceId) === false) throw new ActionError('INVALID_INPUT');
    if (township !== undefined && countyOf(township) !== county) throw new ActionError('NOT_FOUND');
    const missing = kind === 'school' ? schoolId : kind === 'home' ? township : kind;
    if (missing === undefined) throw new ActionError('INVALID_INPUT');
  }
  for (const one of hours.exceptions) {
    if (one.kind === 'extra' && !placeIds.has(one.placeId)) throw new ActionError('INVALID_INPUT');
  }
  const schoolsOf = ({ places }: Hours) => places.flatMap(({ schoolId }) => schoolId ?? []);
  const fresh = [...new Set(schoolsOf(hours))].filter((id) => !schoolsOf(before).includes(id));
  if (fresh.length === 0) return;
  const where = { _id: command.in(fresh) };
  const found = await database.find(schools, { where, limit: fresh.length });
  const there = found.filter((school) => school.county === county);
  if (there.length < fresh.length) throw new ActionError('NOT_FOUND');
}

/** @throws ActionError ROOM_TAKEN when the new hours ask for a room that somebody else has then. */
function checkRooms(
  before: CounsellorDocument,
  changed: CounsellorDocument,
  { there, inRooms }: Surroundings,
  now: number,
): void {
  const known = new Set(planSlots(before, there, inRooms, now).roomTaken);
  const taken = planSlots(changed, there, inRooms, now).roomTaken;
  if (taken.some((session) => !known.has(session))) throw new ActionError('ROOM_TAKEN');
}
