import * as v from 'valibot';
import { UrgencySchema, WaitlistStateSchema } from '@contract/enums';
import { PrioritySettingsSchema, WishSchema } from '@contract/waitlist';
import { SlotSchema } from '@contract/slot';
import { defineCollection, type DocumentOf } from './collection';

/** Who waits for a place. The order is made by rules/priority from what stands here. */
export const waitlist = defineCollection({
  name: 'waitlist',
  encrypted: ['details', 'phone'],
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    childId: v.string(),
    siblingId: v.nullable(v.string()),
    /** Who put the child on the list. */
    by: v.string(),
    /** Places this child may use (rules/reach). */
    reach: v.array(v.string()),
    wish: WishSchema,
    state: WaitlistStateSchema,
    since: v.number(),
    urgency: UrgencySchema,
    /** Who set the urgency and when; null while nobody has. */
    urgencyBy: v.nullable(v.string()),
    urgencyAt: v.nullable(v.number()),
    reviewAskedAt: v.nullable(v.number()),
    /** May use reserved places: decided from the child's own data when it joins (rules.md). */
    first: v.boolean(),
    /** Rises with urgency and standing, falls with the time of joining: the index gives the order. */
    rank: v.number(),
    offer: v.nullable(v.object({ slot: SlotSchema, until: v.number() })),
    /** Places they let go or let lapse: not offered again. */
    declined: v.array(v.string()),
    settledAt: v.nullable(v.number()),
    /** Nicknames, age, school, worries, recording: JSON, encrypted. */
    details: v.string(),
    phone: v.nullable(v.string()),
  }),
  indexes: [
    {
      name: 'county_state_rank',
      fields: [
        ['county', 1],
        ['state', 1],
        ['rank', -1],
      ],
    },
    {
      name: 'reach_state_rank',
      fields: [
        ['reach', 1],
        ['state', 1],
        ['rank', -1],
      ],
    },
    {
      name: 'child_since',
      fields: [
        ['childId', 1],
        ['since', -1],
      ],
    },
    {
      name: 'county_settledAt',
      fields: [
        ['county', 1],
        ['settledAt', -1],
      ],
    },
  ],
});
export type WaitlistDocument = DocumentOf<typeof waitlist>;

/** `settings/{county}`: the numbers of the rule of priority, and the days on which nobody works. */
export const settings = defineCollection({
  name: 'settings',
  schema: v.object({
    _id: v.string(),
    priority: v.optional(PrioritySettingsSchema),
    holidays: v.optional(v.array(v.object({ day: v.string(), name: v.string() }))),
    changedAt: v.number(),
    changedBy: v.string(),
  }),
  indexes: [],
});
export type SettingsDocument = DocumentOf<typeof settings>;

/**
 * `tallies/{counsellor}_{month}`: a counsellor's month in numbers, counted by what the counsellor
 * does. Families give up many at once and would wait for each other here: that is counted when asked.
 */
export const tallies = defineCollection({
  name: 'tallies',
  schema: v.object({
    _id: v.string(),
    counsellorId: v.string(),
    month: v.string(),
    done: v.number(),
    missed: v.number(),
    first: v.number(),
    referred: v.number(),
  }),
  indexes: [
    {
      name: 'counsellor_month',
      fields: [
        ['counsellorId', 1],
        ['month', -1],
      ],
    },
  ],
});
