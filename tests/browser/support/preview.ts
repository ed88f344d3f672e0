import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildFunctions } from '../../../config/build-functions';
import { runLocalCloud } from '../../../config/commands/run-local-cloud';
import { oneAtATime } from './one-at-a-time';

/** What `npm start` runs, on a free port and with data of its own. */
export interface Preview {
  url: string;
  /** Sets the time of the cloud, ms, and lets the job do what is due by then. */
  setClock(moment: number): Promise<void>;
  close(): Promise<void>;
}

const root = path.resolve(__dirname, '..', '..', '..');

/** Builds what has changed and starts the seeded preview; `full` fills the lists with 500 records. */
export async function startPreview(seed: 'demo' | 'full' | 'none' = 'demo'): Promise<Preview> {
  await oneAtATime('xinqiao-browser-tests-build', build);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'xinqiao-browser-'));
  const cloud = await runLocalCloud({ port: 0, dataDir, seed, preview: true });
  return {
    url: cloud.url,
    setClock: async (moment) => {
      cloud.clock.set(moment);
      await cloud.runTimer('minute');
    },
    close: async () => {
      await cloud.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function build(): Promise<void> {
  await buildFunctions();
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  execFileSync(process.execPath, [tsx, 'config/build-h5.ts'], { cwd: root, stdio: 'inherit' });
}
