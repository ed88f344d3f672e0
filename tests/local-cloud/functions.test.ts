/** Functions in their own processes, with the real SDK. */
import type { FunctionAnswer, LocalCloud } from '../../local-cloud/index';
import { sdkEnvironment, withCaller } from '../../local-cloud/index';
import { nextFiring, parseCron } from '../../local-cloud/functions/cron';
import { Clock } from '../../local-cloud/clock';
import { Timers } from '../../local-cloud/functions/timers';
import { FUNCTIONS, containing, matching, sdkFor, startCloud } from './helpers';

let cloud: LocalCloud;
const lines: Record<string, unknown>[] = [];
beforeAll(async () => {
  cloud = await startCloud({
    functionsDir: FUNCTIONS,
    maxInstances: 2,
    warmInstances: 1,
    functionEnv: { FIELD_KEY: 'k1' },
    collections: [{ name: 'people', indexes: [] }],
    log: (line) => lines.push(line),
  });
});
afterAll(() => cloud.close());

const call = (event: object, openid: string | undefined = 'demo-x') =>
  cloud.callFunction('probe', event, { openid });
const result = (answer: FunctionAnswer) => (answer.ok ? answer.result : answer);

test('a function sees who calls, as in WeChat, and the mini program’s userInfo in its event', async () => {
  expect(result(await call({ task: 'echo', n: 1 }))).toMatchObject({
    event: { task: 'echo', n: 1, userInfo: { appId: 'wxlocal0000000000', openId: 'demo-x' } },
    wx: { OPENID: 'demo-x', APPID: 'wxlocal0000000000', ENV: 'local-env', SOURCE: 'wx_client' },
    context: {
      function_name: 'probe',
      time_limit_in_ms: 5000,
      request_id: matching(/^[0-9a-f]{32}$/),
    },
  });
});

test('nobody inherits the identity of the caller before', async () => {
  await Promise.all(['u1', 'u2', 'u3', 'u4'].map((openid) => call({ task: 'openidKeys' }, openid)));
  const seen = await Promise.all(
    Array.from({ length: 4 }, () => cloud.callFunction('probe', { task: 'openidKeys' }, {})),
  );
  for (const answer of seen)
    expect(result(answer)).toEqual({ keys: 'WX_APPID,WX_API_TOKEN', openid: null });
});

test('an instance serves one request at a time, and no more instances run than allowed', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => call({ task: 'echo' }, `p${i}`)),
  );
  const pids = new Set(answers.map((answer) => (result(answer) as { pid: number }).pid));
  expect(pids.size).toBeLessThanOrEqual(2);
  expect(answers.map((answer) => (result(answer) as { wx: { OPENID: string } }).wx.OPENID)).toEqual(
    Array.from({ length: 12 }, (_, i) => `p${i}`),
  );
});

test('calls that waited for an instance keep their identity at the cloud: cost, source and log', async () => {
  const before = lines.length;
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => call({ task: 'readTwice', text: `line-${i}` }, `q${i}`)),
  );
  for (const answer of answers) expect(answer.cost.roundTrips).toBe(2);
  await until(() => printed(before).length >= 8);
  const ids = answers.map(({ requestID }) => requestID);
  expect(new Set(printed(before).map(({ requestId }) => requestId))).toEqual(new Set(ids));
  for (const [i, { requestID }] of answers.entries())
    expect(printed(before)).toContainEqual(
      expect.objectContaining({ line: `line-${i}`, requestId: requestID }),
    );
});

test('a fault strikes a call that waited in line, and its instance dies', async () => {
  cloud.faults.add({ on: 'request', during: '"line-5"', nth: 2, effect: 'killBefore' });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => call({ task: 'readTwice', text: `line-${i}` }, `q${i}`)),
  );
  expect(answers.map(({ ok }) => ok)).toEqual(answers.map((_, i) => i !== 5));
  expect(answers[5]).toMatchObject({ errMsg: containing('the instance was killed') });
  cloud.faults.clear();
});

const printed = (from: number) =>
  lines
    .slice(from)
    .filter(({ event, line }) => event === 'output' && String(line).startsWith('line-'));

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a payload or an answer that is heavier than WeChat advises is said in the log', async () => {
  const heavy = () => lines.filter(({ event }) => event === 'heavy');
  await call({ task: 'openidKeys' });
  expect(heavy()).toHaveLength(0);
  const answer = await call({ task: 'echo', text: 'x'.repeat(120_000) });
  expect(heavy()).toEqual([
    expect.objectContaining({ function: 'probe', requestId: answer.requestID }),
  ]);
});

test('a function that crashes answers -504002 and is replaced', async () => {
  expect(await call({ task: 'crash' })).toMatchObject({
    ok: false,
    errCode: -504002,
    errMsg: containing('exit code 7'),
  });
  expect(await call({ task: 'echo' })).toMatchObject({ ok: true });
});

test('a function that throws answers -504002 with its message and lives on', async () => {
  expect(await call({ task: 'fail' })).toMatchObject({
    ok: false,
    errCode: -504002,
    errMsg: containing('on purpose'),
  });
  expect(await call({ task: 'echo' })).toMatchObject({ ok: true });
});

test.each(['hang', 'spin'])(
  'a function that runs too long (%s) is killed after its timeout',
  async (task) => {
    const begun = performance.now();
    expect(await call({ task })).toMatchObject({
      ok: false,
      errCode: -504002,
      errMsg: containing('timed out after 5 seconds'),
    });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(4990);
    expect(await call({ task: 'echo' })).toMatchObject({ ok: true });
  },
);

test('an unknown function is named', async () => {
  expect(await cloud.callFunction('nofn', {}, {})).toMatchObject({
    ok: false,
    errCode: -504002,
    errMsg: containing('nofn'),
  });
});

test('what a function prints reaches the log, with the request it belongs to', async () => {
  await call({ task: 'print', text: '你好' });
  // The pipe may be read after the answer.
  for (
    let i = 0;
    i < 200 && lines.filter((line) => String(line.line).includes('你好')).length < 2;
    i++
  )
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(lines).toContainEqual(
    expect.objectContaining({ event: 'output', function: 'probe', stream: 'stdout', line: '你好' }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ event: 'output', stream: 'stderr', line: 'E:你好' }),
  );
});

test('functions get their keys from the environment, nothing else of this process, and run in UTC', async () => {
  process.env.SECRET_OF_THE_PARENT = 'x';
  expect(result(await call({ task: 'readEnv', name: 'FIELD_KEY' }))).toBe('k1');
  expect(result(await call({ task: 'readEnv', name: 'SECRET_OF_THE_PARENT' }))).toBeNull();
  expect(result(await call({ task: 'readEnv', name: 'TZ' }))).toBe('UTC');
});

test('a function that calls a function passes on the source, not the person', async () => {
  const called = result(await call({ task: 'callEcho' })) as { wx: object };
  expect(called.wx).toMatchObject({ SOURCE: 'wx_client,scf' });
  expect(called.wx).not.toHaveProperty('OPENID');
  expect(called).not.toHaveProperty('event.userInfo');
});

test('a subscription message without consent is refused as WeChat does', async () => {
  expect(result(await call({ task: 'send' }))).toMatchObject({ errCode: 43101 });
});

test('an interface that config.json does not list may not be called', async () => {
  expect(result(await call({ task: 'check' }))).toMatchObject({ errCode: -604101 });
});

test('the answer says what the call cost', async () => {
  const answer = await call({ task: 'send' });
  expect(answer.cost).toMatchObject({ roundTrips: 1 });
  expect(answer.cost.bytes).toBeGreaterThan(0);
});

test('a timer trigger can be fired by hand', async () => {
  expect(result(await cloud.runTimer('everyMinute'))).toEqual({
    timer: {
      Type: 'Timer',
      TriggerName: 'everyMinute',
      Time: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      Message: '',
    },
  });
  await expect(cloud.runTimer('nothing')).rejects.toThrow(/no function has a timer trigger/);
});

describe('in one process', () => {
  test('200 callers at once are never mixed', async () => {
    const sdk = sdkFor(cloud);
    const seen = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        withCaller(`o${i}`, async () => {
          const before = sdk.getWXContext().OPENID;
          await new Promise((resolve) => setTimeout(resolve, (i * 7) % 11));
          return before === sdk.getWXContext().OPENID ? before : 'mixed';
        }),
      ),
    );
    expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => `o${i}`));
    expect(
      await withCaller(undefined, () => Promise.resolve(sdk.getWXContext().OPENID)),
    ).toBeUndefined();
  });

  test('the environment for the SDK names our address', () => {
    expect(JSON.parse(sdkEnvironment(cloud.adminUrl).TCB_CONTEXT_CNFG ?? '')).toEqual({
      URL: cloud.adminUrl,
    });
  });
});

describe('cron of timer triggers', () => {
  const next = (cron: string, after: string) => {
    const at = nextFiring(parseCron(cron), Date.parse(after));
    return at === null ? null : new Date(at).toISOString();
  };
  test.each([
    ['0 * * * * * *', '2026-11-23T22:22:27Z', '2026-11-23T22:23:00.000Z'],
    ['0 0 6 * * * *', '2026-11-23T22:00:00Z', '2026-11-24T22:00:00.000Z'], // strictly after; 6:00 in UTC+8
    ['0 30 8 * * MON-FRI *', '2026-11-27T00:30:00Z', '2026-11-30T00:30:00.000Z'],
    ['*/15 * * * * * *', '2026-11-23T22:22:27.500Z', '2026-11-23T22:22:30.000Z'],
    ['0 0 0 1 1 * *', '2026-06-01T00:00:00Z', '2026-12-31T16:00:00.000Z'],
    ['0 0 12 29 2 * *', '2026-06-01T00:00:00Z', '2028-02-29T04:00:00.000Z'],
    ['0 0 0 13 * FRI *', '2026-11-07T00:00:00Z', '2026-11-12T16:00:00.000Z'], // day or weekday
    ['10,20 5/20 9-10 * * * 2027', '2026-11-23T00:00:00Z', '2027-01-01T01:05:10.000Z'],
  ])('%s after %s fires at %s', (cron, after, expected) =>
    expect(next(cron, after)).toBe(expected),
  );

  test('never again is null', () =>
    expect(next('0 0 0 1 1 * 2020', '2026-01-01T00:00:00Z')).toBeNull());

  test.each(['* * * * *', '61 * * * * * *', '0 0 0 * * XYZ *', '*/0 * * * * * *', ''])(
    '%s is refused',
    (cron) => expect(() => parseCron(cron)).toThrow(/cron/),
  );
});

describe('timer triggers', () => {
  const done = new Promise<never>(() => undefined);
  afterEach(() => jest.useRealTimers());

  test('fire at each due moment, with that moment, until closed', () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T22:22:27Z') });
    const fired: string[] = [];
    const trigger = { name: 'm', functionName: 'f', cron: parseCron('0 */30 * * * * *') };
    const timers = new Timers([trigger], new Clock(Date.now), true, ({ name }, at) => {
      fired.push(`${name} ${new Date(at).toISOString()}`);
      return done;
    });
    jest.advanceTimersByTime(2 * 3_600_000);
    expect(fired).toEqual([
      'm 2026-11-23T22:30:00.000Z',
      'm 2026-11-23T23:00:00.000Z',
      'm 2026-11-23T23:30:00.000Z',
      'm 2026-11-24T00:00:00.000Z',
    ]);
    timers.close();
    jest.advanceTimersByTime(3_600_000);
    expect(fired).toHaveLength(4);
  });

  test('that are days away are waited for', () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T22:22:27Z') });
    const fired: number[] = [];
    const trigger = { name: 'd', functionName: 'f', cron: parseCron('0 0 3 1 1 * *') };
    const timers = new Timers([trigger], new Clock(Date.now), true, (_, at) => {
      fired.push(at);
      return done;
    });
    jest.advanceTimersByTime(40 * 86_400_000);
    expect(fired).toEqual([Date.parse('2026-12-31T19:00:00Z')]);
    timers.close();
  });
});
