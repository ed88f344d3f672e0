import type { GuideStatus, GuideText, Review, ReviewerCode } from '@contract/guides';
import type { StaffRole } from '@contract/enums';
import { missingSignatures, signedByTwo } from './guide-review';

/** What is done with a version of a guide at the desk. */
export type DeskStep =
  'write' | 'submit' | 'sign' | 'sendBack' | 'publish' | 'follow' | 'replace' | 'withdraw';

/**
 * What may be done in which state, and where it leads. Once it was submitted a version stays as it
 * is: to change it means that another version `follow`s it. A published one stays with the families
 * until the next is published, and is `replaced` then.
 */
export const deskSteps: Readonly<
  Record<GuideStatus, Readonly<Partial<Record<DeskStep, GuideStatus>>>>
> = {
  draft: { write: 'draft', submit: 'inReview', withdraw: 'withdrawn' },
  inReview: {
    sign: 'inReview',
    sendBack: 'needsChange',
    publish: 'published',
    withdraw: 'withdrawn',
  },
  needsChange: { follow: 'replaced', withdraw: 'withdrawn' },
  published: { follow: 'published', replace: 'replaced', withdraw: 'withdrawn' },
  expired: { follow: 'expired', replace: 'replaced', withdraw: 'withdrawn' },
  withdrawn: { follow: 'withdrawn' },
  replaced: {},
};

/** Where a step leads; undefined where it cannot be taken. */
export const afterStep = (status: GuideStatus, step: DeskStep): GuideStatus | undefined =>
  deskSteps[status][step];

const clinical: readonly ReviewerCode[] = ['P', 'C'];

/** Whom a version in review waits for: first those who know children's minds, then the place, then a publisher. */
export type Waiting = ReviewerCode | 'publisher';

export function waitsFor(
  guide: Pick<GuideText, 'reviewers'>,
  reviews: Review[],
): [Waiting, ...Waiting[]] {
  const missing = [...new Set(missingSignatures(guide, reviews))];
  const first = missing.filter((code) => clinical.includes(code));
  const [one = 'publisher', ...others] = first.length > 0 ? first : missing;
  return [one, ...others];
}

/** What is known of a version when somebody wants to sign or publish it. */
export interface Judged {
  status: GuideStatus;
  reviewers: ReviewerCode[];
  reviews: Review[];
  /** Who wrote it, and who has signed it: openids. */
  authors: readonly string[];
  signers: readonly string[];
}

/** The signatures that this person can give now. A second person signs: never who wrote it, and nobody twice. */
export function codesToSign(
  guide: Judged,
  who: { openid: string; codes: readonly ReviewerCode[] },
): ReviewerCode[] {
  if (afterStep(guide.status, 'sign') === undefined) return [];
  if (guide.authors.includes(who.openid) || guide.signers.includes(who.openid)) return [];
  return waitsFor(guide, guide.reviews).filter(
    (one): one is ReviewerCode => one !== 'publisher' && who.codes.includes(one),
  );
}

/** Whether this administrator may publish it: everybody has signed, two at least, and it is not their own. */
export function mayPublish(guide: Judged, openid: string): boolean {
  return (
    afterStep(guide.status, 'publish') !== undefined &&
    waitsFor(guide, guide.reviews)[0] === 'publisher' &&
    signedByTwo(guide.reviews, guide.signers) &&
    !guide.authors.includes(openid)
  );
}

/**
 * Whether this administrator may send it back: whenever it is in review, also when nobody is left
 * who could sign it.
 */
export const mayReturn = (guide: Judged, openid: string): boolean =>
  afterStep(guide.status, 'sendBack') !== undefined && !guide.authors.includes(openid);

/** Which signatures a post can be trusted with; an administrator says which of them it has. */
export const codesOfPost: Readonly<Record<StaffRole, readonly ReviewerCode[]>> = {
  counsellor: ['P', 'C', 'S', 'L', 'G'],
  director: ['S', 'G'],
  teacher: ['T'],
  admin: ['S', 'L'],
};
