import * as v from 'valibot';
import { RelationSchema } from '@contract/enums';
import { forget, readStored, store } from '@/cloud/storage';
import type { ProxyEntry } from '@/session/queue';
import { roster } from '@/wording/roster';
import { nicknameOk, phoneOk } from '../parts/child-fields';

/** A half-filled form, kept on the device: a knock at the door must not lose it. */
const FormSchema = v.object({
  nickname: v.string(),
  /** `2016-05`. */
  birth: v.optional(v.string()),
  caregiver: v.optional(RelationSchema),
  phone: v.string(),
  schoolId: v.optional(v.string()),
  schoolElsewhere: v.optional(v.boolean()),
  schoolTownship: v.optional(v.string()),
  schoolAsked: v.boolean(),
});
export type ProxyForm = v.InferOutput<typeof FormSchema>;

const key = 'proxy-form';

export const emptyForm: ProxyForm = { nickname: '', phone: '', schoolAsked: false };

export function readForm(): ProxyForm {
  return readStored(key, FormSchema) ?? emptyForm;
}

export function saveForm(form: ProxyForm): void {
  store(key, form);
}

export function forgetForm(): void {
  forget(key);
}

/** An entry that was refused, back in the form; the school is asked for again. */
export function formOf(input: ProxyEntry['input']): ProxyForm {
  const { nickname, birthYear, birthMonth, caregiver, phone = '' } = input;
  const birth = `${birthYear}-${String(birthMonth).padStart(2, '0')}`;
  return { ...emptyForm, nickname, birth, caregiver, phone };
}

const hasPhone = ({ phone }: ProxyForm) => phone === '' || phoneOk(phone);

export function missingOf(form: ProxyForm): string[] {
  return [
    nicknameOk(form.nickname) ? '' : roster.missingNickname,
    form.birth ? '' : roster.missingBirth,
    form.caregiver ? '' : roster.missingCaregiver,
  ].filter(Boolean);
}

/** What is sent; `post` says where the family lives as far as the form does not. */
export function inputOf(
  form: ProxyForm,
  post: { schoolId?: string | undefined; township?: string | undefined },
): ProxyEntry['input'] | undefined {
  const [birthYear, birthMonth] = (form.birth ?? '').split('-').map(Number);
  const { caregiver } = form;
  if (missingOf(form).length > 0 || !hasPhone(form)) return undefined;
  if (!caregiver || !birthYear || !birthMonth) return undefined;
  return {
    nickname: form.nickname.trim(),
    birthYear,
    birthMonth,
    caregiver,
    phone: form.phone === '' ? undefined : form.phone,
    schoolId: form.schoolId ?? post.schoolId,
    township: post.township,
  };
}
