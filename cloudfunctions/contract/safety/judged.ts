import * as v from 'valibot';
import { contractOf } from '../action';
import { AlertLevelSchema } from '../help';
import { EmptySchema, IdSchema } from '../shapes';
import { before, written } from './parts';
import { AlertReasonSchema, AlertSourceSchema, JudgedLevelSchema, judgements } from './words';

/** What people judged right, wrong or missed: it teaches the rules. */
export const judged = {
  'safety.recordMissed': contractOf({
    summary: 'Writes down something that nobody was warned of, so that the rules get better.',
    effect: 'write',
    input: v.strictObject({
      text: v.optional(written),
      levelShouldBe: AlertLevelSchema,
      childId: v.optional(IdSchema),
    }),
    output: EmptySchema,
  }),
  'safety.exportCorrections': contractOf({
    summary: 'What people judged right, wrong or missed, without names, numbers or children.',
    effect: 'read',
    input: v.strictObject({ before }),
    output: v.object({
      rows: v.array(
        v.object({
          /** Month only: `2026-11`. */
          month: v.string(),
          source: v.optional(AlertSourceSchema),
          reason: v.optional(AlertReasonSchema),
          given: JudgedLevelSchema,
          judgement: v.picklist([...judgements, 'missed']),
          levelShouldBe: v.optional(JudgedLevelSchema),
          rules: v.array(v.string()),
          text: v.optional(v.string()),
        }),
      ),
      next: v.optional(v.string()),
    }),
  }),
};
