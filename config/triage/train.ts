/** `npm run triage:train`: writes the weights of triage from the training messages. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../commands/root';
import { makeWeights, trainingTexts } from './make-weights';

const texts = trainingTexts();
writeFileSync(
  path.join(root, 'cloudfunctions', 'rules', 'triage', 'weights.ts'),
  makeWeights(texts),
);
console.log(`weights.ts from ${texts.length} messages`);
