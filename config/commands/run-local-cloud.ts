/** Starts the local cloud with the project's own functions, collections, keys and demonstration. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { collections } from '../../cloudfunctions/platform/collections';
import { sdkEnvironment, startLocalCloud, type LocalCloud } from '../../local-cloud';
import { root } from './root';

export const seeds = ['demo', 'full', 'none'] as const;
export type Seed = (typeof seeds)[number];

export interface Options {
  port: number;
  dataDir: string;
  seed: Seed;
  /** Serve the browser preview as well. */
  preview: boolean;
  log?: (line: Record<string, unknown>) => void;
}

/** Starts, seeds once, and makes the places of the coming days, as the timer would. */
export async function runLocalCloud(options: Options): Promise<LocalCloud> {
  const keyRing = readKeyRing(options.dataDir);
  const cloud = await startLocalCloud({
    port: options.port,
    dataDir: options.dataDir,
    functionsDir: path.join(root, 'dist', 'cloudfunctions'),
    functionEnv: { XINQIAO_KEYRING: keyRing },
    collections,
    ...(options.preview
      ? { staticDir: path.join(root, 'dist', 'h5'), previewDir: path.join(root, 'dist', 'preview') }
      : {}),
    warmInstances: 2,
    log: options.log ?? (() => undefined),
  });
  try {
    if (options.seed !== 'none') await seed(cloud.adminUrl, keyRing, options.seed);
    await cloud.runTimer('hourly');
  } catch (error) {
    await cloud.close();
    throw error;
  }
  return cloud;
}

/** Writes the fictional county through the real SDK; does nothing when it is there. */
async function seed(adminUrl: string, keyRing: string, size: 'demo' | 'full'): Promise<void> {
  Object.assign(process.env, sdkEnvironment(adminUrl), { XINQIAO_KEYRING: keyRing });
  // The SDK reads its environment when it is loaded: only now.
  const { seedDemo } = await import('../../demo/seed');
  const { mulberry32 } = await import('../../demo/random');
  await seedDemo({ now: Date.now(), size, random: mulberry32(1) });
}

const KeyFileSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.parseJson(),
  v.transform((ring) => JSON.stringify(ring)),
);

/**
 * The keys of the fields of this data folder, made at its first start. They lie beside the data,
 * which is fine for fictional people on one's own machine and for nothing else.
 */
function readKeyRing(dataDir: string): string {
  if (dataDir === ':memory:') return newKeyRing();
  const file = path.join(dataDir, 'keys.json');
  try {
    if (existsSync(file)) return v.parse(KeyFileSchema, readFileSync(file, 'utf8'));
    mkdirSync(dataDir, { recursive: true });
    const ring = newKeyRing();
    writeFileSync(file, ring, { mode: 0o600 });
    return ring;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder ${dataDir} cannot be used (${reason}). Choose another one with --data DIR.`,
      { cause: error },
    );
  }
}

export function newKeyRing(): string {
  const key = () => randomBytes(32).toString('base64');
  return JSON.stringify({ current: 'k1', keys: { k1: key() }, index: key() });
}
