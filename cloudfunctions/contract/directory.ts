import * as v from 'valibot';
import { contractOf } from './action';
import { AccessWaySchema, ServiceKindSchema } from './enums';
import { limits } from './limits';
import {
  CountyCodeSchema,
  DaySchema,
  EmptySchema,
  IdSchema,
  MomentSchema,
  TownshipCodeSchema,
  TravelSchema,
} from './shapes';

export const ServiceSummarySchema = v.object({
  id: IdSchema,
  name: v.string(),
  kinds: v.array(ServiceKindSchema),
  ways: v.array(AccessWaySchema),
  township: TownshipCodeSchema,
  townshipName: v.string(),
  phone: v.optional(v.string()),
  hours: v.string(),
  cost: v.string(),
  /** From the township that was asked for, when the service knows it. */
  travel: v.optional(TravelSchema),
  verifiedAt: MomentSchema,
});
export type ServiceSummary = v.InferOutput<typeof ServiceSummarySchema>;

export const ServiceSchema = v.object({
  ...ServiceSummarySchema.entries,
  address: v.string(),
  latitude: v.number(),
  longitude: v.number(),
  /** What happens there, in a few plain sentences. */
  whatHappens: v.string(),
  bring: v.string(),
  directions: v.string(),
  languages: v.array(v.string()),
  /** Who sends one there, where a referral is needed. */
  referredBy: v.optional(v.string()),
  demonstration: v.boolean(),
  /** The first day on which it is no more; it may be still to come. */
  closedOn: v.optional(DaySchema),
});
export type Service = v.InferOutput<typeof ServiceSchema>;

export const HotlineSchema = v.object({
  id: IdSchema,
  number: v.string(),
  name: v.string(),
  /** When to call it, in the caller's words. */
  purpose: v.string(),
  hours: v.string(),
  /** Danger to life or limb: shown first and in red. */
  urgent: v.boolean(),
  order: v.number(),
  verifiedAt: MomentSchema,
});
export type Hotline = v.InferOutput<typeof HotlineSchema>;

export const SchoolSchema = v.object({
  id: IdSchema,
  name: v.string(),
  township: TownshipCodeSchema,
  phone: v.optional(v.string()),
});
export type School = v.InferOutput<typeof SchoolSchema>;

export const TownshipSchema = v.object({
  code: TownshipCodeSchema,
  name: v.string(),
  countyName: v.string(),
});
export type Township = v.InferOutput<typeof TownshipSchema>;

const CursorSchema = v.pipe(v.string(), v.maxLength(100));

export const directory = {
  'directory.listRegions': contractOf({
    summary: 'The counties and townships this system serves.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ townships: v.array(TownshipSchema) }),
  }),
  'directory.listServices': contractOf({
    summary: 'Services of a county, those of the township first, by kind if wished.',
    effect: 'read',
    input: v.strictObject({
      county: CountyCodeSchema,
      /** Where the family lives: travel is told from here. */
      from: v.optional(TownshipCodeSchema),
      /** Only services in this township. */
      township: v.optional(TownshipCodeSchema),
      kind: v.optional(ServiceKindSchema),
      cursor: v.optional(CursorSchema),
    }),
    output: v.object({
      services: v.array(ServiceSummarySchema),
      next: v.optional(CursorSchema),
    }),
  }),
  'directory.getService': contractOf({
    summary: 'Everything about one service.',
    effect: 'read',
    input: v.strictObject({ id: IdSchema, from: v.optional(TownshipCodeSchema) }),
    output: ServiceSchema,
  }),
  'directory.listHotlines': contractOf({
    summary: 'Telephone lines: national ones and those of the county.',
    effect: 'read',
    input: v.strictObject({ county: v.optional(CountyCodeSchema) }),
    output: v.object({ hotlines: v.array(HotlineSchema) }),
  }),
  'directory.listSchools': contractOf({
    summary: 'Schools of a county or of one township, or those that are named.',
    effect: 'read',
    input: v.strictObject({
      county: CountyCodeSchema,
      township: v.optional(TownshipCodeSchema),
      ids: v.optional(v.pipe(v.array(IdSchema), v.minLength(1), v.maxLength(limits.pageSize))),
      cursor: v.optional(CursorSchema),
    }),
    output: v.object({ schools: v.array(SchoolSchema), next: v.optional(CursorSchema) }),
  }),
};
