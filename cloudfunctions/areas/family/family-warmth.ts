import type { CallSide } from '@contract/enums';
import { limits } from '@contract/limits';
import type { Voice } from '@contract/shapes';
import { permits } from '@rules/consent';
import { addDays } from '@rules/dates';
import { children, type ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { home, openWarmth, sealWarmth, type Warmth } from '../../platform/warmth';
import { memberId, memberOf, openAway, type Adult } from './circle';

/** Writes it and raises the child's `rev`: the transaction depended on the circle. */
export function keepWarmth(
  transaction: Transaction,
  child: ChildDocument,
  warmth: Warmth,
): Promise<void> {
  const around = new Set(child.circle.map(({ openid }) => memberId(child._id, openid)));
  // What somebody said of their own week goes when they do.
  const busy = warmth.busy.filter(({ of }) => of === home || around.has(of));
  return transaction.update(children, child._id, {
    warmth: sealWarmth(child._id, { ...warmth, busy }),
    rev: command.inc(1),
  });
}

/**
 * The child and the caller's place in its family.
 * @throws ActionError NOT_FOUND when it is not the caller's, FORBIDDEN for whoever acts by proxy.
 */
export function familyMember(
  child: ChildDocument | undefined,
  openid: string,
): { child: ChildDocument; me: Adult; warmth: Warmth } {
  const found = memberOf(child, openid);
  if (found.me.standing === 'proxy') throw new ActionError('FORBIDDEN');
  return { ...found, warmth: openWarmth(found.child) };
}

/** The adults of the family, without those who act for it. */
export const familyAdults = ({ circle }: ChildDocument) =>
  circle.filter(({ standing }) => standing !== 'proxy');

/** On which end of the telephone an adult is: a parent is away unless the family has said otherwise. */
export function sideOf(child: ChildDocument, me: Adult): CallSide {
  if (me.standing !== 'guardian') return 'home';
  const who = openAway(child)?.who;
  if (who === 'nobody') return 'home';
  if (who === 'mother' || who === 'father') return me.relation === who ? 'away' : 'home';
  return child.circle.some(({ standing }) => standing !== 'guardian') ? 'away' : 'home';
}

/** @throws ActionError CONSENT_NEEDED when something was recorded and recordings are not agreed to. */
export function checkRecording(child: ChildDocument, voice: Voice | undefined): void {
  if (voice && !permits(child.consents, 'recordings')) throw new ActionError('CONSENT_NEEDED');
}

/** Those at home who have the child's corner on their phone; everybody else of the family when there is nobody. */
export function homeOpenids(child: ChildDocument, except: string): string[] {
  const others = familyAdults(child).filter(({ openid }) => openid !== except);
  const athome = others.filter((adult) => sideOf(child, adult) === 'home');
  return (athome.length > 0 ? athome : others).map(({ openid }) => openid);
}

/** The last four weeks, with this day in its place. */
export function withDay(days: Warmth['days'], day: Warmth['days'][number]): Warmth['days'] {
  const from = addDays(day.day, -limits.moodDaysKept);
  return [...days.filter((one) => one.day !== day.day && one.day > from), day].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );
}
