import * as v from 'valibot';
import { DayPartSchema, PlaceKindSchema, WaitlistStateSchema } from './enums';
import { DaySchema, IdSchema, MomentSchema } from './shapes';
import { SlotSchema } from './slot';

const unique = <Item>(list: Item[]) => new Set(list).size === list.length;

/** When and where a family could come. */
export const WishSchema = v.strictObject({
  kinds: v.pipe(v.array(PlaceKindSchema), v.minLength(1), v.maxLength(5), v.check(unique)),
  parts: v.pipe(v.array(DayPartSchema), v.minLength(1), v.maxLength(3), v.check(unique)),
  until: DaySchema,
  counsellorId: v.optional(IdSchema),
});
export type Wish = v.InferOutput<typeof WishSchema>;

/** A family's own entry of the waiting list. */
export const WaitSchema = v.object({
  id: IdSchema,
  childId: IdSchema,
  nickname: v.string(),
  sibling: v.optional(v.object({ childId: IdSchema, nickname: v.string() })),
  state: WaitlistStateSchema,
  wish: WishSchema,
  since: MomentSchema,
  /** A place that is kept for them, and until when. */
  offer: v.optional(v.object({ slot: SlotSchema, until: MomentSchema })),
  /** They asked a person to look at their urgency again. */
  reviewAsked: v.boolean(),
});
export type Wait = v.InferOutput<typeof WaitSchema>;
