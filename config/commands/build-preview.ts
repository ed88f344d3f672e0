/** Builds the browser preview when its sources have changed since the last time. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrationPeople } from '../../demo/people';
import { root } from './root';

const sources = [
  'src',
  'cloudfunctions/contract',
  'cloudfunctions/rules',
  'config',
  'package-lock.json',
];
const builtFrom = path.join(root, 'dist', 'h5', '.built-from');

export async function buildPreview(): Promise<void> {
  writeShell();
  const fingerprint = fingerprintOf(sources.map((source) => path.join(root, source)));
  if (existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === fingerprint) return;
  await run(path.join(root, 'node_modules', '.bin', 'taro'), ['build', '--type', 'h5']);
  writeFileSync(builtFrom, fingerprint);
}

/** The page around the phones, with the demonstration people in it. */
function writeShell(): void {
  const out = path.join(root, 'dist', 'preview');
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(path.join(root, 'config', 'preview'))) {
    const text = readFileSync(path.join(root, 'config', 'preview', file), 'utf8');
    writeFileSync(
      path.join(out, file),
      text.replace('/* people */ []', JSON.stringify(demonstrationPeople)),
    );
  }
}

function fingerprintOf(places: string[]): string {
  const hash = createHash('sha256');
  const visit = (place: string) => {
    if (statSync(place).isDirectory()) {
      for (const name of readdirSync(place).sort()) visit(path.join(place, name));
    } else {
      hash.update(path.relative(root, place)).update(readFileSync(place));
    }
  };
  places.forEach(visit);
  return hash.digest('hex');
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines: Buffer[] = [];
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' });
    child.stdout.on('data', (chunk: Buffer) => lines.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => lines.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `${Buffer.concat(lines).toString()}\nThe preview could not be built (see above).`,
          ),
        );
    });
  });
}
