import * as v from 'valibot';
import { AccessWaySchema, ServiceKindSchema } from '@contract/enums';
import { ChangeSchema, historySteps } from '@contract/manage';
import { TravelSchema } from '@contract/shapes';
import { defineCollection, type DocumentOf } from './collection';

export const regions = defineCollection({
  name: 'regions',
  schema: v.object({ _id: v.string(), name: v.string(), countyName: v.string() }),
  indexes: [],
});

export const services = defineCollection({
  name: 'services',
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    township: v.string(),
    townshipName: v.string(),
    name: v.string(),
    kinds: v.array(ServiceKindSchema),
    ways: v.array(AccessWaySchema),
    phone: v.optional(v.string()),
    hours: v.string(),
    cost: v.string(),
    address: v.string(),
    latitude: v.number(),
    longitude: v.number(),
    whatHappens: v.string(),
    bring: v.string(),
    directions: v.string(),
    languages: v.array(v.string()),
    referredBy: v.optional(v.string()),
    travel: v.record(v.string(), TravelSchema),
    demonstration: v.boolean(),
    verifiedAt: v.number(),
    /** Whose administrator may edit it besides those of the county. */
    schoolId: v.optional(v.string()),
    /** The first day on which it is no more: no places are made from then on. */
    closedOn: v.optional(v.string()),
    /** Counts changes; absent in what earlier code wrote (migrations/revisions.ts). */
    rev: v.optional(v.number()),
  }),
  indexes: [
    {
      name: 'county',
      fields: [
        ['county', 1],
        ['_id', 1],
      ],
    },
    // Those that nobody has checked for longest come first.
    {
      name: 'county_verifiedAt',
      fields: [
        ['county', 1],
        ['verifiedAt', 1],
      ],
    },
    {
      name: 'county_kinds',
      fields: [
        ['county', 1],
        ['kinds', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'township',
      fields: [
        ['township', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'township_kinds',
      fields: [
        ['township', 1],
        ['kinds', 1],
        ['_id', 1],
      ],
    },
  ],
});
export type ServiceDocument = DocumentOf<typeof services>;

export const hotlines = defineCollection({
  name: 'hotlines',
  schema: v.object({
    _id: v.string(),
    /** County code, or `000000` for the whole country. */
    region: v.string(),
    number: v.string(),
    name: v.string(),
    purpose: v.string(),
    hours: v.string(),
    urgent: v.boolean(),
    order: v.number(),
    verifiedAt: v.number(),
    closedOn: v.optional(v.string()),
    /** As of services. */
    rev: v.optional(v.number()),
  }),
  indexes: [
    {
      name: 'region_order',
      fields: [
        ['region', 1],
        ['order', 1],
      ],
    },
  ],
});

/** Schools are in the directory; their classes are an administrator's (areas/people). */
export const schools = defineCollection({
  name: 'schools',
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    township: v.string(),
    name: v.string(),
    phone: v.optional(v.string()),
    /** Classes that were made here; others are known by their children and teachers. */
    classes: v.optional(v.array(v.string())),
    /** The school year whose move was done last, and one that is under way: the job ends it. */
    moved: v.optional(v.object({ year: v.string(), at: v.number() })),
    moving: v.optional(
      v.object({
        year: v.string(),
        lastGrade: v.number(),
        staying: v.array(v.string()),
        at: v.number(),
      }),
    ),
    closedAt: v.optional(v.number()),
  }),
  indexes: [
    { name: 'moving', fields: [['moving.at', 1]] },
    {
      name: 'county',
      fields: [
        ['county', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'township',
      fields: [
        ['township', 1],
        ['_id', 1],
      ],
    },
  ],
});

/**
 * `directoryChanges/{…}`: what administrators did to services and lines. The entries are public; who
 * it was is encrypted, and gone with their account.
 */
export const directoryChanges = defineCollection({
  name: 'directoryChanges',
  encrypted: ['who'],
  schema: v.object({
    _id: v.string(),
    /** `service_{id}` or `line_{id}`. */
    ref: v.string(),
    what: v.picklist(historySteps),
    at: v.number(),
    by: v.string(),
    /** How they are called. */
    who: v.nullable(v.string()),
    changes: v.array(ChangeSchema),
  }),
  indexes: [
    {
      name: 'ref_at',
      fields: [
        ['ref', 1],
        ['at', -1],
      ],
    },
    { name: 'by', fields: [['by', 1]] },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type DirectoryChangeDocument = DocumentOf<typeof directoryChanges>;
