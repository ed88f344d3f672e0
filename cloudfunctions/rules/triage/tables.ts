import { rules } from './hits';
import { featureCount, grams, type Table } from './model';
import { unpack, unpackRow } from './packed';
import { now, today } from './weights';

/** What weights come as: a threshold, what the levels mean, and the weights of levels and rules. */
interface Head {
  threshold: number;
  sizes: readonly number[];
  rules: readonly number[];
}

const entries = unpack(today.packed);

function tableOf({ threshold, sizes, rules: ofRules }: Head, levelAt: readonly number[]): Table {
  const weights = new Float32Array(featureCount(rules.length));
  entries.forEach(({ place }, at) => {
    const level = levelAt[at] ?? 0;
    weights[place] = Math.sign(level) * (sizes[Math.abs(level) - 1] ?? 0);
  });
  weights.set(ofRules, grams);
  return { weights, threshold };
}

/** Both tables have entries at the same places. */
export const tables = {
  today: tableOf(
    today,
    entries.map(({ level }) => level),
  ),
  now: tableOf(now, unpackRow(now.packed)),
};
