import * as v from 'valibot';
import { contractOf } from './action';
import {
  AppointmentStateSchema,
  GenderSchema,
  PlaceKindSchema,
  RelationSchema,
  WorrySchema,
} from './enums';
import {
  DaySchema,
  EmptySchema,
  IdSchema,
  MomentSchema,
  TravelSchema,
  VoiceSchema,
} from './shapes';

/** A free place as a family sees it. */
export const SlotSchema = v.object({
  id: IdSchema,
  start: MomentSchema,
  end: MomentSchema,
  kind: PlaceKindSchema,
  placeName: v.string(),
  counsellorName: v.string(),
  gender: GenderSchema,
  languages: v.array(v.string()),
  cost: v.string(),
  travel: v.optional(TravelSchema),
});
export type Slot = v.InferOutput<typeof SlotSchema>;

/** One day of the strip. `unread`: beyond what this question read; ask for that day itself. */
export const DayChoiceSchema = v.object({
  day: DaySchema,
  state: v.picklist(['free', 'none', 'unread']),
  free: v.number(),
});
export type DayChoice = v.InferOutput<typeof DayChoiceSchema>;

export const HoldSchema = v.object({ slotId: IdSchema, until: MomentSchema });
export type Hold = v.InferOutput<typeof HoldSchema>;

/** An appointment as the family sees it. */
export const AppointmentSchema = v.object({
  id: IdSchema,
  childId: IdSchema,
  nickname: v.string(),
  start: MomentSchema,
  end: MomentSchema,
  kind: PlaceKindSchema,
  placeName: v.string(),
  serviceId: IdSchema,
  counsellorName: v.string(),
  languages: v.array(v.string()),
  cost: v.string(),
  bring: v.string(),
  state: AppointmentStateSchema,
  worries: v.array(WorrySchema),
  voiceSeconds: v.optional(v.number()),
  canCancel: v.boolean(),
});
export type Appointment = v.InferOutput<typeof AppointmentSchema>;

/** One line of a counsellor's day. */
export const DayEntrySchema = v.object({
  slotId: IdSchema,
  start: MomentSchema,
  end: MomentSchema,
  kind: PlaceKindSchema,
  placeName: v.string(),
  state: v.picklist(['free', 'held', 'booked']),
  visit: v.optional(
    v.object({
      appointmentId: IdSchema,
      nickname: v.string(),
      /** Whole years on the day of the visit. */
      age: v.number(),
      schoolName: v.optional(v.string()),
      relation: RelationSchema,
      worries: v.array(WorrySchema),
      voiceSeconds: v.optional(v.number()),
      phone: v.optional(v.string()),
      first: v.boolean(),
      bookedAt: MomentSchema,
    }),
  ),
});
export type DayEntry = v.InferOutput<typeof DayEntrySchema>;

export const DayPlanSchema = v.object({
  day: DaySchema,
  entries: v.array(DayEntrySchema),
  /** Booked within the last day, on other days than this: so that nothing arrives unseen. */
  fresh: v.array(v.object({ day: DaySchema, ...DayEntrySchema.entries })),
});
export type DayPlan = v.InferOutput<typeof DayPlanSchema>;

export const booking = {
  'booking.findSlots': contractOf({
    summary: 'The earliest free times that this child may use, and a strip of days.',
    effect: 'read',
    input: v.strictObject({
      childId: IdSchema,
      kind: v.optional(PlaceKindSchema),
      day: v.optional(DaySchema),
    }),
    output: v.object({
      now: MomentSchema,
      /** The day whose times are listed. */
      day: DaySchema,
      days: v.array(DayChoiceSchema),
      slots: v.array(SlotSchema),
      /** A place that the caller holds already, among these times. */
      hold: v.optional(HoldSchema),
    }),
  }),
  'booking.holdSlot': contractOf({
    summary: 'Keeps a free place for the caller for some minutes, and lets go of any other.',
    effect: 'repeatable',
    input: v.strictObject({ slotId: IdSchema, childId: IdSchema }),
    output: v.variant('outcome', [
      v.object({ outcome: v.literal('held'), hold: HoldSchema }),
      v.object({ outcome: v.literal('taken'), alternatives: v.array(SlotSchema) }),
    ]),
  }),
  'booking.releaseSlot': contractOf({
    summary: 'Gives a held place back.',
    effect: 'repeatable',
    input: v.strictObject({ slotId: IdSchema }),
    output: v.object({ released: v.boolean() }),
  }),
  'booking.book': contractOf({
    summary: 'Turns the held place into an appointment.',
    effect: 'write',
    input: v.strictObject({
      slotId: IdSchema,
      childId: IdSchema,
      worries: v.pipe(
        v.array(WorrySchema),
        v.maxLength(8),
        v.check((list) => new Set(list).size === list.length),
      ),
      voice: v.optional(VoiceSchema),
    }),
    output: AppointmentSchema,
  }),
  'booking.cancel': contractOf({
    summary: 'Cancels an appointment before it begins; the place is free again at once.',
    effect: 'write',
    input: v.strictObject({ appointmentId: IdSchema }),
    output: AppointmentSchema,
  }),
  'booking.listAppointments': contractOf({
    summary: 'Appointments of the caller’s children, soonest first, or past ones.',
    effect: 'read',
    input: v.strictObject({
      when: v.picklist(['upcoming', 'past']),
      before: v.optional(MomentSchema),
    }),
    output: v.object({
      now: MomentSchema,
      appointments: v.array(AppointmentSchema),
      /** Ask again with `before` set to this for older ones. */
      next: v.optional(MomentSchema),
    }),
  }),
  'booking.listCounsellors': contractOf({
    summary: 'The counsellors of an administrator’s county, to invite somebody to be one of them.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ counsellors: v.array(v.object({ id: IdSchema, name: v.string() })) }),
  }),
  'booking.listDay': contractOf({
    summary: 'The counsellor’s own day: who comes when, why, and how to reach them.',
    effect: 'read',
    input: v.strictObject({ day: v.optional(DaySchema) }),
    output: v.object({ now: MomentSchema, ...DayPlanSchema.entries }),
  }),
  'booking.listenToVoice': contractOf({
    summary:
      'A short-lived link to what the family said when it booked, for the counsellor of that visit.',
    effect: 'read',
    input: v.strictObject({ appointmentId: IdSchema }),
    output: v.object({ url: v.string(), seconds: v.number(), expiresAt: MomentSchema }),
  }),
};
