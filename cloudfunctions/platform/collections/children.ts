import * as v from 'valibot';
import {
  PurposeSchema,
  RelationSchema,
  StandingSchema,
  UrgencySchema,
  WaitlistStateSchema,
} from '@contract/enums';
import { SlotSchema } from '@contract/slot';
import { WishSchema } from '@contract/waitlist';
import { defineCollection, type DocumentOf } from './collection';

/** The truth about a child's circle. Every transaction that depends on it raises `rev`. */
export const children = defineCollection({
  name: 'children',
  encrypted: ['nickname', 'birth', 'away', 'athome', 'waiting'],
  schema: v.object({
    _id: v.string(),
    /** Encrypted. */
    nickname: v.string(),
    /** `2016-05`, encrypted. */
    birth: v.string(),
    schoolId: v.optional(v.string()),
    schoolName: v.optional(v.string()),
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
      name: 'township',
      fields: [
        ['township', 1],
        ['_id', 1],
      ],
    },
  ],
});
export type ChildDocument = DocumentOf<typeof children>;
export type WaitOfChild = NonNullable<ChildDocument['waits']>[number];
