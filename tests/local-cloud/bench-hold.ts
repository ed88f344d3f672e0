/**
 * Bench: many people take a place at once, as `holdSlot` does (a document read, a conditional update,
 * for the losers one indexed range query), through forked instances and the real SDK.
 * Run: npx tsx tests/local-cloud/bench-hold.ts [callers] [contended|spread] [instances]
 * Prints one JSON object a line. All figures are of the local cloud, not of WeChat Cloud.
 */
import { join } from 'node:path';
import { startLocalCloud } from '../../local-cloud/index';

const NOW = 1_800_000_000_000;

async function main(): Promise<void> {
  const callers = Number(process.argv[2] ?? 200);
  const contended = (process.argv[3] ?? 'contended') === 'contended';
  const instances = Number(process.argv[4] ?? 4);
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: ':memory:',
    functionsDir: join(__dirname, 'fixtures', 'functions'),
    timers: false,
    maxInstances: instances,
    warmInstances: instances,
    strictIndexes: true,
    collections: [
      { name: 'people', indexes: [] },
      {
        name: 'slots',
        indexes: [
          {
            name: 'find',
            fields: [
              ['region', 1],
              ['state', 1],
              ['start', 1],
            ],
          },
        ],
      },
    ],
  });
  try {
    const openids = Array.from({ length: callers }, (_, i) => `bench-${i}`);
    await seed(
      cloud.url,
      openids.map((_id) => ({ _id, roles: ['caregiver'] })),
      'people',
    );
    const slots = Array.from({ length: 20_000 }, (_, i) => ({
      _id: `s${i}`,
      region: i % 2 ? 'r1' : 'r2',
      state: 'free',
      start: NOW + i * 60_000,
    }));
    await seed(cloud.url, slots, 'slots');
    await Promise.all(
      Array.from({ length: instances * 4 }, () =>
        cloud.callFunction(
          'probe',
          { task: 'hold', slot: 's19999', now: NOW },
          { openid: 'bench-0' },
        ),
      ),
    );
    cloud.resetStats();
    const begun = performance.now();
    const cpu = process.cpuUsage();
    const times: number[] = [];
    const answers = await Promise.all(
      openids.map(async (openid, i) => {
        const answer = await cloud.callFunction(
          'probe',
          { task: 'hold', slot: contended ? 's7' : `s${i}`, now: NOW },
          { openid },
        );
        times.push(performance.now() - begun);
        return answer.ok ? JSON.stringify(answer.result) : answer.errMsg;
      }),
    );
    const ms = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpu);
    times.sort((a, b) => a - b);
    const stats = cloud.stats();
    console.log(
      JSON.stringify({
        bench: 'hold',
        callers,
        contended,
        instances,
        ms: Math.round(ms),
        perSecond: Math.round((callers / ms) * 1000),
        p50: Math.round(times[Math.floor(callers / 2)] ?? 0),
        p95: Math.round(times[Math.floor(callers * 0.95)] ?? 0),
        serverCpuMs: Math.round((user + system) / 1000),
        held: answers.filter((a) => a.includes('"held":true')).length,
        refused: answers.filter((a) => a.includes('"held":false')).length,
        roundTrips: stats.roundTrips,
        examined: stats.examined,
        returned: stats.returned,
      }),
    );
  } finally {
    await cloud.close();
  }
}

async function seed(url: string, documents: object[], collectionName: string): Promise<void> {
  for (let at = 0; at < documents.length; at += 1000) {
    const data = documents
      .slice(at, at + 1000)
      .map((document) =>
        JSON.stringify(document, (_, value: unknown) =>
          typeof value === 'number' ? { $numberLong: String(value) } : value,
        ),
      );
    const response = await fetch(`${url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'database.insertDocument', collectionName, data }),
    });
    const answer = await response.text();
    if (answer.includes('"code"')) throw new Error(answer);
  }
}

void main();
