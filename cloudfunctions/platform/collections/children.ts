import * as v from 'valibot';
import { RelationSchema } from '@contract/enums';
import { defineCollection, type DocumentOf } from './collection';

/** The truth about a child's circle. Every transaction that depends on it raises `rev`. */
export const children = defineCollection({
  name: 'children',
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
    circle: v.array(v.object({ openid: v.string(), relation: RelationSchema, since: v.number() })),
    /** Visits that are still to come, so that no child is in two places at once. */
    upcoming: v.array(v.object({ appointmentId: v.string(), start: v.number(), end: v.number() })),
    /** Appointments ever booked and kept: the first visit is told to the counsellor. */
    bookings: v.number(),
    rev: v.number(),
    createdAt: v.number(),
  }),
  indexes: [],
});
export type ChildDocument = DocumentOf<typeof children>;
