import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

/** What the mini program is made from. */
const SOURCES = [
  'src',
  'config/index.ts',
  'config/aria',
  'config/custom-tab-bar',
  'cloudfunctions/contract',
  'cloudfunctions/rules',
  'babel.config.js',
  'project.config.json',
  'package-lock.json',
];

/** Builds dist/weapp if it is missing or older than what it is made from. */
export function ensureBuilt(root: string): void {
  const marker = path.join(root, 'dist', 'weapp', 'app.json');
  const built = fs.existsSync(marker) ? fs.statSync(marker).mtimeMs : 0;
  const changed = Math.max(...SOURCES.map((name) => newest(path.join(root, name))));
  if (built >= changed) return;
  console.log(built === 0 ? 'dist/weapp is missing: building' : 'dist/weapp is stale: building');
  const { status } = spawnSync('npm', ['run', '--silent', 'build:weapp'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the build failed');
}

function newest(file: string): number {
  if (!fs.existsSync(file)) return 0;
  const stat = fs.statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    stat.mtimeMs,
    ...fs.readdirSync(file).map((name) => newest(path.join(file, name))),
  );
}
