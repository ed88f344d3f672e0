import { fewest, measures, townshipMeasures, type Measure } from '@contract/figure-names';
import { inTens, isEnough } from './small-numbers';

/**
 * What administrators are shown of what was counted, by the rule of rules/small-numbers:
 *
 * - What is counted are families, each once a month and once a quarter, however often it came: ten
 *   is never one family ten times. What cannot be counted so (guides heard, answers) is shown where ten
 *   families stand behind it (`behind`).
 * - Nothing but whole tens of a count is ever shown.
 * - What is shown of a longer time is the sum of what is shown of its months: it says nothing new.
 * - Counts by township are shown by quarter, and always without the county's first township (by its
 *   code: where the county has its seat). The months of the county and the townships of a quarter count
 *   the same things, so otherwise the one minus the other could come to a hidden number; the township
 *   that is never shown may always have taken up the difference. This depends on no number, so
 *   that nothing can be concluded from what is left out either.
 * - Only what is over is shown, and it does not change any more (rules/periods): no two answers
 *   about the same time differ by a child.
 *
 * tests/rules/figures.test.ts holds it: from all answers together every hidden number may still
 * have been zero, and may still have been seven.
 */
export { fewest, measures, townshipMeasures, type Measure };

export type Counts = Partial<Record<Measure, number>>;

/** What is not a number of families, and the families that have to stand behind it. */
const behind: Partial<Record<Measure, Measure>> = { heard: 'reached', answers: 'answered' };

/** Of these a county is short, one way or another. */
export const unmetMeasures = [
  'twoWeeks',
  'joined',
  'noTime',
  'tooFar',
] as const satisfies readonly Measure[];

/** One of these counts as it may be shown. */
export function shownCount(name: Measure, counts: Counts): number {
  const families = behind[name];
  if (families !== undefined && inTens(counts[families] ?? 0) === 0) return 0;
  return inTens(counts[name] ?? 0);
}

/** All of these counts as they may be shown. */
export const shownCounts = <Name extends Measure>(
  names: readonly Name[],
  counts: Counts,
): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, shownCount(name, counts)])) as Record<Name, number>;

/** The sum of what is shown of parts: at least so many. */
export function sumShown<Name extends Measure>(
  names: readonly Name[],
  parts: readonly Record<Name, number>[],
): Record<Name, number> {
  return Object.fromEntries(
    names.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]),
  ) as Record<Name, number>;
}

/** How often each whole value came up: days of waiting, or hours until an answer. */
export type Spread = Record<string, number>;

/** Longer than that is counted as that. */
export const longestCounted = 99;

export const spreadKey = (value: number): string =>
  String(Math.min(longestCounted, Math.max(0, Math.floor(value))));

/** The value in the middle; undefined for fewer than ten. */
export function medianOf(spread: Spread | undefined): number | undefined {
  const entries = Object.entries(spread ?? {})
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((one, other) => one.value - other.value);
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  if (!isEnough(total)) return undefined;
  let before = 0;
  for (const { value, count } of entries) {
    before += count;
    if (before * 2 >= total) return value;
  }
  return undefined;
}

/** Several spreads as one. */
export function addSpreads(spreads: readonly (Spread | undefined)[]): Spread {
  const sum: Spread = {};
  for (const spread of spreads) {
    for (const [value, count] of Object.entries(spread ?? {})) {
      sum[value] = (sum[value] ?? 0) + count;
    }
  }
  return sum;
}
