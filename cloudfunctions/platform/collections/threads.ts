import * as v from 'valibot';
import {
  MessageKindSchema,
  MessageStateSchema,
  RelationSchema,
  ReportReasonSchema,
  SituationSchema,
  ThreadKindSchema,
  UrgentReasonSchema,
} from '@contract/enums';
import { defineCollection, type DocumentOf } from './collection';

/** In threads and messages an adult is named by platform/members, never by openid. */
const SideSchema = v.picklist(['family', 'staff']);

/**
 * The head of a thread: `{child}` with the school, `{child}_{counsellor}` with a counsellor. A line
 * is who may see something: `all`, or the member of the family whom staff talk with alone.
 */
export const threads = defineCollection({
  name: 'threads',
  encrypted: ['card'],
  schema: v.object({
    _id: v.string(),
    kind: ThreadKindSchema,
    childId: v.string(),
    /** School threads: the child's school, for the desk's questions; the child is the truth. */
    schoolId: v.nullable(v.string()),
    /** The child's class when something was said last; empty: nobody has said which. */
    className: v.string(),
    /** The school year with which it came there: nothing moves up twice. */
    classYear: v.optional(v.string()),
    /** Counsellor threads. */
    counsellorId: v.nullable(v.string()),
    /** The last sequence that was given out. */
    seq: v.number(),
    lastAt: v.number(),
    /** The longest that somebody of the family waits for an answer; null while nobody does. */
    waitingSince: v.nullable(v.number()),
    /** Line by line: who waits since when, and whether it cannot wait. */
    waiting: v.array(v.object({ line: v.string(), since: v.number(), urgent: v.boolean() })),
    /** The newest of every line (rules/threads): lists and counts need no message. */
    tail: v.array(
      v.object({
        seq: v.number(),
        line: v.string(),
        by: v.string(),
        side: SideSchema,
        kind: MessageKindSchema,
        state: MessageStateSchema,
      }),
    ),
    /** The place at the desk (rules/desk-order), the greatest first. */
    desk: v.number(),
    /** What was said last and the child's nickname: JSON, encrypted (platform/desk-card). The desk is then one query. */
    card: v.nullable(v.string()),
    /** When the job looks whether nobody has answered for too long; null: nobody waits, or it was raised. */
    lookAt: v.nullable(v.number()),
    /** When somebody else of the school was asked, while the same family still waits. */
    raisedAt: v.nullable(v.number()),
    /** What each of the family sent within the minute that began then, by member. */
    paces: v.optional(v.record(v.string(), v.object({ from: v.number(), count: v.number() })), {}),
    createdAt: v.number(),
    /** Counsellor threads: the post with whose end it was closed. */
    closedFor: v.optional(v.string()),
  }),
  indexes: [
    { name: 'child', fields: [['childId', 1]] },
    {
      name: 'school_waitingSince',
      fields: [
        ['schoolId', 1],
        ['waitingSince', 1],
      ],
    },
    {
      name: 'school_lastAt',
      fields: [
        ['schoolId', 1],
        ['lastAt', -1],
      ],
    },
    {
      name: 'counsellor_waitingSince',
      fields: [
        ['counsellorId', 1],
        ['waitingSince', 1],
      ],
    },
    {
      name: 'counsellor_lastAt',
      fields: [
        ['counsellorId', 1],
        ['lastAt', -1],
      ],
    },
    {
      name: 'school_desk',
      fields: [
        ['schoolId', 1],
        ['desk', -1],
      ],
    },
    {
      name: 'school_class_desk',
      fields: [
        ['schoolId', 1],
        ['className', 1],
        ['desk', -1],
      ],
    },
    { name: 'lookAt', fields: [['lookAt', 1]] },
    { name: 'waitingSince', fields: [['waitingSince', 1]] },
  ],
});
export type ThreadDocument = DocumentOf<typeof threads>;

/** `messages/{openid}_{requestId}`: a repeated request can make no second one. */
export const messages = defineCollection({
  name: 'messages',
  encrypted: ['body'],
  schema: v.object({
    _id: v.string(),
    threadId: v.string(),
    childId: v.string(),
    seq: v.number(),
    /** Where it is shown: `all`, a member, or `held:{member}`, which no other of the family sees. */
    line: v.string(),
    /** Where it belongs: other than `line` while it is held. */
    meant: v.string(),
    /** Staff see it: everything but what is held of a colleague's. */
    shown: v.boolean(),
    /** Openid of whoever wrote it; empty for the system and for accounts that are gone. */
    by: v.string(),
    /** The same person as the thread's members know them. */
    member: v.string(),
    side: SideSchema,
    relation: v.optional(RelationSchema),
    kind: MessageKindSchema,
    situation: v.optional(SituationSchema),
    urgent: v.optional(UrgentReasonSchema),
    state: MessageStateSchema,
    /** Path of its recording or picture in cloud storage. */
    file: v.optional(v.nullable(v.string())),
    /** Words, file and names: JSON, encrypted (platform/message-body). */
    body: v.string(),
    at: v.number(),
    /** Of an answer: since when the family had waited for it. */
    waited: v.optional(v.number()),
    withdrawnAt: v.optional(v.number()),
    reports: v.optional(
      v.array(v.object({ by: v.string(), reason: ReportReasonSchema, at: v.number() })),
    ),
  }),
  indexes: [
    {
      name: 'thread_line_seq',
      fields: [
        ['threadId', 1],
        ['line', 1],
        ['seq', -1],
      ],
    },
    {
      name: 'thread_shown_seq',
      fields: [
        ['threadId', 1],
        ['shown', 1],
        ['seq', -1],
      ],
    },
    { name: 'file', fields: [['file', 1]] },
    {
      name: 'by',
      fields: [
        ['by', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'child_at',
      fields: [
        ['childId', 1],
        ['at', 1],
      ],
    },
    { name: 'at', fields: [['at', 1]] },
    // For the figures of a day: answers alone.
    {
      name: 'side_at',
      fields: [
        ['side', 1],
        ['at', 1],
      ],
    },
  ],
});
export type MessageDocument = DocumentOf<typeof messages>;

/** `reads/{thread}_{openid}`: apart from the head, where they would fight with sending. */
export const reads = defineCollection({
  name: 'reads',
  encrypted: ['name'],
  schema: v.object({
    _id: v.string(),
    threadId: v.string(),
    childId: v.string(),
    openid: v.string(),
    member: v.string(),
    side: SideSchema,
    seq: v.number(),
    at: v.number(),
    /** How staff are called, encrypted; empty for families. */
    name: v.string(),
  }),
  indexes: [
    { name: 'thread', fields: [['threadId', 1]] },
    { name: 'openid', fields: [['openid', 1]] },
    { name: 'child', fields: [['childId', 1]] },
  ],
});
export type ReadDocument = DocumentOf<typeof reads>;
