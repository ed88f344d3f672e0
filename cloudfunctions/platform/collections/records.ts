import * as v from 'valibot';
import { defineCollection } from './collection';

/** `events/{openid}_{requestId}`: the proof that a request was carried out, and its answer. */
export const events = defineCollection({
  name: 'events',
  schema: v.object({
    _id: v.string(),
    action: v.string(),
    /** SHA-256 of action and input. */
    digest: v.string(),
    /** The answer, encrypted: it may name a child. */
    answer: v.string(),
    at: v.number(),
  }),
  indexes: [{ name: 'at', fields: [['at', 1]] }],
});

/** `accessLog/{day}_{viewer}_{child}_{purpose}`: staff who looked at a child's data, counted up. */
export const accessLog = defineCollection({
  name: 'accessLog',
  schema: v.object({
    _id: v.string(),
    day: v.string(),
    viewer: v.string(),
    childId: v.string(),
    purpose: v.string(),
    count: v.number(),
    firstAt: v.number(),
    lastAt: v.number(),
  }),
  indexes: [
    {
      name: 'child_day',
      fields: [
        ['childId', 1],
        ['day', -1],
      ],
    },
  ],
});

/** `leases/{work}`: who carries out a piece of timed work just now, so that two runs never overlap. */
export const leases = defineCollection({
  name: 'leases',
  schema: v.object({ _id: v.string(), until: v.number() }),
  indexes: [],
});
