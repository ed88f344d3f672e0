import * as v from 'valibot';
import { AbsenceSchema, OfficeSpanSchema } from '@contract/school-desk';
import { defineCollection, type DocumentOf } from './collection';

/**
 * `desks/{school}`: when the teachers of a school answer families, and who stands in for whom. One
 * document, so that sending a message reads one; teachers change it some times a year.
 */
export const desks = defineCollection({
  name: 'desks',
  encrypted: ['names'],
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    teachers: v.array(
      v.object({
        openid: v.string(),
        spans: v.array(OfficeSpanSchema),
        absences: v.array(AbsenceSchema),
      }),
    ),
    standIns: v.array(
      v.object({
        id: v.string(),
        /** Openids: who is away, and who looks after their families. */
        away: v.string(),
        here: v.string(),
        from: v.string(),
        to: v.string(),
      }),
    ),
    /** How those in `standIns` are called, by openid: JSON, encrypted. */
    names: v.nullable(v.string()),
    rev: v.number(),
  }),
  indexes: [],
});
export type DeskDocument = DocumentOf<typeof desks>;
