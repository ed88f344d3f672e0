import * as v from 'valibot';
import { AppointmentStateSchema, GenderSchema, PlaceKindSchema, slotStates } from '@contract/enums';
import { TravelSchema } from '@contract/shapes';
import { defineCollection, type DocumentOf } from './collection';

const TravelTableSchema = v.record(v.string(), TravelSchema);

/** Public profile of a counsellor and the week their slots are made from. */
export const counsellors = defineCollection({
  name: 'counsellors',
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    name: v.string(),
    gender: GenderSchema,
    languages: v.array(v.string()),
    sessionMinutes: v.number(),
    bufferMinutes: v.number(),
    /** Places they work at, each with the spans of the week. */
    places: v.array(
      v.object({
        kind: PlaceKindSchema,
        serviceId: v.string(),
        placeName: v.string(),
        cost: v.string(),
        bring: v.string(),
        schoolId: v.optional(v.string()),
        township: v.optional(v.string()),
        travel: v.optional(TravelTableSchema),
        spans: v.array(v.object({ weekday: v.number(), from: v.number(), to: v.number() })),
      }),
    ),
  }),
  indexes: [
    {
      name: 'county',
      fields: [
        ['county', 1],
        ['_id', 1],
      ],
    },
  ],
});
export type CounsellorDocument = DocumentOf<typeof counsellors>;

/** One document a place in time. Its id is `{counsellor}_{minute}`, so it exists once. */
export const slots = defineCollection({
  name: 'slots',
  encrypted: ['card', 'phone'],
  schema: v.object({
    _id: v.string(),
    counsellorId: v.string(),
    start: v.number(),
    end: v.number(),
    kind: PlaceKindSchema,
    /** Who may use it (rules/reach). */
    reach: v.string(),
    serviceId: v.string(),
    placeName: v.string(),
    counsellorName: v.string(),
    gender: GenderSchema,
    languages: v.array(v.string()),
    cost: v.string(),
    bring: v.string(),
    /** By township; a question reads only its own township's entry. */
    travel: v.optional(TravelTableSchema),
    state: v.picklist(slotStates),
    heldBy: v.nullable(v.string()),
    heldUntil: v.number(),
    appointmentId: v.nullable(v.string()),
    /** What the counsellor's day shows of the visit, encrypted: the day is then one query. */
    card: v.nullable(v.string()),
    /** When it was booked, ms; null while it is not. */
    bookedAt: v.nullable(v.number()),
    /** Who booked it, and the number to reach them by, encrypted; it follows when they change it. */
    bookedBy: v.nullable(v.string()),
    phone: v.nullable(v.string()),
  }),
  indexes: [
    {
      name: 'reach_start',
      fields: [
        ['reach', 1],
        ['start', 1],
      ],
    },
    {
      name: 'counsellor_start',
      fields: [
        ['counsellorId', 1],
        ['start', 1],
      ],
    },
    {
      name: 'bookedBy_start',
      fields: [
        ['bookedBy', 1],
        ['start', 1],
      ],
    },
    { name: 'heldBy', fields: [['heldBy', 1]] },
  ],
});
export type SlotDocument = DocumentOf<typeof slots>;

export const appointments = defineCollection({
  name: 'appointments',
  encrypted: ['details'],
  schema: v.object({
    _id: v.string(),
    childId: v.string(),
    counsellorId: v.string(),
    slotId: v.string(),
    serviceId: v.string(),
    start: v.number(),
    end: v.number(),
    kind: PlaceKindSchema,
    placeName: v.string(),
    counsellorName: v.string(),
    languages: v.array(v.string()),
    cost: v.string(),
    bring: v.string(),
    bookedBy: v.string(),
    bookedAt: v.number(),
    state: AppointmentStateSchema,
    cancelledAt: v.optional(v.number()),
    /** Nickname, worries and recording, encrypted. */
    details: v.string(),
  }),
  indexes: [
    {
      name: 'child_start',
      fields: [
        ['childId', 1],
        ['start', 1],
      ],
    },
  ],
});
export type AppointmentDocument = DocumentOf<typeof appointments>;
