import * as v from 'valibot';
import { AlertSourceSchema } from '@contract/safety';
import { defineCollection, type DocumentOf } from './collection';

/** What can be checked, and what a check can be of. */
export const checkedThings = ['message', 'note', 'weekly', 'announcement'] as const;
export type CheckedThing = (typeof checkedThings)[number];

/**
 * `contentChecks/{thing}_{ref}_{part}`: a check of WeChat's that has not answered yet. Noted in the
 * transaction that writes the thing, so that no text or recording goes unchecked for a failure.
 * Holds no text: the thing itself has it.
 */
export const contentChecks = defineCollection({
  name: 'contentChecks',
  schema: v.object({
    _id: v.string(),
    thing: v.picklist(checkedThings),
    /** The id of the thing's document. */
    ref: v.string(),
    /** A part of the thing: `text`, or a file of cloud storage. */
    part: v.picklist(['text', 'voice', 'picture']),
    fileId: v.nullable(v.string()),
    /** Who sent it: WeChat checks for a person. */
    openid: v.string(),
    /** By which WeChat pushes the result; null until it was asked. */
    traceId: v.nullable(v.string()),
    at: v.number(),
    /** When the job asks (again), ms. */
    lookAt: v.number(),
    tries: v.number(),
  }),
  indexes: [
    { name: 'lookAt', fields: [['lookAt', 1]] },
    { name: 'traceId', fields: [['traceId', 1]] },
    {
      name: 'thing_ref',
      fields: [
        ['thing', 1],
        ['ref', 1],
      ],
    },
  ],
});
export type ContentCheckDocument = DocumentOf<typeof contentChecks>;

/**
 * `unheard/{source}_{digest}`: a recording without words, which no rule can read (dialect): a person
 * listens to it by a deadline. Gone some days after somebody has, since another may have heard more in
 * it, and with the account that recorded it.
 */
export const unheard = defineCollection({
  name: 'unheard',
  encrypted: ['evidence'],
  schema: v.object({
    _id: v.string(),
    source: AlertSourceSchema,
    ref: v.string(),
    childId: v.string(),
    county: v.string(),
    township: v.string(),
    by: v.string(),
    keptFrom: v.array(v.string()),
    at: v.number(),
    hearBy: v.number(),
    urgent: v.boolean(),
    waiting: v.boolean(),
    /** When somebody said what they heard; it waits no more. */
    heardAt: v.optional(v.number()),
    evidence: v.string(),
    files: v.array(v.string()),
    thread: v.nullable(v.object({ id: v.string(), line: v.string(), seq: v.number() })),
  }),
  indexes: [
    {
      name: 'county_waiting_hearBy',
      fields: [
        ['county', 1],
        ['waiting', 1],
        ['hearBy', 1],
      ],
    },
    { name: 'childId', fields: [['childId', 1]] },
    { name: 'files', fields: [['files', 1]] },
    {
      name: 'waiting_at',
      fields: [
        ['waiting', 1],
        ['at', 1],
      ],
    },
    {
      name: 'waiting_heardAt',
      fields: [
        ['waiting', 1],
        ['heardAt', 1],
      ],
    },
  ],
});
export type UnheardDocument = DocumentOf<typeof unheard>;
