import * as v from 'valibot';
import { UrgencySchema, WaitlistStateSchema } from '@contract/enums';
import { WishSchema } from '@contract/wait';
import { PrioritySettingsSchema } from '@contract/waitlist';
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
    /** Every time somebody set it: an override leaves a trace (rules.md, "Fair priority"). */
    reviews: v.array(v.object({ by: v.string(), at: v.number(), urgency: UrgencySchema })),
    reviewAskedAt: v.nullable(v.number()),
    /** May use kept places; follows what is said of the child (rules/priority). */
    first: v.boolean(),
    /** Rises with urgency and standing, falls with the time of joining: the index gives the order. */
    rank: v.number(),
    offer: v.nullable(v.object({ slot: SlotSchema, until: v.number() })),
    /** Places they let go or let lapse: not offered again. */
    declined: v.array(v.string()),
    settledAt: v.nullable(v.number()),
    /** When the job looks next for a place for it; null when it no longer waits. */
    lookAt: v.nullable(v.number()),
    /** Nickname, birth, school, worries, length of the recording: JSON, encrypted. */
    details: v.string(),
    phone: v.nullable(v.string()),
  }),
  indexes: [
    {
      // Nobody has settled what still waits: of those, the most pressing first.
      name: 'county_settledAt_rank',
      fields: [
        ['county', 1],
        ['settledAt', -1],
        ['rank', -1],
        ['_id', 1],
      ],
    },
    {
      name: 'reach_state_rank',
      fields: [
        ['reach', 1],
        ['state', 1],
        ['rank', -1],
        ['_id', 1],
      ],
    },
    {
      name: 'child_since',
      fields: [
        ['childId', 1],
        ['since', -1],
      ],
    },
    { name: 'sibling', fields: [['siblingId', 1]] },
    { name: 'lookAt', fields: [['lookAt', 1]] },
    // For the figures of a day.
    { name: 'since', fields: [['since', 1]] },
    { name: 'settledAt', fields: [['settledAt', 1]] },
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
