import * as v from 'valibot';
import {
  AddresseeSchema,
  AnnouncementKindSchema,
  RelationSchema,
  StandingSchema,
} from '@contract/enums';
import { TargetSchema } from '@contract/announcements';
import { defineCollection, type DocumentOf } from './collection';

/**
 * An announcement is one document, whoever it is for: a family finds it by where its children go to
 * school and live, so that twenty thousand families cost one write. Only reactions are documents of
 * their own (`reactions`), and only the inbox is filled family by family, by the job, in pages.
 */
export const announcements = defineCollection({
  name: 'announcements',
  encrypted: ['details'],
  schema: v.object({
    _id: v.string(),
    target: TargetSchema,
    /** The target as one word, for finding (rules/announcements). */
    key: v.string(),
    kind: AnnouncementKindSchema,
    whom: AddresseeSchema,
    by: v.string(),
    /** When it appears, ms. */
    at: v.number(),
    /** Text, choices, who it is from, guide, pictures: JSON, encrypted. */
    details: v.string(),
    /** Paths of its pictures: by them what was sent is told from what nothing came of. */
    files: v.optional(v.array(v.string()), []),
    choices: v.number(),
    withdrawnAt: v.nullable(v.number()),
    /** WeChat's check has flagged it: nobody but the author sees it. */
    held: v.boolean(),
    /** What of it is held: its text, or numbers of its pictures. */
    heldParts: v.optional(v.array(v.string()), []),
    /** When the job tells (more of) the families; null when all are told. */
    tellAt: v.nullable(v.number()),
    /** The first telling is 1; those after it go only to whoever has not reacted. */
    round: v.number(),
    remindedAt: v.nullable(v.number()),
    /** The last child of this round's telling that is done: township and id. */
    after: v.nullable(v.object({ township: v.string(), id: v.string() })),
    /** Children the first round came by, those among them to be told in person. */
    children: v.number(),
    inPerson: v.number(),
  }),
  indexes: [
    {
      name: 'key_at',
      fields: [
        ['key', 1],
        ['at', -1],
      ],
    },
    { name: 'tellAt', fields: [['tellAt', 1]] },
    { name: 'by', fields: [['by', 1]] },
    { name: 'files', fields: [['files', 1]] },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type AnnouncementDocument = DocumentOf<typeof announcements>;

/** `reactions/{announcement}_{child}`: which adults have seen it, and the family's answer. */
export const reactions = defineCollection({
  name: 'reactions',
  encrypted: ['choice'],
  schema: v.object({
    _id: v.string(),
    announcementId: v.string(),
    childId: v.string(),
    /** When the announcement appeared: a family's page of announcements finds its reactions by it. */
    at: v.number(),
    seen: v.array(
      v.object({ openid: v.string(), relation: RelationSchema, standing: StandingSchema }),
    ),
    inPerson: v.boolean(),
    /** What was asked for has been done (rules/announcements). */
    done: v.boolean(),
    /** The family's answer, encrypted. */
    choice: v.nullable(v.string()),
  }),
  indexes: [
    {
      name: 'child_at',
      fields: [
        ['childId', 1],
        ['at', -1],
      ],
    },
    { name: 'seen', fields: [['seen.openid', 1]] },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type ReactionDocument = DocumentOf<typeof reactions>;

/**
 * `reactionCounts/{announcement}_{0…15}`: how many families have reacted, and how. In sixteen parts,
 * since a county answers at once and one document would make them wait for each other.
 */
export const reactionCounts = defineCollection({
  name: 'reactionCounts',
  schema: v.object({
    _id: v.string(),
    at: v.number(),
    done: v.number(),
    choices: v.record(v.string(), v.number()),
  }),
  indexes: [{ name: 'at', fields: [['at', 1]] }],
});
