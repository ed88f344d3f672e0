import * as v from 'valibot';
import { defineCollection, type DocumentOf } from './collection';

const CountsSchema = v.record(v.string(), v.number());

/**
 * `audits/{month}`: what was done in a month, in numbers alone: events and looks are removed before
 * the yearly audit is due. Counted day by day, each day once, when it is over. It is of everybody
 * whom the operator serves; nothing of safeguarding is in it.
 */
export const audits = defineCollection({
  name: 'audits',
  schema: v.object({
    _id: v.string(),
    /** The last day that is counted. */
    through: v.string(),
    /** At the end of that day: accounts, and children written down. */
    people: v.number(),
    children: v.number(),
    /** By what was done (platform/audit.ts). */
    done: CountsSchema,
    /** By `begin`, `give`, `refuse`, `withdraw`. */
    consents: CountsSchema,
    /** Staff who looked at a child's data: looks by purpose. */
    looks: CountsSchema,
    /** Accounts that were erased, as their holders had asked. */
    erased: v.number(),
    /** Documents that had been kept long enough, by kind (platform/sweep.ts). */
    removed: CountsSchema,
  }),
  indexes: [],
});
export type AuditDocument = DocumentOf<typeof audits>;
