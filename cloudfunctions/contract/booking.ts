import * as v from 'valibot';
import { contractOf } from './action';
import { AppointmentSchema } from './appointment';
import { ChangeReasonSchema, GenderSchema, PlaceKindSchema, WorrySchema } from './enums';
import { DaySchema, IdSchema, MomentSchema, VoiceSchema } from './shapes';
import { DayChoiceSchema, HoldSchema, SlotSchema } from './slot';

export const WorriesSchema = v.pipe(
  v.array(WorrySchema),
  v.maxLength(8),
  v.check((list) => new Set(list).size === list.length),
);

/** Finding a place, and the visit as the family's own. */
export const booking = {
  'booking.findSlots': contractOf({
    summary: 'The earliest free times that this child may use, and a strip of days.',
    effect: 'read',
    input: v.strictObject({
      childId: IdSchema,
      siblingId: v.optional(IdSchema),
      kind: v.optional(PlaceKindSchema),
      day: v.optional(DaySchema),
      language: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(12))),
      gender: v.optional(GenderSchema),
      counsellorId: v.optional(IdSchema),
      need: v.optional(WorrySchema),
    }),
    output: v.object({
      now: MomentSchema,
      /** The day whose times are listed. */
      day: DaySchema,
      days: v.array(DayChoiceSchema),
      slots: v.array(SlotSchema),
      /** A place that the caller holds already, among these times. */
      hold: v.optional(HoldSchema),
      /** When the first place opens that is still kept for those who need it most; if there is one. */
      opensAt: v.optional(MomentSchema),
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
    summary: 'Turns the held place into an appointment, or keeps it until a parent has agreed.',
    effect: 'write',
    input: v.strictObject({
      slotId: IdSchema,
      childId: IdSchema,
      siblingId: v.optional(IdSchema),
      worries: WorriesSchema,
      voice: v.optional(VoiceSchema),
    }),
    output: AppointmentSchema,
  }),
  'booking.reschedule': contractOf({
    summary: 'Moves an appointment to the place the caller holds: both at once or neither.',
    effect: 'write',
    input: v.strictObject({
      appointmentId: IdSchema,
      slotId: IdSchema,
      reason: v.optional(ChangeReasonSchema),
    }),
    output: AppointmentSchema,
  }),
  'booking.cancel': contractOf({
    summary: 'Gives an appointment up; the place is free again at once.',
    effect: 'write',
    input: v.strictObject({
      appointmentId: IdSchema,
      reason: v.optional(ChangeReasonSchema),
    }),
    output: AppointmentSchema,
  }),
  'booking.confirmVisit': contractOf({
    summary: 'The family says that it comes; the counsellor sees it on the day.',
    effect: 'write',
    input: v.strictObject({ appointmentId: IdSchema }),
    output: AppointmentSchema,
  }),
  'booking.joinVisit': contractOf({
    summary: 'An adult of the family takes part from afar, by telephone, or no longer.',
    effect: 'write',
    input: v.strictObject({ appointmentId: IdSchema, join: v.boolean() }),
    output: AppointmentSchema,
  }),
  'booking.answerReferral': contractOf({
    summary: 'The family agrees to be sent on to another service, or does not.',
    effect: 'write',
    input: v.strictObject({ appointmentId: IdSchema, agree: v.boolean() }),
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
  'booking.showAppointment': contractOf({
    summary: 'One appointment of the caller’s children, also one that will not take place.',
    effect: 'read',
    input: v.strictObject({ appointmentId: IdSchema }),
    output: AppointmentSchema,
  }),
};
