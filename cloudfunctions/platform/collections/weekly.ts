import * as v from 'valibot';
import { defineCollection, type DocumentOf } from './collection';

/**
 * A week of a class, `{school}_{class}_{week}`, or of one child from home, `{child}_{week}`. A class
 * is one document, so that fifty answers are one write; what a family is shown of it is taken out
 * in the function. Both are found by the child: changing class or school loses no week.
 */
export const weeks = defineCollection({
  name: 'weeks',
  encrypted: ['answers'],
  schema: v.object({
    _id: v.string(),
    of: v.picklist(['class', 'home']),
    /** Its Monday, `2026-11-23`. */
    week: v.string(),
    /** Whom it tells of. */
    children: v.array(v.string()),
    /** What was said, by child: JSON, encrypted. */
    answers: v.string(),
    changedAt: v.number(),
  }),
  indexes: [
    {
      name: 'child_week',
      fields: [
        ['children', 1],
        ['week', -1],
      ],
    },
    { name: 'week', fields: [['week', 1]] },
  ],
});
export type WeekDocument = DocumentOf<typeof weeks>;

/** `walks/{name}`: how far the job has come with telling many people, so that a run that dies goes on. */
export const walks = defineCollection({
  name: 'walks',
  schema: v.object({
    _id: v.string(),
    after: v.string(),
    done: v.boolean(),
    at: v.number(),
  }),
  indexes: [{ name: 'at', fields: [['at', 1]] }],
});
