/** Starts the local cloud with the project's own functions, collections, keys and demonstration. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { collections } from '../../cloudfunctions/platform/collections';
import { sdkEnvironment, startLocalCloud, type LocalCloud } from '../../local-cloud';
import { countyCode } from '../../demo/county/townships';
import { demoTemplates, demoTemplateSetting } from '../../demo/push-templates';
import { readKeyRing } from './key-ring';
import { root } from './root';

export { newKeyRing } from './key-ring';

export const seeds = ['demo', 'full', 'none'] as const;
export type Seed = (typeof seeds)[number];

export interface Options {
  port: number;
  dataDir: string;
  seed: Seed;
  /** Serve the browser preview as well. */
  preview: boolean;
  log?: (line: Record<string, unknown>) => void;
  /** Told once, when nobody is there yet: the code with which the system can be claimed. */
  onSetupCode?: (code: string) => void;
}

/** Starts, seeds once, and makes the places of the coming days, as the timer would. */
export async function runLocalCloud(options: Options): Promise<LocalCloud> {
  const keyRing = readKeyRing(options.dataDir);
  // Of this start only: whoever has claimed the system needs it no more.
  const setupCode = randomBytes(9).toString('base64url');
  const cloud = await startLocalCloud({
    port: options.port,
    dataDir: options.dataDir,
    functionsDir: path.join(root, 'dist', 'cloudfunctions'),
    functionEnv: {
      XINQIAO_KEYRING: keyRing,
      XINQIAO_SETUP_CODE: setupCode,
      XINQIAO_COUNTY: countyCode,
      XINQIAO_TEMPLATES: demoTemplateSetting,
      // With made-up people, what is only for trying out may be shown (platform/demonstration.ts).
      ...(options.seed === 'none' ? {} : { XINQIAO_DEMONSTRATION: 'yes' }),
    },
    collections,
    templates: demoTemplates,
    ...(options.preview
      ? { staticDir: path.join(root, 'dist', 'h5'), previewDir: path.join(root, 'dist', 'preview') }
      : {}),
    warmInstances: 2,
    log: options.log ?? (() => undefined),
  });
  try {
    if (options.seed === 'none') options.onSetupCode?.(setupCode);
    else await seed(cloud.adminUrl, keyRing, options.seed);
    await cloud.runTimer('minute');
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
