import * as v from 'valibot';
import { contractOf } from '../action';
import { HotlineSchema } from '../directory';
import { DaySchema, EmptySchema, IdSchema, MomentSchema } from '../shapes';

export const CheckedLineSchema = v.object({
  ...HotlineSchema.entries,
  /** Of the county, and so for it to change; not of the whole country. */
  own: v.boolean(),
  /** From that day on families are not shown it. */
  closedOn: v.optional(DaySchema),
  /** Nobody has called it for longer than the operator allows. */
  overdue: v.boolean(),
  /** Since it was checked last. */
  reports: v.object({ wrongNumber: v.number(), noAnswer: v.number() }),
});
export type CheckedLine = v.InferOutput<typeof CheckedLineSchema>;

const linesOutput = v.object({ now: MomentSchema, lines: v.array(CheckedLineSchema) });

/** Telephone lines, and who has called them. */
export const checkedLines = {
  'safety.listLines': contractOf({
    summary: 'The telephone lines with when they were checked and what people say of them.',
    effect: 'read',
    input: EmptySchema,
    output: linesOutput,
  }),
  'safety.verifyLine': contractOf({
    summary: 'An administrator has called a line and it is right, or puts its number right.',
    effect: 'write',
    input: v.strictObject({
      lineId: IdSchema,
      number: v.optional(v.pipe(v.string(), v.regex(/^\d[\d-]{2,15}$/))),
    }),
    output: linesOutput,
  }),
};
