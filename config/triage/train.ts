/**
 * `npm run triage:train`: writes the weights of triage, the phone's and the cloud's, from the training
 * messages. `-- --check` writes nothing, and fails if the weights are others than those that training
 * makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../commands/root';
import { makeWeights, weightsFiles } from './make-weights';
import { trainingTexts } from './training-texts';

const texts = trainingTexts();
for (const side of ['phone', 'cloud'] as const) {
  const file = path.join(root, weightsFiles[side]);
  const made = makeWeights(texts, side);
  if (!process.argv.includes('--check')) writeFileSync(file, made);
  else if (readFileSync(file, 'utf8') !== made) {
    console.error(`${weightsFiles[side]} is not what training makes: npm run triage:train`);
    process.exitCode = 1;
  }
  console.log(`${weightsFiles[side]} from ${texts.length} messages`);
}
