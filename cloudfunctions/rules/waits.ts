import { dayMs } from './dates';
import { isEnough } from './small-numbers';

/** The value that so large a part of the others does not exceed; 0 for none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.ceil(part * sorted.length) - 1;
  return sorted[Math.max(0, at)] ?? 0;
}

/** How long they waited in the middle, whole days; undefined for fewer than ten of them. */
export function medianDays(
  settled: readonly { since: number; settledAt: number }[],
): number | undefined {
  if (!isEnough(settled.length)) return undefined;
  const waited = settled.map(({ since, settledAt }) => settledAt - since);
  return Math.round(percentile(waited, 0.5) / dayMs);
}
