import { fold } from '../../cloudfunctions/rules/triage/fold';
import { blankHarmless, hitsIn, rules, type Hit } from '../../cloudfunctions/rules/triage/hits';
import {
  featureCount,
  featuresOf,
  gramsOf,
  lengthyPenalty,
  passageOf,
  shareOf,
} from '../../cloudfunctions/rules/triage/model';
import type { Level } from '../../cloudfunctions/rules/triage';
import type { Labelled } from './labelled';

/** What one table of weights is to tell apart: 1 or 0, and how much an example of each level counts. */
export type Head = Record<Level, { is: 0 | 1; weight: number }>;

export interface Fitted {
  weights: Float64Array;
  /** The score at which both are equally likely. */
  bias: number;
}

/** A message as the model meets it: the features that end at each character, one after the other. */
export interface Read {
  /** Where the features of a character begin; one more entry than characters. */
  from: Int32Array;
  features: Int32Array;
  hits: Hit[];
}

/** A message to learn from, as the model meets it. */
export interface Example extends Labelled {
  message: Read;
}

/** How large a table is made. */
export interface Size {
  /** Of the numbers of n-grams and words. */
  bits: number;
  /** What fewer messages than this have says nothing. */
  rare: number;
  /** At most so many n-grams and words have a weight. */
  keep: number;
  /** Descents, each with the messages in another order; their mean is kept. */
  descents: number;
}

const epochs = 8;
const firstEpochs = 5;
const step = 0.06;
const decay = 3e-3;
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

const known = new Map<string, Read>();

/** The features and hits as `triage` meets them. Read once for each text and number of bits. */
export function read(text: string, bits: number): Read {
  const key = `${bits} ${text}`;
  const before = known.get(key);
  if (before) return before;
  const folded = fold(text);
  const plain = blankHarmless(folded.text);
  const hits = hitsIn(plain);
  const at = featuresOf(plain, hits, folded, bits);
  const from = new Int32Array(at.length + 1);
  at.forEach((here, place) => (from[place + 1] = (from[place] ?? 0) + here.length));
  const found = { from, features: Int32Array.from(at.flat()), hits };
  known.set(key, found);
  return found;
}

/** How alarming a message reads with these weights, and from where to where. */
export function strongestIn({ from, features }: Read, weights: Float64Array) {
  const length = from.length - 1;
  const alarms = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    let alarm = 0;
    for (let next = from[at] ?? 0; next < (from[at + 1] ?? 0); next += 1) {
      alarm += weights[features[next] ?? 0] ?? 0;
    }
    alarms[at] = alarm;
  }
  return passageOf(alarms);
}

/** How far above the point where both are equally likely a message reads. */
export const scoreOf = (message: Read, { weights, bias }: Fitted) =>
  strongestIn(message, weights).score - bias;

/** What a rare feature says counts less when weights are chosen. */
const commonness = 0.25;

/**
 * The features whose weights are kept, 1 for each: all that are not rare, or, if those are too many,
 * the heaviest of a first, shorter descent. With fewer of them the others of a line grow, and what is
 * said in other words is noticed less.
 */
export function heaviest(
  examples: Example[],
  head: Head,
  { bits, rare, keep }: Size,
  seed: number,
): Uint8Array {
  const seen = new Uint32Array(featureCount(rules.length, bits));
  for (const { message } of examples) {
    for (const feature of new Set(message.features)) seen[feature] = (seen[feature] ?? 0) + 1;
  }
  const common = Uint8Array.from(seen, (count) => (count < rare ? 0 : 1));
  if (common.reduce((sum, one) => sum + one, 0) <= keep) return common;
  const { weights } = fit(examples, head, common, seed, firstEpochs);
  const heavy = weights.map((weight, at) => Math.abs(weight) * (seen[at] ?? 0) ** commonness);
  const least = Float64Array.from(heavy).sort().at(-keep) ?? 0;
  return Uint8Array.from(heavy, (weight, at) =>
    at >= gramsOf(bits) || (weight >= least && weight > 0) ? 1 : 0,
  );
}

/**
 * Logistic regression on the strongest passage, by AdaGrad, with the features that are `used`. The
 * same messages give the same weights.
 */
export function fit(
  examples: Example[],
  head: Head,
  used: Uint8Array,
  seed: number,
  rounds = epochs,
): Fitted {
  const random = seeded(seed);
  const weights = new Float64Array(used.length);
  const squares = new Float64Array(used.length);
  let bias = 0;
  const order = examples.map((_, index) => index);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const { is, weight: counts } = head[example.level];
      const { message } = example;
      if (message.from.length < 2) continue;
      const { start, end, score } = strongestIn(message, weights);
      const share = shareOf(end - start);
      const slope =
        (1 / (1 + Math.exp(bias - score - lengthyPenalty(message.from.length - 1))) - is) *
        counts *
        (example.weight ?? 1);
      for (let at = message.from[start] ?? 0; at < (message.from[end] ?? 0); at += 1) {
        const feature = message.features[at] ?? 0;
        if (!used[feature]) continue;
        const weight = weights[feature] ?? 0;
        const gradient = slope * share + decay * weight;
        const square = (squares[feature] ?? 0) + gradient * gradient;
        squares[feature] = square;
        weights[feature] = weight - (step * gradient) / (0.1 + Math.sqrt(square));
      }
      bias += step * 0.05 * slope;
    }
  }
  return { weights, bias };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
}

/** The mean of several descents, each with the messages in another order: chance counts less. */
export function fitOften(
  examples: Example[],
  head: Head,
  used: Uint8Array,
  descents: number,
  seed: number,
): Fitted {
  const weights = new Float64Array(used.length);
  let bias = 0;
  for (let turn = 0; turn < descents; turn += 1) {
    const one = fit(examples, head, used, seed + turn);
    one.weights.forEach((weight, place) => (weights[place] = (weights[place] ?? 0) + weight));
    bias += one.bias;
  }
  return { weights: weights.map((sum) => sum / descents), bias: bias / descents };
}
