import * as v from 'valibot';
import { contractOf } from '../action';
import { MomentSchema } from '../shapes';
import { AlertIdSchema, before, written } from './parts';
import { AlertSourceSchema, JudgedLevelSchema } from './words';

/** Recordings without words, and who listens to them. */
export const listening = {
  'safety.listUnheard': contractOf({
    summary: 'Recordings without words, for a person to listen to; the most urgent first.',
    effect: 'read',
    input: v.strictObject({ before }),
    output: v.object({
      now: MomentSchema,
      recordings: v.array(
        v.object({
          ref: AlertIdSchema,
          source: AlertSourceSchema,
          at: MomentSchema,
          hearBy: MomentSchema,
          overdue: v.boolean(),
          /** The sender said that it cannot wait. */
          urgent: v.boolean(),
          seconds: v.number(),
          nickname: v.string(),
          placeName: v.string(),
        }),
      ),
      next: v.optional(v.string()),
    }),
  }),
  'safety.openUnheard': contractOf({
    summary: 'A short-lived link to such a recording.',
    effect: 'read',
    input: v.strictObject({ ref: AlertIdSchema }),
    output: v.object({ url: v.string(), seconds: v.number(), expiresAt: MomentSchema }),
  }),
  'safety.markVoiceHeard': contractOf({
    summary: 'What somebody heard: S0 nothing of concern, else an alert is raised.',
    effect: 'write',
    input: v.strictObject({
      ref: AlertIdSchema,
      level: JudgedLevelSchema,
      text: v.optional(written),
    }),
    /** The alert that it became. */
    output: v.object({ alertId: v.optional(AlertIdSchema) }),
  }),
};
