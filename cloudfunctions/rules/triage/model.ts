import type { Hit } from './hits';

/**
 * The statistical part: how alarming a passage reads. Every character ends a few n-grams (with and
 * without particles, and with one left open), every rule that spoke is a feature too, and
 * each has a weight; so the words around a rule's passage (a lesson, a game, a film) can speak
 * against it. A text is as alarming as its most alarming passage: a long message hides nothing.
 * The weights come from `config/triage/train.ts`.
 */

/** Characters of a passage: a clause, so that what stands around cannot calm it, and three. */
const passageLengths = [12, 32];

/** Words that say how, not what. */
const particles = '的了呢啊吧嘛哦着过个都就也又还很好真老总太得地把给跟和是有在这那一些点儿';

/** Numbers of n-grams run to this; then come the levels, then the rules. */
const bits = 17;
const firstLevel = 1 << bits;
const firstRule = firstLevel + 4;

/** How many features there are with `rules` rules. */
export const featureCount = (rules: number) => firstRule + rules;

export type Weights = Readonly<Record<number, number>>;

export interface Table {
  weights: Weights;
  /** A passage above this is alarming. */
  threshold: number;
}

/** FNV-1a over the characters, folded. */
function numberOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  return (hash >>> 0) & (firstLevel - 1);
}

/** The n-grams that end at each character. */
function gramsOf(text: string): string[][] {
  let dense = '';
  return Array.from(text, (character, at) => {
    const grams: string[] = [];
    for (let size = 1; size <= 3 && size <= at + 1; size += 1) {
      grams.push(text.slice(at + 1 - size, at + 1));
    }
    if (particles.includes(character)) return grams;
    dense += character;
    const n = dense.length;
    if (n > 1) grams.push('~' + dense.slice(-2));
    if (n > 2) grams.push('~' + dense.slice(-3), dense.charAt(n - 3) + '_' + character);
    return grams;
  });
}

/** For each character of a folded text, the numbers of the features that end there. */
export function featuresOf(text: string, hits: readonly Hit[]): number[][] {
  const features = gramsOf(text).map((grams) => grams.map(numberOf));
  for (const { index, level, end } of hits) {
    features[end - 1]?.push(firstLevel + level, firstRule + index);
  }
  return features;
}

export interface Passage {
  start: number;
  end: number;
  score: number;
}

/** The most alarming passage, `[start, end)`. */
export function strongest(features: readonly number[][], weights: Weights): Passage {
  const alarms = features.map((here) =>
    here.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0),
  );
  let best: Passage = { start: 0, end: 0, score: -Infinity };
  for (const length of passageLengths) {
    let score = 0;
    for (let at = 0; at < alarms.length; at += 1) {
      score += alarms[at] ?? 0;
      const start = at + 1 - length;
      if (start > 0) score -= alarms[start - 1] ?? 0;
      const whole = at + 1 === alarms.length && start <= 0;
      if ((start >= 0 || whole) && score > best.score) {
        best = { start: Math.max(0, start), end: at + 1, score };
      }
    }
  }
  return best;
}

/** The most alarming passage, if it is above the table's threshold. */
export function alarming(text: string, hits: readonly Hit[], table: Table): Passage | undefined {
  const passage = strongest(featuresOf(text, hits), table.weights);
  return passage.score > table.threshold ? passage : undefined;
}
