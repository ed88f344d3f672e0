import { fold } from '../../cloudfunctions/rules/triage/fold';
import { blankHarmless, hitsIn, rules, type Hit } from '../../cloudfunctions/rules/triage/hits';
import { featureCount, featuresOf, strongest } from '../../cloudfunctions/rules/triage/model';
import type { Level } from '../../cloudfunctions/rules/triage';
import type { Labelled } from './labelled';

/** What one table of weights is to tell apart. */
export interface Head {
  /** How many weights are kept: the heaviest. */
  keep: number;
  /** 1 or 0, and how much an example of this level counts. */
  target: Record<Level, { is: 0 | 1; weight: number }>;
}

export interface Fitted {
  weights: Float64Array;
  /** The score at which both are equally likely. */
  bias: number;
}

interface Example {
  features: number[][];
  is: 0 | 1;
  weight: number;
}

const epochs = 20;
const step = 0.06;
/** What fewer messages than this have says nothing. */
const rare = 2;
const decay = 1e-3;

/** Mulberry32: the same seed gives the same numbers everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What the rules read in a message, before any weighing. */
export const hitsOf = (text: string): Hit[] => hitsIn(blankHarmless(fold(text).text));

/** The features as `triage` meets them. */
export function read(text: string): number[][] {
  return featuresOf(blankHarmless(fold(text).text), hitsOf(text));
}

/**
 * Each message, and again among harmless ones: the key sentence of a long message must count, and
 * much that is harmless must not add up to an alarm.
 */
export function withSurroundings(texts: Labelled[], random: () => number): Labelled[] {
  const harmless = texts.filter(({ level }) => level === 'S0');
  const some = () => harmless[Math.floor(random() * harmless.length)]?.text ?? '';
  return texts.flatMap((one) => [
    one,
    { ...one, text: [some(), one.text, ...(random() < 0.5 ? [some()] : [])].join('，') },
    ...(one.level === 'S0' ? [{ ...one, text: [some(), one.text, some()].join('，') }] : []),
  ]);
}

/** Logistic regression on the strongest passage, by AdaGrad. The same examples give the same weights. */
export function fit(texts: Labelled[], head: Head, seed: number): Fitted {
  const random = seeded(seed);
  const examples: Example[] = withSurroundings(texts, random).map(({ text, level }) => ({
    features: read(text),
    ...head.target[level],
  }));
  const seen = new Map<number, number>();
  for (const { text } of texts) {
    for (const feature of new Set(read(text).flat())) {
      seen.set(feature, (seen.get(feature) ?? 0) + 1);
    }
  }
  const weights = new Float64Array(featureCount(rules.length));
  const squares = new Float64Array(weights.length);
  let bias = 0;
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example || example.weight === 0 || example.features.length === 0) continue;
      const { start, end, score } = strongest(example.features, weights);
      const slope = (1 / (1 + Math.exp(bias - score)) - example.is) * example.weight;
      for (const feature of example.features.slice(start, end).flat()) {
        if ((seen.get(feature) ?? 0) < rare) continue;
        const weight = weights[feature] ?? 0;
        const gradient = slope + decay * weight;
        const square = (squares[feature] ?? 0) + gradient * gradient;
        squares[feature] = square;
        weights[feature] = weight - (step * gradient) / (0.1 + Math.sqrt(square));
      }
      bias += step * 0.05 * slope;
    }
  }
  return { weights: heaviest(weights, head.keep), bias };
}

function heaviest(weights: Float64Array, keep: number): Float64Array {
  const least = weights.map(Math.abs).sort().at(-keep) ?? 0;
  return weights.map((weight) => (Math.abs(weight) < least ? 0 : weight));
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
}
