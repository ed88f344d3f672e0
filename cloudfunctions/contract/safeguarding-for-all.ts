import * as v from 'valibot';
import { contractOf } from './action';
import { EmptySchema, IdSchema, MomentSchema } from './shapes';

/** The little of safeguarding that the main package asks: its pages carry no more than this. */
export const lineFaults = ['wrongNumber', 'noAnswer'] as const;
export type LineFault = (typeof lineFaults)[number];

export const safeguardingForAll = {
  'safety.reportLine': contractOf({
    summary: 'Says that a telephone line is wrong, or that nobody answered.',
    effect: 'repeatable',
    input: v.strictObject({ lineId: IdSchema, what: v.picklist(lineFaults) }),
    output: EmptySchema,
  }),
  'safety.countAlerts': contractOf({
    summary: 'How many alerts wait at the caller’s desk: what the way there says.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      now: MomentSchema,
      /** Waiting for somebody, or for a second person. */
      waiting: v.number(),
      overdue: v.number(),
    }),
  }),
};
