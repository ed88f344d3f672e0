import * as v from 'valibot';
import { contractOf } from '../action';
import { MomentSchema } from '../shapes';
import { rowOutput } from './alert';
import { AlertIdSchema, before, ofAlert, written } from './parts';

/** What is kept of it, handed to an authority, and proved unchanged. */
export const alertRecords = {
  'safety.liftHold': contractOf({
    summary:
      'A second person says why a finished alert need not be kept for an authority any more.',
    effect: 'write',
    input: v.strictObject({ ...ofAlert, text: written }),
    output: rowOutput,
  }),
  'safety.exportAlert': contractOf({
    summary: 'Everything about one alert, for an authority that asks.',
    effect: 'repeatable',
    input: v.strictObject({ ...ofAlert, purpose: written }),
    output: v.object({
      now: MomentSchema,
      /** Plain text, in order, with the head of the chain at its end. */
      text: v.string(),
      head: v.string(),
    }),
  }),
  'safety.showChainHeads': contractOf({
    summary: 'The head of every alert’s history, to be kept outside of the system.',
    effect: 'read',
    input: v.strictObject({ before }),
    output: v.object({
      now: MomentSchema,
      heads: v.array(
        v.object({ id: AlertIdSchema, steps: v.number(), head: v.string(), at: MomentSchema }),
      ),
      next: v.optional(v.string()),
    }),
  }),
};
