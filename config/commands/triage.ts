/**
 * `npm run triage -- FILE.jsonl`: how the rules for free text do on labelled messages, by category
 * with the worst first: what the cloud says, whose word counts; `--phone`, what the phone shows at once.
 * `--explain` also shows, for each, which rule spoke and the words it read; `--wrong` only for the
 * wrong ones.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { triage, type Triage } from '../../cloudfunctions/rules/triage';
import { triageInCloud } from '../../cloudfunctions/rules/triage/cloud';
import { parseLines, type Labelled } from '../triage/labelled';
import { byCategory, confusion, explain, figures, isWrong, judgeAll } from '../triage/report';
import { triageBytes } from '../triage/bytes';
import { sentenceOf } from './options';

const usage = 'npm run triage -- FILE.jsonl [--phone] [--explain | --wrong]';

/** The mean time of a decision, in milliseconds, after a warm-up. */
function msPerText(texts: Labelled[], decide: (text: string) => Triage): number {
  for (const { text } of texts) decide(text);
  const start = performance.now();
  for (const { text } of texts) decide(text);
  return Math.round(((performance.now() - start) / Math.max(1, texts.length)) * 1000) / 1000;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      phone: { type: 'boolean' },
      explain: { type: 'boolean' },
      wrong: { type: 'boolean' },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error(usage);
  const texts = parseLines(readFileSync(file, 'utf8'));
  const side = values.phone ? 'phone' : 'cloud';
  const decide = values.phone ? (text: string) => triage(text) : triageInCloud;
  const judged = judgeAll(texts, decide);
  if (values.explain || values.wrong) {
    for (const one of judged) if (!values.wrong || isWrong(one)) console.log(explain(one));
  }
  console.table(byCategory(judged));
  console.log('Rows: as labelled. Columns: as found.');
  console.table(confusion(judged));
  console.log(
    JSON.stringify({
      side,
      ...figures(judged),
      msPerText: msPerText(texts, decide),
      bytes: (await triageBytes(side)).bytes,
    }),
  );
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
