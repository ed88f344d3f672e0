import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { askThrough, callThrough, type Ask } from './bridge';
import type { CallFunction } from './wx-cloud';

/** The demonstration county in a local cloud of its own, with functions in real instances. */
export interface DemoCloud {
  /** The other end of `wx.cloud.callFunction`, as this person. */
  as(openid: string): CallFunction;
  ask: Ask;
  close(): Promise<void>;
}

const root = path.resolve(__dirname, '..', '..', '..');

/** Runs `npm run local-cloud`: a process beside this one, whose globals are those of a browser. */
export async function startDemoCloud(): Promise<DemoCloud> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'xinqiao-mini-program-'));
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const args = [tsx, 'config/commands/local-cloud.ts', '--port', '0', '--data', data];
  const child = spawn(process.execPath, args, { cwd: root });
  const url = await readUrl(child);
  const as = (openid: string) => callThrough(url, openid);
  return {
    as,
    ask: askThrough(url),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The address that the command prints once it serves. */
function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /^local cloud: (http:\S+)/m.exec(said);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the local cloud ended (${code}):\n${said}`)));
  });
}
