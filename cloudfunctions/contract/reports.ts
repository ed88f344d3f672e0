import * as v from 'valibot';
import { contractOf } from './action';
import { EmptySchema, IdSchema, MomentSchema, PhoneSchema } from './shapes';

const CountsSchema = v.record(v.string(), v.number());

/** A month in numbers; nobody can be found in them. */
export const AuditMonthSchema = v.object({
  /** `2026-11` */
  month: v.string(),
  /** The last day that is counted; a month that goes on is not whole. */
  through: v.string(),
  /** Accounts, and children written down, at the end of that day. */
  people: v.number(),
  children: v.number(),
  /** What was done, by kind. */
  done: CountsSchema,
  /** Decisions on consent: begun, given, refused, withdrawn. */
  consents: CountsSchema,
  /** How often staff looked at a child's data, by purpose. */
  looks: CountsSchema,
  /** Accounts that were erased. */
  erased: v.number(),
  /** Documents that had been kept long enough, by kind. */
  removed: CountsSchema,
});
export type AuditMonth = v.InferOutput<typeof AuditMonthSchema>;

/** Records of somebody that an authority wants kept; no name of anybody is in it but staff's. */
export const LegalHoldSchema = v.object({
  id: IdSchema,
  phoneEnding: v.string(),
  children: v.number(),
  reason: v.string(),
  reference: v.string(),
  setName: v.optional(v.string()),
  setAt: MomentSchema,
  /** Set by whoever asks: somebody else has to lift it. */
  own: v.boolean(),
  liftedName: v.optional(v.string()),
  liftedAt: v.optional(MomentSchema),
});
export type LegalHold = v.InferOutput<typeof LegalHoldSchema>;

const written = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

/** How long what is written of a legal hold may be. */
export const holdCharacters = { reason: 200, reference: 60 } as const;

export const reports = {
  'reports.listHolds': contractOf({
    summary: 'Legal holds of the county, newest first.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(MomentSchema) }),
    output: v.object({
      now: MomentSchema,
      holds: v.array(LegalHoldSchema),
      next: v.optional(MomentSchema),
    }),
  }),
  'reports.holdRecords': contractOf({
    summary: 'Keeps the records of a person and their children from being swept or erased.',
    effect: 'write',
    input: v.strictObject({
      /** The number that the authority's letter names; the account with it is meant. */
      phone: PhoneSchema,
      reason: written(holdCharacters.reason),
      reference: written(holdCharacters.reference),
    }),
    output: v.object({ id: IdSchema }),
  }),
  'reports.liftHold': contractOf({
    summary: 'A second administrator lifts a legal hold; what is due is erased by the next run.',
    effect: 'write',
    input: v.strictObject({ id: IdSchema }),
    output: EmptySchema,
  }),
  'reports.exportAudit': contractOf({
    summary:
      'A year for the compliance audit: counts, consents, looks and deletions by month, of everybody the operator serves.',
    effect: 'read',
    input: v.strictObject({
      year: v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2199)),
    }),
    output: v.object({ months: v.array(AuditMonthSchema) }),
  }),
};
