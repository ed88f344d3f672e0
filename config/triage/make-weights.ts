import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pack } from '../../cloudfunctions/rules/triage/packed';
import { rules } from '../../cloudfunctions/rules/triage/hits';
import { fit, hitsOf, type Head } from './fit';
import { parseSentences, type Labelled } from './labelled';
import { templateTexts } from './templates';

const seed = 9;
/** A weight is kept to this. */
const step = 0.05;

/** Whether a person should look today, and whether now. Between the levels there is no sharp line. */
const heads: Record<'today' | 'now', Head & { margin: number }> = {
  today: {
    keep: 5_000,
    margin: 1.2,
    target: {
      S0: { is: 0, weight: 1 },
      S1: { is: 0, weight: 0.3 },
      S2: { is: 1, weight: 1 },
      S3: { is: 1, weight: 1 },
    },
  },
  now: {
    keep: 1_500,
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

/** Every training message: written by hand, then from templates. */
export function trainingTexts(): Labelled[] {
  const written = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseSentences(readFileSync(path.join(folder, name), 'utf8')));
  return [...written, ...templateTexts()];
}

/** Of eleven messages that set off a rule which is enough by itself, at most one is harmless. */
const urgentForOneHarmless = 10;

/**
 * Which rules are enough by themselves, whatever stands around them: those for S2 and S3 that hardly
 * any harmless hand-written message of the training set sets off. One character a rule.
 */
export function sureRules(texts: Labelled[]): string {
  const urgent = rules.map(() => 0);
  const harmless = rules.map(() => 0);
  for (const { text, level, category } of texts) {
    if (category.startsWith('template/')) continue;
    for (const index of new Set(hitsOf(text).map((hit) => hit.index))) {
      if (level === 'S0') harmless[index] = (harmless[index] ?? 0) + 1;
      if (level >= 'S2') urgent[index] = (urgent[index] ?? 0) + 1;
    }
  }
  return rules
    .map(({ level }, index) => {
      const sure = (harmless[index] ?? 0) * urgentForOneHarmless <= (urgent[index] ?? 0);
      return level > 1 && sure ? '1' : '0';
    })
    .join('');
}

/** The content of `cloudfunctions/rules/triage/weights.ts`. */
export function makeWeights(texts: Labelled[]): string {
  const tables = (['today', 'now'] as const).map((name) => {
    const { margin, ...head } = heads[name];
    const { weights, bias } = fit(texts, head, seed);
    const threshold = Math.round((bias + margin) * 100) / 100;
    return `export const ${name} = {\n  step: ${step},\n  threshold: ${threshold},\n  packed:\n    '${pack(weights, step)}',\n};\n`;
  });
  return `/** Written by \`npm run triage:train\`; see config/triage/README.md. */\nexport const sure = '${sureRules(texts)}';\n\n${tables.join('\n')}`;
}
