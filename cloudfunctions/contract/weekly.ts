import * as v from 'valibot';
import { contractOf } from './action';
import { HelpSchema } from './help';
import { limits } from './limits';
import { DaySchema, IdSchema, MomentSchema, nameOf } from './shapes';
import { ChildWeekSchema, SchoolWeekSchema, WeekAnswerSchema } from './weeks';

export * from './weeks';

/** A class as its teacher names it; absent: the school is one class. */
export const ClassSchema = v.strictObject({
  schoolId: IdSchema,
  className: v.optional(nameOf(limits.classNameCharacters)),
});
export const ClassChoiceSchema = v.object(ClassSchema.entries);
export type ClassChoice = v.InferOutput<typeof ClassChoiceSchema>;

const ChildIdsSchema = v.pipe(v.array(IdSchema), v.maxLength(limits.childrenPerClass));

export const weekly = {
  'school.showWeek': contractOf({
    summary: 'A teacher’s class this week: who is in it and what has been said already.',
    effect: 'read',
    input: v.strictObject({ class: v.optional(ClassSchema) }),
    output: v.object({
      now: MomentSchema,
      week: DaySchema,
      /** Until then it can be corrected. */
      closesAt: MomentSchema,
      class: ClassChoiceSchema,
      /** All of the teacher's classes. */
      classes: v.array(ClassChoiceSchema),
      children: v.array(
        v.object({
          id: IdSchema,
          nickname: v.string(),
          /** A family that has not agreed to talk with the school: nothing is written down. */
          agreed: v.boolean(),
          said: v.optional(SchoolWeekSchema),
        }),
      ),
    }),
  }),
  'school.answerWeekly': contractOf({
    summary: 'Says in one go how the children of a class were; what others have said stays.',
    effect: 'write',
    input: v.strictObject({
      class: ClassSchema,
      week: DaySchema,
      /** As usual, unless something has been said of them already. */
      usual: ChildIdsSchema,
      /** What stands out, and what is put right. */
      answers: v.pipe(
        v.array(v.strictObject({ childId: IdSchema, answer: WeekAnswerSchema })),
        v.maxLength(limits.childrenPerClass),
      ),
    }),
    output: v.object({
      week: DaySchema,
      /** Of how many children of the class something has been said by now. */
      said: v.number(),
      /** A sentence waits for a check before the family sees it. */
      held: v.boolean(),
      /** As the gravest of the sentences has it. */
      help: v.optional(HelpSchema),
    }),
  }),
  'school.answerWeeklyAtHome': contractOf({
    summary: 'Says from home how the child was this week, for the other adults of the family.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema, week: DaySchema, answer: WeekAnswerSchema }),
    output: v.object({
      ...ChildWeekSchema.entries.home.wrapped.entries,
      help: v.optional(HelpSchema),
    }),
  }),
  'school.listWeeks': contractOf({
    summary:
      'A child’s weeks, the newest first: what school and home said, and how to begin a call.',
    effect: 'read',
    input: v.strictObject({ childId: IdSchema, before: v.optional(DaySchema) }),
    output: v.object({
      now: MomentSchema,
      nickname: v.string(),
      /** The week that may be answered now. */
      week: DaySchema,
      closesAt: MomentSchema,
      weeks: v.array(ChildWeekSchema),
      next: v.optional(DaySchema),
    }),
  }),
  'school.setClass': contractOf({
    summary: 'A teacher says that a child of the school is in one of their classes, or is not.',
    effect: 'repeatable',
    input: v.strictObject({ childId: IdSchema, class: ClassSchema, member: v.boolean() }),
    output: v.object({ className: v.optional(v.string()) }),
  }),
};
