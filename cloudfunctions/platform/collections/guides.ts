import * as v from 'valibot';
import { RoleSchema } from '@contract/enums';
import { AccompanyStateSchema } from '@contract/courses';
import { DeskGuideSchema, ReviewerCodeSchema } from '@contract/guides';
import { AudioLanguageSchema, AudioStateSchema, SoundSchema } from '@contract/recordings';
import { defineCollection, type DocumentOf } from './collection';

/**
 * `guides/{id}_{version}`: every version of every guide, so that what somebody signed stays as it
 * was. Families are shown the one that is published.
 */
export const guides = defineCollection({
  name: 'guides',
  schema: v.object({
    _id: v.string(),
    // At the desk it may have gaps; what is submitted has none.
    ...DeskGuideSchema.entries,
    /** County and township codes it is meant for, or `000000` for the whole country. */
    regions: v.array(v.string()),
    /** Place in the list, smallest first. */
    order: v.number(),
    createdAt: v.number(),
    publishedAt: v.optional(v.number()),
    /** When it was written, submitted, signed or published last: the order of the desk's lists. */
    editedAt: v.optional(v.number(), 0),
    /** Raised by everybody who writes: who has read an older text is shown what came meanwhile. */
    rev: v.optional(v.number(), 1),
    /** Openids of those who wrote it, and of those who signed. Nobody is in both. */
    authors: v.optional(v.array(v.string()), []),
    signers: v.optional(v.array(v.string()), []),
    /** Whose signature it waits for while it is in review (rules/guide-states). */
    waitsFor: v.optional(v.array(v.union([ReviewerCodeSchema, v.literal('publisher')])), []),
    /** Why it was sent back; a version that follows keeps it until it is submitted. */
    back: v.optional(
      v.nullable(v.object({ reasons: v.string(), name: v.string(), at: v.number() })),
    ),
    /** When it is to be published by itself, and by whom. */
    publishAt: v.optional(v.nullable(v.number())),
    publishBy: v.optional(v.string()),
    /** County of whoever published it: its administrators hear when the signatures run out. */
    publishedIn: v.optional(v.string()),
    /** The day of the signatures' end that they were told of already. */
    dueTold: v.optional(v.string()),
    withdrawnAt: v.optional(v.number()),
    /** Why, in a publisher's words. */
    withdrawnFor: v.optional(v.string()),
  }),
  indexes: [
    {
      // Most guides are meant for everybody: the few of other regions are passed over while reading.
      name: 'status_audience_order',
      fields: [
        ['status', 1],
        ['audience', 1],
        ['order', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'id_status',
      fields: [
        ['id', 1],
        ['status', 1],
        ['version', -1],
      ],
    },
    {
      name: 'status_review_due',
      fields: [
        ['status', 1],
        ['reviewDueDay', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'status_edited',
      fields: [
        ['status', 1],
        ['editedAt', -1],
        ['_id', 1],
      ],
    },
    {
      name: 'status_withdrawn',
      fields: [
        ['status', 1],
        ['withdrawnAt', -1],
      ],
    },
    { name: 'authors', fields: [['authors', 1]] },
    { name: 'signers', fields: [['signers', 1]] },
  ],
});
export type GuideDocument = DocumentOf<typeof guides>;

/** The id of one version of a guide. */
export const guideDocumentId = (id: string, version: number) => `${id}_${version}`;

/** `guideProgress/{openid}`: what somebody has heard. Which guides a person hears says what worries them. */
export const guideProgress = defineCollection({
  name: 'guideProgress',
  encrypted: ['items'],
  /** The list of what was heard: JSON, encrypted. */
  schema: v.object({ _id: v.string(), items: v.string() }),
  indexes: [],
});

/** By guide; a number that is absent is 0. */
const GuideCountsSchema = v.record(
  v.string(),
  v.object({
    heard: v.optional(v.number(), 0),
    answered: v.optional(v.number(), 0),
    right: v.optional(v.number(), 0),
    contacts: v.optional(v.number(), 0),
  }),
);

/**
 * `guideTallies/{township}`: how often each guide was heard to its end, answered, and followed by a
 * contact there. Numbers alone: nobody can be found in them. One document a township, counted up in
 * place by a single update, however many guides somebody has heard without network.
 */
export const guideTallies = defineCollection({
  name: 'guideTallies',
  schema: v.object({
    _id: v.string(),
    counts: GuideCountsSchema,
    /** What they were when the last month was over: that alone is shown (rules/small-numbers). */
    closed: v.optional(v.object({ month: v.string(), counts: GuideCountsSchema })),
  }),
  indexes: [],
});

/**
 * `guideAudio/{guide}_{version}_{county}_{language}`: a county's recording of one version. It is
 * one person's voice from the first block to the last.
 */
export const guideAudio = defineCollection({
  name: 'guideAudio',
  schema: v.object({
    _id: v.string(),
    guideId: v.string(),
    version: v.number(),
    language: AudioLanguageSchema,
    county: v.string(),
    state: AudioStateSchema,
    /** Whose voice it is. */
    by: v.string(),
    /** Who has heard it over; empty when that account is gone. */
    approvedBy: v.nullable(v.string()),
    blocks: v.array(v.object({ ...SoundSchema.entries, fileId: v.string() })),
    /** Counts changes, so that nobody approves what they have not heard. */
    rev: v.number(),
    createdAt: v.number(),
  }),
  indexes: [
    {
      name: 'county',
      fields: [
        ['county', 1],
        ['_id', 1],
      ],
    },
    { name: 'by', fields: [['by', 1]] },
    { name: 'approvedBy', fields: [['approvedBy', 1]] },
  ],
});
export type GuideAudioDocument = DocumentOf<typeof guideAudio>;

/** `accompanies/{HMAC of child, course, companion}`: who hears a course with which family. */
export const accompanies = defineCollection({
  name: 'accompanies',
  encrypted: ['details'],
  schema: v.object({
    _id: v.string(),
    companion: v.string(),
    role: RoleSchema,
    childId: v.string(),
    /** Who of the family agreed, and whose progress is shown. */
    adult: v.nullable(v.string()),
    state: AccompanyStateSchema,
    /** The course and the companion's name, JSON, encrypted: what is heard says what worries. */
    details: v.string(),
    at: v.number(),
    wordAt: v.nullable(v.number()),
    expiresAt: v.number(),
  }),
  indexes: [
    {
      name: 'companion_at',
      fields: [
        ['companion', 1],
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
    { name: 'adult', fields: [['adult', 1]] },
    { name: 'expiresAt', fields: [['expiresAt', 1]] },
  ],
});
export type AccompanyDocument = DocumentOf<typeof accompanies>;
