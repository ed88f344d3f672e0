import * as v from 'valibot';
import { contractOf } from '../action';
import { HotlineSchema } from '../directory';
import { limits } from '../limits';
import { CountyCodeSchema, DaySchema, IdSchema, MomentSchema } from '../shapes';
import { WorkerSchema } from './parts';

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));

/** A span of a day with whoever is on duty; minutes from midnight in Beijing. */
export const DutyEntrySchema = v.pipe(
  v.strictObject({
    day: DaySchema,
    from: minute,
    to: minute,
    postId: IdSchema,
    standIn: v.optional(IdSchema),
  }),
  v.check(({ from, to }) => from < to),
  v.check(({ postId, standIn }) => postId !== standIn),
);
export type DutyEntry = v.InferOutput<typeof DutyEntrySchema>;

const OnDutySchema = v.object({ postId: IdSchema, ...WorkerSchema.entries, mine: v.boolean() });

export const DutyShiftSchema = v.object({
  id: IdSchema,
  day: DaySchema,
  from: minute,
  to: minute,
  duty: OnDutySchema,
  standIn: v.optional(OnDutySchema),
  /** Somebody was asked to take it over. */
  swap: v.optional(OnDutySchema),
});
export type DutyShift = v.InferOutput<typeof DutyShiftSchema>;

export const DutyWeekSchema = v.object({
  now: MomentSchema,
  county: CountyCodeSchema,
  /** Its Monday. */
  week: DaySchema,
  /** Goes along with `setDuty`: it refuses when somebody has changed the week meanwhile. */
  rev: v.number(),
  shifts: v.array(DutyShiftSchema),
  /** Hours of the week that are still to come and for which nobody is set. */
  gaps: v.array(v.object({ day: DaySchema, from: minute, to: minute })),
  /** Who could be set, and whether they can be reached. */
  people: v.array(
    v.object({
      postId: IdSchema,
      ...WorkerSchema.entries,
      mine: v.boolean(),
      reachable: v.boolean(),
    }),
  ),
  /** Whether the caller may set it. */
  mayChange: v.boolean(),
});
export type DutyWeek = v.InferOutput<typeof DutyWeekSchema>;

const shiftOf = { week: DaySchema, shiftId: IdSchema };

/** Who is on duty, by weeks. */
export const dutyRoster = {
  'safety.listDuty': contractOf({
    summary: 'A week of the duty roster, with its gaps and the people.',
    effect: 'read',
    /** Any day of the week. */
    input: v.strictObject({ from: DaySchema }),
    output: DutyWeekSchema,
  }),
  'safety.setDuty': contractOf({
    summary: 'An administrator sets a week of the roster, with people who can be reached.',
    effect: 'write',
    input: v.strictObject({
      /** Its Monday. */
      week: DaySchema,
      rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
      /** The whole week, instead of what was there. */
      entries: v.pipe(v.array(DutyEntrySchema), v.maxLength(limits.dutyShiftsPerWeek)),
    }),
    output: v.object({
      /** False: nothing was changed, since some of the people cannot be reached. */
      set: v.boolean(),
      unreachable: v.array(v.object({ postId: IdSchema, ...WorkerSchema.entries })),
      rev: v.number(),
    }),
  }),
  'safety.askSwap': contractOf({
    summary: 'Asks a colleague to take over one of the caller’s shifts.',
    effect: 'write',
    input: v.strictObject({ ...shiftOf, toPostId: IdSchema }),
    output: v.object({ rev: v.number() }),
  }),
  'safety.answerSwap': contractOf({
    summary: 'Takes a shift over, or not.',
    effect: 'write',
    input: v.strictObject({ ...shiftOf, agree: v.boolean() }),
    output: v.object({ rev: v.number() }),
  }),
  'safety.whoIsOnDuty': contractOf({
    summary: 'Whether a person is on duty now, until when, and the telephone lines. Never who.',
    effect: 'read',
    input: v.strictObject({
      county: v.optional(CountyCodeSchema),
      childId: v.optional(IdSchema),
    }),
    output: v.object({
      now: MomentSchema,
      onDuty: v.boolean(),
      until: v.optional(MomentSchema),
      /** When somebody is next, where nobody is now. */
      next: v.optional(MomentSchema),
      lines: v.array(HotlineSchema),
    }),
  }),
};
