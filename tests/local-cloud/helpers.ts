/** A local cloud for one test file, and the real SDK pointed at it. */
import { join } from 'node:path';
import { request } from 'node:http';
import {
  sdkEnvironment,
  startLocalCloud,
  type LocalCloud,
  type LocalCloudOptions,
} from '../../local-cloud/index';

export const FUNCTIONS = join(__dirname, 'fixtures', 'functions');
export const NO_FUNCTIONS = join(__dirname, 'fixtures', 'none');

/** Starts a cloud in a temporary folder; without functions unless asked. */
export function startCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  return startLocalCloud({
    port: 0,
    dataDir: ':memory:',
    functionsDir: NO_FUNCTIONS,
    timers: false,
    warmInstances: 0,
    ...options,
  });
}

/** The versions of the SDK in use in the wild, newest first; each is an exact pin in package.json. */
export const SDKS = [
  ['4.0.2', 'wx-server-sdk'],
  ['3.0.4', 'wx-server-sdk-3'],
  ['2.6.3', 'wx-server-sdk-2'],
] as const;
export type SdkPackage = (typeof SDKS)[number][1];

/** The unmodified SDK, talking to this cloud. */
export function sdkFor(
  cloud: Pick<LocalCloud, 'adminUrl'>,
  name: SdkPackage = 'wx-server-sdk',
): Sdk {
  Object.assign(process.env, sdkEnvironment(cloud.adminUrl));
  const sdk: Sdk = jest.requireActual(name);
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  return sdk;
}

/** What the tests use of wx-server-sdk, whose own types are loose. */
export interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(options?: { throwOnNotFound?: boolean }): Db;
  getWXContext(): { OPENID?: string; APPID?: string; ENV?: string; SOURCE?: string };
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>;
  getTempFileURL(options: {
    fileList: unknown[];
  }): Promise<{ fileList: { fileID: string; tempFileURL: string; status: number }[] }>;
  deleteFile(options: {
    fileList: string[];
  }): Promise<{ fileList: { fileID: string; status: number }[] }>;
}
export type Doc = Record<string, unknown> & { _id: string };
export interface Query {
  where(query: object): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  limit(n: number): Query;
  skip(n: number): Query;
  field(projection: object): Query;
  get(): Promise<{ data: Doc[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}
export interface DocRef {
  get(): Promise<{ data: Doc }>;
  set(options: { data: object }): Promise<{ stats: { created: number; updated: number } }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}
export interface Collection extends Query {
  doc(id: string | number): DocRef;
  add(options: { data: object }): Promise<{ _id: string; _ids?: string[] }>;
  aggregate(): Aggregate;
  watch?(options: object): unknown;
}
export interface Aggregate {
  match(query: object): Aggregate;
  group(spec: object): Aggregate;
  sort(spec: object): Aggregate;
  lookup(spec: object): Aggregate;
  geoNear(spec: object): Aggregate;
  limit(n: number): Aggregate;
  skip(n: number): Aggregate;
  project(spec: object): Aggregate;
  unwind(path: string): Aggregate;
  addFields(spec: object): Aggregate;
  count(name: string): Aggregate;
  facet(spec: object): Aggregate;
  end(): Promise<{ list: Record<string, unknown>[] }>;
}
export interface Transaction {
  collection(name: string): {
    doc(id: string | number): DocRef;
    add(options: { data: object }): Promise<{ _id: string }>;
    where?(query: object): Query;
  };
  commit(): Promise<void>;
  rollback(reason?: unknown): Promise<void>;
}
type Command = Record<
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'eq'
  | 'neq'
  | 'in'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'push'
  | 'pull'
  | 'addToSet'
  | 'set'
  | 'exists'
  | 'elemMatch'
  | 'rename'
  | 'nin'
  | 'all'
  | 'size'
  | 'not'
  | 'pullAll'
  | 'unshift'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects',
  (operand: unknown) => unknown
>;
export interface Db {
  command: Command & {
    or(...parts: unknown[]): object;
    and(...parts: unknown[]): object;
    nor(...parts: unknown[]): object;
    remove(): unknown;
    mod(divisor: number, remainder: number): unknown;
    pop(): unknown;
    shift(): unknown;
    aggregate: { sum(operand: unknown): unknown };
    project: { slice(operand: unknown): unknown; elemMatch(operand: unknown): unknown };
  };
  Geo: {
    Point(longitude: number, latitude: number): unknown;
    MultiPoint(points: unknown[]): unknown;
    LineString(points: unknown[]): unknown;
    Polygon(lines: unknown[]): unknown;
  };
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

export interface RawAnswer {
  status: number;
  body: string;
  etag: string | undefined;
}

/** A request with full control over its headers, Host included. */
export function raw(
  cloud: LocalCloud,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: cloud.port,
        method,
        path,
        headers: { 'content-length': Buffer.byteLength(body), ...headers },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            etag: response.headers.etag,
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** JSON that is an object. */
export function parseObject(text: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`no object: ${text}`);
  return Object.fromEntries(Object.entries(parsed));
}

/** For `toMatchObject`: Jest's own matchers are typed `any`. */
export const containing = (part: string): unknown => expect.stringContaining(part);
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** One request of the wire protocol, as JSON in and out. */
export async function admin(
  cloud: LocalCloud,
  action: string,
  body: object = {},
): Promise<Record<string, unknown>> {
  const answer = await raw(
    cloud,
    'POST',
    '/admin',
    { 'content-type': 'application/json' },
    JSON.stringify({ action, ...body }),
  );
  return parseObject(answer.body);
}

/** The error of a promise that must reject, with WeChat's fields. */
export async function failure(
  promise: Promise<unknown>,
): Promise<{ errCode?: number; errMsg?: string; code?: string; message?: string }> {
  try {
    await promise;
  } catch (thrown) {
    return thrown as { errCode?: number; errMsg?: string; code?: string; message?: string };
  }
  throw new Error('it did not fail');
}
