import type { ConsentState } from '@contract/enums';
import type { Respondent, ScreeningForm } from '@contract/screening';
import { consentState } from '@rules/consent';
import { ageAt } from '@rules/dates';
import { worksWith } from '@rules/posts';
import { countyOf } from '@rules/reach';
import { isScreeningAge, notBefore } from '@rules/screening';
import { childEntry } from '../../platform/allow';
import { signedIn, type Caller } from '../../platform/caller';
import type { ChildDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { memberOf } from '../family/circle';
import { openChild } from '../family/read-children';

/**
 * The county whose form the caller would fill in.
 * @throws ActionError NOT_FOUND for whoever cannot have to do with the child.
 */
export function countyOfForm(caller: Caller, childId: string, as: Respondent): string {
  const county =
    as === 'caregiver'
      ? childEntry(caller, childId)?.township
      : signedIn(caller).posts.find(({ role }) => role === 'teacher')?.county;
  if (county === undefined) throw new ActionError('NOT_FOUND');
  return countyOf(county);
}

/**
 * A child that the caller may answer about: an adult of its circle, or a teacher of its school.
 * @throws ActionError NOT_FOUND, the same whether the child is somebody else's or nobody's.
 */
export function answerable(
  child: ChildDocument | undefined,
  caller: Caller,
  as: Respondent,
): ChildDocument {
  if (as === 'caregiver') return memberOf(child, caller.openid).child;
  const teaches = (one: ChildDocument) =>
    signedIn(caller).posts.some((post) => post.role === 'teacher' && worksWith(post, one));
  if (!child || !teaches(child)) throw new ActionError('NOT_FOUND');
  return child;
}

/** Why the questions cannot be asked about a child now; undefined when they can. */
export type Hindrance =
  | { state: 'notOffered' }
  | { state: 'otherAge' }
  | { state: 'consent'; consent: ConsentState }
  | { state: 'done'; again: string };

/**
 * A guardian has agreed, not only a caregiver begun: figures about a child under 14 are sensitive
 * (PIPL 29, 31), and nobody has to wait for them to get help.
 */
export function hindranceOf(
  child: ChildDocument,
  { as, form, now }: { as: Respondent; form: ScreeningForm | undefined; now: number },
): Hindrance | undefined {
  if (!form) return { state: 'notOffered' };
  const { birthYear, birthMonth } = openChild(child);
  if (!isScreeningAge(ageAt(now, birthYear, birthMonth))) return { state: 'otherAge' };
  const consent = consentState(child.consents.find(({ purpose }) => purpose === 'screening'));
  if (consent !== 'given') return { state: 'consent', consent };
  const again = notBefore(child.screened?.[as], now);
  return again === undefined ? undefined : { state: 'done', again };
}
