/**
 * `npm run triage:train`: writes the weights of triage from the training messages. `-- --check`
 * writes nothing, and fails if the weights are others than those that training makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../commands/root';
import { makeWeights, trainingTexts } from './make-weights';

const file = path.join(root, 'cloudfunctions', 'rules', 'triage', 'weights.ts');
const texts = trainingTexts();
const made = makeWeights(texts);
if (!process.argv.includes('--check')) writeFileSync(file, made);
else if (readFileSync(file, 'utf8') !== made) {
  console.error('weights.ts is not what training makes: npm run triage:train');
  process.exitCode = 1;
}
console.log(`weights.ts from ${texts.length} messages`);
