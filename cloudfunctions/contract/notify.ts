import * as v from 'valibot';
import { contractOf } from './action';
import { NoticeKindSchema } from './enums';
import { EmptySchema, IdSchema, MomentSchema } from './shapes';

/** One line of the in-app inbox. */
export const NoticeSchema = v.object({
  id: IdSchema,
  kind: NoticeKindSchema,
  at: MomentSchema,
  childId: IdSchema,
  nickname: v.string(),
  appointmentId: v.optional(IdSchema),
  waitlistId: v.optional(IdSchema),
  /** When the visit is, or was to be. */
  start: v.optional(MomentSchema),
  placeName: v.optional(v.string()),
  unread: v.boolean(),
});
export type Notice = v.InferOutput<typeof NoticeSchema>;

export const notify = {
  'notify.listInbox': contractOf({
    summary: 'What the caller was told, the newest first.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(MomentSchema) }),
    output: v.object({
      now: MomentSchema,
      notices: v.array(NoticeSchema),
      next: v.optional(MomentSchema),
    }),
  }),
  'notify.markInboxRead': contractOf({
    summary: 'The caller has seen the inbox.',
    effect: 'repeatable',
    input: EmptySchema,
    output: v.object({ unread: v.number() }),
  }),
};
