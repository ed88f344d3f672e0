/**
 * `npx tsx config/triage/validate.ts [FOLDS | authors] [phone]`: of the cloud's table (or the phone's),
 * cross-validation with whole training files held out, or with all that one author wrote, and the
 * development sets against a model of all training files. For harmless messages raised at several
 * shares, what share of the urgent is noticed; in the last row, at the margins of today.
 * `SCORES=FILE` writes each message with its score.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, scoreOf } from './fit';
import { parseSentences, type Labelled } from './labelled';
import { fitBoth, models, type Side } from './make-weights';
import { trainingTexts } from './training-texts';

interface Scored extends Labelled {
  today: number;
  now: number;
}

const [, , asked = '6', on] = process.argv;
const side: Side = on === 'phone' ? 'phone' : 'cloud';
const texts = trainingTexts();
const files = [...new Set(texts.map(({ source }) => source ?? ''))].filter(Boolean);
const sets = readdirSync(path.join(__dirname, 'development')).map((name) => ({
  name,
  texts: parseSentences(readFileSync(path.join(__dirname, 'development', name), 'utf8')),
}));

function scored(trained: Labelled[], asked: Labelled[]): Scored[] {
  const { today, now } = fitBoth(trained, side);
  return asked.map((one) => {
    const message = read(one.text, models[side].bits);
    return { ...one, today: scoreOf(message, today), now: scoreOf(message, now) };
  });
}

const share = (part: number, all: number) => Math.round((part / all) * 1000) / 1000;
const sum = (some: Scored[]) => some.reduce((total, { weight = 1 }) => total + weight, 0);

/** The least margin at which no more of the harmless than this share is raised. */
function marginFor(harmless: Scored[], most: number): number {
  let raised = 0;
  let margin = Infinity;
  for (const { today, weight = 1 } of [...harmless].sort((a, b) => b.today - a.today)) {
    raised += weight;
    if (raised > sum(harmless) * most) break;
    margin = today;
  }
  return margin;
}

function figuresOf(of: Scored[]): void {
  const harmless = of.filter(({ level }) => level === 'S0');
  const urgent = of.filter(({ level }) => level >= 'S2');
  const now = of.filter(({ level }) => level === 'S3');
  const mild = of.filter(({ level }) => level === 'S1');
  const { today: chosen, now: atOnce } = models[side].margins;
  const margins = [0.01, 0.02, 0.03, 0.05, 0.08].map((most) => marginFor(harmless, most));
  console.table(
    [...margins, chosen].map((margin) => {
      const noticed = (some: Scored[]) =>
        share(sum(some.filter(({ today }) => today >= margin)), sum(some));
      const asNow = (at: number) =>
        share(sum(now.filter((one) => one.today >= margin && one.now >= at)), sum(now));
      return {
        raised: noticed(harmless),
        margin: Math.round(margin * 100) / 100,
        noticed: noticed(urgent),
        S3: noticed(now),
        S1: noticed(mild),
        ...Object.fromEntries([-2, atOnce, 0].map((at) => [`now${at}`, asNow(at)])),
      };
    }),
  );
}

/** Who wrote what: the beginnings of the files' names. What is left out here stays in training. */
const authors = [
  /^other-hand/,
  /^village-voices/,
  /^natural-(now|today)-(9|10)\.|^natural-harmless-1[23]\./,
  /^natural-(now|today)-[1-8]\.|^natural-harmless-([1-9]|1[01])\.|^messages\./,
  /^author-[a-f]\./,
  /^author-[g-k]\./,
  /^author-[l-p]\./,
  /^author-[q-v]\./,
  /^author-a[ac-f]\./,
  /^author-a[g-m]\./,
];

const ofSets = sets.flatMap((set) => set.texts.map((text) => ({ ...text, source: set.name })));
const count = asked === 'authors' ? authors.length : Number(asked);
const out: Scored[] = [];
for (let fold = 0; fold < count; fold += 1) {
  const isHeld = (source = '') =>
    asked === 'authors' ? authors[fold]?.test(source) : files.indexOf(source) % count === fold;
  const held = scored(
    texts.filter(({ source }) => !isHeld(source)),
    [...texts, ...(asked === 'authors' ? ofSets : [])].filter(({ source }) => isHeld(source)),
  );
  if (asked === 'authors') {
    console.log(`Held out: ${authors[fold]?.source}`);
    figuresOf(held);
  }
  out.push(...held);
}
if (count > 0) {
  console.log('All that were held out');
  figuresOf(out);
  console.log('Of these, those without choices');
  figuresOf(out.filter(({ source = '' }) => /^(natural|other|village|author)-/.test(source)));
}
const judged = scored(texts, ofSets);
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
