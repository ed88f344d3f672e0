import * as v from 'valibot';
import { ScreeningFormSchema } from '@contract/screening';
import { defineCollection, type DocumentOf } from './collection';

/**
 * `screeningForms/{county}`: the form as an administrator has loaded it. A demonstration has a
 * placeholder here, which is offered nowhere else (platform/screenings.ts).
 */
export const screeningForms = defineCollection({
  name: 'screeningForms',
  schema: v.object({
    _id: v.string(),
    form: ScreeningFormSchema,
    loadedAt: v.number(),
    loadedBy: v.string(),
  }),
  indexes: [],
});
export type ScreeningFormDocument = DocumentOf<typeof screeningForms>;

/** `screenings/{id}`: what is kept of one filled-in form. The answers themselves are not. */
export const screenings = defineCollection({
  name: 'screenings',
  encrypted: ['details'],
  schema: v.object({
    _id: v.string(),
    childId: v.string(),
    /** Who answered; empty once that account is deleted. */
    by: v.string(),
    at: v.number(),
    /** Role, sub-totals, safety answer, form and cut-offs: JSON, encrypted. */
    details: v.string(),
  }),
  indexes: [
    {
      name: 'child_at',
      fields: [
        ['childId', 1],
        ['at', -1],
      ],
    },
    { name: 'by', fields: [['by', 1]] },
    { name: 'at', fields: [['at', 1]] },
  ],
});
export type ScreeningDocument = DocumentOf<typeof screenings>;
