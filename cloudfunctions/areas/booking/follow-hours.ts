import * as v from 'valibot';
import { dayOf, startOfDay } from '@rules/dates';
import { counsellors, slots, type CounsellorDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { ExistingSchema, planSlots, type Existing, type RoomUse } from './plan-slots';

/** WeChat Cloud reads 1,000 at most. */
const readAtOnce = 1000;
const writtenAtOnce = 100;
/** How often somebody may take a place under our hands before we leave it to the next run. */
const attempts = 5;

const RoomUseSchema = v.object({
  counsellorId: v.string(),
  start: v.number(),
  end: v.number(),
  roomId: v.nullable(v.string()),
});
const fieldsOf = (schema: { entries: object }) =>
  Object.fromEntries(Object.keys(schema.entries).map((field) => [field, true]));

/** What there is before the plan: the counsellor's own slots, and others' use of their rooms. */
export interface Surroundings {
  there: Existing[];
  inRooms: RoomUse[];
}

/** The rooms that a counsellor shares with others, each once, in an order that is the same for all. */
export function roomsOf({ hours }: Pick<CounsellorDocument, 'hours'>): string[] {
  return [...new Set(hours.places.flatMap(({ roomId }) => roomId ?? []))].sort();
}

export async function readSurroundings(
  database: Database,
  counsellorId: string,
  rooms: readonly string[],
  now: number,
): Promise<Surroundings> {
  const from = startOfDay(dayOf(now));
  const there = await readAll((after) =>
    database.findParts(slots, ExistingSchema, {
      where: { counsellorId, start: command.gte(Math.max(from, after)) },
      order: [['start', 'asc']],
      limit: readAtOnce,
      fields: fieldsOf(ExistingSchema),
    }),
  );
  if (rooms.length === 0) return { there, inRooms: [] };
  const used = await readAll((after) =>
    database.findParts(slots, RoomUseSchema, {
      where: { roomId: command.in([...rooms]), start: command.gte(Math.max(from, after)) },
      order: [['start', 'asc']],
      limit: readAtOnce,
      fields: { ...fieldsOf(RoomUseSchema), _id: true },
    }),
  );
  return { there, inRooms: used.filter((use) => use.counsellorId !== counsellorId) };
}

/** Page after page by `start`; the next one begins where the last one ended, so a few come twice. */
async function readAll<Item extends { start: number }>(
  read: (after: number) => Promise<Item[]>,
): Promise<Item[]> {
  const found = await read(0);
  let page = found;
  while (page.length === readAtOnce) {
    const after = page.at(-1)?.start ?? 0;
    page = await read(after);
    found.push(...page);
  }
  return found;
}

/**
 * Makes the slots follow the hours, under the leases of the counsellor and of the rooms, so nobody
 * else makes any meanwhile. Free ones go by a condition: whoever holds one of them just now keeps it,
 * and the plan is made anew around it. Cut short anywhere, another run completes it. Answers how
 * many slots were made. One round trip each for what goes, what comes and what is marked.
 * @throws ActionError BUSY when people take places as fast as we look.
 */
export async function followHours(
  database: Database,
  counsellor: CounsellorDocument,
  { there: found, inRooms }: Surroundings,
  now: number,
): Promise<number> {
  let there = found;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const plan = planSlots(counsellor, there, inRooms, now);
    if ((await removeFree(database, plan.gone, now)) < plan.gone.length) {
      ({ there } = await readSurroundings(database, counsellor._id, [], now));
      continue;
    }
    for (const list of inParts(plan.made)) await database.addMany(slots, list);
    await mark(database, plan.outside, true);
    await mark(database, plan.inside, false);
    const { _id, unsettled } = counsellor;
    // Unless there has been another change meanwhile.
    if (unsettled) await database.updateWhere(counsellors, { _id, unsettled }, { unsettled: null });
    return plan.made.length;
  }
  throw new ActionError('BUSY');
}

async function removeFree(database: Database, ids: string[], now: number): Promise<number> {
  let removed = 0;
  for (const list of inParts(ids)) {
    const untaken = command.or([{ state: 'free' }, { state: 'held', heldUntil: command.lte(now) }]);
    removed += await database.removeWhere(slots, command.and([{ _id: command.in(list) }, untaken]));
  }
  return removed;
}

async function mark(database: Database, ids: string[], outsideHours: boolean): Promise<void> {
  for (const list of inParts(ids)) {
    const where = { _id: command.in(list), state: 'booked' };
    await database.updateWhere(slots, where, { outsideHours });
  }
}

function inParts<Item>(list: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(list.length / writtenAtOnce) }, (_, at) =>
    list.slice(at * writtenAtOnce, (at + 1) * writtenAtOnce),
  );
}
