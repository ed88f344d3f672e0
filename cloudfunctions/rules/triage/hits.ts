import { concepts } from './concepts';
import { exclusions } from './exclusions';
import type { Question } from './rule';

/** A passage that a rule reads in folded text, `[start, end)`. */
export interface Hit {
  /** The place of the rule among all rules: its own weight in the model. */
  index: number;
  rule: string;
  concept: string;
  level: 1 | 2 | 3;
  ask: Question | undefined;
  /** So plain that it decides by itself. */
  plain: boolean;
  start: number;
  end: number;
}

/** Stands for a passage that is harmless; no rule reads it. */
export const blank = '□';

const excluded = exclusions.map((pattern) => new RegExp(pattern, 'g'));

/** Rules outside the concept `plain` that decide by themselves too. */
const plainest = [
  'suicide/says-no-wish-to-live',
  'emergency/in-the-water',
  'missing/out-all-night',
];

/** Every rule, in the order in which the weights know them. */
export const rules = concepts
  .flatMap(({ concept, rules: ofConcept }) =>
    ofConcept.map(([id, level, pattern, ask]) => ({
      rule: `${concept}/${id}`,
      concept,
      level,
      ask,
      plain: concept === 'plain' || plainest.includes(`${concept}/${id}`),
      pattern: new RegExp(pattern, 'g'),
    })),
  )
  .map((rule, index) => ({ ...rule, index }));

/** Folded text with what is known to be harmless blanked, character by character. */
export function blankHarmless(text: string): string {
  return excluded.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => blank.repeat(found.length)),
    text,
  );
}

/** Everything that the rules read in a text that `blankHarmless` has been through. */
export function hitsIn(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { pattern, ...rule } of rules) {
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      hits.push({ ...rule, start: found.index, end: found.index + found[0].length });
    }
  }
  return hits;
}
