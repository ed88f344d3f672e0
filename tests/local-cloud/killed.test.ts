/**
 * `kill -9` of the server in the middle of transfers, twenty times: what was acknowledged is there,
 * nothing is there by half, and the sum never changes.
 */
import { buildSync } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type Db, sdkFor } from './helpers';
import { seeded, untilCommitted } from './retrying';

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f'];
const EACH = 1000;
const WORKERS = 4;
const KILLS = 20;

let folder: string;
let script: string;
let server: ChildProcess | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
  script = join(folder, 'server.cjs');
  // One file starts in a fraction of the time that twenty-one starts of the sources would take.
  buildSync({
    entryPoints: [join(__dirname, 'fixtures', 'bank-server.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    external: ['libsql'],
    logLevel: 'error',
  });
});
// The SDK complains for seconds, also after the test, about requests that the kill has cut off.
beforeAll(() => void (console.warn = () => undefined));
afterEach(() => server?.kill('SIGKILL'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await wait(3_100); // until the last of those complaints is due
});

async function start(): Promise<Db> {
  const child = spawn(process.execPath, [script, join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: join(__dirname, '..', '..', 'node_modules') },
  });
  server = child;
  const adminUrl = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  return sdkFor({ adminUrl }).database();
}

const kill = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.once('close', resolve);
    child.kill('SIGKILL');
  });

interface Transfer {
  _id: string;
  from: string;
  to: string;
  amount: number;
}

/** One transfer: two accounts and an entry about it, together. */
const transfer = (db: Db, random: () => number, { _id, from, to, amount }: Transfer) =>
  untilCommitted(db, random, async (t) => {
    const held = Number((await t.collection('accounts').doc(from).get()).data.n);
    await t
      .collection('accounts')
      .doc(from)
      .update({ data: { n: held - amount } });
    await t
      .collection('accounts')
      .doc(to)
      .update({ data: { n: db.command.inc(amount) } });
    await t.collection('entries').add({ data: { _id, from, to, amount } });
  });

/** Transfers until the server is gone; tells of each that was acknowledged. */
async function work(
  db: Db,
  name: string,
  seed: number,
  acknowledged: (id: string) => void,
): Promise<void> {
  const random = seeded(seed);
  for (let i = 0; ; i++) {
    const from = Math.floor(random() * ACCOUNTS.length);
    const to = (from + 1 + Math.floor(random() * (ACCOUNTS.length - 1))) % ACCOUNTS.length;
    const [_id, amount] = [`${name}-${i}`, 1 + Math.floor(random() * 50)];
    try {
      await transfer(db, random, {
        _id,
        from: ACCOUNTS[from] ?? '',
        to: ACCOUNTS[to] ?? '',
        amount,
      });
    } catch {
      return; // killed
    }
    acknowledged(_id);
  }
}

/** Everything that is stored, and whether the accounts are what the entries say. */
async function check(db: Db, acknowledged: Set<string>): Promise<number> {
  const accounts = (await db.collection('accounts').get()).data;
  const entries: Record<string, unknown>[] = [];
  for (let skip = 0; ; skip += 1000) {
    const { data } = await db.collection('entries').skip(skip).limit(1000).get();
    entries.push(...data);
    if (data.length < 1000) break;
  }
  const expected = new Map(ACCOUNTS.map((id) => [id, EACH]));
  for (const { from, to, amount } of entries) {
    expected.set(String(from), Number(expected.get(String(from))) - Number(amount));
    expected.set(String(to), Number(expected.get(String(to))) + Number(amount));
  }
  // No transfer is there by half: each account is exactly what the entries make of it.
  expect(Object.fromEntries(accounts.map(({ _id, n }) => [_id, n]))).toEqual(
    Object.fromEntries(expected),
  );
  expect(accounts.reduce((sum, { n }) => sum + Number(n), 0)).toBe(EACH * ACCOUNTS.length);
  const kept = new Set(entries.map(({ _id }) => String(_id)));
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  // The index agrees with the documents.
  expect(
    (
      await db
        .collection('accounts')
        .where({ n: db.command.gte(-1e9) })
        .count()
    ).total,
  ).toBe(ACCOUNTS.length);
  return kept.size;
}

test(`${KILLS} kills at random moments lose nothing that was acknowledged and leave nothing by half`, async () => {
  const random = seeded(20_261_124);
  const acknowledged = new Set<string>();
  let db = await start();
  for (const _id of ACCOUNTS) await db.collection('accounts').add({ data: { _id, n: EACH } });
  for (let round = 0; round < KILLS; round++) {
    const child = server;
    if (!child) throw new Error('no server');
    const enough = acknowledged.size + 1 + Math.floor(random() * 12);
    const pause = random() * 12;
    let reached = (): void => undefined;
    const moment = new Promise<void>((resolve) => (reached = resolve));
    const workers = Array.from({ length: WORKERS }, (_, w) =>
      work(db, `r${round}w${w}`, round * 100 + w, (id) => {
        acknowledged.add(id);
        if (acknowledged.size >= enough) reached();
      }),
    );
    await moment;
    await wait(pause);
    await kill(child);
    await Promise.all(workers);
    db = await start();
    const kept = await check(db, acknowledged);
    // A commit that was on its way may be there or not.
    expect(kept - acknowledged.size).toBeLessThanOrEqual(WORKERS * (round + 1));
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS);
}, 120_000);
