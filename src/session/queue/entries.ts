import * as v from 'valibot';
import type { InputOf } from '@contract';
import { audiences, situations, urgentReasons } from '@contract/enums';
import { errorCodes } from '@contract/errors';

/** What every entry has, whatever it says. */
const common = {
  requestId: v.string(),
  /** Whose it is: their folder of cloud storage, by which the server names them. */
  owner: v.optional(v.string()),
  /** By the server's clock, ms: a phone may be a day off. */
  writtenAt: v.number(),
  /** Why the server said no; it stays until the person puts it right or throws it away. */
  refused: v.optional(v.picklist(errorCodes)),
  /** Its recording or picture is on the device no longer: the person says what becomes of it. */
  gone: v.optional(v.literal(true)),
};

const isObject = (input: unknown) => typeof input === 'object' && input !== null;

/** A message in a thread. */
const MessageEntrySchema = v.object({
  of: v.literal('message'),
  ...common,
  threadId: v.string(),
  kind: v.picklist(['text', 'prepared', 'voice', 'picture', 'face']),
  text: v.optional(v.string()),
  situation: v.optional(v.picklist(situations)),
  face: v.optional(v.number()),
  file: v.optional(
    v.object({
      /** On the device. */
      path: v.string(),
      /** Its name in cloud storage, the same at every try. */
      name: v.string(),
      /** Once it is there. */
      fileId: v.optional(v.string()),
      seconds: v.optional(v.number()),
    }),
  ),
  audience: v.picklist(audiences),
  with: v.optional(v.string()),
  urgent: v.optional(v.picklist(urgentReasons)),
});

const warmActions = [
  'family.recordMood',
  'family.sendNote',
  'family.markNoteHeard',
  'family.answerNote',
  'school.acknowledge',
] as const;
export type WarmAction = (typeof warmActions)[number];

/** What parent and child send each other, and that a family knows of an announcement. */
const WarmEntrySchema = v.object({
  of: v.literal('warm'),
  ...common,
  action: v.picklist(warmActions),
  // Whether it still fits the contract is the server's to say: what was said is never dropped.
  input: v.custom<InputOf<WarmAction>>(isObject),
  recording: v.optional(
    v.object({ path: v.string(), seconds: v.number(), format: v.picklist(['mp3', 'webm']) }),
  ),
  /** Where the recording lies once it is in the cloud. */
  fileId: v.optional(v.string()),
});

/** A child of a family without a telephone, as somebody of the staff writes it down. */
const ProxyEntrySchema = v.object({
  of: v.literal('proxy'),
  ...common,
  input: v.custom<InputOf<'family.addChildByProxy'>>(isObject),
});

/** What a child director writes down of a visit at home, which is often where there is no network. */
const VisitEntrySchema = v.object({
  of: v.literal('visit'),
  ...common,
  input: v.custom<InputOf<'director.noteVisit'>>(isObject),
});

export const EntrySchema = v.variant('of', [
  MessageEntrySchema,
  WarmEntrySchema,
  ProxyEntrySchema,
  VisitEntrySchema,
]);
export type Entry = v.InferOutput<typeof EntrySchema>;
export type Kind = Entry['of'];
export type MessageEntry = v.InferOutput<typeof MessageEntrySchema>;
export type WarmEntry = v.InferOutput<typeof WarmEntrySchema>;
export type ProxyEntry = v.InferOutput<typeof ProxyEntrySchema>;
export type VisitEntry = v.InferOutput<typeof VisitEntrySchema>;

type Given = 'requestId' | 'owner' | 'writtenAt' | 'refused' | 'gone';
/** An entry before the queue has taken it in. */
export type NewEntry =
  | Omit<MessageEntry, Given>
  | Omit<WarmEntry, Given>
  | Omit<ProxyEntry, Given>
  | Omit<VisitEntry, Given>;
export type NewMessage = Omit<MessageEntry, Given | 'of'>;

/**
 * Within these nothing overtakes: a thread, what is said of a child, what is written down on the way
 * from door to door. One of them does not wait for another.
 */
export function laneOf(entry: Entry): string {
  if (entry.of === 'message') return `message:${entry.threadId}`;
  return entry.of === 'warm' ? `warm:${entry.input.childId}` : entry.of;
}
