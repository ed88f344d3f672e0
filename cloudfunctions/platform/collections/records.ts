import * as v from 'valibot';
import {
  LookPurposeSchema,
  NoticeKindSchema,
  PurposeSchema,
  RelationSchema,
  StandingSchema,
} from '@contract/enums';
import { defineCollection, type DocumentOf } from './collection';

/** `events/{openid}_{requestId}`: the proof that a request was carried out, and its answer. */
export const events = defineCollection({
  name: 'events',
  encrypted: ['answer', 'effects'],
  schema: v.object({
    _id: v.string(),
    action: v.string(),
    /** Keyed digest of action and input. */
    digest: v.string(),
    /** The answer, encrypted: it may name a child. */
    answer: v.string(),
    at: v.number(),
    /** What is to be told to whom, JSON, encrypted; null when there is nothing, or nothing more. */
    effects: v.optional(v.nullable(v.string())),
    /** When the effects are to be carried out; null when they are done. */
    effectsAt: v.optional(v.nullable(v.number())),
  }),
  indexes: [
    { name: 'at', fields: [['at', 1]] },
    { name: 'effectsAt', fields: [['effectsAt', 1]] },
  ],
});

/** `accessLog/{day}_{viewer}_{child}_{purpose}`: staff who looked at a child's data, counted up. */
export const accessLog = defineCollection({
  name: 'accessLog',
  encrypted: ['who'],
  schema: v.object({
    _id: v.string(),
    day: v.string(),
    viewer: v.string(),
    childId: v.string(),
    purpose: LookPurposeSchema,
    /** Role and name of the viewer, JSON, encrypted: it is shown long after a post has ended. */
    who: v.string(),
    count: v.number(),
    firstAt: v.number(),
    lastAt: v.number(),
  }),
  indexes: [
    {
      name: 'child_day',
      fields: [
        ['childId', 1],
        ['day', -1],
      ],
    },
    { name: 'day', fields: [['day', 1]] },
  ],
});

/**
 * `recordings/{folder}_{file}`: noted before it is sent, until it belongs to a visit or a guide. Storage cannot
 * be listed from a function, so what is not noted here would never be found again.
 */
export const recordings = defineCollection({
  name: 'recordings',
  schema: v.object({
    _id: v.string(),
    /** Empty: a copy that a guide keeps, which is looked at again and again while it does. */
    openid: v.string(),
    /** Absent: of a guide. */
    childId: v.optional(v.string()),
    /** Its path in cloud storage. */
    path: v.string(),
    at: v.number(),
  }),
  indexes: [
    { name: 'at', fields: [['at', 1]] },
    { name: 'openid', fields: [['openid', 1]] },
  ],
});

/**
 * `due/{kind}_{ref}`: what must happen later. The job takes what is due; carrying a thing out twice
 * must do no harm, since a job may die in between.
 */
export const due = defineCollection({
  name: 'due',
  schema: v.object({
    _id: v.string(),
    kind: v.picklist([
      'offerDeadline',
      'callSoon',
      'guidePublish',
      'alertUnaccepted',
      'alertFollowUp',
    ]),
    ref: v.string(),
    at: v.number(),
  }),
  indexes: [{ name: 'at', fields: [['at', 1]] }],
});
export type DueDocument = DocumentOf<typeof due>;

/** `notices/{event}_{n}_{person}`: the in-app inbox. */
export const notices = defineCollection({
  name: 'notices',
  encrypted: ['details'],
  schema: v.object({
    _id: v.string(),
    to: v.string(),
    kind: NoticeKindSchema,
    at: v.number(),
    childId: v.optional(v.string()),
    appointmentId: v.optional(v.string()),
    waitlistId: v.optional(v.string()),
    threadId: v.optional(v.string()),
    announcementId: v.optional(v.string()),
    bulletinId: v.optional(v.string()),
    guide: v.optional(v.object({ id: v.string(), version: v.number() })),
    /** Nickname, beginning and place, JSON, encrypted. */
    details: v.string(),
  }),
  indexes: [
    {
      name: 'to_at',
      fields: [
        ['to', 1],
        ['at', -1],
      ],
    },
    {
      name: 'child_at',
      fields: [
        ['childId', 1],
        ['at', -1],
      ],
    },
    { name: 'at', fields: [['at', 1]] },
  ],
});

/** `leases/{work}`: who carries out a piece of timed work just now, so that two runs never overlap. */
export const leases = defineCollection({
  name: 'leases',
  schema: v.object({ _id: v.string(), until: v.number() }),
  indexes: [],
});

/** The trail of what was agreed to: added to, never changed (rules.md, "Consent record"). */
export const consentRecords = defineCollection({
  name: 'consentRecords',
  schema: v.object({
    _id: v.string(),
    childId: v.string(),
    by: v.string(),
    relation: RelationSchema,
    standing: StandingSchema,
    decisions: v.array(
      v.object({
        purpose: PurposeSchema,
        version: v.string(),
        decision: v.picklist(['begin', 'give', 'refuse', 'withdraw']),
      }),
    ),
    at: v.number(),
  }),
  indexes: [
    {
      name: 'child_at',
      fields: [
        ['childId', 1],
        ['at', -1],
      ],
    },
    { name: 'at', fields: [['at', 1]] },
  ],
});

/** `progress/{work}`: how far work that goes over everything has come, so that it can go on. */
export const progress = defineCollection({
  name: 'progress',
  schema: v.object({
    _id: v.string(),
    /** What the work is done for, such as a key's id: another one begins anew. */
    goal: v.string(),
    /** Collection and the last document that are done. */
    collection: v.string(),
    after: v.string(),
    /** Values changed since it began, in this pass over everything, and those that could not be read. */
    changed: v.number(),
    inPass: v.number(),
    unreadable: v.number(),
    done: v.boolean(),
  }),
  indexes: [],
});
