import type { Folded } from './fold';
import { blank, type Hit } from './hits';
import { meaningsIn } from './meanings';

/**
 * The statistical part: how alarming a passage reads. Every character ends a few n-grams (with and
 * without particles, and with one left open), every rule that spoke is a feature too, and
 * each has a weight; so the words around a rule's passage (a lesson, a game, a film) can speak
 * against it. A text is as alarming as its most alarming passage: a long message hides nothing.
 * The weights come from `config/triage/train.ts`.
 */

/** Characters of a passage. A longer message is as alarming as its most alarming passage. */
const long = 40;

/** A short text has few words to speak: each counts for more. Of a whole passage, each counts once. */
const bare = 4;
const usual = long + bare;
const shortness = 0.5;

/** A long text has many passages to be wrong in: for twice the length it must read more alarming by this. */
const lengthy = 0.3;
const lengthyFrom = 16;

/** Words that say how, not what. */
const particles = '的了呢啊吧嘛哦着过个都就也又还很好真老总太得地把给跟和是有在这那一些点儿';

/**
 * Features below this are n-grams and words, by number; then come the levels, then the rules. The
 * more bits, the fewer of them share a number.
 */
export const gramsOf = (bits: number) => 1 << bits;
const firstRule = 4;

/** How many features there are with `rules` rules. */
export const featureCount = (rules: number, bits: number) => gramsOf(bits) + firstRule + rules;

export interface Table {
  /** The weight of each n-gram and word is one of a few: a level, as a place in `sizes`. */
  levels: Uint8Array;
  sizes: readonly number[];
  /** The weights of levels and rules. */
  rules: readonly number[];
  /** A passage above this is alarming. */
  threshold: number;
}

/** Whether a person should look today, and whether now. */
export interface Tables {
  bits: number;
  today: Table;
  now: Table;
}

/** FNV-1a over the characters, folded. */
function numberOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** The n-grams that end at each character. */
function wordsOf(text: string): string[][] {
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

/** How near two words stand that say something together, and how many of them are looked at. */
const near = 14;
const neighbours = 5;

interface Token {
  name: string;
  /** Its last character in the folded text. */
  last: number;
}

/** Words with a meaning, rules that spoke and blanked passages, in the order in which they end. */
function tokensOf(text: string, hits: readonly Hit[], { plain, lasts }: Folded): Token[] {
  const tokens = meaningsIn(plain).map(({ name, end }): Token => {
    const last = lasts[end - 1] ?? 0;
    return { name: text.charAt(last) === blank ? blank + name : name, last };
  });
  for (const { concept, level, end } of hits) tokens.push({ name: concept + level, last: end - 1 });
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === blank && text.charAt(at + 1) !== blank) {
      tokens.push({ name: blank, last: at });
    }
  }
  return tokens.sort((a, b) => a.last - b.last || (a.name < b.name ? -1 : 1));
}

/**
 * For each character of a folded text (`blankHarmless` has been through it), the numbers of the
 * features that end there, for a table of so many `bits`.
 */
export function featuresOf(
  text: string,
  hits: readonly Hit[],
  folded: Folded,
  bits: number,
): number[][] {
  const first = gramsOf(bits);
  const number = (feature: string) => numberOf(feature) & (first - 1);
  const features = wordsOf(text).map((words) => words.map(number));
  for (const { index, level, end } of hits) {
    features[end - 1]?.push(first + level, first + firstRule + index);
  }
  for (const { spelling, last } of folded.spellings) {
    if (text.charAt(last) !== blank) features[last]?.push(number('=' + spelling));
  }
  const tokens = tokensOf(text, hits, folded);
  tokens.forEach(({ name, last }, place) => {
    const here = new Set([number('#' + name)]);
    for (let back = 1; back <= neighbours; back += 1) {
      const before = tokens[place - back];
      if (!before || last - before.last > near) break;
      here.add(number('#' + before.name + '>' + name));
    }
    features[last]?.push(...here);
  });
  return features;
}

export interface Passage {
  start: number;
  end: number;
  score: number;
}

/** How much a weight counts in a passage of so many characters. */
export const shareOf = (length: number) => Math.pow((length + bare) / usual, -shortness);

export const lengthyPenalty = (length: number) =>
  lengthy * Math.max(0, Math.log(length / lengthyFrom) / Math.LN2);

/** The most alarming passage of a text whose characters are so alarming. */
export function passageOf(alarms: ArrayLike<number>): Passage {
  let best: Passage = { start: 0, end: 0, score: -Infinity };
  let sum = 0;
  for (let at = 0; at < alarms.length; at += 1) {
    sum += (alarms[at] ?? 0) - (alarms[at - long] ?? 0);
    if (at + 1 < Math.min(long, alarms.length)) continue;
    const start = Math.max(0, at + 1 - long);
    const score = sum * shareOf(at + 1 - start);
    if (score > best.score) best = { start, end: at + 1, score };
  }
  return { ...best, score: best.score - lengthyPenalty(alarms.length) };
}

/** The most alarming passage, if it is above the table's threshold. */
export function alarming(
  features: readonly number[][],
  { levels, sizes, rules, threshold }: Table,
): Passage | undefined {
  const weightOf = (feature: number) =>
    (feature < levels.length ? sizes[levels[feature] ?? 0] : rules[feature - levels.length]) ?? 0;
  const found = passageOf(
    features.map((here) => here.reduce((sum, feature) => sum + weightOf(feature), 0)),
  );
  return found.score > threshold ? found : undefined;
}
