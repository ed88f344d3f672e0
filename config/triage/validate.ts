/**
 * `npx tsx config/triage/validate.ts [FOLDS]`: cross-validation with whole training files held out, and
 * the development sets against a model of all training files. For harmless messages raised at several
 * shares, what share of the urgent is noticed. `SCORES=FILE` writes each message with its score.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, scoreOf } from './fit';
import { parseSentences, type Labelled } from './labelled';
import { fitBoth, trainingTexts } from './make-weights';

interface Scored extends Labelled {
  today: number;
  now: number;
}

const folds = Number(process.argv[2] ?? 6);
const texts = trainingTexts();
const files = [...new Set(texts.map(({ source }) => source ?? ''))].filter(Boolean);
const sets = readdirSync(path.join(__dirname, 'development')).map((name) => ({
  name,
  texts: parseSentences(readFileSync(path.join(__dirname, 'development', name), 'utf8')),
}));

function scored(trained: Labelled[], asked: Labelled[]): Scored[] {
  const { today, now } = fitBoth(trained);
  return asked.map((one) => {
    const message = read(one.text);
    return { ...one, today: scoreOf(message, today), now: scoreOf(message, now) };
  });
}

function figuresOf(of: Scored[]): void {
  const sum = (some: Scored[]) => some.reduce((total, { weight = 1 }) => total + weight, 0);
  const rows = [];
  const harmless = of.filter(({ level }) => level === 'S0').sort((a, b) => b.today - a.today);
  const all = sum(harmless);
  const urgent = of.filter(({ level }) => level >= 'S2');
  const now = of.filter(({ level }) => level === 'S3');
  for (const share of [0.01, 0.02, 0.03, 0.05, 0.08]) {
    let raised = 0;
    let margin = Infinity;
    for (const { today, weight = 1 } of harmless) {
      raised += weight;
      if (raised > all * share) break;
      margin = today;
    }
    const noticed = (some: Scored[]) =>
      Math.round((sum(some.filter(({ today }) => today >= margin)) / sum(some)) * 1000) / 1000;
    rows.push({
      share,
      margin: Math.round(margin * 100) / 100,
      noticed: noticed(urgent),
      S3: noticed(now),
      S1: noticed(of.filter(({ level }) => level === 'S1')),
      ...Object.fromEntries(
        [-2, -1, 0].map((at) => [
          `now${at}`,
          Math.round(
            (sum(now.filter((one) => one.today >= margin && one.now >= at)) / sum(now)) * 1000,
          ) / 1000,
        ]),
      ),
    });
  }
  console.table(rows);
}

const out: Scored[] = [];
for (let fold = 0; fold < folds; fold += 1) {
  const held = new Set(files.filter((_, at) => at % folds === fold));
  out.push(
    ...scored(
      texts.filter(({ source }) => !held.has(source ?? '')),
      texts.filter(({ source }) => held.has(source ?? '')),
    ),
  );
}
if (folds > 0) {
  console.log('Files held out');
  figuresOf(out);
  console.log('Of these, those without choices');
  figuresOf(out.filter(({ source = '' }) => /^(natural|other|village)-/.test(source)));
}
const judged = scored(
  texts,
  sets.flatMap((set) => set.texts.map((text) => ({ ...text, source: set.name }))),
);
for (const { name } of sets) {
  console.log(`Development set ${name}`);
  figuresOf(judged.filter(({ source }) => source === name));
}
if (process.env.SCORES !== undefined) {
  writeFileSync(
    process.env.SCORES,
    [...out, ...judged].map((one) => JSON.stringify(one)).join('\n'),
  );
}
