import * as v from 'valibot';
import { defineCollection, type DocumentOf } from './collection';

/** A number by what it counts; what is absent is 0. */
const CountsSchema = v.record(v.string(), v.number());
const PlaceSchema = v.object({
  counts: v.optional(CountsSchema, {}),
  /** Days of waiting of those whose waiting ended with a visit: how often each came up. */
  waits: v.optional(CountsSchema, {}),
});

/**
 * Figures for administrators, in numbers alone and counted day by day, each day once, when it is over
 * (areas/reports/count-figures.ts). Nobody is named. What is shown of them is in rules/figures.
 *
 * - `all`: how far it is counted, and what guides had been heard by then.
 * - `{county or school}_{year}`: twelve months.
 * - `{county}_{quarter}`: its townships, and what is shown by quarter alone.
 */
export const figures = defineCollection({
  name: 'figures',
  schema: v.object({
    _id: v.string(),
    /** The last day that is counted in it. */
    through: v.string(),
    /** `all`: the first day that was counted. */
    from: v.optional(v.string()),
    /** `all`: guides heard to the end until then, by township. */
    heard: v.optional(CountsSchema),
    months: v.optional(
      v.record(
        v.string(),
        v.object({
          counts: v.optional(CountsSchema, {}),
          /** Hours of school until an answer: how often each came up. */
          hours: v.optional(CountsSchema, {}),
        }),
      ),
    ),
    townships: v.optional(v.record(v.string(), PlaceSchema)),
    /** Days of waiting of those who may use kept places, and of the others. */
    groups: v.optional(v.record(v.string(), CountsSchema)),
    /** Alerts whose time was up, and those that somebody had taken by then. */
    alerts: v.optional(CountsSchema),
    /** What stands when a quarter has been over for some days; it is written once. */
    settled: v.optional(
      v.nullable(
        v.object({
          sessions: v.array(
            v.object({ counsellorId: v.string(), name: v.string(), done: v.number() }),
          ),
          /** Minutes to the nearest counselling, by township. */
          nearest: CountsSchema,
        }),
      ),
    ),
  }),
  indexes: [],
});
export type FigureDocument = DocumentOf<typeof figures>;

/** What a family is counted for: once a month and once a quarter. */
export const countedKinds = [
  'reached',
  'booked',
  'joined',
  'noTime',
  'twoWeeks',
  'tooFar',
  'answered',
  'answeredSoon',
  'settled',
] as const;
export type CountedKind = (typeof countedKinds)[number];
export const countedId = (childId: string, kind: CountedKind) => `${childId}_${kind}`;

/**
 * `counted/{child}_{kind}`: the day on which the family was counted last, so that it is counted
 * once, however often it comes. `before`: the day before that, for a day that is counted again.
 */
export const counted = defineCollection({
  name: 'counted',
  schema: v.object({ _id: v.string(), day: v.string(), before: v.string() }),
  indexes: [{ name: 'day', fields: [['day', 1]] }],
});

/** `searches/{child}`: when the family looked last for a time and there was none. */
export const searches = defineCollection({
  name: 'searches',
  schema: v.object({
    _id: v.string(),
    township: v.string(),
    schoolId: v.nullable(v.string()),
    at: v.number(),
  }),
  indexes: [{ name: 'at', fields: [['at', 1]] }],
});
