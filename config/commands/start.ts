/** `npm start`: everything there is to see, at one address. */
import { buildFunctions } from '../build-functions';
import { buildPreview } from './build-preview';
import { readOptions, sentenceOf } from './options';
import { runLocalCloud } from './run-local-cloud';
import { stopWith } from './stop-with';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const began = Date.now();
  console.log('Building 心桥 …');
  await Promise.all([buildFunctions(), buildPreview()]);
  const cloud = await runLocalCloud({
    ...options,
    preview: true,
    onSetupCode: (code) => console.log(`\n  Set-up code of the first administrator: ${code}`),
  });
  stopWith(cloud);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  console.log(`
  心桥 XinQiao runs (${seconds} s). Open this address in a browser:

      ${cloud.url}/

  Two phones stand side by side: a grandmother and her counsellor.
  The county is fictional. Data: ${options.dataDir}
  Stop with Ctrl-C.
`);
}

main().catch((error: unknown) => {
  console.error(`\n${sentenceOf(error)}\n`);
  process.exit(1);
});
