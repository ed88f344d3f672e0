import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { grams } from '../../cloudfunctions/rules/triage/model';
import { levels, pack, packRow } from '../../cloudfunctions/rules/triage/packed';
import { root } from '../commands/root';
import { fit, heaviest, seeded, type Fitted, type Head } from './fit';
import { parseSentences, type Labelled } from './labelled';
import { templateTexts } from './templates';
import { variantsOf } from './variants';

const seed = 9;
const descents = 5;
/** N-grams and words with a weight: some 43 KB on the phone. */
const keep = 29_000;

/** Whether a person should look today, and whether now. Between the levels there is no sharp line. */
export const heads: Record<'today' | 'now', Head> = {
  today: {
    S0: { is: 0, weight: 1 },
    // May go either way: it teaches nothing here.
    S1: { is: 0, weight: 0 },
    S2: { is: 1, weight: 1 },
    S3: { is: 1, weight: 1 },
  },
  now: {
    S0: { is: 0, weight: 1 },
    S1: { is: 0, weight: 1 },
    S2: { is: 0, weight: 0.2 },
    S3: { is: 1, weight: 1 },
  },
};

/** How far above even chances a message is raised; chosen by `validate.ts`. */
export const margins = { today: 1.1, now: -1.3 };

const folder = path.join(__dirname, 'training');

/**
 * The plainest words must never be missed, and files that were written without choices are nearest to
 * what people write: they count twice.
 */
const twice = ['plain-', 'natural-', 'other-hand-', 'village-voices-'];

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
            (twice.some((start) => source.startsWith(start)) ? 2 : 1) / Math.sqrt(variants.length),
        }));
      }),
    );
  const told = new Set<string>();
  const once = written.filter(({ text }) => !told.has(text) && told.add(text));
  return [...once, ...templateTexts().map((text) => ({ ...text, weight: 0.3 }))];
}

const madeOf = [
  'cloudfunctions/rules/triage/concepts',
  'cloudfunctions/rules/triage/exclusions.ts',
  'cloudfunctions/rules/triage/fold.ts',
  'cloudfunctions/rules/triage/hits.ts',
  'cloudfunctions/rules/triage/meanings.ts',
  'cloudfunctions/rules/triage/model.ts',
  'cloudfunctions/rules/triage/packed.ts',
  'cloudfunctions/rules/triage/spellings.ts',
  'cloudfunctions/rules/triage/tables.ts',
  'cloudfunctions/rules/triage/vocabulary.ts',
  'config/triage/fit.ts',
  'config/triage/labelled.ts',
  'config/triage/make-weights.ts',
  'config/triage/templates.ts',
  'config/triage/variants.ts',
  'config/triage/training',
];

/**
 * A digest of the messages, rules and code that the weights come from: whether the weights are
 * of today is told without training. `npm run triage:train -- --check` trains and compares.
 */
export function whatWeightsAreMadeOf(): string {
  const hash = createHash('sha256');
  for (const name of madeOf) {
    const place = path.join(root, name);
    const files = statSync(place).isDirectory()
      ? readdirSync(place)
          .sort()
          .map((file) => path.join(place, file))
      : [place];
    for (const file of files) hash.update(path.basename(file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

export interface Rounded extends Fitted {
  /** What the levels mean, the least first. */
  sizes: number[];
  /** −4 to 4 for each n-gram and word. */
  at: Int8Array;
}

/** Weights of n-grams and words rounded to a few levels, those that lose the least; of rules to 0.01. */
export function rounded({ weights, bias }: Fitted): Rounded {
  const heavy = weights
    .slice(0, grams)
    .map(Math.abs)
    .filter((weight) => weight > 0)
    .sort();
  let sizes = Array.from(
    { length: levels },
    (_, at) => heavy[Math.floor(((at + 0.5) / levels) * heavy.length)] ?? 0,
  );
  const nearest = (weight: number) =>
    sizes.reduce(
      (best, size, at) =>
        Math.abs(size - weight) < Math.abs((sizes[best] ?? 0) - weight) ? at : best,
      0,
    );
  for (let turn = 0; turn < 40; turn += 1) {
    const sums = sizes.map(() => ({ sum: 0, count: 0 }));
    for (const weight of heavy) {
      const of = sums[nearest(weight)];
      if (of) Object.assign(of, { sum: of.sum + weight, count: of.count + 1 });
    }
    sizes = sums.map(({ sum, count }, at) => (count > 0 ? sum / count : (sizes[at] ?? 0)));
  }
  sizes = sizes.map((size) => Math.round(size * 1000) / 1000);
  const at = Int8Array.from(weights.slice(0, grams), (weight) =>
    weight === 0 ? 0 : Math.sign(weight) * (nearest(Math.abs(weight)) + 1),
  );
  const kept = weights.map((weight, place) =>
    place < grams
      ? Math.sign(at[place] ?? 0) * (sizes[Math.abs(at[place] ?? 0) - 1] ?? 0)
      : Math.round(weight * 100) / 100,
  );
  return { weights: kept, bias, sizes, at };
}

/** The mean of several descents, each with the messages in another order: chance counts less. */
function fitOften(texts: Labelled[], head: Head, used: Uint8Array): Fitted {
  const fitted = Array.from({ length: descents }, (_, turn) => fit(texts, head, used, seed + turn));
  const mean = (of: (one: Fitted) => number) =>
    fitted.reduce((sum, one) => sum + of(one), 0) / descents;
  return {
    weights: Float64Array.from(used, (_, place) => mean(({ weights }) => weights[place] ?? 0)),
    bias: mean(({ bias }) => bias),
  };
}

/** Both tables for these messages, with entries at the same places. */
export function fitBoth(texts: Labelled[]): Record<'today' | 'now', Rounded> {
  const used = heaviest(texts, heads.today, keep, seed);
  const today = rounded(fitOften(texts, heads.today, used));
  const places = used.map((is, place) => (place >= grams || today.at[place] !== 0 ? is : 0));
  return { today, now: rounded(fitOften(texts, heads.now, places)) };
}

/** The content of `cloudfunctions/rules/triage/weights.ts`. */
export function makeWeights(texts: Labelled[]): string {
  const { today, now } = fitBoth(texts);
  const table = (name: 'today' | 'now', { bias, sizes, weights }: Rounded, packed: string) => {
    const threshold = Math.round((bias + margins[name]) * 100) / 100;
    const ofRules = Array.from(weights.slice(grams)).join(', ');
    return `export const ${name} = {\n  threshold: ${threshold},\n  sizes: [${sizes.join(', ')}],\n  // prettier-ignore\n  rules: [${ofRules}],\n  packed:\n    '${packed}',\n};\n`;
  };
  const row = Array.from(now.at).filter((_, place) => today.at[place] !== 0);
  return `/** Written by \`npm run triage:train\`; see config/triage/README.md. Made of ${whatWeightsAreMadeOf()}. */\n${table('today', today, pack(today.at))}\n${table('now', now, packRow(row))}`;
}
