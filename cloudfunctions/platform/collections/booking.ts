import * as v from 'valibot';
import {
  AppointmentStateSchema,
  ChangeReasonSchema,
  GenderSchema,
  PlaceKindSchema,
  ReferralStateSchema,
  RelationSchema,
  UrgencySchema,
  WorrySchema,
  slotStates,
} from '@contract/enums';
import { HoursSchema } from '@contract/hours';
import { TravelSchema } from '@contract/shapes';
import { PrioritySettingsSchema } from '@contract/waitlist';
import { defineCollection, type DocumentOf } from './collection';

const TravelTableSchema = v.record(v.string(), TravelSchema);

/** Public profile of a counsellor and the hours their places are made from. */
export const counsellors = defineCollection({
  name: 'counsellors',
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    name: v.string(),
    gender: GenderSchema,
    languages: v.array(v.string()),
    /** What they know most about. */
    skills: v.array(WorrySchema),
    hours: HoursSchema,
    /** Raised by every change of the hours: a change made over older ones is refused. */
    rev: v.number(),
    /** Names the last change that the places have not followed yet; the job looks for those. */
    unsettled: v.nullable(v.string()),
    // What follows is copied from the county by the job, so that nobody has to look further.
    /** Where they may work, and what a family is shown of it. */
    services: v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        cost: v.string(),
        bring: v.string(),
        travel: TravelTableSchema,
        /** No places from that day on. */
        closedOn: v.optional(v.string()),
      }),
    ),
    holidays: v.array(v.object({ day: v.string(), name: v.string() })),
    reserve: v.pick(PrioritySettingsSchema, ['reservedShare', 'releaseHours']),
  }),
  indexes: [
    {
      name: 'county',
      fields: [
        ['county', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'unsettled',
      fields: [['unsettled', 1]],
    },
  ],
});
export type CounsellorDocument = DocumentOf<typeof counsellors>;

/**
 * One document a place in time. Its id is `{counsellor}_{minute}`, so it exists once; a group
 * session has one for each seat, `{counsellor}_{minute}_{seat}`.
 */
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
    skills: v.array(WorrySchema),
    cost: v.string(),
    bring: v.string(),
    /** A room that is never given twice, whoever works in it; null where nobody else does. */
    roomId: v.nullable(v.string()),
    /** Only for those who need it most until then; 0: for everybody (rules/priority). */
    openFrom: v.number(),
    /** One of several places of a group session, which all begin together. */
    seat: v.nullable(v.object({ number: v.number(), of: v.number() })),
    /** Minutes on the way before a home visit. */
    travelMinutes: v.number(),
    /** The hours were changed after it was booked. */
    outsideHours: v.boolean(),
    /** The counsellor has said that it takes place all the same. */
    keptOutside: v.optional(v.boolean()),
    /** Not to be taken later than this: the counsellor's notice. */
    bookUntil: v.number(),
    /** Digest of what it was made from: another one is made when that has changed. */
    madeFrom: v.optional(v.string()),
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
    /** When the job looks for somebody who waits for it; null: nobody needs to. */
    lookAt: v.nullable(v.number()),
    /** How many families it was offered to since it fell free. */
    offers: v.number(),
    /** How the visit stands, and who takes part from afar: changed without opening the card. */
    visitState: v.nullable(AppointmentStateSchema),
    joining: v.nullable(v.array(RelationSchema)),
    /** When the family said that it comes. */
    confirmedAt: v.optional(v.nullable(v.number())),
  }),
  indexes: [
    { name: 'lookAt', fields: [['lookAt', 1]] },
    {
      name: 'reach_start',
      fields: [
        ['reach', 1],
        ['start', 1],
      ],
    },
    // What is taken is not read on the way to what is free.
    {
      name: 'reach_state_start',
      fields: [
        ['reach', 1],
        ['state', 1],
        ['start', 1],
      ],
    },
    {
      name: 'reach_kind_state_start',
      fields: [
        ['reach', 1],
        ['kind', 1],
        ['state', 1],
        ['start', 1],
      ],
    },
    {
      name: 'counsellor_reach_state_start',
      fields: [
        ['counsellorId', 1],
        ['reach', 1],
        ['state', 1],
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
      name: 'state_start',
      fields: [
        ['state', 1],
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
    {
      name: 'room_start',
      fields: [
        ['roomId', 1],
        ['start', 1],
      ],
    },
  ],
});
export type SlotDocument = DocumentOf<typeof slots>;

export const appointments = defineCollection({
  name: 'appointments',
  encrypted: ['details', 'outcome'],
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
    /** A second child of the family in the same visit. */
    siblingId: v.nullable(v.string()),
    group: v.boolean(),
    urgency: UrgencySchema,
    /** Until when a parent has to agree, while it is awaited: the job looks for those that are over. */
    consentUntil: v.nullable(v.number()),
    /** Adults who take part from afar. */
    joiners: v.array(v.object({ openid: v.string(), relation: RelationSchema })),
    /** When the family said that it comes; of another time it has to say so anew. */
    confirmedAt: v.optional(v.nullable(v.number())),
    /** Why it was moved or given up last, and by whom. */
    reason: v.nullable(ChangeReasonSchema),
    changedBy: v.nullable(v.picklist(['family', 'staff'])),
    /** How a referral stands, while there is one: open ones are looked for. */
    referral: v.nullable(ReferralStateSchema),
    /** 1 for a child's first visit. */
    visitNumber: v.number(),
    /** Nicknames, worries and recording, encrypted. */
    details: v.string(),
    /** The counsellor's note and the next step, JSON, encrypted; null before the visit. */
    outcome: v.nullable(v.string()),
  }),
  indexes: [
    {
      name: 'child_start',
      fields: [
        ['childId', 1],
        ['start', 1],
      ],
    },
    {
      name: 'sibling_start',
      fields: [
        ['siblingId', 1],
        ['start', 1],
      ],
    },
    {
      name: 'counsellor_referral_start',
      fields: [
        ['counsellorId', 1],
        ['referral', 1],
        ['start', 1],
      ],
    },
    {
      name: 'counsellor_state_start',
      fields: [
        ['counsellorId', 1],
        ['state', 1],
        ['start', 1],
      ],
    },
    { name: 'consentUntil', fields: [['consentUntil', 1]] },
    // For the figures of a day.
    { name: 'bookedAt', fields: [['bookedAt', 1]] },
    { name: 'cancelledAt', fields: [['cancelledAt', 1]] },
  ],
});
export type AppointmentDocument = DocumentOf<typeof appointments>;
