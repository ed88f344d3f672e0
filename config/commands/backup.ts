/**
 * `npm run backup -- --data DIR --out FOLDER`: everything in a local data folder, documents and files.
 * The keys are not in it: keep them elsewhere (docs/runbook.md).
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../backup/backup';
import { keptIn } from '../backup/kept-in';
import { withStore } from '../backup/local-store';
import { sentenceOf } from './options';

const usage = 'npm run backup -- --data DIR --out FOLDER';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
  if (values.data === undefined || values.out === undefined) throw new Error(usage);
  const out = path.resolve(values.out);
  const began = performance.now();
  const manifest = await withStore(keptIn(values.data), (store) => backUp(store, out, Date.now()));
  const documents = manifest.collections.reduce((sum, each) => sum + each.documents, 0);
  for (const { name, documents } of manifest.collections) {
    if (documents > 0) console.log(`${name.padEnd(18)} ${String(documents).padStart(7)}`);
  }
  const ms = Math.round(performance.now() - began);
  console.log(JSON.stringify({ backup: out, documents, files: manifest.files.length, ms }));
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
