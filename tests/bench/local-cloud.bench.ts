import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { sdkEnvironment, startLocalCloud, type LocalCloud } from '../../local-cloud';
import type { Db, Sdk } from '../local-cloud/helpers';
import { openBareSqlite, type Row } from './support/bare-sqlite';
import { pace } from './support/pace';
import { table } from './support/table';

export const about =
  'Reads, writes, queries and transactions a second through the real SDK, beside bare SQLite; documents examined at 1,000 to 1,000,000 (sizes may be given).';

const regions = 100;
const insertedAtOnce = 500;
const timesEach = 2000;
/** People do not come one after the other. */
const callers = 20;
const operations = ['read', 'write', 'query', 'transaction'] as const;

type Rates = Record<(typeof operations)[number], number>;

export async function run(args: readonly string[]): Promise<boolean> {
  const sizes = args.length > 0 ? args.map(Number) : [1_000, 100_000, 1_000_000];
  if (!sizes.every((size) => size >= 1_000)) throw new Error('sizes are numbers from 1000');
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-bench-'));
  try {
    const examined: number[] = [];
    for (const size of sizes) examined.push(await runSize(size, path.join(folder, String(size))));
    // Flat: what is read does not depend on how much there is.
    const flat = new Set(examined).size === 1;
    if (!flat) console.error(`examined differs by size: ${examined.join(', ')}`);
    return flat;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSize(size: number, folder: string): Promise<number> {
  const rows = Array.from({ length: size }, (_, number) => rowOf(number));
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: folder,
    functionsDir: path.join(folder, 'none'),
    timers: false,
    strictIndexes: true,
    collections: [
      {
        name: 'slots',
        indexes: [{ name: 'find', fields: [['region', 1], ['start', 1]] }], // prettier-ignore
      },
    ],
  });
  const bare = openBareSqlite(path.join(folder, 'bare.sqlite'), rows);
  try {
    const database = await sdkDatabase(cloud);
    const insertsPerSecond = await fill(database, rows);
    const work = workOn(database, size);
    const one = await rates(1, work);
    const many = await rates(callers, work);
    const alone = await rates(1, {
      read: (turn) => bare.read(idOf(turn, size)),
      write: (turn) => bare.write(idOf(turn, size)),
      query: (turn) => bare.query(regionOf(turn), startOf(size / 2)),
      transaction: (turn) => bare.transfer(idOf(turn, size), idOf(turn + 1, size)),
    });
    const cost = await costOf(cloud, work);
    const documents = size.toLocaleString('en');
    console.log(`\n${documents} documents; a second, local cloud and SDK in one process`);
    console.log(
      table([
        ['', 'SDK, 1 caller', `SDK, ${callers} callers`, 'bare SQLite', 'examined', 'returned'],
        ...operations.map((name) => [name, one[name], many[name], alone[name], ...cost[name]]),
        ['insert', insertsPerSecond, '', '', '', ''],
      ]),
    );
    const machine = {
      cores: cpus().length,
      loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    };
    console.log(
      JSON.stringify({
        bench: 'local-cloud',
        documents: size,
        oneCaller: one,
        [`callers${callers}`]: many,
        bareSqlite: alone,
        insertsPerSecond,
        examinedAndReturned: cost,
        ...machine,
      }),
    );
    return operations.reduce((sum, name) => sum + cost[name][0], 0);
  } finally {
    bare.close();
    await cloud.close();
  }
}

const regionOf = (number: number) => `r${number % regions}`;
const startOf = (number: number) => 1_800_000_000_000 + number * 60_000;
/** Spread over the whole collection, and the same at every run. */
const idOf = (turn: number, size: number) => `s${(turn * 7919) % size}`;
const rowOf = (number: number): Row & Record<string, unknown> => ({
  _id: `s${number}`,
  region: regionOf(number),
  state: 'free',
  start: startOf(number),
  counsellorId: `counsellor-${number % 40}`,
  kind: 'schoolRoom',
});

async function sdkDatabase(cloud: LocalCloud): Promise<Db> {
  Object.assign(process.env, sdkEnvironment(cloud.adminUrl));
  // Its own types are loose.
  const sdk = (await import('wx-server-sdk')).default as unknown as Sdk;
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  return sdk.database();
}

async function fill(database: Db, rows: Row[]): Promise<number> {
  const batches = Math.ceil(rows.length / insertedAtOnce);
  const batchesPerSecond = await pace(batches, 2, (batch) => {
    const data = rows.slice(batch * insertedAtOnce, (batch + 1) * insertedAtOnce);
    return database.collection('slots').add({ data });
  });
  return batchesPerSecond * insertedAtOnce;
}

type Work = Record<keyof Rates, (turn: number) => unknown>;

function workOn(database: Db, size: number): Work {
  const slots = () => database.collection('slots');
  const { command } = database;
  return {
    read: (turn) => slots().doc(idOf(turn, size)).get(),
    write: (turn) =>
      slots()
        .doc(idOf(turn, size))
        .update({ data: { count: command.inc(1) } }),
    query: (turn) =>
      slots()
        .where({ region: regionOf(turn), start: command.gte(startOf(size / 2)) })
        .orderBy('start', 'asc')
        .limit(3)
        .get(),
    // Begin, two documents read and changed, commit: six round trips. Neighbouring turns touch other documents.
    transaction: async (turn) => {
      const transaction = await database.startTransaction();
      for (const id of [idOf(turn * 2, size), idOf(turn * 2 + 1, size)]) {
        const document = transaction.collection('slots').doc(id);
        await document.get();
        await document.update({ data: { count: command.inc(1) } });
      }
      await transaction.commit();
    },
  };
}

async function rates(howMany: number, work: Work): Promise<Rates> {
  const of = async (name: keyof Rates) => {
    await pace(200, howMany, work[name]); // compiled and warm
    return pace(name === 'transaction' ? timesEach / 4 : timesEach, howMany, work[name]);
  };
  return {
    read: await of('read'),
    write: await of('write'),
    query: await of('query'),
    transaction: await of('transaction'),
  };
}

/** Documents examined and returned by one operation of each kind, as the cloud itself counts them. */
async function costOf(
  cloud: LocalCloud,
  work: Work,
): Promise<Record<keyof Rates, [examined: number, returned: number]>> {
  const of = async (name: keyof Rates): Promise<[number, number]> => {
    cloud.resetStats();
    await work[name](11);
    const { examined, returned } = cloud.stats();
    return [examined, returned];
  };
  return {
    read: await of('read'),
    write: await of('write'),
    query: await of('query'),
    transaction: await of('transaction'),
  };
}
