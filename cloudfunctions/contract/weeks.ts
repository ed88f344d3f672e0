import * as v from 'valibot';
import { RelationSchema, WeekFaceSchema } from './enums';
import { limits } from './limits';
import { DaySchema, MomentSchema, nameOf } from './shapes';

/** What is asked beside the face: yes, no, or absent for "do not know". */
export const weekFacts = ['came', 'ate', 'played', 'worked'] as const;
export type WeekFact = (typeof weekFacts)[number];

const FactSchema = v.optional(v.boolean());
export const WeekFactsSchema = v.strictObject({
  came: FactSchema,
  ate: FactSchema,
  played: FactSchema,
  worked: FactSchema,
});
export type WeekFacts = v.InferOutput<typeof WeekFactsSchema>;

/** The same rules as a name: one line, no markup, no link. */
export const WeekSentenceSchema = nameOf(limits.weekSentenceCharacters);

/** How one child was this week. "As usual" needs nothing else. */
export const WeekAnswerSchema = v.variant('usual', [
  v.strictObject({ usual: v.literal(true) }),
  v.strictObject({
    usual: v.literal(false),
    face: WeekFaceSchema,
    facts: WeekFactsSchema,
    sentence: v.optional(WeekSentenceSchema),
  }),
]);
export type WeekAnswer = v.InferOutput<typeof WeekAnswerSchema>;

/** An answer as it is kept: `by` is how the teacher is called. */
export const SchoolWeekSchema = v.object({
  answer: WeekAnswerSchema,
  by: v.optional(v.string()),
  at: MomentSchema,
  /** The sentence waits for a check and stands with whoever wrote it alone. */
  held: v.optional(v.literal(true)),
});
export type SchoolWeek = v.InferOutput<typeof SchoolWeekSchema>;
export const HomeWeekSchema = v.object({
  answer: WeekAnswerSchema,
  by: v.optional(RelationSchema),
  at: MomentSchema,
  held: v.optional(v.literal(true)),
});
export type HomeWeek = v.InferOutput<typeof HomeWeekSchema>;

/** How one may begin the next call; the sentence stands in the wording. */
export const starters = [
  'bothHappy',
  'notAtSchool',
  'ateLittle',
  'alone',
  'workHard',
  'low',
  'different',
  'friends',
  'usual',
  'nothingYet',
] as const;
export const StarterSchema = v.picklist(starters);
export type Starter = v.InferOutput<typeof StarterSchema>;

/** A week of one child, school and home side by side. */
export const ChildWeekSchema = v.object({
  /** Its Monday. */
  week: DaySchema,
  school: v.optional(SchoolWeekSchema),
  home: v.optional(HomeWeekSchema),
  starter: StarterSchema,
});
export type ChildWeek = v.InferOutput<typeof ChildWeekSchema>;
