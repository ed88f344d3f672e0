import * as v from 'valibot';
import { AccessWaySchema, ServiceKindSchema } from '@contract/enums';
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
  }),
  indexes: [
    {
      name: 'county',
      fields: [
        ['county', 1],
        ['_id', 1],
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

export const schools = defineCollection({
  name: 'schools',
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    township: v.string(),
    name: v.string(),
    phone: v.optional(v.string()),
  }),
  indexes: [
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
