import type { Consent } from '@contract/consent';
import type { Child } from '@contract/family';
import type { Purpose } from '@contract/enums';
import { readSaved, save } from '@/cloud/cache';
import { open } from './routes';

/**
 * What was agreed to, as the device knows it. The backend decides; this spares the family a form
 * that would be refused at its end.
 */

/** What a caregiver has begun counts until a parent decides (cloudfunctions/rules/consent.ts). */
export function isPermitted(consents: readonly Consent[], purpose: Purpose): boolean {
  const state = consents.find((one) => one.purpose === purpose)?.state;
  return state === 'given' || state === 'pending';
}

export function waitingPurposes(child: Pick<Child, 'consents'>): Purpose[] {
  return child.consents.filter(({ state }) => state === 'pending').map(({ purpose }) => purpose);
}

/** Agreed to, but to an older text: a parent reads the new one (PIPL 14). */
export function changedPurposes(child: Pick<Child, 'consents'>): Purpose[] {
  return child.consents.filter(({ state }) => state === 'outdated').map(({ purpose }) => purpose);
}

/** Purposes in a page's address. WeChat hands an address over as it is, so nothing may need encoding. */
export const purposeText = (purposes: readonly Purpose[]): string => purposes.join('.');

/** The children that the device knows of. */
export function knownChildren(): Child[] {
  return [
    ...(readSaved('account.home', {})?.data.children ?? []),
    ...(readSaved('family.listChildren', {})?.data.children ?? []),
  ];
}

/** Which of these children I decide for and have not agreed to booking for yet. */
export function childToAgreeFor(children: Child[], childIds: string[]): string | undefined {
  return childIds.find((id) => {
    const child = children.find((one) => one.id === id);
    return child?.standing === 'guardian' && !isGiven(child);
  });
}

/** Which of these children nobody who decides has agreed to booking for, as far as is known. */
export function childNotAgreedFor(children: Child[], childIds: string[]): string | undefined {
  return childIds.find((id) => {
    const child = children.find((one) => one.id === id);
    return child === undefined || !isGiven(child);
  });
}

const isGiven = ({ consents }: Child) =>
  consents.some(({ purpose, state }) => purpose === 'booking' && state === 'given');

/** Whether to ask first. Unknown counts as agreed: the backend asks then. */
export function needsConsent(childId: string, purpose: Purpose): boolean {
  const child = knownChildren().find(({ id }) => id === childId);
  return child !== undefined && !isPermitted(child.consents, purpose);
}

/** Takes over what was just decided into every answer that the device keeps. */
export function noteConsents(childId: string, consents: Consent[]): void {
  const changed = (child: Child) => (child.id === childId ? { ...child, consents } : child);
  const home = readSaved('account.home', {});
  if (home) {
    const children = home.data.children.map(changed);
    save('account.home', {}, { ...home.data, children }, home.savedAt);
  }
  const list = readSaved('family.listChildren', {});
  if (list) {
    const children = list.data.children.map(changed);
    save('family.listChildren', {}, { ...list.data, children }, list.savedAt);
  }
  const shown = readSaved('family.showCircle', { childId });
  if (shown) {
    const data = { ...shown.data, child: changed(shown.data.child) };
    save('family.showCircle', { childId }, data, shown.savedAt);
  }
}

/** Notes a child that has just come, so that the next page knows it before the list is read anew. */
export function noteChild(child: Child): void {
  const home = readSaved('account.home', {});
  if (!home) return;
  const others = home.data.children.filter(({ id }) => id !== child.id);
  save('account.home', {}, { ...home.data, children: [...others, child] }, home.savedAt);
}

/**
 * Where a booking of this child begins: with what it is about, or with agreeing to it first.
 * `consents` where the page has them, which a page of a long list does not keep on the device.
 */
export function openBooking(
  childId: string,
  go: typeof open = open,
  consents?: readonly Consent[],
): void {
  const asks = consents ? !isPermitted(consents, 'booking') : needsConsent(childId, 'booking');
  if (asks) go('consent', { childId, for: 'booking', then: 'book' });
  else go('bookingWorry');
}
