/** Starting, stopping, and what can go wrong with the data. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { startLocalCloud, type LocalCloud } from '../../local-cloud/index';
import { NO_FUNCTIONS, admin, containing, failure, startCloud } from './helpers';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'start-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const collections = [
  { name: 'c', indexes: [{ name: 'n', fields: [['n', 1]] as [string, 1 | -1][] }] },
];
const insert = (cloud: LocalCloud, id: string) =>
  admin(cloud, 'database.insertDocument', {
    collectionName: 'c',
    data: [`{"_id":"${id}","n":"${id}"}`],
  });
const total = async (cloud: LocalCloud) =>
  (
    await admin(cloud, 'database.calculateDocument', {
      collectionName: 'c',
      query: '{"n":{"$gte":""}}',
    })
  ).data;

test('a port in use is said plainly', async () => {
  const first = await startCloud();
  const error = await failure(startCloud({ port: first.port }));
  expect(error).toMatchObject({ code: 'PORT_IN_USE', message: containing('--port') });
  await first.close();
});

test('data survives a restart, and indexes added later find it', async () => {
  const first = await startCloud({ dataDir: folder, collections: [{ name: 'c', indexes: [] }] });
  await insert(first, 'a');
  await first.close();
  const second = await startCloud({ dataDir: folder, collections, strictIndexes: true });
  expect(await total(second)).toEqual({ total: 1 });
  await second.close();
});

/** Changes the closed file as another version of the local cloud would have left it. */
function rewrite(...statements: string[]): void {
  const file = new Database(join(folder, 'database.sqlite'));
  for (const statement of statements) file.exec(statement);
  file.close();
}

test('a file whose indexes are of an older form is brought up to date', async () => {
  const first = await startCloud({ dataDir: folder, collections });
  await insert(first, 'a');
  await insert(first, 'b');
  await first.close();
  rewrite('DELETE FROM ix_1', 'PRAGMA user_version = 0');
  const second = await startCloud({ dataDir: folder, collections, strictIndexes: true });
  expect(await total(second)).toEqual({ total: 2 });
  await second.close();
});

test('a file of a newer version is left alone', async () => {
  await (await startCloud({ dataDir: folder, collections })).close();
  rewrite('PRAGMA user_version = 99');
  const error = await failure(startCloud({ dataDir: folder, collections }));
  expect(error).toMatchObject({ code: 'DATA_NEWER', message: containing('--data') });
});

test('a damaged data file is named, left as it is, and nothing else is started', async () => {
  const file = join(folder, 'database.sqlite');
  writeFileSync(file, 'this is not a database, '.repeat(500));
  const before = readFileSync(file, 'utf8');
  const error = await failure(startCloud({ dataDir: folder }));
  expect(error).toMatchObject({ code: 'DATA_DAMAGED', message: containing(file) });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('a file damaged in the middle is found at the start', async () => {
  const first = await startCloud({ dataDir: folder, collections });
  for (let i = 0; i < 300; i++) await insert(first, `id-${i}-${'x'.repeat(200)}`);
  await first.close();
  const file = join(folder, 'database.sqlite');
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 8192, bytes.length - 4096);
  writeFileSync(file, bytes);
  expect(await failure(startCloud({ dataDir: folder }))).toMatchObject({ code: 'DATA_DAMAGED' });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a data folder that cannot be written is named', async () => {
  writeFileSync(join(folder, 'file'), '');
  expect(await failure(startCloud({ dataDir: join(folder, 'file', 'data') }))).toMatchObject({
    code: 'DATA_UNWRITABLE',
    message: containing('--data'),
  });
});

test('a config.json that cannot be read is named', async () => {
  mkdirSync(join(folder, 'functions', 'f'), { recursive: true });
  writeFileSync(join(folder, 'functions', 'f', 'index.js'), '');
  writeFileSync(join(folder, 'functions', 'f', 'config.json'), '{"timeout": 600}');
  expect(await failure(startCloud({ functionsDir: join(folder, 'functions') }))).toMatchObject({
    code: 'FUNCTIONS_UNREADABLE',
    message: containing('config.json'),
  });
});

test('temporary data is gone after closing', async () => {
  let dataDir = '';
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: ':memory:',
    functionsDir: NO_FUNCTIONS,
    log: (line) => (dataDir = typeof line.dataDir === 'string' ? line.dataDir : dataDir),
  });
  expect(existsSync(dataDir)).toBe(true);
  await cloud.close();
  expect(existsSync(dataDir)).toBe(false);
});

describe('with a second process', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** Starts a server in a process of its own; resolves with its port. */
  const startProcess = (dataDir: string): Promise<{ child: ChildProcess; port: number }> => {
    const child = spawn(
      process.execPath,
      ['--require', require.resolve('tsx/cjs'), join(__dirname, 'fixtures', 'server.ts'), dataDir],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
      createInterface({ input: child.stdout }).once('line', (line) =>
        resolve({ child, port: Number(line) }),
      );
    });
  };
  const gone = (child: ChildProcess) => new Promise((resolve) => child.once('close', resolve));

  test('a second server on the same data is refused, and after kill -9 the data is free and complete', async () => {
    const { child, port } = await startProcess(folder);
    expect(await failure(startCloud({ dataDir: folder }))).toMatchObject({
      code: 'DATA_IN_USE',
      message: containing(`process ${child.pid}`),
    });
    const remote = { port } as LocalCloud;
    let answered = 0;
    for (let i = 0; i < 200; i++) {
      const sent = insert(remote, `k${i}`);
      if (i === 150) child.kill('SIGKILL');
      try {
        if ((await sent).data) answered++;
      } catch {
        break; // killed
      }
    }
    await gone(child);
    const again = await startCloud({ dataDir: folder, collections });
    const { total: kept } = (await total(again)) as { total: number };
    expect(kept).toBeGreaterThanOrEqual(answered);
    expect(kept).toBeLessThanOrEqual(answered + 1);
    expect(answered).toBeGreaterThanOrEqual(150);
    await again.close();
  });
});
