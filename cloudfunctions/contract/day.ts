import * as v from 'valibot';
import { contractOf } from './action';
import {
  AppointmentStateSchema,
  PlaceKindSchema,
  RelationSchema,
  UrgencySchema,
  WorrySchema,
} from './enums';
import { DaySchema, IdSchema, MomentSchema } from './shapes';

/** A visit on a counsellor's day. */
export const VisitSchema = v.object({
  appointmentId: IdSchema,
  nickname: v.string(),
  /** Whole years on the day of the visit. */
  age: v.number(),
  sibling: v.optional(v.object({ nickname: v.string(), age: v.number() })),
  schoolName: v.optional(v.string()),
  relation: RelationSchema,
  worries: v.array(WorrySchema),
  voiceSeconds: v.optional(v.number()),
  phone: v.optional(v.string()),
  /** 1 for a first visit. */
  visitNumber: v.number(),
  bookedAt: MomentSchema,
  state: AppointmentStateSchema,
  urgency: UrgencySchema,
  /** Adults who take part from afar. */
  joining: v.array(RelationSchema),
  /** The family has said that it comes. */
  confirmed: v.boolean(),
});
export type Visit = v.InferOutput<typeof VisitSchema>;

/** One line of a counsellor's day. */
export const DayEntrySchema = v.object({
  slotId: IdSchema,
  start: MomentSchema,
  end: MomentSchema,
  kind: PlaceKindSchema,
  placeName: v.string(),
  state: v.picklist(['free', 'held', 'booked']),
  /** Kept for those who need it most until then. */
  reservedUntil: v.optional(MomentSchema),
  /** One of several places of a group session. */
  seat: v.optional(v.object({ number: v.number(), of: v.number() })),
  /** Minutes on the way before a home visit. */
  travelMinutes: v.optional(v.number()),
  /** The hours were changed after this was booked: move it, give it up, or keep it. */
  outsideHours: v.boolean(),
  visit: v.optional(VisitSchema),
});
export type DayEntry = v.InferOutput<typeof DayEntrySchema>;

export const DayPlanSchema = v.object({
  day: DaySchema,
  entries: v.array(DayEntrySchema),
  /** Booked within the last day, on other days than this: so that nothing arrives unseen. */
  fresh: v.array(v.object({ day: DaySchema, ...DayEntrySchema.entries })),
});
export type DayPlan = v.InferOutput<typeof DayPlanSchema>;

/** A counsellor's first screen, apart from the rest of the desk: it is in the main package. */
export const day = {
  'booking.listDay': contractOf({
    summary: 'The counsellor’s own day: who comes when, why, and how to reach them.',
    effect: 'read',
    input: v.strictObject({ day: v.optional(DaySchema) }),
    output: v.object({ now: MomentSchema, ...DayPlanSchema.entries }),
  }),
};
