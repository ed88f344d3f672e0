import * as v from 'valibot';
import { contractOf } from './action';
import {
  MessageKindSchema,
  MessageStateSchema,
  RelationSchema,
  SituationSchema,
  StaffRoleSchema,
  ThreadKindSchema,
} from './enums';
import { limits } from './limits';
import { DaySchema, EmptySchema, IdSchema, MomentSchema } from './shapes';

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));

/** One span of a week in which a teacher answers; minutes from midnight in Beijing. */
export const OfficeSpanSchema = v.pipe(
  v.strictObject({
    weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
    from: minute,
    to: minute,
  }),
  v.check(({ from, to }) => from < to),
);

export type OfficeSpan = v.InferOutput<typeof OfficeSpanSchema>;

/** Days on which a teacher does not answer, first and last included. */
export const AbsenceSchema = v.pipe(
  v.strictObject({ from: DaySchema, to: DaySchema }),
  v.check(({ from, to }) => from <= to),
);

const crossing = (spans: readonly v.InferOutput<typeof OfficeSpanSchema>[]) =>
  spans.some((one, index) =>
    spans.some(
      (other, at) =>
        at > index && one.weekday === other.weekday && one.from < other.to && other.from < one.to,
    ),
  );

export const OfficeHoursSchema = v.strictObject({
  spans: v.pipe(
    v.array(OfficeSpanSchema),
    v.maxLength(limits.officeSpans),
    v.check((spans) => !crossing(spans)),
  ),
  absences: v.pipe(v.array(AbsenceSchema), v.maxLength(limits.absences)),
});
export type TeacherHours = v.InferOutput<typeof OfficeHoursSchema>;

/** What was said last in a thread, as the desk shows it. */
export const SaidSchema = v.object({
  kind: MessageKindSchema,
  state: MessageStateSchema,
  side: v.picklist(['family', 'staff']),
  relation: v.optional(RelationSchema),
  name: v.optional(v.string()),
  /** The beginning of it. */
  text: v.optional(v.string()),
  seconds: v.optional(v.number()),
  situation: v.optional(SituationSchema),
  /** The member of the family it is with alone: an answer goes to them alone. */
  with: v.optional(IdSchema),
  at: MomentSchema,
});
export type Said = v.InferOutput<typeof SaidSchema>;

/** A thread at the desk: those that wait first, urgent before all, then the newest. */
export const DeskRowSchema = v.object({
  threadId: IdSchema,
  childId: IdSchema,
  kind: ThreadKindSchema,
  nickname: v.string(),
  /** Since when the family waits for an answer; absent: nobody does. */
  waitingSince: v.optional(MomentSchema),
  urgent: v.boolean(),
  /** It has waited for two school days: somebody else of the school was asked as well. */
  raised: v.boolean(),
  said: v.optional(SaidSchema),
});
export type DeskRow = v.InferOutput<typeof DeskRowSchema>;

/** Somebody looks after a teacher's families for some days. */
export const StandInSchema = v.object({
  id: IdSchema,
  from: DaySchema,
  to: DaySchema,
  /** Whose families, and who looks after them. */
  forName: v.string(),
  name: v.string(),
  /** As the caller has to do with it. */
  mine: v.picklist(['away', 'here', 'none']),
});
export type StandIn = v.InferOutput<typeof StandInSchema>;

export const schoolDesk = {
  'school.listDesk': contractOf({
    summary: 'A teacher’s inbox over all children of the school, unanswered first.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
    output: v.object({
      now: MomentSchema,
      rows: v.array(DeskRowSchema),
      /** Until when the caller stands in for somebody. */
      standingInTo: v.optional(DaySchema),
      next: v.optional(v.number()),
    }),
  }),
  'school.showOfficeHours': contractOf({
    summary: 'When the caller answers families, and who stands in for whom.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      now: MomentSchema,
      hours: OfficeHoursSchema,
      holidays: v.array(v.object({ day: DaySchema, name: v.string() })),
      standIns: v.array(StandInSchema),
    }),
  }),
  'school.listColleagues': contractOf({
    summary: 'Who of the caller’s school could stand in.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      colleagues: v.array(
        v.object({
          postId: IdSchema,
          name: v.string(),
          role: StaffRoleSchema,
          classes: v.array(v.string()),
        }),
      ),
    }),
  }),
  'school.setOfficeHours': contractOf({
    summary: 'A teacher says when they answer families.',
    effect: 'write',
    input: v.strictObject({ hours: OfficeHoursSchema }),
    output: EmptySchema,
  }),
  'school.setStandIn': contractOf({
    summary: 'A teacher names a colleague who looks after their families for some days.',
    effect: 'write',
    input: v.pipe(
      v.strictObject({ postId: IdSchema, from: DaySchema, to: DaySchema }),
      v.check(({ from, to }) => from <= to),
    ),
    output: v.object({ id: IdSchema }),
  }),
  'school.endStandIn': contractOf({
    summary: 'Ends a stand-in: by either of the two.',
    effect: 'write',
    input: v.strictObject({ id: IdSchema }),
    output: EmptySchema,
  }),
  'school.showAnswering': contractOf({
    summary: 'When somebody of a child’s school answers, for its family.',
    effect: 'read',
    input: v.strictObject({ childId: IdSchema }),
    output: v.object({
      now: MomentSchema,
      /** Nobody has said any hours: nothing is promised. */
      said: v.boolean(),
      /** When somebody answers next; now or earlier: just now. */
      next: v.optional(MomentSchema),
      /** The week, of all teachers together. */
      spans: v.array(OfficeSpanSchema),
      standIns: v.array(v.object({ forName: v.string(), name: v.string(), to: DaySchema })),
    }),
  }),
};
