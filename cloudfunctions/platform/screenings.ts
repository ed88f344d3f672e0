import * as v from 'valibot';
import {
  CutoffsSchema,
  FiguresSchema,
  RespondentSchema,
  SafetyAnswerSchema,
} from '@contract/screening';
import { screeningForms, screenings, type ScreeningFormDocument } from './collections';
import type { Database } from './database';
import { isDemonstration } from './demonstration';
import { decrypt, encrypt } from './field-encryption';

const DetailsSchema = v.object({
  respondent: RespondentSchema,
  formId: v.string(),
  formName: v.string(),
  version: v.string(),
  placeholder: v.boolean(),
  /** Absent when only a danger was said: that is kept whatever became of the rest. */
  figures: v.optional(FiguresSchema),
  /** As they were on that day, with their source: a new form does not change an old result. */
  cutoffs: CutoffsSchema,
  safety: SafetyAnswerSchema,
});
export type ScreeningDetails = v.InferOutput<typeof DetailsSchema>;

const placeOf = (id: string) => ({ collection: screenings.name, id, field: 'details' });

export function sealScreening(id: string, details: ScreeningDetails): string {
  return encrypt(placeOf(id), JSON.stringify(details));
}

export function openScreening({ _id, details }: { _id: string; details: string }) {
  return v.parse(DetailsSchema, JSON.parse(decrypt(placeOf(_id), details)));
}

/** Whether this form may be put before people here. */
export function isOffered({ form }: Pick<ScreeningFormDocument, 'form'>): boolean {
  return !form.placeholder || isDemonstration();
}

/** The county's form; undefined while it has none that may be used. One round trip. */
export async function readForm(
  database: Database,
  county: string,
): Promise<ScreeningFormDocument['form'] | undefined> {
  const found = await database.get(screeningForms, county);
  return found && isOffered(found) ? found.form : undefined;
}
