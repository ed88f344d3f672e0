import * as v from 'valibot';
import { PlaceKindSchema, slotStates } from '@contract/enums';
import { limits } from '@contract/limits';
import type { InputOf } from '@contract';
import { addDays, startOfDay } from '@rules/dates';
import { takesIn, worksWith } from '@rules/posts';
import { reachOfChild } from '@rules/reach';
import { isTakeable } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { bookingStaff, childEntry } from '../../platform/allow';
import { counsellorOf, signedIn, type Caller } from '../../platform/caller';
import { children, schools, slots } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';

const PlaceSchema = v.object({
  _id: v.string(),
  start: v.number(),
  end: v.number(),
  kind: PlaceKindSchema,
  placeName: v.string(),
  counsellorName: v.string(),
  state: v.picklist(slotStates),
  heldBy: v.nullable(v.string()),
  heldUntil: v.number(),
});
const fields = Object.fromEntries(Object.keys(PlaceSchema.entries).map((name) => [name, true]));
/** Some of the next ones may be held by families just now. */
const readAtMost = limits.slotsShown * 2;

/** Places for somebody at the telephone or at the desk, the earliest first. Two round trips. */
export const findForFamily = defineAction('booking.findForFamily', {
  allow: bookingStaff,
  async handle({ caller, database, now }, input) {
    const { day, own } = input;
    const counsellorId = counsellorOf(caller);
    if (own && !counsellorId) throw new ActionError('FORBIDDEN');
    const reach = await reachAsked(database, caller, input);
    if (!own && !reach) throw new ActionError('INVALID_INPUT');
    const from = command.gt(Math.max(now, day ? startOfDay(day) - 1 : 0));
    const found = await database.findParts(slots, PlaceSchema, {
      where: {
        ...(own ? { counsellorId } : {}),
        ...(reach ? { reach: command.in(reach) } : {}),
        start: day ? from.and(command.lt(startOfDay(addDays(day, 1)))) : from,
        state: command.in(['free', 'held']),
        openFrom: command.lte(now),
      },
      order: [['start', 'asc']],
      limit: readAtMost,
      fields,
    });
    const free = found.filter((slot) => isTakeable(slot, caller.openid, now));
    return {
      now,
      slots: free
        .slice(0, limits.slotsShown)
        .map(({ _id: slotId, ...slot }) => ({ slotId, ...slot })),
    };
  },
});

/**
 * Which places the family may use: by child, else by where it lives or goes to school, else by the
 * caller's own post. Undefined: it was not said, which is enough for a counsellor's own places.
 * @throws ActionError NOT_FOUND for a child or place that is not the caller's to book for.
 */
async function reachAsked(
  database: Database,
  caller: Caller,
  { childId, schoolId, township }: InputOf<'booking.findForFamily'>,
): Promise<string[] | undefined> {
  const { posts } = signedIn(caller);
  if (childId) {
    const child = await database.get(children, childId);
    const mine =
      child && (posts.some((post) => worksWith(post, child)) || childEntry(caller, childId));
    if (!mine) throw new ActionError('NOT_FOUND');
    return reachOfChild(child);
  }
  const own = posts.find(({ role }) => role === 'teacher' || role === 'director');
  const nothingSaid = !schoolId && !township;
  const wanted = nothingSaid ? own?.schoolId : schoolId;
  const school = wanted ? await database.get(schools, wanted) : undefined;
  const at = school?.township ?? (nothingSaid ? own?.township : township);
  if (nothingSaid && !at) return undefined;
  const place = at && (!wanted || school) ? { township: at, schoolId: school?._id } : undefined;
  if (!place || !posts.some((post) => takesIn(post, place))) throw new ActionError('NOT_FOUND');
  return reachOfChild(place);
}
