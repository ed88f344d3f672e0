import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from '../browser/find';
import { buildFunctions } from '../build-functions';

const root = path.resolve(__dirname, '..', '..');

/**
 * Before the workers start, once for all of them: two that both find no browser would both install one
 * and meet at apt's lock, and what one worker builds anew another may be reading.
 */
export default async function beforeBrowserTests(): Promise<void> {
  findBrowser();
  await buildFunctions();
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  execFileSync(process.execPath, [tsx, 'config/build-h5.ts'], { cwd: root, stdio: 'inherit' });
}
