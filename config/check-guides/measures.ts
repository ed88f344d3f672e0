import fs from 'node:fs';
import path from 'node:path';
import type { GuideText } from '../../cloudfunctions/contract/guides';

/**
 * Characters that a pupil is to know by the end of the fourth year: the first part of 现代汉语常用字表
 * (1988; 2,500 characters, of which the copy at hand has 2,498). 义务教育语文课程标准 asks for "about
 * 2,500 common characters" by then, and guides are written for that level.
 */
const commonCharacters = new Set(
  fs.readFileSync(path.join(__dirname, 'common-characters.txt'), 'utf8').replace(/\s/g, ''),
);

/** What is read aloud of a guide: the headings and texts of its blocks. */
export const bodyOf = (guide: GuideText): string =>
  guide.blocks.map(({ title, text }) => `${title}\n${text}`).join('\n');

/** Everything of a guide that a person reads or hears, sources apart. */
export function everythingOf(guide: GuideText): string {
  const { ask, answers } = guide.question;
  const steps = guide.nextSteps.flatMap((step) => ('message' in step ? [step.message] : []));
  return [
    guide.title,
    guide.purpose,
    bodyOf(guide),
    ask,
    ...answers.flatMap(({ text, explanation }) => [text, explanation]),
    ...steps,
    ...guide.cards.flatMap(({ title, text }) => [title, text]),
  ].join('\n');
}

/** Characters of a text, blanks apart: marks are counted, as they take time to read aloud. */
export const lengthOf = (text: string): number => Array.from(text.replace(/\s/g, '')).length;

/** Characters in each sentence, marks apart. A line ends a sentence, as it ends a breath. */
export function sentenceLengths(text: string): number[] {
  return text
    .split(/[。！？；\n]/)
    .map((sentence) => Array.from(sentence.replace(/[\p{P}\p{S}\s]/gu, '')).length)
    .filter((length) => length > 0);
}

/** The characters of a text that are not common, each as often as it stands there. */
export const rareCharacters = (text: string): string[] =>
  hanOf(text).filter((character) => !commonCharacters.has(character));

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

const hanOf = (text: string) => text.match(/\p{Script=Han}/gu) ?? [];
