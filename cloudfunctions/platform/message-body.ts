import * as v from 'valibot';
import { NoteSchema } from '@contract/school';
import { messages, type MessageDocument } from './collections';
import { decrypt, encrypt } from './field-encryption';

/** What is said, and how staff who say it are called. */
const BodySchema = v.object({
  text: v.optional(v.string()),
  fileId: v.optional(v.string()),
  seconds: v.optional(v.number()),
  face: v.optional(v.number()),
  name: v.optional(v.string()),
  /** What the system writes: a time or a fact, which the phone puts into words. */
  note: v.optional(NoteSchema),
});
export type Body = v.InferOutput<typeof BodySchema>;

const placeOf = (id: string) => ({ collection: messages.name, id, field: 'body' });
export const sealBody = (id: string, body: Body) => encrypt(placeOf(id), JSON.stringify(body));

export function openBody({ _id, body }: Pick<MessageDocument, '_id' | 'body'>): Body {
  return v.parse(BodySchema, JSON.parse(decrypt(placeOf(_id), body)));
}

/** The same message under another id, which its seal is bound to, and without who wrote it. */
export function renamed(message: MessageDocument, id: string): MessageDocument {
  return { ...message, _id: id, by: '', body: sealBody(id, openBody(message)) };
}
