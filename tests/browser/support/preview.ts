import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runLocalCloud } from '../../../config/commands/run-local-cloud';

/** What `npm start` runs, on a free port and with data of its own. */
export interface Preview {
  url: string;
  /** Sets the time of the cloud, ms, and lets the job do what is due by then. */
  setClock(moment: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts the seeded preview of what was built before the tests; `full` fills the lists with 500 records. */
export async function startPreview(seed: 'demo' | 'full' | 'none' = 'demo'): Promise<Preview> {
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
