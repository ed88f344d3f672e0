import * as v from 'valibot';
import { contractOf } from './action';
import { NoticeKindSchema, RelationSchema } from './enums';
import { EmptySchema, IdSchema, MomentSchema, TownshipCodeSchema } from './shapes';

/** Templates of subscription messages. Their ids belong to the account: configuration. */
export const pushTemplates = [
  'booked',
  'reminder',
  'changed',
  'offer',
  'reply',
  'announced',
  'guide',
  'digest',
  'consent',
  'duty',
] as const;
export const PushTemplateSchema = v.picklist(pushTemplates);
export type PushTemplate = v.InferOutput<typeof PushTemplateSchema>;

/** What somebody said when WeChat asked. `ban`: WeChat has stopped the template; `filter`: its twin was asked. */
export const PushAnswerSchema = v.picklist(['accept', 'reject', 'ban', 'filter']);
export type PushAnswer = v.InferOutput<typeof PushAnswerSchema>;

/** WeChat takes at most three templates in one question. */
export const templatesAtOnce = 3;
/** More than that nobody needs in store, and no phone can make us believe. */
export const mostCredits = 20;

export const QuietHoursSchema = v.strictObject({
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  to: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
});

const PushStateSchema = v.object({
  template: PushTemplateSchema,
  /** WeChat's id, to ask for it with; absent where the operator has set none up. */
  templateId: v.optional(v.string()),
  /** Messages that may still be sent, as far as we know. */
  credits: v.number(),
  /** What is to come by it: reminders of visits that are booked. */
  coming: v.number(),
  answer: v.optional(PushAnswerSchema),
  /** When the person was asked last. */
  askedAt: v.optional(MomentSchema),
});
export type PushState = v.InferOutput<typeof PushStateSchema>;

const PushesSchema = v.object({
  now: MomentSchema,
  pushes: v.array(PushStateSchema),
  quiet: QuietHoursSchema,
});
export type Pushes = v.InferOutput<typeof PushesSchema>;

/** Whom a bulletin is for: adults of families, those at home, parents, or teachers. */
export const bulletinAudiences = ['families', 'caregivers', 'parents', 'teachers'] as const;
export const BulletinAudienceSchema = v.picklist(bulletinAudiences);
export type BulletinAudience = v.InferOutput<typeof BulletinAudienceSchema>;

export const BulletinSchema = v.object({
  id: IdSchema,
  guideId: IdSchema,
  title: v.string(),
  audience: BulletinAudienceSchema,
  township: v.optional(TownshipCodeSchema),
  at: MomentSchema,
  /** It has not gone to everybody yet. */
  underWay: v.boolean(),
  /** People whose inbox has it; families with nobody to tell it to; people who have opened it. */
  reached: v.number(),
  notReachable: v.number(),
  opened: v.number(),
  withdrawn: v.boolean(),
});
export type Bulletin = v.InferOutput<typeof BulletinSchema>;

export const DeadLetterSchema = v.object({
  id: IdSchema,
  kind: NoticeKindSchema,
  template: PushTemplateSchema,
  at: MomentSchema,
  tries: v.number(),
  /** WeChat's code; absent where no answer came. */
  code: v.optional(v.number()),
});
export type DeadLetter = v.InferOutput<typeof DeadLetterSchema>;

export const CallSchema = v.object({
  id: IdSchema,
  kind: v.picklist(['visit', 'duty']),
  at: MomentSchema,
  /** When the visit is. */
  start: v.optional(MomentSchema),
  placeName: v.optional(v.string()),
  /** Whom to call: of a visit the child's nickname and who answers, else a colleague. */
  name: v.string(),
  relation: v.optional(RelationSchema),
  phone: v.optional(v.string()),
});
export type Call = v.InferOutput<typeof CallSchema>;

export const push = {
  'notify.recordSubscription': contractOf({
    summary: 'Writes down what the caller answered when WeChat asked whether they may be told.',
    effect: 'write',
    input: v.strictObject({
      answers: v.pipe(
        v.array(v.strictObject({ template: PushTemplateSchema, answer: PushAnswerSchema })),
        v.minLength(1),
        v.maxLength(templatesAtOnce),
        v.check((list) => new Set(list.map(({ template }) => template)).size === list.length),
      ),
    }),
    output: v.object({ credits: v.record(v.string(), v.number()) }),
  }),
  'notify.showPushes': contractOf({
    summary: 'What the caller will be told by WeChat, how often that still works, and when not.',
    effect: 'read',
    input: EmptySchema,
    output: PushesSchema,
  }),
  'notify.setQuietHours': contractOf({
    summary: 'When the caller is left alone.',
    effect: 'repeatable',
    input: QuietHoursSchema,
    output: QuietHoursSchema,
  }),
  'notify.listDeadLetters': contractOf({
    summary: 'Pushes that can never arrive as they are; by code and template, no person in it.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(MomentSchema) }),
    output: v.object({
      now: MomentSchema,
      letters: v.array(DeadLetterSchema),
      next: v.optional(MomentSchema),
      /** Templates that the operator has not set up. */
      missing: v.array(PushTemplateSchema),
    }),
  }),
  'notify.sendAgain': contractOf({
    summary: 'Tries a dead letter once more, after its cause was mended.',
    effect: 'repeatable',
    input: v.strictObject({ id: IdSchema }),
    output: EmptySchema,
  }),
  'notify.listCalls': contractOf({
    summary: 'Whom the caller should telephone, since no message can reach them.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ now: MomentSchema, calls: v.array(CallSchema) }),
  }),
  'notify.markCalled': contractOf({
    summary: 'Somebody has telephoned.',
    effect: 'repeatable',
    input: v.strictObject({ id: IdSchema }),
    output: EmptySchema,
  }),
  'notify.sendBulletin': contractOf({
    summary: 'Sends a published guide to people of a county or township, now or at a time.',
    effect: 'write',
    input: v.strictObject({
      guideId: IdSchema,
      audience: BulletinAudienceSchema,
      township: v.optional(TownshipCodeSchema),
      at: v.optional(MomentSchema),
    }),
    output: BulletinSchema,
  }),
  'notify.listBulletins': contractOf({
    summary: 'Bulletins of the caller’s county with their figures, the newest first.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(MomentSchema) }),
    output: v.object({
      now: MomentSchema,
      bulletins: v.array(BulletinSchema),
      next: v.optional(MomentSchema),
    }),
  }),
  'notify.withdrawBulletin': contractOf({
    summary: 'Stops a bulletin: whoever has not been told yet is not told any more.',
    effect: 'repeatable',
    input: v.strictObject({ id: IdSchema }),
    output: BulletinSchema,
  }),
  'notify.openBulletin': contractOf({
    summary: 'The caller opens a bulletin that they were sent; counted once.',
    effect: 'repeatable',
    input: v.strictObject({ id: IdSchema }),
    output: v.object({ guideId: IdSchema, title: v.string() }),
  }),
};
