import * as v from 'valibot';
import { defineCollection, type DocumentOf } from './collection';

/**
 * `homeVisits/{openid}_{requestId}`: what a child director wrote down of a visit. Read by the child
 * directors of the township; what is not about safety is in a guardian's copy of the records.
 */
export const homeVisits = defineCollection({
  name: 'homeVisits',
  encrypted: ['note'],
  schema: v.object({
    _id: v.string(),
    childId: v.string(),
    /** Who was there; emptied when their account goes. */
    by: v.string(),
    day: v.string(),
    /** When it arrived, ms: a note may be written down without network. */
    at: v.number(),
    met: v.boolean(),
    /** How it was and what was said, JSON, encrypted; whether it is about safety stands in it. */
    note: v.string(),
  }),
  indexes: [
    {
      name: 'child_at',
      fields: [
        ['childId', 1],
        ['at', -1],
      ],
    },
    { name: 'by', fields: [['by', 1]] },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type HomeVisitDocument = DocumentOf<typeof homeVisits>;
