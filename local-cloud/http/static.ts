/** The preview's own pages. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { HttpRefusal } from './guard';
import { sendBytes, typeOf } from './reply';

/** Serves a file of `folder`; a folder's index.html for the folder. Throws 404, also for what lies outside. */
export function serveStatic(response: ServerResponse, folder: string, path: string): void {
  let file: string;
  try {
    const root = realpathSync(folder);
    file = realpathSync(join(root, path));
    if (statSync(file).isDirectory()) file = realpathSync(join(file, 'index.html'));
    // After links are followed, so that none leads out.
    if (!file.startsWith(root + sep)) throw new HttpRefusal(404, 'not found');
  } catch {
    throw new HttpRefusal(404, 'not found');
  }
  sendBytes(response, readFileSync(file), typeOf(file));
}
