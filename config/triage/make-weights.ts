import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pack } from '../../cloudfunctions/rules/triage/packed';
import { fit, type Head } from './fit';
import { parseSentences, type Labelled } from './labelled';

const seed = 9;
/** A weight is kept to this. */
const step = 0.05;

/** Whether a person should look today, and whether now. Between the levels there is no sharp line. */
const heads: Record<'urgent' | 'now', Head & { margin: number }> = {
  urgent: {
    keep: 6_000,
    margin: 1,
    target: {
      S0: { is: 0, weight: 1 },
      S1: { is: 0, weight: 0.3 },
      S2: { is: 1, weight: 1 },
      S3: { is: 1, weight: 1 },
    },
  },
  now: {
    keep: 2_500,
    margin: 0,
    target: {
      S0: { is: 0, weight: 1 },
      S1: { is: 0, weight: 1 },
      S2: { is: 0, weight: 0.4 },
      S3: { is: 1, weight: 1 },
    },
  },
};

const folder = path.join(__dirname, 'training');

/** Every training message, in the order of the files' names. */
export function trainingTexts(): Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseSentences(readFileSync(path.join(folder, name), 'utf8')));
}

/** The content of `cloudfunctions/rules/triage/weights.ts`. */
export function makeWeights(texts: Labelled[]): string {
  const tables = (['urgent', 'now'] as const).map((name) => {
    const { margin, ...head } = heads[name];
    const { weights, bias } = fit(texts, head, seed);
    const threshold = Math.round((bias + margin) * 100) / 100;
    return `export const ${name} = {\n  step: ${step},\n  threshold: ${threshold},\n  packed:\n    '${pack(weights, step)}',\n};\n`;
  });
  return `/** Written by \`npm run triage:train\`; see config/triage/README.md. */\n${tables.join('\n')}`;
}
