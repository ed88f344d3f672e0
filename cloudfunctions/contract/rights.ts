import * as v from 'valibot';
import { contractOf } from './action';
import { AppointmentSchema } from './appointment';
import { LookPurposeSchema, PurposeSchema, RelationSchema, RoleSchema, WorrySchema } from './enums';
import { ChildSchema } from './family';
import { NoticeSchema } from './notify';
import { PersonSchema } from './person';
import { DaySchema, EmptySchema, IdSchema, MomentSchema } from './shapes';
import { WaitSchema } from './waitlist';

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
      v.strictObject({ part: v.literal('visits'), before: v.optional(MomentSchema) }),
      v.strictObject({ part: v.literal('decisions'), childId: IdSchema }),
      v.strictObject({ part: v.literal('notices'), before: v.optional(MomentSchema) }),
    ]),
    output: v.variant('part', [
      v.object({
        part: v.literal('me'),
        now: MomentSchema,
        person: PersonSchema,
        phone: v.optional(v.string()),
        since: MomentSchema,
        children: v.array(ChildSchema),
        /** What they wait for, with the worries that were named. */
        waits: v.array(v.object({ ...WaitSchema.entries, worries: v.array(WorrySchema) })),
      }),
      v.object({
        part: v.literal('visits'),
        appointments: v.array(AppointmentSchema),
        next: v.optional(MomentSchema),
      }),
      v.object({ part: v.literal('decisions'), decisions: v.array(DecisionSchema) }),
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
