/** `npm run local-cloud`: WeChat Cloud on this machine with the project's functions, no preview. */
import { buildFunctions } from '../build-functions';
import { readOptions, sentenceOf } from './options';
import { runLocalCloud } from './run-local-cloud';
import { stopWith } from './stop-with';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  await buildFunctions();
  const cloud = await runLocalCloud({
    ...options,
    preview: false,
    onSetupCode: (code) => console.log(`set-up code: ${code}`),
    log: (line) => console.log(JSON.stringify(line)),
  });
  stopWith(cloud);
  console.log(`local cloud: ${cloud.url}  data: ${options.dataDir}`);
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exit(1);
});
