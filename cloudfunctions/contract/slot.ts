import * as v from 'valibot';
import { GenderSchema, PlaceKindSchema, WorrySchema } from './enums';
import { DaySchema, IdSchema, MomentSchema, TravelSchema } from './shapes';

/** A free place as a family sees it. */
export const SlotSchema = v.object({
  id: IdSchema,
  start: MomentSchema,
  end: MomentSchema,
  kind: PlaceKindSchema,
  placeName: v.string(),
  counsellorId: IdSchema,
  counsellorName: v.string(),
  gender: GenderSchema,
  languages: v.array(v.string()),
  /** What this counsellor knows most about. */
  skills: v.array(WorrySchema),
  cost: v.string(),
  travel: v.optional(TravelSchema),
  /** A group session, with so many places left. */
  seatsFree: v.optional(v.number()),
});
export type Slot = v.InferOutput<typeof SlotSchema>;

/** One day of the strip. `unread`: beyond what this question read; ask for that day itself. */
export const DayChoiceSchema = v.object({
  day: DaySchema,
  state: v.picklist(['free', 'none', 'unread']),
  free: v.number(),
});
export type DayChoice = v.InferOutput<typeof DayChoiceSchema>;

export const HoldSchema = v.object({ slotId: IdSchema, until: MomentSchema });
export type Hold = v.InferOutput<typeof HoldSchema>;
