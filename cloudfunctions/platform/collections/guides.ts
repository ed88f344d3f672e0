import * as v from 'valibot';
import { GuideSchema } from '@contract/guides';
import { defineCollection, type DocumentOf } from './collection';

/**
 * `guides/{id}_{version}`: every version of every guide, so that what somebody signed stays as it
 * was. Families are shown the one that is published.
 */
export const guides = defineCollection({
  name: 'guides',
  schema: v.object({
    _id: v.string(),
    ...GuideSchema.entries,
    /** County and township codes it is meant for, or `000000` for the whole country. */
    regions: v.array(v.string()),
    /** Place in the list, smallest first. */
    order: v.number(),
    createdAt: v.number(),
    publishedAt: v.optional(v.number()),
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
      ],
    },
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
