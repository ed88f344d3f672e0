import * as v from 'valibot';
import { contractOf } from './action';
import {
  AudienceSchema,
  MessageKindSchema,
  MessageStateSchema,
  RelationSchema,
  ReportReasonSchema,
  SituationSchema,
  ThreadKindSchema,
  UrgentReasonSchema,
} from './enums';
import { HelpSchema } from './help';
import { limits } from './limits';
import {
  EmptySchema,
  IdSchema,
  MomentSchema,
  PictureFileSchema,
  PictureSchema,
  RequestIdSchema,
  VoiceFileSchema,
  VoiceSchema,
} from './shapes';

/**
 * The server's order within a thread: milliseconds, rising strictly from message to message. Since
 * it is no count, what lies between two messages tells nobody that there was one not meant for them.
 */
export const SeqSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Words that people read: no control characters besides a new line. */
export const MessageTextSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.check((text) => Array.from(text).length <= limits.messageCharacters),
  v.regex(/^(?:[^\p{Cc}]|\n)+$/u),
);

const FaceSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));

/** What is sent. What a prepared sentence says goes along, since wording changes. */
export const ContentSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: MessageTextSchema }),
  v.strictObject({
    kind: v.literal('voice'),
    voice: VoiceSchema,
    transcript: v.optional(MessageTextSchema),
  }),
  v.strictObject({ kind: v.literal('picture'), picture: PictureSchema }),
  v.strictObject({
    kind: v.literal('prepared'),
    situation: SituationSchema,
    text: MessageTextSchema,
  }),
  v.strictObject({ kind: v.literal('face'), face: FaceSchema }),
]);
export type Content = v.InferOutput<typeof ContentSchema>;

/** Somebody in a thread. `id` names them within this child's circle only. */
export const ThreadMemberSchema = v.object({
  id: IdSchema,
  /** `staff`: the school or the counsellor. */
  side: v.picklist(['family', 'staff']),
  relation: v.optional(RelationSchema),
  /** Staff only, and whoever acts for a family. */
  name: v.optional(v.string()),
  me: v.boolean(),
  /** The newest of the messages in this answer that they have seen; absent: none of them. */
  readTo: v.optional(SeqSchema),
});
export type ThreadMember = v.InferOutput<typeof ThreadMemberSchema>;

/**
 * `outside`: nobody answers now, but at `next`; `raised`: somebody else of the school was asked;
 * `closed`: the counsellor has gone, and nobody reads on.
 */
export const NoteSchema = v.variant('says', [
  v.object({ says: v.literal('outside'), next: MomentSchema }),
  v.object({ says: v.literal('raised') }),
  v.object({ says: v.literal('closed') }),
]);
export type Note = v.InferOutput<typeof NoteSchema>;

/** A message as its viewer may see it. One that was withdrawn keeps its place and nothing else. */
export const MessageSchema = v.object({
  seq: SeqSchema,
  /** Of the caller's own messages: what the phone keeps them by until they are here. */
  requestId: v.optional(v.string()),
  from: v.object({
    id: IdSchema,
    side: v.picklist(['family', 'staff']),
    relation: v.optional(RelationSchema),
    name: v.optional(v.string()),
  }),
  mine: v.boolean(),
  audience: AudienceSchema,
  /** For staff: the member of the family whom a message between two people is with. */
  with: v.optional(IdSchema),
  state: MessageStateSchema,
  at: MomentSchema,
  urgent: v.optional(UrgentReasonSchema),
  kind: MessageKindSchema,
  text: v.optional(v.string()),
  seconds: v.optional(v.number()),
  situation: v.optional(SituationSchema),
  face: v.optional(FaceSchema),
  note: v.optional(NoteSchema),
});
export type Message = v.InferOutput<typeof MessageSchema>;

/** A thread in a list. */
export const ThreadSchema = v.object({
  id: IdSchema,
  kind: ThreadKindSchema,
  childId: IdSchema,
  nickname: v.string(),
  /** The school, or the counsellor. */
  withName: v.optional(v.string()),
  /** New messages of others that the caller may see; `limits.tailPerLine` means so many or more. */
  unread: v.number(),
  last: v.optional(
    v.object({
      at: MomentSchema,
      kind: MessageKindSchema,
      mine: v.boolean(),
      side: v.picklist(['family', 'staff']),
      withdrawn: v.boolean(),
    }),
  ),
  /** Changes whenever something that the caller may see changes. */
  stamp: v.string(),
});
export type Thread = v.InferOutput<typeof ThreadSchema>;

const StampSchema = v.pipe(v.string(), v.maxLength(40));

export const school = {
  'school.listThreads': contractOf({
    summary: 'The threads of the caller’s own children: with the school and with counsellors.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ now: MomentSchema, threads: v.array(ThreadSchema) }),
  }),
  'school.getThread': contractOf({
    summary: 'Messages of a thread, the newest first, and who has seen them.',
    effect: 'read',
    input: v.strictObject({ threadId: IdSchema, before: v.optional(SeqSchema) }),
    output: v.object({
      now: MomentSchema,
      childId: IdSchema,
      nickname: v.string(),
      kind: ThreadKindSchema,
      /** As which the caller is here. */
      side: v.picklist(['family', 'staff']),
      /** Whether the family has agreed to messages, so that the page need not be refused first. */
      agreed: v.boolean(),
      guardian: v.boolean(),
      messages: v.array(MessageSchema),
      /** With the newest page. */
      members: v.optional(v.array(ThreadMemberSchema)),
      next: v.optional(SeqSchema),
    }),
  }),
  'school.noteFile': contractOf({
    summary: 'Notes a recording or picture before it is sent, so that it can be deleted.',
    effect: 'repeatable',
    input: v.strictObject({
      threadId: IdSchema,
      file: v.union([VoiceFileSchema, PictureFileSchema]),
    }),
    output: v.object({ path: v.string() }),
  }),
  'school.sendMessage': contractOf({
    summary: 'Sends a message; the server’s order counts.',
    effect: 'write',
    input: v.strictObject({
      threadId: IdSchema,
      content: ContentSchema,
      audience: AudienceSchema,
      /** Staff answer one member of the family alone. */
      with: v.optional(IdSchema),
      urgent: v.optional(UrgentReasonSchema),
    }),
    output: v.object({
      seq: SeqSchema,
      at: MomentSchema,
      state: MessageStateSchema,
      help: v.optional(HelpSchema),
    }),
  }),
  'school.markRead': contractOf({
    summary: 'The caller has seen the thread up to here.',
    effect: 'repeatable',
    input: v.strictObject({ threadId: IdSchema, seq: SeqSchema }),
    output: EmptySchema,
  }),
  'school.listChanges': contractOf({
    summary: 'Which threads have changed since the phone looked: one cheap question for all.',
    effect: 'read',
    input: v.strictObject({
      /** Only this one; without it all of a family's, or the newest of a teacher's. */
      threadId: v.optional(IdSchema),
      known: v.pipe(
        v.record(IdSchema, StampSchema),
        v.check((all) => Object.keys(all).length < 50),
      ),
    }),
    output: v.object({
      now: MomentSchema,
      /** How many threads have something new. */
      unread: v.number(),
      changed: v.array(v.object({ id: IdSchema, stamp: v.string(), unread: v.number() })),
    }),
  }),
  'school.withdrawMessage': contractOf({
    summary:
      'Takes back one’s own message shortly after sending; that there was one stays visible.',
    effect: 'write',
    /** The request that sent it. */
    input: v.strictObject({ sent: RequestIdSchema }),
    output: v.object({ seq: SeqSchema }),
  }),
  'school.reportMessage': contractOf({
    summary: 'Says that a message is not all right; a person looks at it.',
    effect: 'write',
    input: v.strictObject({ threadId: IdSchema, seq: SeqSchema, reason: ReportReasonSchema }),
    output: EmptySchema,
  }),
  'school.openFile': contractOf({
    summary: 'A short-lived link to a recording or picture of a thread.',
    effect: 'read',
    input: v.strictObject({ threadId: IdSchema, seq: SeqSchema }),
    output: v.object({
      url: v.string(),
      seconds: v.optional(v.number()),
      expiresAt: MomentSchema,
    }),
  }),
  'school.exportThread': contractOf({
    summary: 'A guardian’s copy of a thread, a page at a time.',
    effect: 'read',
    input: v.strictObject({ threadId: IdSchema, before: v.optional(SeqSchema) }),
    output: v.object({
      now: MomentSchema,
      messages: v.array(MessageSchema),
      next: v.optional(SeqSchema),
    }),
  }),
  'school.countWaiting': contractOf({
    summary: 'How many families wait for an answer of the caller’s school.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      waiting: v.number(),
      urgent: v.number(),
      /** There are more than were counted. */
      more: v.boolean(),
    }),
  }),
};
