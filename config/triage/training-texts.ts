import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { seeded } from './fit';
import { parseSentences, type Labelled } from './labelled';
import { templateTexts } from './templates';
import { variantsOf } from './variants';

const seed = 9;
const folder = path.join(__dirname, 'training');

/**
 * How often a file counts. The plainest words must never be missed among so many others; files that
 * were written without choices are nearest to what people write.
 */
const counts: [start: string, times: number][] = [
  ['plain-', 8],
  ['natural-', 2],
  ['other-hand-', 2],
  ['village-voices-', 2],
  ['author-', 2],
];

/**
 * Every training message: written by hand, a few of each line with choices, then from templates. A
 * line with choices counts more than one without, but not as often as there are messages of it.
 */
export function trainingTexts(): Labelled[] {
  const random = seeded(seed);
  const written = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((source) =>
      parseSentences(readFileSync(path.join(folder, source), 'utf8')).flatMap((line) => {
        const variants = variantsOf(line.text, random);
        return variants.map((text) => ({
          ...line,
          text,
          source,
          weight:
            (counts.find(([start]) => source.startsWith(start))?.[1] ?? 1) /
            Math.sqrt(variants.length),
        }));
      }),
    );
  const told = new Set<string>();
  const once = written.filter(({ text }) => !told.has(text) && told.add(text));
  return [...once, ...templateTexts().map((text) => ({ ...text, weight: 0.3 }))];
}
