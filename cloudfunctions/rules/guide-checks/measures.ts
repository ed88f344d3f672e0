import type { GuideText } from '@contract/guides';
import { commonCharacters } from './common-characters';

const common = new Set(commonCharacters);

/** What is read aloud of a guide: the headings and texts of its blocks. */
export const bodyOf = (guide: Pick<GuideText, 'blocks'>): string =>
  guide.blocks.map(({ title, text }) => `${title}\n${text}`).join('\n');

/** A part of a guide that has a place of its own at the desk. */
export type Place =
  | 'whole'
  | 'title'
  | 'purpose'
  | 'words'
  | 'question'
  | 'steps'
  | 'cards'
  | 'sources'
  | 'reviewers'
  | `block-${number}`;

/** Everything of a guide that a person reads or hears, sources apart, by where it stands. */
export function partsOf(guide: Checked): [place: Place, text: string][] {
  const { ask, answers } = guide.question;
  const said = answers.flatMap(({ text, explanation }) => [text, explanation]);
  const steps = guide.nextSteps.flatMap((step) => ('message' in step ? [step.message] : []));
  const cards = guide.cards.flatMap(({ title, text }) => [title, text]);
  const blocks = guide.blocks.map(({ title, text }, at): [Place, string] => [
    `block-${at}`,
    `${title}\n${text}`,
  ]);
  return [
    ['title', guide.title],
    ['purpose', guide.purpose],
    ...blocks,
    ['question', [ask, ...said].join('\n')],
    ['steps', steps.join('\n')],
    ['cards', cards.join('\n')],
  ];
}

export type Checked = Pick<
  GuideText,
  'title' | 'purpose' | 'blocks' | 'question' | 'nextSteps' | 'cards'
>;

export const everythingOf = (guide: Checked): string =>
  partsOf(guide)
    .map(([, text]) => text)
    .join('\n');

/** Characters of a text, blanks apart: marks are counted, as they take time to read aloud. */
export const lengthOf = (text: string): number => Array.from(text.replace(/\s/g, '')).length;

/** Characters in each sentence, marks apart. A line ends a sentence, as it ends a breath. */
export function sentenceLengths(text: string): number[] {
  return text
    .split(/[。！？；\n]/)
    .map((sentence) => (sentence.match(/[0-9A-Za-z\u00c0-\u024f\u3400-\u9fff]/g) ?? []).length)
    .filter((length) => length > 0);
}

/** The characters of a text that are not common, each as often as it stands there. */
export const rareCharacters = (text: string): string[] =>
  hanOf(text).filter((character) => !common.has(character));

/** Share of rare characters among all, between 0 and 1. */
export function rareShare(text: string): number {
  const all = hanOf(text).length;
  return all === 0 ? 0 : rareCharacters(text).length / all;
}

export const mean = (numbers: number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);

/** The smallest value that the given share (0 to 1) of all values does not exceed. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? 0;
}

const hanOf = (text: string) => text.match(/[\u3400-\u9fff]/g) ?? [];
