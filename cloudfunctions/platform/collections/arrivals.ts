import * as v from 'valibot';
import { defineCollection } from './collection';

/**
 * `arrivals/{HMAC of the openid}`: this person has been counted. By which code is not kept here, so
 * that there is no list of who came from where.
 */
export const arrivals = defineCollection({
  name: 'arrivals',
  schema: v.object({ _id: v.string(), at: v.number() }),
  indexes: [{ name: 'at', fields: [['at', 1]] }],
});

/**
 * `arrivalTallies/{county}_{month}_{part}`: how many came, by place and channel
 * (`990101001_poster`). In a few parts, so that a school meeting does not wait for one document.
 */
export const arrivalTallies = defineCollection({
  name: 'arrivalTallies',
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    month: v.string(),
    counts: v.record(v.string(), v.number()),
  }),
  indexes: [
    {
      name: 'county_month',
      fields: [
        ['county', 1],
        ['month', -1],
      ],
    },
  ],
});
