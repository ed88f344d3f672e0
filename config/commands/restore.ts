/**
 * `npm run restore -- --from FOLDER --data DIR`: puts a backup into a new local data folder and
 * compares it document by document. The ring of that time comes with it: `--keys FILE`.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withStore } from '../backup/local-store';
import { restore } from '../backup/restore';
import { keyFileOf, parseKeyRing, writeKeyRing } from './key-ring';
import { sentenceOf } from './options';

const usage = 'npm run restore -- --from FOLDER --data DIR [--keys FILE]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, data: { type: 'string' }, keys: { type: 'string' } },
  });
  if (values.from === undefined || values.data === undefined) throw new Error(usage);
  const from = path.resolve(values.from);
  const dataDir = path.resolve(values.data);
  const ring =
    values.keys === undefined ? undefined : parseKeyRing(readFileSync(values.keys, 'utf8'));
  const began = performance.now();
  const manifest = await withStore(dataDir, (store) => restore(store, from));
  if (ring) {
    if (existsSync(keyFileOf(dataDir))) throw new Error(`${keyFileOf(dataDir)} is there already.`);
    writeKeyRing(keyFileOf(dataDir), ring);
  }
  const documents = manifest.collections.reduce((sum, each) => sum + each.documents, 0);
  const ms = Math.round(performance.now() - began);
  console.log(
    JSON.stringify({ restored: dataDir, documents, files: manifest.files.length, equal: true, ms }),
  );
  if (!ring && !existsSync(keyFileOf(dataDir))) {
    console.log(`Without ${keyFileOf(dataDir)} nothing that is encrypted can be read.`);
  }
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
