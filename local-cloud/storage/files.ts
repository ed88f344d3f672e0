/** Cloud storage: files kept under hashed names, reached through signed links that expire. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CloudError, invalidParam } from '../errors';

export const MAX_FILE_BYTES = 10 * 2 ** 20;
const MAX_PATH = 850;
const UPLOAD_SECONDS = 900;

/**
 * Throws INVALID_PARAM unless the path is one that WeChat Cloud accepts and that stays inside the storage.
 * `?`, `#` and `%` are refused too: the SDK encodes links itself and would break such a path.
 */
export function checkCloudPath(path: string): string {
  const bad = path === '' || path.length > MAX_PATH || /[\p{Cc}\\?#%]/u.test(path);
  if (bad || path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    throw invalidParam(`bad cloud path: ${JSON.stringify(path.slice(0, 100))}`);
  return path;
}

export class Files {
  /** Links do not outlive the process that made them. */
  private readonly secret = randomBytes(32);
  private readonly idPrefix: string;

  /** @param folder where the files are kept @param baseUrl of this server, asked for late because the port is known late */
  constructor(
    private readonly folder: string,
    env: string,
    private readonly baseUrl: () => string,
    private readonly now: () => number,
    /** May throw, as a full disk does. */
    private readonly onWrite: () => void = () => undefined,
  ) {
    this.idPrefix = `cloud://${env}.local-bucket/`;
  }

  /** Where and with what authorization a file may be put, for 15 minutes. Throws INVALID_PARAM. */
  permitUpload(path: string): { url: string; authorization: string; fileId: string } {
    checkCloudPath(path);
    const expires = this.seconds() + UPLOAD_SECONDS;
    return {
      url: `${this.baseUrl()}/cos/${urlPath(path)}`,
      authorization: `${expires}.${this.sign('put', path, expires)}`,
      fileId: this.idPrefix + path,
    };
  }

  mayUpload(path: string, authorization: string): boolean {
    const [expires = '', signature = ''] = authorization.split('.');
    return this.valid('put', path, expires, signature);
  }

  /** Stores a file and returns its id. Replaces an older one of the same path. Throws STORAGE_EXCEED_LIMIT or INVALID_PARAM. */
  put(path: string, content: Buffer): string {
    checkCloudPath(path);
    if (content.length > MAX_FILE_BYTES)
      throw new CloudError(
        'STORAGE_EXCEED_LIMIT',
        `a file can have at most ${MAX_FILE_BYTES} bytes`,
      );
    const place = this.place(path);
    mkdirSync(dirname(place), { recursive: true });
    this.onWrite();
    writeFileSync(`${place}.part`, content);
    renameSync(`${place}.part`, place);
    return this.idPrefix + path;
  }

  /** A link for `maxAge` seconds, not percent-encoded (the SDK does that), or null when there is no such file. */
  link(fileId: string, maxAge: number): string | null {
    const path = this.pathOf(fileId);
    if (path === null || !existsSync(this.place(path))) return null;
    const expires = this.seconds() + Math.floor(maxAge);
    return `${this.baseUrl()}/file/${path}?sign=${this.sign('get', path, expires)}&t=${expires}`;
  }

  /** The file behind a link; null when the link is not valid (any more) or the file is gone. */
  open(path: string, expires: string, signature: string): Buffer | null {
    if (!this.valid('get', path, expires, signature)) return null;
    const place = this.place(path);
    return existsSync(place) ? readFileSync(place) : null;
  }

  /** False when there was no such file. */
  remove(fileId: string): boolean {
    const path = this.pathOf(fileId);
    if (path === null || !existsSync(this.place(path))) return false;
    rmSync(this.place(path));
    return true;
  }

  private pathOf(fileId: string): string | null {
    return fileId.startsWith(this.idPrefix) ? fileId.slice(this.idPrefix.length) : null;
  }

  /** A hash as file name: no path can lead out of the folder, and case counts on every file system. */
  private place(path: string): string {
    const hash = createHash('sha256').update(path).digest('hex');
    return join(this.folder, hash.slice(0, 2), hash);
  }

  private seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  private sign(use: 'get' | 'put', path: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${use}\n${expires}\n${path}`).digest('hex');
  }

  private valid(use: 'get' | 'put', path: string, expires: string, signature: string): boolean {
    if (
      !/^\d{1,12}$/.test(expires) ||
      !/^[0-9a-f]{64}$/.test(signature) ||
      Number(expires) < this.seconds()
    )
      return false;
    return timingSafeEqual(
      Buffer.from(signature),
      Buffer.from(this.sign(use, path, Number(expires))),
    );
  }
}

const urlPath = (path: string) => path.split('/').map(encodeURIComponent).join('/');
