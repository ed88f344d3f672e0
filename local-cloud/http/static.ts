/** The preview's own pages. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { HttpRefusal } from './guard';
import { sendBytes, typeOf } from './reply';

/**
 * Serves a file of `folder`; a folder's index.html for the folder. What the browser has already is
 * not sent again: it is asked for at every opening of a page. Throws 404, also for what lies outside.
 */
export function serveStatic(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  path: string,
): void {
  let file: string;
  let etag: string;
  try {
    const root = realpathSync(folder);
    file = realpathSync(join(root, path));
    if (statSync(file).isDirectory()) file = realpathSync(join(file, 'index.html'));
    // After links are followed, so that none leads out.
    if (!file.startsWith(root + sep)) throw new HttpRefusal(404, 'not found');
    const { size, mtimeMs } = statSync(file);
    etag = `"${size.toString(36)}-${mtimeMs.toString(36)}"`;
  } catch {
    throw new HttpRefusal(404, 'not found');
  }
  if (request.headers['if-none-match'] === etag)
    return void response.writeHead(304, { etag, 'cache-control': 'no-cache' }).end();
  sendBytes(response, readFileSync(file), typeOf(file), { etag });
}
