import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { root } from './root';
import { seeds, type Options } from './run-local-cloud';

export const usage =
  '--port N (default 8787, 0: any)  --data DIR (default .data/demo)  --seed demo|full|none (default demo)';

const PortSchema = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.maxValue(65535));

/** The command line of `npm start` and `npm run local-cloud`; throws a plain sentence. */
export function readOptions(argv: string[]): Omit<Options, 'preview'> {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: path.join(root, '.data', 'demo') },
      seed: { type: 'string', default: 'demo' },
    },
  });
  const port = v.safeParse(PortSchema, values.port);
  const seed = v.safeParse(v.picklist(seeds), values.seed);
  if (!port.success) throw new Error(`--port takes a number from 0 to 65535. Options: ${usage}`);
  if (!seed.success) throw new Error(`--seed takes ${seeds.join(', ')}. Options: ${usage}`);
  return { port: port.output, dataDir: path.resolve(values.data), seed: seed.output };
}

/** What to tell the person at the terminal: the sentence, without our own stack. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
