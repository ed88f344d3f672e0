import * as v from 'valibot';
import { CallStateSchema, MoodSchema, RelationSchema } from '@contract/enums';
import { BusySpanSchema, DayMoodSchema } from '@contract/warmth';
import { children, type ChildDocument } from './collections';
import { decrypt, encrypt } from './field-encryption';

const PlanSchema = v.object({
  id: v.string(),
  weekday: v.number(),
  minute: v.number(),
  weekly: v.boolean(),
  /** The first time it holds for, ms. */
  first: v.number(),
  state: CallStateSchema,
  /** Who proposed it. */
  by: RelationSchema,
  from: v.string(),
  /** The latest call of which somebody has said whether it took place, ms. */
  noted: v.number(),
});
export type Plan = v.InferOutput<typeof PlanSchema>;

/**
 * What stands on the child so that the first screen and the planned calls cost no further read.
 * Adults are named by `memberId`, within this child only.
 */
const WarmthSchema = v.object({
  /** The last four weeks in faces, the oldest first. */
  days: v.array(DayMoodSchema),
  said: v.optional(v.object({ by: RelationSchema, day: v.string(), words: v.string() })),
  /** Notes that the child has not heard, the oldest first. */
  notes: v.array(v.object({ id: v.string(), by: RelationSchema, from: v.string() })),
  /** Answers that whoever sent the note has not taken in. */
  answers: v.array(
    v.object({
      noteId: v.string(),
      to: v.string(),
      at: v.number(),
      face: v.optional(MoodSchema),
      seconds: v.optional(v.number()),
    }),
  ),
  /** Latest note or call, ms. */
  contactAt: v.optional(v.number()),
  plans: v.array(PlanSchema),
  /** When somebody away, or the child at home (`home`), cannot talk. */
  busy: v.array(v.object({ of: v.string(), spans: v.array(BusySpanSchema) })),
});
export type Warmth = v.InferOutput<typeof WarmthSchema>;

export const home = 'home';
/** So many answers wait to be taken in; older ones stand in the timeline. */
export const answersKept = 3;

const placeOf = (id: string) => ({ collection: children.name, id, field: 'warmth' });
const nothing: Warmth = { days: [], notes: [], answers: [], plans: [], busy: [] };

export function openWarmth(child: ChildDocument): Warmth {
  if (child.warmth === undefined) return nothing;
  return v.parse(WarmthSchema, JSON.parse(decrypt(placeOf(child._id), child.warmth)));
}

/** What is left of it without an adult who is gone: nothing of theirs is shown or comes due any more. */
export function warmthWithout(warmth: Warmth, member: string): Warmth {
  return {
    ...warmth,
    notes: warmth.notes.filter(({ from }) => from !== member),
    answers: warmth.answers.filter(({ to }) => to !== member),
    plans: warmth.plans.filter(({ from }) => from !== member),
    busy: warmth.busy.filter(({ of }) => of !== member),
  };
}

export function sealWarmth(childId: string, warmth: Warmth): string {
  return encrypt(placeOf(childId), JSON.stringify(warmth));
}
