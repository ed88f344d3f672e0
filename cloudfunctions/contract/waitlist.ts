import * as v from 'valibot';
import { contractOf } from './action';
import { AppointmentSchema } from './appointment';
import { WorriesSchema } from './booking';
import { UrgencySchema, WorrySchema } from './enums';
import { EmptySchema, IdSchema, MomentSchema, VoiceSchema } from './shapes';
import { WaitSchema, WishSchema } from './wait';

/** A request as staff see it, most pressing first. */
export const RequestEntrySchema = v.object({
  id: IdSchema,
  nickname: v.string(),
  age: v.number(),
  schoolName: v.optional(v.string()),
  worries: v.array(WorrySchema),
  voiceSeconds: v.optional(v.number()),
  wish: WishSchema,
  since: MomentSchema,
  urgency: UrgencySchema,
  /** Two children in one visit. */
  together: v.boolean(),
  reviewAsked: v.boolean(),
  offered: v.boolean(),
  phone: v.optional(v.string()),
});
export type RequestEntry = v.InferOutput<typeof RequestEntrySchema>;

const ShareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const HoursSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 14));
const PointsSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));

/** Every number of the rule (rules.md, "Fair priority"); rules/priority says what each does. */
export const PrioritySettingsSchema = v.strictObject({
  reservedShare: ShareSchema,
  releaseHours: HoursSchema,
  soonPoints: PointsSchema,
  urgentPoints: PointsSchema,
  firstPoints: PointsSchema,
  pointsPerDay: v.pipe(v.number(), v.minValue(0.1), v.maxValue(100)),
});
export type PrioritySettings = v.InferOutput<typeof PrioritySettingsSchema>;

export const waitlist = {
  'booking.joinWaitlist': contractOf({
    summary: 'Waits for a place when nothing suits.',
    effect: 'write',
    input: v.strictObject({
      childId: IdSchema,
      /** Kept together: both children in one visit. */
      siblingId: v.optional(IdSchema),
      wish: WishSchema,
      worries: WorriesSchema,
      voice: v.optional(VoiceSchema),
    }),
    output: WaitSchema,
  }),
  'booking.leaveWaitlist': contractOf({
    summary: 'Waits no longer; an offered place goes to the next.',
    effect: 'write',
    input: v.strictObject({ waitlistId: IdSchema }),
    output: WaitSchema,
  }),
  'booking.answerOffer': contractOf({
    summary: 'Takes the place that was offered, or lets it go and keeps waiting.',
    effect: 'write',
    input: v.strictObject({ waitlistId: IdSchema, accept: v.boolean() }),
    output: v.object({ wait: WaitSchema, appointment: v.optional(AppointmentSchema) }),
  }),
  'booking.listWaits': contractOf({
    summary: 'The waiting-list entries of the caller’s children.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ now: MomentSchema, waits: v.array(WaitSchema) }),
  }),
  'booking.askForReview': contractOf({
    summary: 'Asks a person to look again at how soon this child should be seen.',
    effect: 'write',
    input: v.strictObject({ waitlistId: IdSchema }),
    output: WaitSchema,
  }),
  'booking.listRequests': contractOf({
    summary: 'Who waits in the counsellor’s county, most pressing first.',
    effect: 'read',
    input: v.strictObject({ cursor: v.optional(v.pipe(v.string(), v.maxLength(120))) }),
    output: v.object({
      now: MomentSchema,
      requests: v.array(RequestEntrySchema),
      next: v.optional(v.string()),
    }),
  }),
  'booking.setUrgency': contractOf({
    summary: 'A person says how soon somebody who waits should be seen. It is written down who.',
    effect: 'write',
    input: v.strictObject({ waitlistId: IdSchema, urgency: UrgencySchema }),
    output: v.object({ urgency: UrgencySchema }),
  }),
  'booking.showPriority': contractOf({
    summary: 'The rule of fair priority in numbers, and how long people waited lately, by group.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      settings: PrioritySettingsSchema,
      /** Median days of the last months; absent below ten waits, so that nobody is singled out. */
      medianDays: v.object({ reserved: v.optional(v.number()), others: v.optional(v.number()) }),
    }),
  }),
  'booking.setPriority': contractOf({
    summary: 'An administrator of the county changes the numbers of the rule.',
    effect: 'write',
    input: v.strictObject({ settings: PrioritySettingsSchema }),
    output: v.object({ settings: PrioritySettingsSchema }),
  }),
  'booking.showSupply': contractOf({
    summary: 'Places and requests a week in an administrator’s county: where a simulation begins.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      settings: PrioritySettingsSchema,
      counsellors: v.number(),
      placesAWeek: v.number(),
      waiting: v.number(),
    }),
  }),
};
