import type { GuideText, Review, ReviewerCode } from '@contract/guides';
import { addMonths, dayOf } from './dates';

/** Two grandparents read a guide back in their own words; of the others one is enough. */
const signaturesNeeded = (code: ReviewerCode) => (code === 'G' ? 2 : 1);

/**
 * The signatures that a guide still lacks: one for each code, of different people for one code
 * (reference/domain/guides.md, "Reviewer codes").
 */
export function missingSignatures(
  guide: Pick<GuideText, 'reviewers'>,
  reviews: Review[],
): ReviewerCode[] {
  return guide.reviewers.flatMap((code) => {
    const own = reviews.filter((review) => review.code === code);
    const named = new Set(own.filter(({ readers }) => readers === undefined).map(nameOf));
    // Grandparents are counted, not named: one signature may stand for two who read it back, and
    // whoever read it with them may be called like somebody else. Nobody signs twice.
    const signed = own.reduce((sum, { readers = 0 }) => sum + readers, named.size);
    const lacking = Math.max(signaturesNeeded(code) - signed, 0);
    return Array.from({ length: lacking }, () => code);
  });
}

/**
 * Whether at least two people have signed: nobody publishes alone. Two may have one name; whoever
 * has no account any more is left in the name alone.
 */
export const signedByTwo = (reviews: Review[], signers: readonly string[] = []): boolean =>
  Math.max(new Set(reviews.map(nameOf)).size, new Set(signers).size) >= 2;

const nameOf = ({ name }: Review) => name;

/** The last day on which signatures count: so many months after the oldest of them. */
export function reviewDueDay(reviewMonths: number, reviews: Review[]): string | undefined {
  const [oldest] = reviews.map(({ day }) => day).sort();
  return oldest === undefined ? undefined : addMonths(oldest, reviewMonths);
}

/** Whether the signatures under a guide count no more at `now` (ms). */
export const hasExpired = (guide: { reviewDueDay?: string | undefined }, now: number): boolean =>
  guide.reviewDueDay === undefined || guide.reviewDueDay < dayOf(now);
