import type { Standing, Relation } from '@contract/enums';
import { limits } from '@contract/limits';
import { ageAt } from '@rules/dates';
import { children, schools, type ChildDocument, type DocumentOf } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { encrypt } from '../../platform/field-encryption';

export interface ChildFacts {
  nickname: string;
  birthYear: number;
  birthMonth: number;
  schoolId?: string | undefined;
}

const placeOf = (id: string, field: string) => ({ collection: children.name, id, field });

export const sealNickname = (id: string, nickname: string) =>
  encrypt(placeOf(id, 'nickname'), nickname);

export const sealBirth = (id: string, year: number, month: number) =>
  encrypt(placeOf(id, 'birth'), `${year}-${String(month).padStart(2, '0')}`);

/** @throws ActionError INVALID_INPUT for somebody who is not a child, or not yet born. */
export function checkAge(now: number, birthYear: number, birthMonth: number): void {
  const age = ageAt(now, birthYear, birthMonth);
  if (age < 0 || age > limits.childAgeYears) throw new ActionError('INVALID_INPUT');
}

/**
 * @throws ActionError NOT_FOUND when a school is named that does not exist, or that is closed: nobody
 * comes into it any more. `closedToo` where a child may be in it already.
 */
export async function findSchool(
  database: Database,
  schoolId: string | undefined,
  { closedToo = false } = {},
): Promise<DocumentOf<typeof schools> | undefined> {
  const school = schoolId ? await database.get(schools, schoolId) : undefined;
  if (schoolId && !school) throw new ActionError('NOT_FOUND');
  if (school?.closedAt !== undefined && !closedToo) throw new ActionError('NOT_FOUND');
  return school;
}

/** A child's first document, with its first adult. */
export function newChild(
  id: string,
  facts: ChildFacts,
  at: { school: DocumentOf<typeof schools> | undefined; township: string; now: number },
  first: { openid: string; relation: Relation; standing: Standing },
): ChildDocument {
  return {
    _id: id,
    nickname: sealNickname(id, facts.nickname),
    birth: sealBirth(id, facts.birthYear, facts.birthMonth),
    schoolId: at.school?._id,
    schoolName: at.school?.name,
    township: at.township,
    circle: [{ ...first, since: at.now }],
    consents: [],
    // Nobody has been there yet: the child director sees it first.
    visitDue: '',
    confirmed: false,
    upcoming: [],
    bookings: 0,
    rev: 1,
    createdAt: at.now,
  };
}
