/**
 * `npm run rotate-keys`: brings what is encrypted under a new key.
 * `-- --data DIR` for a local data folder; `-- --ring FILE` only writes the new ring, for an operator
 * to put into the functions' environment, whose job then does the rest.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { collections } from '../../cloudfunctions/platform/collections';
import { sdkEnvironment, startLocalCloud } from '../../local-cloud';
import { buildFunctions } from '../build-functions';
import {
  keyFileOf,
  newKeyRing,
  parseKeyRing,
  readKeyRing,
  withNewKey,
  writeKeyRing,
  type KeyRing,
} from './key-ring';
import { sentenceOf } from './options';
import { root } from './root';

const usage = 'Options: --data DIR (a local data folder) or --ring FILE (write a new ring).';
/** The job does two thousand documents a run. */
const runsAtMost = 1_000;
const DoneSchema = v.object({ valuesResealed: v.number() });

export interface Rotation {
  key: string;
  before: Record<string, number>;
  after: Record<string, number>;
  runs: number;
}

/** A rotation that was cut short is finished first: then no further key is made. */
export async function rotateFolder(
  dataDir: string,
  functionsDir = path.join(root, 'dist', 'cloudfunctions'),
): Promise<Rotation> {
  const file = keyFileOf(dataDir);
  if (!existsSync(file)) throw new Error(`There is no ${file}: is this a data folder? ${usage}`);
  let ring = parseKeyRing(readKeyRing(dataDir));
  const folder = { dataDir, functionsDir };
  const first = await withCloud({ ...folder, ring, port: 0 }, async ({ count, port }) => ({
    port,
    before: await count(),
  }));
  const { before, port } = first;
  if (isDone(before, ring)) {
    ring = withNewKey(ring);
    writeKeyRing(file, ring);
  }
  // The same port: the SDK keeps the address it was loaded with.
  return withCloud({ ...folder, ring, port }, async ({ count, runJob }) => {
    let runs = 0;
    for (;;) {
      const resealed = await runJob();
      runs += 1;
      if (resealed > 0) continue;
      const after = await count();
      if (isDone(after, ring)) return { key: ring.current, before, after, runs };
      if (runs > runsAtMost) throw new Error('Some values could not be read: see the log.');
    }
  });
}

const isDone = (counts: Record<string, number>, { current }: KeyRing) =>
  Object.entries(counts).every(([key, count]) => key === current || count === 0);

interface Work {
  port: number;
  count: () => Promise<Record<string, number>>;
  /** Answers how many values it brought under the current key. */
  runJob: () => Promise<number>;
}

async function withCloud<Result>(
  options: { dataDir: string; functionsDir: string; ring: KeyRing; port: number },
  work: (work: Work) => Promise<Result>,
): Promise<Result> {
  const { ring, ...folder } = options;
  const cloud = await startLocalCloud({
    ...folder,
    functionEnv: {
      XINQIAO_KEYRING: JSON.stringify(ring),
      NODE_PATH: path.join(root, 'node_modules'),
    },
    collections,
    timers: false,
    warmInstances: 0,
  });
  try {
    Object.assign(process.env, sdkEnvironment(cloud.adminUrl));
    // The SDK reads its environment when it is loaded: only now.
    const { Database } = await import('../../cloudfunctions/platform/database');
    const { countByKey } = await import('../../cloudfunctions/platform/rotate-keys');
    return await work({
      port: cloud.port,
      count: () => countByKey(new Database()),
      async runJob() {
        const answer = await cloud.runTimer('minute');
        if (!answer.ok) throw new Error(`The job failed: ${answer.errMsg}`);
        return v.parse(DoneSchema, answer.result).valuesResealed;
      },
    });
  } finally {
    await cloud.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, ring: { type: 'string' } } });
  if (values.ring !== undefined) {
    const { XINQIAO_KEYRING: present } = process.env;
    const ring = present ? withNewKey(parseKeyRing(present)) : parseKeyRing(newKeyRing());
    if (existsSync(values.ring)) throw new Error(`${values.ring} is there already.`);
    writeKeyRing(values.ring, ring);
    console.log(
      `${values.ring}: ${Object.keys(ring.keys).join(', ')}; ${ring.current} is current. ` +
        `Put it into XINQIAO_KEYRING of every function, then delete the file.`,
    );
    return;
  }
  if (values.data === undefined) throw new Error(usage);
  await buildFunctions();
  const { key, before, after, runs } = await rotateFolder(path.resolve(values.data));
  console.log(`before: ${JSON.stringify(before)}`);
  console.log(`after:  ${JSON.stringify(after)}  (${key} is current; ${runs} runs of the job)`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  });
}
