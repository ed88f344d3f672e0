import { fewest } from '@contract/figure-names';

/**
 * The one rule for numbers that are shown of people: figures of the county and the school, guides,
 * arrivals. In a village a small number is a child, and one hidden number can be reckoned from others
 * (differencing): from a sum and its other parts, from today and yesterday, from two pages that count
 * the same. To hide one to nine is not enough against that, and an exact "0" or "12" is what it is
 * done with. So, everywhere:
 *
 * 1. A count is shown in whole tens: 34 as "30", which says 30 to 39; less than ten as 0, which says
 *    0 to 9 ("少于10"). Nobody and a few look the same; what is left out of a list is less than ten.
 * 2. Only what is over is shown, by whole months, and it does not change any more: two looks at the
 *    same time never differ by somebody.
 * 3. A whole and all of its parts are never both shown. Of a longer time only the sum of what is
 *    shown of its months; of a county's townships all but the first (`shownTownships`), which may
 *    always have taken up the difference.
 *
 * It depends on no number whether something is hidden, so nothing follows from that either. Not under
 * it: the desk where somebody works with the families themselves (who waits, who has not read), what
 * a counsellor is paid by (`exactFromTen`), and the yearly audit, which is of the whole system and by
 * law exact (areas/reports/export-audit.ts). tests/rules/small-numbers.test.ts and figures.test.ts hold it.
 */
export const inTens = (count: number): number => Math.floor(Math.max(0, count) / fewest) * fewest;

/** The townships that are shown: all but the first by code. */
export const shownTownships = (codes: readonly string[]): string[] => [...codes].sort().slice(1);

/** Whether so many may be spoken of at all, as a middle value of theirs. */
export const isEnough = (count: number): boolean => count >= fewest;

/**
 * A count of a counsellor's own work in a settled quarter, which is paid by it and therefore exact:
 * from ten on, 0 below. It counts talks, not families.
 */
export const exactFromTen = (count: number): number => (isEnough(count) ? count : 0);
