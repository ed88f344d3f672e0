import * as v from 'valibot';
import { defineCollection, type DocumentOf } from './collection';

export const timelineKinds = ['mood', 'note', 'call'] as const;

/**
 * What happens between a child and those who are away: a mood is one document a day, a note has its
 * answer with it, a call says whether it took place. What the first screen needs of it stands once
 * more on the child, sealed.
 */
export const timeline = defineCollection({
  name: 'timeline',
  encrypted: ['details'],
  schema: v.object({
    _id: v.string(),
    childId: v.string(),
    kind: v.picklist(timelineKinds),
    /** When it was first written down; putting it right later does not move it. */
    at: v.number(),
    /** Who wrote it: an openid, empty once that account is gone. */
    by: v.string(),
    /** Faces, words, what was answered: JSON, encrypted. */
    details: v.string(),
    /** Paths in cloud storage of the recordings that this keeps. */
    files: v.array(v.string()),
  }),
  indexes: [
    {
      name: 'child_at',
      fields: [
        ['childId', 1],
        ['at', -1],
      ],
    },
    {
      name: 'child_kind_at',
      fields: [
        ['childId', 1],
        ['kind', 1],
        ['at', -1],
      ],
    },
    { name: 'files', fields: [['files', 1]] },
    { name: 'by', fields: [['by', 1]] },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type TimelineDocument = DocumentOf<typeof timeline>;
