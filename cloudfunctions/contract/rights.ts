import * as v from 'valibot';
import { contractOf } from './action';
import { AppointmentSchema } from './appointment';
import { LookPurposeSchema, PurposeSchema, RelationSchema, RoleSchema, WorrySchema } from './enums';
import { ChildSchema } from './family';
import { HomeStateSchema } from './home-visits';
import { NoticeSchema } from './notify';
import { PersonSchema } from './person';
import { PushAnswerSchema, QuietHoursSchema } from './push';
import { AdviceSchema, FiguresSchema, RespondentSchema } from './screening';
import { DaySchema, EmptySchema, IdSchema, MomentSchema } from './shapes';
import { WaitSchema } from './wait';
import { TimelineEntrySchema } from './warmth';

/** Somebody of the staff looked at a child's data on a day, so many times. */
export const LookSchema = v.object({
  day: DaySchema,
  role: v.optional(RoleSchema),
  name: v.optional(v.string()),
  purpose: LookPurposeSchema,
  count: v.number(),
});
export type Look = v.InferOutput<typeof LookSchema>;

/** What was decided about a purpose, and when: the trail, not the state. */
export const DecisionSchema = v.object({
  childId: IdSchema,
  purpose: PurposeSchema,
  version: v.string(),
  decision: v.picklist(['begin', 'give', 'refuse', 'withdraw']),
  by: RelationSchema,
  at: MomentSchema,
});
export type Decision = v.InferOutput<typeof DecisionSchema>;

/** One filled-in form, as the family may have it in their copy. */
export const ScreeningRecordSchema = v.object({
  childId: IdSchema,
  at: MomentSchema,
  respondent: RespondentSchema,
  formName: v.string(),
  advice: AdviceSchema,
  /** For guardians alone. */
  figures: v.optional(FiguresSchema),
});
export type ScreeningRecord = v.InferOutput<typeof ScreeningRecordSchema>;

/** What a child director wrote down of a visit at home, as a guardian may have it in their copy. */
export const HomeVisitRecordSchema = v.object({
  day: DaySchema,
  met: v.boolean(),
  state: v.optional(HomeStateSchema),
  words: v.optional(v.string()),
});
export type HomeVisitRecord = v.InferOutput<typeof HomeVisitRecordSchema>;

export const rights = {
  'account.listAccessLog': contractOf({
    summary: 'Who of the staff looked at a child’s data, for its guardians.',
    effect: 'read',
    input: v.strictObject({ childId: IdSchema, before: v.optional(DaySchema) }),
    output: v.object({ looks: v.array(LookSchema), next: v.optional(DaySchema) }),
  }),
  'account.exportMyData': contractOf({
    summary: 'Everything that is kept about the caller and their children, a part at a time.',
    effect: 'read',
    input: v.variant('part', [
      v.strictObject({ part: v.literal('me') }),
      v.strictObject({ part: v.literal('children'), cursor: v.optional(IdSchema) }),
      v.strictObject({ part: v.literal('visits'), before: v.optional(MomentSchema) }),
      v.strictObject({ part: v.literal('decisions'), childId: IdSchema }),
      v.strictObject({
        part: v.literal('timeline'),
        childId: IdSchema,
        before: v.optional(MomentSchema),
      }),
      v.strictObject({ part: v.literal('screenings'), childId: IdSchema }),
      v.strictObject({
        part: v.literal('homeVisits'),
        childId: IdSchema,
        before: v.optional(MomentSchema),
      }),
      v.strictObject({ part: v.literal('notices'), before: v.optional(MomentSchema) }),
    ]),
    output: v.variant('part', [
      v.object({
        part: v.literal('me'),
        now: MomentSchema,
        person: PersonSchema,
        phone: v.optional(v.string()),
        since: MomentSchema,
        /** Messages of WeChat: how many may still come, what was answered when, and when none comes. */
        told: v.object({
          stock: v.record(v.string(), v.number()),
          asked: v.record(v.string(), v.object({ answer: PushAnswerSchema, at: MomentSchema })),
          quiet: QuietHoursSchema,
        }),
      }),
      v.object({
        part: v.literal('children'),
        children: v.array(ChildSchema),
        next: v.optional(IdSchema),
        /** What they wait for, with the worries that were named. */
        waits: v.array(v.object({ ...WaitSchema.entries, worries: v.array(WorrySchema) })),
      }),
      v.object({
        part: v.literal('visits'),
        appointments: v.array(AppointmentSchema),
        next: v.optional(MomentSchema),
      }),
      v.object({ part: v.literal('decisions'), decisions: v.array(DecisionSchema) }),
      v.object({ part: v.literal('screenings'), screenings: v.array(ScreeningRecordSchema) }),
      v.object({
        part: v.literal('homeVisits'),
        visits: v.array(HomeVisitRecordSchema),
        next: v.optional(MomentSchema),
      }),
      v.object({
        part: v.literal('timeline'),
        entries: v.array(TimelineEntrySchema),
        next: v.optional(MomentSchema),
      }),
      v.object({
        part: v.literal('notices'),
        notices: v.array(NoticeSchema),
        next: v.optional(MomentSchema),
      }),
    ]),
  }),
  'account.deleteAccount': contractOf({
    summary: 'Asks for the account to be deleted after a waiting period.',
    effect: 'repeatable',
    input: EmptySchema,
    output: PersonSchema,
  }),
  'account.keepAccount': contractOf({
    summary: 'Takes the wish to be deleted back.',
    effect: 'repeatable',
    input: EmptySchema,
    output: PersonSchema,
  }),
};
