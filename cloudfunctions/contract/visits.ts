import * as v from 'valibot';
import { contractOf } from './action';
import { AppointmentSchema, NextStepSchema } from './appointment';
import { WorriesSchema } from './booking';
import { DayEntrySchema } from './day';
import { AppointmentStateSchema, PlaceKindSchema, ReferralStateSchema } from './enums';
import { NewChildSchema } from './family';
import { limits } from './limits';
import {
  DaySchema,
  EmptySchema,
  IdSchema,
  MomentSchema,
  PhoneSchema,
  TownshipCodeSchema,
} from './shapes';

/** A line of the week: enough to see it, not who comes. */
export const WeekEntrySchema = v.object({
  slotId: IdSchema,
  start: MomentSchema,
  end: MomentSchema,
  kind: PlaceKindSchema,
  state: v.picklist(['free', 'held', 'booked']),
  /** Kept for those who need it most until then: nobody can give it away before. */
  reservedUntil: v.optional(MomentSchema),
  outsideHours: v.boolean(),
});
export type WeekEntry = v.InferOutput<typeof WeekEntrySchema>;

const NoteSchema = v.pipe(v.string(), v.maxLength(limits.noteCharacters));

/** What the counsellor chooses at the end; the service's name is looked up. */
const ChosenStepSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({
    kind: v.literal('followUp'),
    inWeeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(26)),
  }),
  v.strictObject({ kind: v.literal('guide'), guideId: IdSchema }),
  v.strictObject({ kind: v.literal('referral'), serviceId: IdSchema }),
]);
export type ChosenStep = v.InferOutput<typeof ChosenStepSchema>;

const OneVisitSchema = v.strictObject({ appointmentId: IdSchema });
const VisitStateSchema = v.object({ state: AppointmentStateSchema });

/** The desk: the day, the week, and what becomes of a visit. */
export const visits = {
  'booking.listCounsellors': contractOf({
    summary: 'The counsellors of an administrator’s county, to invite somebody to be one of them.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ counsellors: v.array(v.object({ id: IdSchema, name: v.string() })) }),
  }),
  'booking.listWeek': contractOf({
    summary: 'Seven days of the counsellor’s places, without who comes.',
    effect: 'read',
    input: v.strictObject({ from: DaySchema }),
    output: v.object({ now: MomentSchema, from: DaySchema, entries: v.array(WeekEntrySchema) }),
  }),
  'booking.listenToVoice': contractOf({
    summary:
      'A short-lived link to what the family said when it booked, for the counsellor of that visit.',
    effect: 'read',
    input: OneVisitSchema,
    output: v.object({ url: v.string(), seconds: v.number(), expiresAt: MomentSchema }),
  }),
  'booking.showVisit': contractOf({
    summary: 'One visit with what the counsellor wrote down of it and of earlier ones.',
    effect: 'read',
    input: OneVisitSchema,
    output: v.object({
      now: MomentSchema,
      entry: DayEntrySchema,
      note: v.optional(v.string()),
      next: v.optional(NextStepSchema),
      earlier: v.array(
        v.object({
          appointmentId: IdSchema,
          start: MomentSchema,
          state: AppointmentStateSchema,
          note: v.optional(v.string()),
          next: v.optional(NextStepSchema),
        }),
      ),
    }),
  }),
  'booking.checkIn': contractOf({
    summary: 'They have come.',
    effect: 'write',
    input: OneVisitSchema,
    output: VisitStateSchema,
  }),
  'booking.markNoShow': contractOf({
    summary: 'They have not come. No punishment: the family gets a kind word and a new offer.',
    effect: 'write',
    input: OneVisitSchema,
    output: VisitStateSchema,
  }),
  'booking.complete': contractOf({
    summary: 'The visit is over: a note for the counsellor, a next step for the family.',
    effect: 'write',
    input: v.strictObject({
      appointmentId: IdSchema,
      note: v.optional(NoteSchema),
      next: ChosenStepSchema,
    }),
    output: VisitStateSchema,
  }),
  'booking.recordReferral': contractOf({
    summary: 'Whether the family reached the service it was sent on to.',
    effect: 'write',
    input: v.strictObject({ appointmentId: IdSchema, attended: v.boolean() }),
    output: v.object({ state: ReferralStateSchema }),
  }),
  'booking.listReferrals': contractOf({
    summary: 'The counsellor’s referrals whose outcome is still open.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      now: MomentSchema,
      referrals: v.array(
        v.object({
          appointmentId: IdSchema,
          nickname: v.string(),
          serviceName: v.string(),
          state: ReferralStateSchema,
          since: MomentSchema,
        }),
      ),
    }),
  }),
  'booking.keepVisit': contractOf({
    summary: 'A visit that lies outside changed hours takes place all the same.',
    effect: 'write',
    input: OneVisitSchema,
    output: v.object({ kept: v.boolean() }),
  }),
  'booking.bookNext': contractOf({
    summary:
      'The counsellor books a further visit of the same family into a free place of their own.',
    effect: 'write',
    input: v.strictObject({ appointmentId: IdSchema, slotId: IdSchema }),
    output: AppointmentSchema,
  }),
  'booking.bookForFamily': contractOf({
    summary:
      'Staff book for a family that telephones, or for a child of their roster, over the same places.',
    effect: 'write',
    input: v.strictObject({
      slotId: IdSchema,
      worries: WorriesSchema,
      who: v.variant('known', [
        v.strictObject({ known: v.literal(true), childId: IdSchema }),
        v.strictObject({
          known: v.literal(false),
          ...NewChildSchema.entries,
          phone: PhoneSchema,
          township: v.optional(TownshipCodeSchema),
        }),
      ]),
    }),
    output: v.object({
      appointmentId: IdSchema,
      nickname: v.string(),
      start: MomentSchema,
      /** Booked, or kept until a parent has agreed. */
      state: AppointmentStateSchema,
    }),
  }),
  'booking.findForFamily': contractOf({
    summary: 'Free places that staff may give to a family: by child, or by school or township.',
    effect: 'read',
    input: v.strictObject({
      childId: v.optional(IdSchema),
      schoolId: v.optional(IdSchema),
      township: v.optional(TownshipCodeSchema),
      day: v.optional(DaySchema),
      /** Only the counsellor's own places. */
      own: v.optional(v.boolean()),
    }),
    output: v.object({
      now: MomentSchema,
      slots: v.array(
        v.object({
          slotId: IdSchema,
          start: MomentSchema,
          end: MomentSchema,
          kind: PlaceKindSchema,
          placeName: v.string(),
          counsellorName: v.string(),
        }),
      ),
    }),
  }),
  'booking.showStatistics': contractOf({
    summary: 'The counsellor’s own months in numbers.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      months: v.array(
        v.object({
          /** `2026-11`. */
          month: v.string(),
          done: v.number(),
          missed: v.number(),
          cancelled: v.number(),
          first: v.number(),
          referred: v.number(),
        }),
      ),
    }),
  }),
};
