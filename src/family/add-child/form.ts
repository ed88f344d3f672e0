import * as v from 'valibot';
import { RelationSchema } from '@contract/enums';
import { forget, readStored, store } from '@/cloud/storage';

/** A half-filled form, kept on the device until it is sent. */
const FormSchema = v.object({
  requestId: v.string(),
  nickname: v.string(),
  /** `2016-05`. */
  birth: v.optional(v.string()),
  relation: v.optional(RelationSchema),
  schoolId: v.optional(v.string()),
  /** The school lies in another township than the family. */
  schoolElsewhere: v.optional(v.boolean()),
  schoolTownship: v.optional(v.string()),
  /** "No school" is an answer too. */
  schoolAsked: v.boolean(),
});
export type ChildForm = v.InferOutput<typeof FormSchema>;

const key = 'child-form';

export function emptyForm(requestId: string): ChildForm {
  return { requestId, nickname: '', schoolAsked: false };
}

export function readForm(): ChildForm | undefined {
  return readStored(key, FormSchema);
}

export function saveForm(form: ChildForm): void {
  store(key, form);
}

export function forgetForm(): void {
  forget(key);
}
