import * as v from 'valibot';
import { NextStepSchema } from '@contract/appointment';
import { appointments, type AppointmentDocument } from '../../platform/collections';
import { decrypt, encrypt } from '../../platform/field-encryption';

/** What is left of a visit: the note is the counsellor's, the next step is the family's as well. */
const OutcomeSchema = v.object({ note: v.optional(v.string()), next: NextStepSchema });
export type Outcome = v.InferOutput<typeof OutcomeSchema>;

const placeOf = (id: string) => ({ collection: appointments.name, id, field: 'outcome' });

export function sealOutcome(id: string, outcome: Outcome): string {
  return encrypt(placeOf(id), JSON.stringify(outcome));
}

/** Undefined before the visit is over. */
export function openOutcome({ _id, outcome }: AppointmentDocument): Outcome | undefined {
  if (outcome === null) return undefined;
  return v.parse(OutcomeSchema, JSON.parse(decrypt(placeOf(_id), outcome)));
}
