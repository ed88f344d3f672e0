import * as v from 'valibot';
import { contractOf } from './action';
import { KindWordSchema, NoticeKindSchema, RelationSchema, RoleSchema } from './enums';
import { EmptySchema, IdSchema, MomentSchema } from './shapes';

/** What a notice about hearing guides needs besides. */
export const LearningSchema = v.object({
  guideId: v.optional(IdSchema),
  courseId: v.optional(IdSchema),
  accompanyId: v.optional(IdSchema),
  /** Which prepared word was sent. */
  word: v.optional(KindWordSchema),
  /** Who of the family it comes from. */
  relation: v.optional(RelationSchema),
  /** Who of the staff it comes from. */
  role: v.optional(RoleSchema),
  name: v.optional(v.string()),
});

/** One line of the in-app inbox. */
export const NoticeSchema = v.object({
  id: IdSchema,
  kind: NoticeKindSchema,
  at: MomentSchema,
  /** Absent from what tells staff of their own work. */
  childId: v.optional(IdSchema),
  /** Empty where it is about no child. */
  nickname: v.string(),
  appointmentId: v.optional(IdSchema),
  waitlistId: v.optional(IdSchema),
  threadId: v.optional(IdSchema),
  announcementId: v.optional(IdSchema),
  bulletinId: v.optional(IdSchema),
  /** When the visit is, or was to be. */
  start: v.optional(MomentSchema),
  placeName: v.optional(v.string()),
  /** A version of a guide at the desk, and its title. */
  guide: v.optional(v.object({ id: IdSchema, version: v.number() })),
  title: v.optional(v.string()),
  /** How many families wait for an answer. */
  count: v.optional(v.number()),
  learning: v.optional(LearningSchema),
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
