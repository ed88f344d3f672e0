import * as v from 'valibot';
import { contractOf } from './action';
import { RosterEntrySchema } from './family';
import { HomeStateSchema } from './home-visits';
import { DaySchema, IdSchema, MomentSchema } from './shapes';

/** Why a visit is due, the best reason first (rules/home-visits). */
export const visitReasons = ['asked', 'missed', 'again', 'notMet', 'first', 'regular'] as const;
export type VisitReason = (typeof visitReasons)[number];

/** Which of the children: all of them, the most urgent first; whose status nobody has confirmed; one's own. */
export const rosterViews = ['due', 'unconfirmed', 'proxy'] as const;
export const RosterViewSchema = v.picklist(rosterViews);
export type RosterView = v.InferOutput<typeof RosterViewSchema>;

/** When a visit is due, and why then. */
export const VisitDueSchema = v.object({
  /** Absent: as soon as possible, since nobody was there yet. */
  day: v.optional(DaySchema),
  reason: v.picklist(visitReasons),
});
export type VisitDueView = v.InferOutput<typeof VisitDueSchema>;

/** A child as its child director finds it. */
export const CareEntrySchema = v.object({
  ...RosterEntrySchema.entries,
  due: v.optional(VisitDueSchema),
  /** The last time somebody was met at home. */
  visited: v.optional(DaySchema),
  /** The caller belongs to this family: what is about safety is somebody else's to read and write. */
  ownFamily: v.optional(v.boolean()),
});
export type CareEntry = v.InferOutput<typeof CareEntrySchema>;

/** What was written down of a visit, for the director and whoever follows them. */
export const HomeVisitSchema = v.object({
  id: v.string(),
  day: DaySchema,
  met: v.boolean(),
  state: v.optional(HomeStateSchema),
  words: v.optional(v.string()),
  safety: v.boolean(),
  /** By the caller, not by somebody before them. */
  mine: v.boolean(),
});
export type HomeVisit = v.InferOutput<typeof HomeVisitSchema>;

/** `{day due}_{child}`: where the next page begins. */
export const CareCursorSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));

export const director = {
  'director.showDesk': contractOf({
    summary: 'How many children of the caller’s township wait for what.',
    effect: 'read',
    input: v.strictObject({ place: v.optional(IdSchema) }),
    output: v.object({
      now: MomentSchema,
      /** Visits that are due today, or were due before. */
      due: v.number(),
      /** Children of whom nobody of the staff has said who is away. */
      unconfirmed: v.number(),
      /** Families for whom the caller acts. */
      families: v.number(),
    }),
  }),
  'director.listChildren': contractOf({
    summary: 'The children of a township for its child director, due visits first.',
    effect: 'read',
    input: v.strictObject({
      view: RosterViewSchema,
      place: v.optional(IdSchema),
      cursor: v.optional(CareCursorSchema),
    }),
    output: v.object({
      now: MomentSchema,
      children: v.array(CareEntrySchema),
      next: v.optional(CareCursorSchema),
    }),
  }),
  'director.listVisits': contractOf({
    summary: 'One child and what was written down of visits at home, the newest first.',
    effect: 'read',
    input: v.strictObject({ childId: IdSchema, before: v.optional(MomentSchema) }),
    output: v.object({
      now: MomentSchema,
      child: CareEntrySchema,
      visits: v.array(HomeVisitSchema),
      next: v.optional(MomentSchema),
    }),
  }),
  'director.askVisit': contractOf({
    summary: 'A teacher asks the child director to see a child at home soon.',
    effect: 'repeatable',
    input: v.strictObject({ childId: IdSchema }),
    output: v.object({ asked: DaySchema }),
  }),
};
