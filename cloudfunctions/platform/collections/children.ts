import * as v from 'valibot';
import {
  PurposeSchema,
  RelationSchema,
  StandingSchema,
  UrgencySchema,
  WaitlistStateSchema,
} from '@contract/enums';
import { SlotSchema } from '@contract/slot';
import { WishSchema } from '@contract/wait';
import { defineCollection, type DocumentOf } from './collection';

/** The truth about a child's circle. Every transaction that depends on it raises `rev`. */
export const children = defineCollection({
  name: 'children',
  encrypted: ['nickname', 'birth', 'away', 'athome', 'waiting', 'warmth', 'heard'],
  schema: v.object({
    _id: v.string(),
    /** Encrypted. */
    nickname: v.string(),
    /** `2016-05`, encrypted. */
    birth: v.string(),
    schoolId: v.optional(v.string()),
    schoolName: v.optional(v.string()),
    /** `三年级一班`, as its teacher says (areas/school/set-class.ts); gone when the school changes. */
    className: v.optional(v.string()),
    /** The school year with which the child came into its class last: nobody moves up twice. */
    classYear: v.optional(v.string()),
    township: v.string(),
    /** The adults around the child. */
    circle: v.array(
      v.object({
        openid: v.string(),
        relation: RelationSchema,
        standing: StandingSchema,
        since: v.number(),
        /** Who let them in. */
        invitedBy: v.optional(v.string()),
        /** A proxy who took the child over from another one. */
        handedOver: v.optional(v.literal(true)),
      }),
    ),
    /** What was decided last, purpose by purpose; the trail is in `consentRecords`. */
    consents: v.array(
      v.object({
        purpose: PurposeSchema,
        state: v.picklist(['pending', 'given', 'refused', 'withdrawn']),
        version: v.string(),
        by: RelationSchema,
        standing: StandingSchema,
        at: v.number(),
      }),
    ),
    /** Who of the parents works away: JSON, encrypted. */
    away: v.optional(v.string()),
    /** Who looks after a child whose family has no telephone, and a number if there is one: JSON, encrypted. */
    athome: v.optional(v.string()),
    /**
     * Whoever acted for the family has lost their post: the township whose child director takes the
     * child over, and since when it waits for one.
     */
    waitsIn: v.optional(v.string()),
    waitsSince: v.optional(v.number()),
    /** Visits that are still to come, so that no child is in two places at once. */
    upcoming: v.array(v.object({ appointmentId: v.string(), start: v.number(), end: v.number() })),
    /**
     * What the family waits for: the truth for them, as `waitlist` is for the order. A page that
     * reads the child needs no further read.
     */
    waits: v.optional(
      v.array(
        v.object({
          waitlistId: v.string(),
          siblingId: v.nullable(v.string()),
          state: WaitlistStateSchema,
          wish: WishSchema,
          since: v.number(),
          urgency: UrgencySchema,
          reviewAsked: v.boolean(),
          /** A place that is kept for them, and until when. */
          offer: v.nullable(v.object({ slot: SlotSchema, until: v.number() })),
        }),
      ),
    ),
    /** What was said when the child was put on the waiting list, by request: JSON, encrypted. */
    waiting: v.optional(v.nullable(v.string())),
    /** What the first screen needs of the timeline, and the planned calls: JSON, encrypted. */
    warmth: v.optional(v.string()),
    /** Who of the circle has told the others which half of a theme they heard: JSON, encrypted. */
    heard: v.optional(v.nullable(v.string())),
    /** Days that the next visit at home follows from (rules/home-visits); nothing of what was said. */
    care: v.optional(
      v.object({
        visited: v.optional(v.string()),
        notMet: v.optional(v.string()),
        asked: v.optional(v.string()),
        missed: v.optional(v.string()),
        again: v.optional(v.string()),
      }),
    ),
    /** When that is; empty before the first one. Absent in what earlier code wrote (migrations/care.ts). */
    visitDue: v.optional(v.string()),
    /** Somebody of the staff has said who is away, and the family has said nothing else since. */
    confirmed: v.optional(v.boolean()),
    /** When each role answered the questions last: dates alone, so that nobody is asked too often. */
    screened: v.optional(
      v.object({ caregiver: v.optional(v.number()), teacher: v.optional(v.number()) }),
    ),
    /** Appointments ever booked and kept: the first visit is told to the counsellor. */
    bookings: v.number(),
    rev: v.number(),
    createdAt: v.number(),
  }),
  indexes: [
    {
      name: 'school',
      fields: [
        ['schoolId', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'school_class',
      fields: [
        ['schoolId', 1],
        ['className', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'township',
      fields: [
        ['township', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'township_visitDue',
      fields: [
        ['township', 1],
        ['visitDue', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'township_confirmed',
      fields: [
        ['township', 1],
        ['confirmed', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'waiting',
      fields: [
        ['waitsIn', 1],
        ['_id', 1],
      ],
    },
  ],
});
export type ChildDocument = DocumentOf<typeof children>;
export type WaitOfChild = NonNullable<ChildDocument['waits']>[number];
