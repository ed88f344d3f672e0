import * as v from 'valibot';
import type { Slot } from '@contract/slot';
import {
  GenderSchema,
  PlaceKindSchema,
  slotStates,
  WorrySchema,
  type Gender,
  type PlaceKind,
  type Worry,
} from '@contract/enums';
import { TravelSchema } from '@contract/shapes';
import { reachOfChild } from '@rules/reach';
import { isTakeable } from '@rules/slots';
import { slots } from '../../platform/collections';
import { command, type Database } from '../../platform/database';

const FreeSlotSchema = v.object({
  _id: v.string(),
  start: v.number(),
  end: v.number(),
  kind: PlaceKindSchema,
  placeName: v.string(),
  counsellorId: v.string(),
  counsellorName: v.string(),
  gender: GenderSchema,
  languages: v.array(v.string()),
  skills: v.array(WorrySchema),
  cost: v.string(),
  seat: v.nullable(v.object({ number: v.number(), of: v.number() })),
  travel: v.optional(v.record(v.string(), TravelSchema)),
  state: v.picklist(slotStates),
  heldBy: v.nullable(v.string()),
  heldUntil: v.number(),
});
const shownFields = Object.fromEntries(
  Object.keys(v.omit(FreeSlotSchema, ['travel']).entries).map((field) => [field, true]),
);
type FreeSlot = v.InferOutput<typeof FreeSlotSchema> & {
  /** Of a group session: how many of its places this person could take. */
  seatsFree?: number;
};

interface ChildPlace {
  township: string;
  schoolId?: string | undefined;
}

export interface SlotQuestion {
  child: ChildPlace;
  /** A brother or sister who comes along: only places that both may use. */
  sibling?: ChildPlace | undefined;
  kind?: PlaceKind | undefined;
  language?: string | undefined;
  gender?: Gender | undefined;
  counsellorId?: string | undefined;
  need?: Worry | undefined;
  /** May use places that are still kept for those who need them most (rules/reserved). */
  first?: boolean;
  from: number;
  to: number;
  person: string;
  now: number;
  limit: number;
}

/** The places that both children may use. */
export function reachOfBoth(child: ChildPlace, sibling: ChildPlace | undefined): string[] {
  const others = sibling && reachOfChild(sibling);
  return reachOfChild(child).filter((key) => others?.includes(key) ?? true);
}

/** Whom a place is open to just now, and until when: what finding and holding both ask for. */
export function openTo(now: number, first: boolean) {
  return {
    outsideHours: false,
    bookUntil: command.gte(now),
    ...(first ? {} : { openFrom: command.lte(now) }),
  };
}

function conditions(question: SlotQuestion) {
  const { child, sibling, kind, language, gender, counsellorId, need, from, to } = question;
  return {
    reach: command.in(reachOfBoth(child, sibling)),
    start: command.gte(from).and(command.lt(to)),
    state: command.in(['free', 'held']),
    ...(kind ? { kind } : {}),
    ...(language ? { languages: language } : {}),
    ...(gender ? { gender } : {}),
    ...(counsellorId ? { counsellorId } : {}),
    ...(need ? { skills: need } : {}),
  };
}

/**
 * The earliest places that this person could take for this child, a group session once. One round
 * trip, one index.
 */
export async function readFreeSlots(
  database: Database,
  question: SlotQuestion,
): Promise<{ free: FreeSlot[]; cutShort: boolean }> {
  const { child, person, now, first = false, limit } = question;
  const read = await database.findParts(slots, FreeSlotSchema, {
    where: { ...conditions(question), ...openTo(now, first) },
    order: [['start', 'asc']],
    limit,
    fields: {
      ...shownFields,
      // Only how far it is from this family's township: the whole table would be the larger part.
      [`travel.${child.township}`]: true,
    },
  });
  return {
    free: groupsOnce(
      read.filter((slot) => isTakeable(slot, person, now)),
      person,
    ),
    cutShort: read.length === limit,
  };
}

const OpensSchema = v.object({ openFrom: v.number() });

/** When the first place opens that is still kept for others. Releases come in the order of the places. */
export async function readNextOpening(
  database: Database,
  question: SlotQuestion,
): Promise<number | undefined> {
  const { now } = question;
  const [next] = await database.findParts(slots, OpensSchema, {
    where: {
      ...conditions(question),
      ...openTo(now, true),
      state: 'free',
      openFrom: command.gt(now),
    },
    order: [['start', 'asc']],
    limit: 1,
    fields: { openFrom: true },
  });
  return next?.openFrom;
}

/** One entry a group session: the seat that the person holds, or the first free one. */
function groupsOnce(takeable: FreeSlot[], person: string): FreeSlot[] {
  const sessions = new Map<string, FreeSlot>();
  for (const slot of takeable) {
    const key = slot.seat ? sessionOf(slot) : slot._id;
    const known = sessions.get(key);
    const seatsFree = (known?.seatsFree ?? 0) + 1;
    const shown = known && slot.heldBy !== person ? known : slot;
    sessions.set(key, slot.seat ? { ...shown, seatsFree } : slot);
  }
  return [...sessions.values()];
}

/** The same for all seats of one group session. */
export const sessionOf = ({ counsellorId, start }: { counsellorId: string; start: number }) =>
  `${counsellorId} ${start}`;

export function viewSlot(slot: FreeSlot, township: string): Slot {
  const { _id, state: _state, heldBy: _heldBy, heldUntil: _heldUntil, seat: _, ...rest } = slot;
  return { ...rest, id: _id, travel: rest.travel?.[township] };
}
