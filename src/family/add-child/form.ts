import * as v from 'valibot';
import type { InputOf } from '@contract';
import { RelationSchema } from '@contract/enums';
import type { Child } from '@contract/family';
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

/** A new child's form, or the one that corrects a child. */
const keyOf = (childId?: string) =>
  childId === undefined ? 'child-form' : `child-form:${childId}`;

export function emptyForm(requestId: string): ChildForm {
  return { requestId, nickname: '', schoolAsked: false };
}

/** The form with what is written down already. */
export function formOf(child: Child, requestId: string): ChildForm {
  const { nickname, birthYear, birthMonth, relation, schoolId } = child;
  const birth = `${birthYear}-${String(birthMonth).padStart(2, '0')}`;
  return { requestId, nickname, birth, relation, schoolId, schoolAsked: true };
}

export function readForm(childId?: string): ChildForm | undefined {
  return readStored(keyOf(childId), FormSchema);
}

export function saveForm(form: ChildForm, childId?: string): void {
  store(keyOf(childId), form);
}

export function forgetForm(childId?: string): void {
  forget(keyOf(childId));
}

/** What has been changed, and nothing else. */
export function changesOf(
  child: Child,
  form: ChildForm,
): Omit<InputOf<'family.updateChild'>, 'childId'> {
  const before = formOf(child, '');
  const [birthYear, birthMonth] = (form.birth ?? '').split('-').map(Number);
  const nickname = form.nickname.trim();
  return {
    ...(nickname === before.nickname ? {} : { nickname }),
    ...(form.birth === before.birth ? {} : { birthYear, birthMonth }),
    ...(form.relation === before.relation ? {} : { relation: form.relation }),
    ...(form.schoolId === before.schoolId ? {} : { schoolId: form.schoolId ?? null }),
  };
}
