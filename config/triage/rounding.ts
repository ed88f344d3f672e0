import { gramsOf } from '../../cloudfunctions/rules/triage/model';
import type { Fitted } from './fit';

export interface Rounded extends Fitted {
  /** What the levels mean, the least first. */
  sizes: number[];
  /** The level of each n-gram and word: below 0 for weights below nothing, 0 for none. */
  at: Int8Array;
}

const magnitudes = ({ weights }: Fitted, bits: number): Float64Array =>
  weights
    .slice(0, gramsOf(bits))
    .map(Math.abs)
    .filter((weight) => weight > 0)
    .sort();

const thousandth = (size: number) => Math.round(size * 1000) / 1000;

const nearestOf = (sizes: readonly number[], weight: number) =>
  sizes.reduce(
    (best, size, at) =>
      Math.abs(size - weight) < Math.abs((sizes[best] ?? 0) - weight) ? at : best,
    0,
  );

/** A few sizes, those that lose the least. */
export function fewSizes(fitted: Fitted, bits: number, levels: number): number[] {
  const heavy = magnitudes(fitted, bits);
  let sizes = Array.from(
    { length: levels },
    (_, at) => heavy[Math.floor(((at + 0.5) / levels) * heavy.length)] ?? 0,
  );
  for (let turn = 0; turn < 40; turn += 1) {
    const sums = sizes.map(() => ({ sum: 0, count: 0 }));
    for (const weight of heavy) {
      const of = sums[nearestOf(sizes, weight)];
      if (of) Object.assign(of, { sum: of.sum + weight, count: of.count + 1 });
    }
    sizes = sums.map(({ sum, count }, at) => (count > 0 ? sum / count : (sizes[at] ?? 0)));
  }
  return sizes.map(thousandth);
}

/** Many sizes up to the heaviest, finer for light weights. */
export function manySizes(fitted: Fitted, bits: number, levels: number): number[] {
  const most = magnitudes(fitted, bits).at(-1) ?? 0;
  return Array.from({ length: levels }, (_, at) => thousandth(most * ((at + 1) / levels) ** 2));
}

/**
 * Weights of n-grams and words rounded to the nearest of these sizes, of rules to 0.01. Where weights
 * are many, those nearer to nothing than to the least size are dropped.
 */
export function rounded(
  { weights, bias }: Fitted,
  bits: number,
  sizes: number[],
  drop: boolean,
): Rounded {
  const grams = gramsOf(bits);
  const least = drop ? (sizes[0] ?? 0) / 2 : 0;
  const at = Int8Array.from(weights.slice(0, grams), (weight) =>
    Math.abs(weight) <= least ? 0 : Math.sign(weight) * (nearestOf(sizes, Math.abs(weight)) + 1),
  );
  const kept = weights.map((weight, place) =>
    place < grams
      ? Math.sign(at[place] ?? 0) * (sizes[Math.abs(at[place] ?? 0) - 1] ?? 0)
      : Math.round(weight * 100) / 100,
  );
  return { weights: kept, bias, sizes, at };
}
