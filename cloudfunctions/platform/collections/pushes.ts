import * as v from 'valibot';
import { NoticeKindSchema } from '@contract/enums';
import {
  BulletinAudienceSchema,
  PushAnswerSchema,
  PushTemplateSchema,
  QuietHoursSchema,
} from '@contract/push';
import { defineCollection, type DocumentOf } from './collection';

/**
 * `subscriptions/{openid}`: how many messages WeChat will still let through to somebody, as far as we
 * know, what they last answered, and when they are left alone.
 */
export const subscriptions = defineCollection({
  name: 'subscriptions',
  schema: v.object({
    _id: v.string(),
    /** By template. WeChat's refusal 43101 sets it to what is true: none. */
    stock: v.record(v.string(), v.number()),
    asked: v.record(v.string(), v.object({ answer: PushAnswerSchema, at: v.number() })),
    quiet: v.optional(QuietHoursSchema),
  }),
  indexes: [],
});
export type SubscriptionDocument = DocumentOf<typeof subscriptions>;

/**
 * `pushes/{digest of the notice}`: what is to go to somebody's phone, and what became of it. Written
 * where the notice is written; `areas/notify/send-pushes.ts` works through it.
 */
export const pushes = defineCollection({
  name: 'pushes',
  encrypted: ['content'],
  schema: v.object({
    _id: v.string(),
    /** Openid; empty for what goes to the further channel. */
    to: v.string(),
    channel: v.picklist(['wechat', 'hook']),
    kind: NoticeKindSchema,
    template: PushTemplateSchema,
    haste: v.picklist(['now', 'dated', 'calm']),
    priority: v.number(),
    /** Those with the same key for one person are told in one message. */
    key: v.nullable(v.string()),
    /** The visit or alert it is about, where a person telephones if it cannot be told. */
    about: v.nullable(v.string()),
    childId: v.optional(v.string()),
    bulletinId: v.optional(v.string()),
    /** `sending`: an attempt was begun and its outcome not written down. `skipped`: the inbox alone has it. */
    state: v.picklist(['due', 'sending', 'sent', 'merged', 'skipped', 'dead']),
    /** When the job looks at it; null once it is settled. */
    dueAt: v.nullable(v.number()),
    at: v.number(),
    expiresAt: v.number(),
    /** The last attempt that may have arrived, and how many of them there were. */
    sentAt: v.nullable(v.number()),
    attempts: v.number(),
    tries: v.number(),
    /** Whose attempt it is: two runs never settle one another's. */
    claim: v.nullable(v.string()),
    /** How many things this one message tells of. */
    count: v.number(),
    code: v.nullable(v.number()),
    why: v.nullable(
      v.picklist(['late', 'week', 'credit', 'template', 'gone', 'unsure', 'refused', 'noAnswer']),
    ),
    /** Where a tap leads; ids alone. */
    page: v.string(),
    /** When, where and which guide, JSON, encrypted. */
    content: v.string(),
  }),
  indexes: [
    {
      name: 'haste_dueAt',
      fields: [
        ['haste', 1],
        ['dueAt', 1],
      ],
    },
    {
      name: 'to_sentAt',
      fields: [
        ['to', 1],
        ['sentAt', 1],
      ],
    },
    { name: 'claim', fields: [['claim', 1]] },
    { name: 'about', fields: [['about', 1]] },
    { name: 'childId', fields: [['childId', 1]] },
    {
      name: 'state_at',
      fields: [
        ['state', 1],
        ['at', -1],
      ],
    },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type PushDocument = DocumentOf<typeof pushes>;

/** `calls/{visit or alert}`: whom a person telephones, since no message reaches them. */
export const calls = defineCollection({
  name: 'calls',
  schema: v.object({
    _id: v.string(),
    kind: v.picklist(['visit', 'duty']),
    /** Whose list it stands on: a counsellor's, or that of a county's administrators. */
    list: v.string(),
    at: v.number(),
    /** A visit's place, which holds whom to call. */
    slotId: v.optional(v.string()),
    start: v.optional(v.number()),
    placeName: v.optional(v.string()),
    childId: v.optional(v.string()),
    /** The colleague who should know. */
    openid: v.optional(v.string()),
    doneAt: v.nullable(v.number()),
    doneBy: v.optional(v.string()),
  }),
  indexes: [
    {
      name: 'list_doneAt_at',
      fields: [
        ['list', 1],
        ['doneAt', 1],
        ['at', 1],
      ],
    },
    { name: 'childId', fields: [['childId', 1]] },
    { name: 'openid', fields: [['openid', 1]] },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type CallDocument = DocumentOf<typeof calls>;

/** `bulletins/{id}`: a published guide sent to the people of a county or township. */
export const bulletins = defineCollection({
  name: 'bulletins',
  schema: v.object({
    _id: v.string(),
    guideId: v.string(),
    title: v.string(),
    county: v.string(),
    township: v.nullable(v.string()),
    audience: BulletinAudienceSchema,
    /** Openid; empty once the account is gone. */
    by: v.string(),
    at: v.number(),
    /** When the job goes on with it; null when everybody has it, or it was withdrawn. */
    tellAt: v.nullable(v.number()),
    /** The last that is done. */
    after: v.nullable(v.object({ township: v.string(), id: v.string() })),
    reached: v.number(),
    notReachable: v.number(),
    opened: v.number(),
    withdrawnAt: v.nullable(v.number()),
  }),
  indexes: [
    { name: 'tellAt', fields: [['tellAt', 1]] },
    {
      name: 'county_at',
      fields: [
        ['county', 1],
        ['at', -1],
      ],
    },
    { name: 'by', fields: [['by', 1]] },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type BulletinDocument = DocumentOf<typeof bulletins>;

/** `openings/{bulletin}_{member}`: that somebody has opened a bulletin, so that it is counted once. */
export const openings = defineCollection({
  name: 'openings',
  schema: v.object({ _id: v.string(), at: v.number() }),
  indexes: [{ name: 'at', fields: [['at', 1]] }],
});
