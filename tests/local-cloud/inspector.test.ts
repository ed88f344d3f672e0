/** The inspector's interface: who may ask, what it tells, and that it tells no values. */
import * as v from 'valibot';
import type { LocalCloud } from '../../local-cloud/index';
import { outlineOf } from '../../local-cloud/inspection/outline';
import { shapeOfRequest } from '../../local-cloud/inspection/query-shape';
import { FUNCTIONS, admin, parseObject, raw, startCloud } from './helpers';

const START = 1_800_000_000_000;
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloud({
    functionsDir: FUNCTIONS,
    warmInstances: 1,
    maxInstances: 1,
    inspector: true,
    now: () => START,
    templates: [{ id: 'T1', title: '提醒', fields: ['thing1'], labels: { thing1: '地点' } }],
    extraOrigins: ['http://localhost:10086'],
    collections: [
      { name: 'people', indexes: [] },
      {
        name: 'slots',
        indexes: [
          {
            name: 'find',
            fields: [
              ['region', 1],
              ['start', 1],
            ],
          },
        ],
      },
    ],
  });
});
afterAll(() => cloud.close());
afterEach(() => cloud.faults.clear());

const json = { 'content-type': 'application/json' };
async function get<S extends v.GenericSchema>(
  path: string,
  schema: S,
  of = cloud,
): Promise<v.InferOutput<S>> {
  const answer = await raw(of, 'GET', `/inspector/api/${path}`);
  expect(answer.status).toBe(200);
  return v.parse(schema, JSON.parse(answer.body));
}
const post = (path: string, body: object, of = cloud) =>
  raw(of, 'POST', `/inspector/api/${path}`, json, JSON.stringify(body));

const callSchema = v.looseObject({
  requestId: v.string(),
  functionName: v.string(),
  action: v.nullable(v.string()),
  openid: v.nullable(v.string()),
  state: v.string(),
  code: v.nullable(v.string()),
  error: v.nullable(v.string()),
  cost: v.object({
    roundTrips: v.number(),
    examined: v.number(),
    returned: v.number(),
    bytes: v.number(),
  }),
});
const callsSchema = v.object({
  version: v.number(),
  oldest: v.number(),
  calls: v.array(callSchema),
});
const wholeCallSchema = v.looseObject({
  ...callSchema.entries,
  trips: v.array(
    v.looseObject({
      action: v.string(),
      collection: v.nullable(v.string()),
      shape: v.string(),
      index: v.nullable(v.array(v.nullable(v.string()))),
      code: v.nullable(v.string()),
    }),
  ),
  lines: v.array(v.looseObject({ stream: v.string(), line: v.string() })),
});
const newest = async (of = cloud) => {
  const [call] = (await get('calls', callsSchema, of)).calls;
  if (!call) throw new Error('no call');
  return get(`call/${call.requestId}`, wholeCallSchema, of);
};
const call = (event: object, of = cloud) =>
  of.callFunction('probe', event, { openid: 'demo-grandma', source: 'wx_client' });

describe('who may ask', () => {
  const own = (headers: Record<string, string>) =>
    Object.fromEntries(
      Object.entries({ host: '127.0.0.1:PORT', ...headers }).map(([key, value]) => [
        key,
        value.replace('PORT', String(cloud.port)),
      ]),
    );
  const strangers: [string, Record<string, string>][] = [
    ['a foreign Host', { host: 'evil.example:PORT' }],
    ['another Origin', { origin: 'https://evil.example' }],
    ['Origin null', { origin: 'null' }],
    ['our other name as Origin', { origin: 'http://localhost:PORT' }],
    ['an Origin that may use the bridge only', { origin: 'http://localhost:10086' }],
    ['a cross-site request without Origin', { 'sec-fetch-site': 'cross-site' }],
  ];

  test.each(strangers)('%s may neither read nor switch', async (_name, headers) => {
    const path = '/inspector/api/faults';
    expect((await raw(cloud, 'GET', path, own(headers))).status).toBe(403);
    const body = '{"name":"slow","on":true}';
    expect((await raw(cloud, 'POST', path, own({ ...json, ...headers }), body)).status).toBe(403);
    expect(cloud.faults.list()).toEqual([]);
  });

  test('our own page may', async () => {
    const origin = { origin: 'http://127.0.0.1:PORT' };
    expect((await raw(cloud, 'GET', '/inspector/api/summary', own(origin))).status).toBe(200);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json5'])(
    'a form or text (%s) switches nothing',
    async (type) => {
      const headers = { 'content-type': type };
      const path = '/inspector/api/faults';
      const body = '{"name":"fullDisk","on":true}';
      expect((await raw(cloud, 'POST', path, headers, body)).status).toBe(415);
      expect(cloud.faults.disk.full).toBe(false);
    },
  );

  test.each([
    ['faults', { name: 'nothing', on: true }, 400],
    ['faults', { name: 'slow' }, 400],
    ['clock', { advanceMs: -1 }, 400],
    ['clock', { set: 1e300 }, 400],
    ['clock', { reset: true, set: 1 }, 400],
    ['timers/run', { name: 'nothing' }, 404],
    ['nothing', {}, 404],
    ['__proto__', {}, 404],
  ])('%s with %j gives %i', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status);
  });

  test.each(['nothing', 'constructor', 'call/none', 'documents/none', 'documents/../people'])(
    '%s is not there',
    async (path) => {
      expect((await raw(cloud, 'GET', `/inspector/api/${path}`)).status).toBe(404);
    },
  );

  test.each(['calls?since=x', 'documents/people?order=random', 'documents/people?after=x'])(
    '%s is a bad question',
    async (path) => {
      expect((await raw(cloud, 'GET', `/inspector/api/${path}`)).status).toBe(400);
    },
  );

  test('the page cannot be framed by others, and nothing lies outside its folder', async () => {
    const page = await fetch(`${cloud.url}/inspector/`);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect((await raw(cloud, 'GET', '/inspector')).status).toBe(302);
    expect((await raw(cloud, 'GET', '/inspector/..%2findex.ts')).status).toBe(404);
  });

  test('a cloud without an inspector has none, and keeps nothing', async () => {
    const plain = await startCloud();
    expect((await raw(plain, 'GET', '/inspector/api/calls')).status).toBe(404);
    await plain.close();
  });
});

describe('collections', () => {
  const pageSchema = v.object({
    documents: v.array(
      v.object({
        bytes: v.number(),
        body: v.optional(v.looseObject({ _id: v.unknown() })),
        beginning: v.optional(v.string()),
      }),
    ),
    next: v.nullable(v.string()),
  });
  const page = (query: string) => get(`documents/many?${query}`, pageSchema);
  const ids = (read: v.InferOutput<typeof pageSchema>) =>
    read.documents.map(({ body }) => body?._id);

  beforeAll(async () => {
    await admin(cloud, 'database.addCollection', { collectionName: 'many' });
    const data = Array.from({ length: 45 }, (_, i) =>
      JSON.stringify({ _id: `d${String(44 - i).padStart(2, '0')}`, n: i }),
    );
    data.push('{"_id":{"$numberInt":"7"}}', JSON.stringify({ _id: 'long', text: 'x'.repeat(2e5) }));
    await admin(cloud, 'database.insertDocument', { collectionName: 'many', data });
  });

  test('are listed with their size and indexes, and counted anew after a write', async () => {
    const schema = v.object({
      collections: v.array(v.looseObject({ name: v.string(), count: v.number() })),
    });
    const sizes = async () =>
      Object.fromEntries(
        (await get('collections', schema)).collections.map(({ name, count }) => [name, count]),
      );
    expect(await sizes()).toMatchObject({ many: 47, people: 0 });
    await admin(cloud, 'database.insertDocument', {
      collectionName: 'people',
      data: ['{"_id":"somebody"}'],
    });
    expect(await sizes()).toMatchObject({ many: 47, people: 1 });
  });

  test.each([
    ['newest', ['long', 7, 'd00', 'd01']],
    ['id', [7, 'd00', 'd01', 'd02']],
  ])('are paged through by %s, nothing twice and nothing left out', async (order, first) => {
    const seen: unknown[] = [];
    let after = '';
    for (let pages = 1; pages <= 3; pages++) {
      const read = await page(`order=${order}${after}`);
      seen.push(...read.documents.map((one) => one.body?._id ?? 'long'));
      expect(read.next === null).toBe(pages === 3);
      after = `&after=${encodeURIComponent(read.next ?? '')}`;
    }
    const plain = seen.map((id) => (typeof id === 'object' ? 7 : id));
    expect(plain.slice(0, 4)).toEqual(first);
    expect(new Set(plain).size).toBe(47);
  });

  test('are searched by _id: whole, by its beginning, or a number', async () => {
    expect(ids(await page('id=d1'))).toEqual(Array.from({ length: 10 }, (_, i) => `d1${i}`));
    expect(ids(await page('id=d44'))).toEqual(['d44']);
    expect((await page('id=7')).documents).toHaveLength(1);
    expect((await page('id=%25')).documents).toEqual([]);
  });

  test('a long document is shown by its beginning', async () => {
    const [one] = (await page('id=long')).documents;
    expect(one?.bytes).toBeGreaterThan(2e5);
    expect(one?.beginning?.length).toBeLessThan(7e4);
  });
});

describe('calls', () => {
  test('come with caller, action, cost and each round trip, by shape and index', async () => {
    await call({ task: 'hold', action: 'booking.hold', slot: 'secret-slot', now: 12345 });
    const whole = await newest();
    expect(whole).toMatchObject({
      functionName: 'probe',
      action: 'booking.hold',
      openid: 'demo-grandma',
      state: 'ok',
      instance: 'probe-1',
      cost: { roundTrips: 3 },
    });
    expect(whole.trips).toMatchObject([
      { action: 'database.getDocument', collection: 'people', shape: '{_id: ?}' },
      { action: 'database.modifyDocument', collection: 'slots', index: ['_id'] },
      { action: 'database.getDocument', index: ['find'] },
    ]);
    expect(whole.trips[2]?.shape).toBe(
      '{region: ?, state: ?, start: {$gt: ?}} orderBy {start: 1} limit 3',
    );
    const text = JSON.stringify(whole);
    for (const value of ['secret-slot', '12345', '"held"', 'free', 'r1']) {
      expect(text).not.toContain(value);
    }
  });

  test('only what changed is told again', async () => {
    const { version } = await get('calls', callsSchema);
    expect((await get(`calls?since=${version}`, callsSchema)).calls).toEqual([]);
    await call({ task: 'echo', action: '爷爷的话' });
    const { calls } = await get(`calls?since=${version}`, callsSchema);
    // What is no name is not shown as one.
    expect(calls).toMatchObject([{ action: null, state: 'ok' }]);
  });

  test('a failing one says where, not what it quotes', async () => {
    await call({ task: 'fail' });
    expect(await newest()).toMatchObject({ state: 'failed', code: '-504002' });
    expect((await newest()).error).toMatch(/^errMsg: Error: on purpose\n.*at .*index\.js:\d+:\d+/);
  });

  test('what it printed stands with it, also when it comes after the answer', async () => {
    await call({ task: 'print', text: 'a word' });
    let { lines } = await newest();
    for (let i = 0; i < 100 && lines.length < 2; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ({ lines } = await newest());
    }
    expect(lines.map(({ line }) => line).sort()).toEqual(['E:a word', 'a word']);
  });

  test('more than 500 are not kept', async () => {
    for (let i = 0; i < 510; i++) await cloud.callFunction('nothing', {}, { openid: 'o1' });
    const { calls, oldest } = await get('calls', callsSchema);
    expect(calls).toHaveLength(500);
    expect(oldest).toBeGreaterThan(10);
  });
});

describe('shapes hold no value, whatever the request', () => {
  const secret = '奶奶说的';
  const typed = `{"at":{"$date":{"$numberLong":"987654"}},"note":"${secret}"}`;
  const bodies: [object, string][] = [
    [{ query: typed, limit: 5, offset: 2 }, '{at: ?, note: ?} skip 2 limit 5'],
    [{ query: `{"note":{"$in":["${secret}","b"]}}` }, '{note: {$in: [?]}}'],
    [{ query: `{"${secret}":1,"a.b":{"$gt":1}}` }, '{?: ?, a.b: {$gt: ?}}'],
    [{ query: `{"$or":[{"a":"${secret}"},{"b":1}]}` }, '{$or: [{a: ?}, {b: ?}]}'],
    [{ query: `{"a":{"$regularExpression":{"pattern":"${secret}","options":""}}}` }, '{a: ?}'],
    [
      { query: '{}', data: `{"$set":${typed}}`, multi: true },
      '{} → {$set: {at: ?, note: ?}} multi',
    ],
    [{ data: [typed, typed, '{"x":1}'] }, '→ {at: ?, note: ?} | {x: ?} ×3'],
    [
      {
        stages: [
          { stageKey: '$match', stageValue: '{"note":"$5"}' },
          { stageKey: '$group', stageValue: `{"_id":"$note","n":{"$first":"${secret}"}}` },
          { stageKey: '$project', stageValue: '{"a":{"$literal":"$secret"}}' },
          { stageKey: '$sort', stageValue: '{"n":{"$numberInt":"-1"}}' },
        ],
      },
      '$match {note: ?} $group {_id: $note, n: {$first: ?}} $project {a: {$literal: ?}} $sort {n: -1}',
    ],
    [{ query: 'no json' }, '?'],
    [{ query: 7 }, ''],
  ];
  test.each(bodies)('%j', (body, shape) => {
    expect(shapeOfRequest(JSON.stringify(body)).shape).toBe(shape);
  });

  test('errors lose what they quote', () => {
    const error = `errMsg: Error: E11000 key { : "${secret}" } 'x y' 13800138000 ${secret}\n    at f (/a/b.js:1:2)`;
    expect(outlineOf(error)).toBe('errMsg: Error: E11000 key … … … …\nat f (b.js:1:2)');
  });
});

describe('alarms', () => {
  const alarmsSchema = v.object({
    strictIndexes: v.boolean(),
    alarms: v.array(
      v.looseObject({
        kind: v.string(),
        collection: v.string(),
        shape: v.string(),
        wanted: v.nullable(v.array(v.tuple([v.string(), v.number()]))),
        count: v.number(),
        examined: v.number(),
      }),
    ),
  });
  const query = (of: LocalCloud, colour: string) =>
    admin(of, 'database.getDocument', {
      collectionName: 'things',
      query: JSON.stringify({ colour }),
      order: '{"size":{"$numberInt":"-1"}}',
    });

  test('a scan is told once a shape, with how often, how much, and the index to add', async () => {
    await admin(cloud, 'database.addCollection', { collectionName: 'things' });
    const data = Array.from({ length: 300 }, (_, i) => JSON.stringify({ colour: `c${i}` }));
    await admin(cloud, 'database.insertDocument', { collectionName: 'things', data });
    await query(cloud, 'c1');
    await query(cloud, 'c2');
    const { alarms, strictIndexes } = await get('alarms', alarmsSchema);
    expect(strictIndexes).toBe(false);
    expect(alarms.filter(({ collection }) => collection === 'things')).toMatchObject([
      {
        kind: 'scan',
        shape: '{colour: ?} orderBy {size: -1}',
        wanted: [
          ['colour', 1],
          ['size', -1],
        ],
        count: 2,
        examined: 300,
      },
    ]);
    expect((await post('alarms/clear', {})).status).toBe(200);
    expect((await get('alarms', alarmsSchema)).alarms).toEqual([]);
  });

  test('a refusal of strict mode is told even of an empty collection', async () => {
    const strict = await startCloud({
      inspector: true,
      strictIndexes: true,
      collections: [{ name: 'things', indexes: [] }],
    });
    expect(await query(strict, 'c1')).toMatchObject({ code: 'LOCAL_CLOUD_INDEX_MISSING' });
    expect(await get('alarms', alarmsSchema, strict)).toMatchObject({
      strictIndexes: true,
      alarms: [{ kind: 'refused', collection: 'things', count: 1 }],
    });
    await strict.close();
  });
});

describe('switches', () => {
  const clockSchema = v.object({
    now: v.number(),
    unmovedNow: v.number(),
    running: v.boolean(),
    timers: v.array(
      v.object({ name: v.string(), functionName: v.string(), cron: v.string(), next: v.number() }),
    ),
  });

  test('the clock moves on, fires what comes due, is set and goes back', async () => {
    const moved = await post('clock', { advanceMs: 120_000 });
    const { fired } = parseObject(moved.body);
    expect(fired).toMatchObject([{ name: 'everyMinute', ok: true }, { ok: true }]);
    expect(await get('clock', clockSchema)).toMatchObject({
      now: START + 120_000,
      unmovedNow: START,
      running: false,
      timers: [{ name: 'everyMinute', functionName: 'probe', next: START + 180_000 }],
    });
    await post('clock', { set: START - 5000 });
    expect(cloud.clock.now()).toBe(START - 5000);
    await post('clock', { reset: true });
    expect(cloud.clock.now()).toBe(START);
  });

  test('a timer runs at once, and its call can be looked at', async () => {
    const ran = parseObject((await post('timers/run', { name: 'everyMinute' })).body);
    expect(ran).toMatchObject({ ok: true });
    expect(await newest()).toMatchObject({
      requestId: ran.requestId,
      action: 'everyMinute',
      openid: null,
    });
  });

  test('faults go on, strike, are counted, and go off', async () => {
    const schema = v.object({
      switches: v.array(v.looseObject({ name: v.string(), on: v.boolean(), struck: v.number() })),
      others: v.array(v.unknown()),
    });
    const state = async (name: string) =>
      (await get('faults', schema)).switches.find((one) => one.name === name);
    await post('faults', { name: 'failCall', on: true });
    expect(await state('failCall')).toMatchObject({ on: true, struck: 0 });
    expect(await call({ task: 'echo' })).toMatchObject({ ok: false });
    expect(await state('failCall')).toMatchObject({ on: false, struck: 1 });
    expect(await call({ task: 'echo' })).toMatchObject({ ok: true });

    await post('faults', { name: 'fullDisk', on: true });
    const insert = () =>
      admin(cloud, 'database.insertDocument', { collectionName: 'people', data: ['{"x":true}'] });
    expect(await insert()).toHaveProperty('code');
    expect(await state('fullDisk')).toMatchObject({ on: true, struck: 1 });
    cloud.faults.add({ on: 'request', name: 'database.getDocument', effect: 'loseAnswer' });
    expect((await get('faults', schema)).others).toHaveLength(1);
    await post('faults/clear', {});
    expect(await insert()).not.toHaveProperty('code');
    expect(cloud.faults.list()).toEqual([]);
  });
});

test('a message that lands on a phone is seen, and its round trip tells the interface', async () => {
  await call({ task: 'send' });
  expect((await newest()).trips).toMatchObject([
    { action: 'openapi.subscribeMessage.send', code: '43101' },
  ]);
  cloud.visit('o1');
  cloud.grantSubscription('o1', 'T1');
  await call({ task: 'send' });
  const [message] = (await get('messages', v.object({ messages: v.array(v.unknown()) }))).messages;
  expect(message).toMatchObject({
    ...{ openid: 'o1', title: '提醒', at: START },
    fields: [{ label: '地点', value: 'x' }],
  });
});

test('functions are listed with their instances', async () => {
  const { functions } = await get('functions', v.object({ functions: v.array(v.unknown()) }));
  expect(functions).toMatchObject([
    { name: 'probe', timeout: 5, triggers: ['everyMinute'], instances: [{ key: 'probe-1' }] },
  ]);
});
