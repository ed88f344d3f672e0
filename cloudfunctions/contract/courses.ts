import * as v from 'valibot';
import { contractOf } from './action';
import { KindWordSchema, RelationSchema, RoleSchema } from './enums';
import { AudienceSchema } from './guides';
import { GuideSummarySchema } from './reading';
import { EmptySchema, IdSchema, MomentSchema } from './shapes';

/** A few guides in an order, as it is written (areas/guides/courses.json). */
export const CourseTextSchema = v.strictObject({
  id: IdSchema,
  audience: AudienceSchema,
  title: v.pipe(v.string(), v.minLength(2), v.maxLength(16)),
  /** One sentence: what one can do afterwards. */
  purpose: v.pipe(v.string(), v.minLength(2), v.maxLength(40)),
  guides: v.pipe(v.array(IdSchema), v.minLength(3), v.maxLength(8)),
});
export type CourseText = v.InferOutput<typeof CourseTextSchema>;

export const CourseSchema = v.object({
  ...v.omit(CourseTextSchema, ['guides']).entries,
  /** Those that families can open now, in the order of the course. */
  guides: v.array(GuideSummarySchema),
});
export type Course = v.InferOutput<typeof CourseSchema>;

/** `ended`: somebody did not want it any more. A family that said no is not asked again soon. */
export const accompanyStates = ['offered', 'agreed', 'declined', 'ended'] as const;
export const AccompanyStateSchema = v.picklist(accompanyStates);
export type AccompanyState = v.InferOutput<typeof AccompanyStateSchema>;

export const StageSchema = v.picklist(['started', 'finished']);

/** One family and whoever hears a course with it. */
export const AccompaniedSchema = v.object({
  id: IdSchema,
  childId: IdSchema,
  nickname: v.string(),
  courseId: IdSchema,
  state: AccompanyStateSchema,
  at: MomentSchema,
  /** Who offers it. */
  role: RoleSchema,
  name: v.optional(v.string()),
  /** The caller is the one who hears, and whose progress is shown. */
  mine: v.boolean(),
  /** Of each guide only this, and only after the family has agreed; never an answer. */
  stages: v.array(v.object({ guideId: IdSchema, stage: StageSchema })),
  /** When a kind word was sent last. */
  wordAt: v.optional(MomentSchema),
});
export type Accompanied = v.InferOutput<typeof AccompaniedSchema>;

export const courses = {
  'guides.listCourses': contractOf({
    summary: 'The courses, with their guides. Needs no account.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ courses: v.array(CourseSchema) }),
  }),
  'guides.accompany': contractOf({
    summary: 'Offers a family to hear a course together; the family decides.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema, courseId: IdSchema }),
    output: v.object({ accompanyId: IdSchema, state: AccompanyStateSchema }),
  }),
  'guides.answerAccompany': contractOf({
    summary: 'An adult of the family agrees, says no, or ends it.',
    effect: 'write',
    input: v.strictObject({ accompanyId: IdSchema, agree: v.boolean() }),
    output: v.object({ state: AccompanyStateSchema }),
  }),
  'guides.listAccompanied': contractOf({
    summary: 'The families the caller accompanies, or who accompanies the caller’s family.',
    effect: 'read',
    input: v.strictObject({ as: v.picklist(['companion', 'family']) }),
    output: v.object({ now: MomentSchema, rows: v.array(AccompaniedSchema) }),
  }),
  'guides.sendKindWord': contractOf({
    summary: 'A prepared kind word from whoever accompanies a family.',
    effect: 'write',
    input: v.strictObject({ accompanyId: IdSchema, word: KindWordSchema }),
    output: EmptySchema,
  }),
  'guides.tellFamily': contractOf({
    summary: 'Tells the other adults of a child that one has heard one’s half. Only ever by a tap.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema, guideId: IdSchema }),
    output: v.object({ told: v.boolean() }),
  }),
  'guides.showOtherHalf': contractOf({
    summary: 'Who of the child’s other adults has said that they heard the other half.',
    effect: 'read',
    input: v.strictObject({ guideId: IdSchema, otherHalf: IdSchema }),
    output: v.object({
      children: v.array(
        v.object({
          childId: IdSchema,
          nickname: v.string(),
          /** Whether there is anybody to tell. */
          others: v.number(),
          /** The caller has told them already. */
          told: v.boolean(),
          heardBy: v.array(RelationSchema),
        }),
      ),
    }),
  }),
};
