/** Data that has gone missing or bad between two starts is said so, and left as it is. */
import { spawn } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { setTimeout as wait } from 'node:timers/promises';
import { containing, failure, sdkFor, startCloud } from './helpers';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'));
  file = join(folder, 'database.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const collections = [
  { name: 'c', indexes: [{ name: 'n', fields: [['n', 1]] as [string, 1 | -1][] }] },
];
const start = () => startCloud({ dataDir: folder, collections });
const contents = () =>
  readdirSync(folder)
    .filter((name) => name.startsWith('database'))
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

/** Fills the folder and closes it. */
async function fill(): Promise<void> {
  const cloud = await start();
  const c = sdkFor(cloud).database().collection('c');
  for (let n = 0; n < 20; n++) await c.add({ data: { _id: `id-${n}`, n, text: 'x'.repeat(500) } });
  await cloud.close();
}

/** Fills the folder by a server of its own, which is killed so long after the first half. */
async function fillAndKill(pauseMs: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--require', require.resolve('tsx/cjs'), join(__dirname, 'fixtures', 'server.ts'), folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const c = sdkFor({ adminUrl: `http://127.0.0.1:${port}/admin` })
    .database()
    .collection('c');
  for (let n = 0; n < 20; n++) {
    if (n === 10) await wait(pauseMs);
    await c.add({ data: { _id: `id-${n}`, n, text: 'x'.repeat(500) } });
  }
  await new Promise((resolve) => {
    child.once('close', resolve);
    child.kill('SIGKILL');
  });
}

async function refused(because: string): Promise<void> {
  const before = contents();
  for (let attempt = 0; attempt < 2; attempt++)
    expect(await failure(start())).toMatchObject({
      code: 'DATA_DAMAGED',
      message: containing(because),
    });
  expect(contents()).toEqual(before);
}

test('a file of 0 bytes, or none, where there was data', async () => {
  await fill();
  truncateSync(file, 0);
  await refused('missing or empty');
  rmSync(file);
  await refused('missing or empty');
});

test('after a kill everything is there; without the log nothing starts', async () => {
  await fillAndKill(0);
  rmSync(`${file}-wal`);
  await refused('is missing');
});

test('after a kill, an untouched folder opens with every document', async () => {
  await fillAndKill(0);
  const cloud = await start();
  expect((await sdkFor(cloud).database().collection('c').count()).total).toBe(20);
  await cloud.close();
  const again = await start();
  expect((await sdkFor(again).database().collection('c').count()).total).toBe(20);
  await again.close();
});

test('an older copy of the file under the mark of newer data', async () => {
  const cloud = await start();
  await cloud.close();
  const old = readFileSync(file);
  await fill();
  writeFileSync(file, old);
  await refused('changes it holds');
});

test('a damaged definition of an index', async () => {
  await fill();
  const db = new Database(file);
  db.exec(`UPDATE collection_index SET definition=replace(definition, '{', 'Z')`);
  db.close();
  await refused('cannot be read');
});

test('a SQLite file that somebody else has made', async () => {
  const db = new Database(file);
  db.exec('CREATE TABLE collection(a); CREATE TABLE notes(b)');
  db.close();
  await refused('not a file of the local cloud');
});

test('a damaged document is a fault of the server that says which', async () => {
  await fill();
  const db = new Database(file);
  db.exec(`UPDATE doc_1 SET body=replace(body, '{', 'Z') WHERE id LIKE '%id-7'`);
  db.close();
  const cloud = await start();
  const c = sdkFor(cloud).database().collection('c');
  for (const asked of [c.where({ n: 7 }).get(), c.doc('id-7').get()]) {
    const said = await failure(asked);
    expect(`${said.errMsg ?? ''}${said.message ?? ''}`).toMatch(/"c" with the _id id-7 is damaged/);
  }
  expect((await c.doc('id-8').get()).data.n).toBe(8);
  await cloud.close();
});
