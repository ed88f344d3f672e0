import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Longer than the slowest build: a lock this old was left behind by a test that was killed. */
const abandonedMs = 120_000;

/** Does something while no other of Jest's workers does it. */
export async function oneAtATime(name: string, act: () => Promise<void>): Promise<void> {
  const lock = path.join(os.tmpdir(), name);
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    await act();
  } finally {
    fs.rmdirSync(lock);
  }
}

/** Making a folder succeeds for one only. */
function take(lock: string): boolean {
  try {
    fs.mkdirSync(lock);
    return true;
  } catch {
    const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > abandonedMs) fs.rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
