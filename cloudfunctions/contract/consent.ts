import * as v from 'valibot';
import { contractOf } from './action';
import { ConsentStateSchema, PurposeSchema, RelationSchema, type Purpose } from './enums';
import { IdSchema, MomentSchema } from './shapes';

/**
 * The version of each text that is agreed to (src/wording/consent.ts). A text that changes its
 * meaning gets a new version here, and everybody is asked again.
 */
export const consentVersions: Readonly<Record<Purpose, string>> = {
  booking: '2026-11-2',
  messages: '2026-11',
  recordings: '2026-11-2',
  screening: '2026-11-3',
};

/** How one purpose stands for one child. */
export const ConsentSchema = v.object({
  purpose: PurposeSchema,
  state: ConsentStateSchema,
  /** Who decided last, and when. */
  by: v.optional(RelationSchema),
  at: v.optional(MomentSchema),
});
export type Consent = v.InferOutput<typeof ConsentSchema>;

const ChoiceSchema = v.strictObject({
  purpose: PurposeSchema,
  agree: v.boolean(),
  /** The text that was shown. */
  version: v.pipe(v.string(), v.regex(/^[\w.-]{1,20}$/)),
});

const ChoicesSchema = v.pipe(
  v.array(ChoiceSchema),
  v.minLength(1),
  v.maxLength(4),
  v.check((choices) => new Set(choices.map(({ purpose }) => purpose)).size === choices.length),
);

export const consent = {
  'account.giveConsent': contractOf({
    summary: 'Agrees or says no, purpose by purpose. What a caregiver begins, a parent confirms.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema, choices: ChoicesSchema }),
    output: v.object({ consents: v.array(ConsentSchema) }),
  }),
  'account.withdrawConsent': contractOf({
    summary: 'Takes an agreement back, at once. Says how many visits still stand.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema, purpose: PurposeSchema }),
    output: v.object({
      consents: v.array(ConsentSchema),
      /** Visits booked before: they stand until somebody cancels them. */
      visitsAhead: v.number(),
    }),
  }),
};
