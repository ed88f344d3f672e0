import * as v from 'valibot';
import type { Slot } from '@contract/slot';
import {
  GenderSchema,
  PlaceKindSchema,
  slotStates,
  WorrySchema,
  type PlaceKind,
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
  travel: v.optional(v.record(v.string(), TravelSchema)),
  state: v.picklist(slotStates),
  heldBy: v.nullable(v.string()),
  heldUntil: v.number(),
});
const shownFields = Object.fromEntries(
  Object.keys(v.omit(FreeSlotSchema, ['travel']).entries).map((field) => [field, true]),
);
type FreeSlot = v.InferOutput<typeof FreeSlotSchema>;

export interface SlotQuestion {
  child: { township: string; schoolId?: string | undefined };
  kind?: PlaceKind | undefined;
  from: number;
  to: number;
  person: string;
  now: number;
  limit: number;
}

/** The earliest places that this person could take for this child. One round trip, one index. */
export async function readFreeSlots(
  database: Database,
  question: SlotQuestion,
): Promise<{ free: FreeSlot[]; cutShort: boolean }> {
  const { child, kind, from, to, person, now, limit } = question;
  const read = await database.findParts(slots, FreeSlotSchema, {
    where: {
      reach: command.in(reachOfChild(child)),
      start: command.gte(from).and(command.lt(to)),
      state: command.in(['free', 'held']),
      ...(kind ? { kind } : {}),
    },
    order: [['start', 'asc']],
    limit,
    fields: {
      ...shownFields,
      // Only how far it is from this family's township: the whole table would be the larger part.
      [`travel.${child.township}`]: true,
    },
  });
  return {
    free: read.filter((slot) => isTakeable(slot, person, now)),
    cutShort: read.length === limit,
  };
}

export function viewSlot(slot: FreeSlot, township: string): Slot {
  const { _id, state: _state, heldBy: _heldBy, heldUntil: _heldUntil, travel, ...rest } = slot;
  return { id: _id, ...rest, travel: travel?.[township] };
}
