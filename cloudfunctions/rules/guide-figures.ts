import { fewest } from '@contract/figure-names';

/** What is counted of one guide in one township. */
export interface Counts {
  heard: number;
  answered: number;
  right: number;
  contacts: number;
}
export const countKinds = ['heard', 'answered', 'right', 'contacts'] as const;
export type CountKind = (typeof countKinds)[number];

/** A number as it may be shown: 0, or at least ten; undefined hides one to nine. */
export const shownCount = (count: number): number | undefined =>
  count === 0 || count >= fewest ? count : undefined;

/**
 * The sum as it may be shown: not where it would give away what is hidden, which it does when one
 * number alone is hidden, or when those that are hidden come to little.
 */
export function shownTotal(counts: readonly number[]): number | undefined {
  const hidden = counts.filter((count) => shownCount(count) === undefined);
  const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
  const gives = hidden.length === 1 || (hidden.length > 1 && sum(hidden) < fewest);
  return gives ? undefined : shownCount(sum(counts));
}
