import type { InputOf } from '@contract';
import type { NewFamily, PhoneInDraft } from '@/session/phone-in-draft';
import { phoneIn } from '@/wording/desk-phone-in';
import { nicknameOk, phoneOk } from '../parts/child-fields';

/** What of a new family is still to be asked. */
export function missingOf(family: NewFamily): string[] {
  const { nickname, birth, relation, phone, schoolId, township } = family;
  return [
    nicknameOk(nickname) ? '' : phoneIn.missingNickname,
    birth ? '' : phoneIn.missingBirth,
    relation ? '' : phoneIn.missingRelation,
    phoneOk(phone) ? '' : phoneIn.missingPhone,
    (schoolId ?? township) ? '' : phoneIn.missingPlace,
  ].filter(Boolean);
}

type Who = InputOf<'booking.bookForFamily'>['who'];

/** Whom it is booked for; undefined while something is missing. */
export function whoOf({ child, family }: PhoneInDraft): Who | undefined {
  if (child) return { known: true, childId: child.id };
  const [birthYear, birthMonth] = (family.birth ?? '').split('-').map(Number);
  const { relation, schoolId, township } = family;
  if (missingOf(family).length > 0 || !relation || !birthYear || !birthMonth) return undefined;
  const about = { birthYear, birthMonth, relation, schoolId, township };
  return { known: false, ...about, nickname: family.nickname.trim(), phone: family.phone };
}

/** Where the family may go: asked of the places. */
export function reachOf({ child, family }: PhoneInDraft): InputOf<'booking.findForFamily'> {
  if (child) return { childId: child.id };
  const { schoolId, township } = family;
  return { schoolId, township };
}
