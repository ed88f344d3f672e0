import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as fine from '../../cloudfunctions/rules/triage/cloud/packed';
import { gramsOf } from '../../cloudfunctions/rules/triage/model';
import { levels, pack, packRow } from '../../cloudfunctions/rules/triage/packed';
import { root } from '../commands/root';
import { fitOften, heaviest, read, type Fitted, type Head, type Size } from './fit';
import type { Labelled } from './labelled';
import { fewSizes, manySizes, rounded, type Rounded } from './rounding';

const seed = 9;

/** Whether a person should look today, and whether now. Between the levels there is no sharp line. */
export const heads: Record<'today' | 'now', Head> = {
  today: {
    S0: { is: 0, weight: 1 },
    // May go either way: just enough that not every worry is raised.
    S1: { is: 0, weight: 0.04 },
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

export type Side = 'phone' | 'cloud';

export const weightsFiles: Record<Side, string> = {
  phone: 'cloudfunctions/rules/triage/weights.ts',
  cloud: 'cloudfunctions/rules/triage/cloud/weights.ts',
};

interface Model extends Size {
  /** What the weights are rounded to. */
  sizesOf: (fitted: Fitted) => number[];
  /** Whether weights next to nothing are left out. */
  drops: boolean;
  /** How far above even chances a message is raised; chosen by `validate.ts`. */
  margins: Record<'today' | 'now', number>;
}

/** What the phone carries is some 43 KB; of the cloud's table, 1.5 MB. */
export const models: Record<Side, Model> = {
  phone: {
    ...{ bits: 18, rare: 3, keep: 28_900, descents: 5, drops: false },
    sizesOf: (fitted) => fewSizes(fitted, 18, levels),
    margins: { today: 0.9, now: -0.3 },
  },
  cloud: {
    ...{ bits: 22, rare: 2, keep: Infinity, descents: 6, drops: true },
    sizesOf: (fitted) => manySizes(fitted, 22, fine.levels),
    margins: { today: 0.45, now: -1.2 },
  },
};

const madeOf = [
  'cloudfunctions/rules/triage/cloud/packed.ts',
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
  'config/triage/rounding.ts',
  'config/triage/templates.ts',
  'config/triage/variants.ts',
  'config/triage/training',
  'config/triage/training-texts.ts',
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

/** Both tables for these messages, with entries at the same places. */
export function fitBoth(texts: Labelled[], side: Side): Record<'today' | 'now', Rounded> {
  const model = models[side];
  const { bits, descents, sizesOf, drops } = model;
  const examples = texts.map((one) => ({ ...one, message: read(one.text, bits) }));
  const table = (head: Head, used: Uint8Array) => {
    const fitted = fitOften(examples, head, used, descents, seed);
    return rounded(fitted, bits, sizesOf(fitted), drops);
  };
  const used = heaviest(examples, heads.today, model, seed);
  const today = table(heads.today, used);
  const places = used.map((is, place) =>
    place >= gramsOf(bits) || today.at[place] !== 0 ? is : 0,
  );
  return { today, now: table(heads.now, places) };
}

/** The content of `cloudfunctions/rules/triage/weights.ts`, or of the cloud's. */
export function makeWeights(texts: Labelled[], side: Side): string {
  const { today, now } = fitBoth(texts, side);
  const { bits, margins } = models[side];
  const placesOf = Array.from(today.at.keys()).filter((place) => today.at[place] !== 0);
  const rowOf = ({ at }: Rounded) => placesOf.map((place) => at[place] ?? 0);
  const table = (name: 'today' | 'now', { bias, sizes, weights }: Rounded, packed: string) => {
    const threshold = Math.round((bias + margins[name]) * 100) / 100;
    const ofRules = Array.from(weights.slice(gramsOf(bits))).join(', ');
    return `export const ${name} = {\n  threshold: ${threshold},\n  sizes: [${sizes.join(', ')}],\n  // prettier-ignore\n  rules: [${ofRules}],\n  packed:\n    '${packed}',\n};\n`;
  };
  const written = {
    phone: () => [table('today', today, pack(today.at)), table('now', now, packRow(rowOf(now)))],
    cloud: () => [
      table('today', today, fine.packLevels(rowOf(today))),
      table('now', now, fine.packLevels(rowOf(now))),
      `export const places =\n  '${fine.packPlaces(placesOf)}';\n`,
    ],
  };
  return [
    `/** Written by \`npm run triage:train\`; see config/triage/README.md. Made of ${whatWeightsAreMadeOf()}. */\nexport const bits = ${bits};\n`,
    ...written[side](),
  ].join('\n');
}
