/** Subscription messages: what WeChat refuses, what a consent is worth, what lands on the phone. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sdkEnvironment, type LocalCloud } from '../../local-cloud/index';
import { SDKS, containing, failure, matching, startCloud } from './helpers';
import {
  BOOKED,
  DATA,
  OPENAPI_FUNCTIONS,
  STANDING,
  START,
  message,
  openApiAt,
  startWeChat,
} from './openapi-helpers';

let cloud: LocalCloud;
beforeEach(async () => {
  cloud = await startWeChat();
  cloud.visit('o-father');
});
afterEach(() => cloud.close());

const send = (changes: object = {}) =>
  openApiAt(cloud.adminUrl).subscribeMessage.send(message(changes));
const sent = (changes: object = {}) => failure(send(changes));

describe('is refused', () => {
  beforeEach(() => cloud.grantSubscription('o-father', BOOKED.id));
  afterEach(() => {
    // Whatever is refused costs no consent, and nothing lands.
    expect(cloud.creditsOf('o-father', BOOKED.id)).toBe(1);
    expect(cloud.messages()).toEqual([]);
  });

  test.each([
    ['nobody', { touser: '' }, 40003],
    ['somebody who never was here', { touser: 'o-stranger' }, 40003],
    ['an unknown template', { templateId: 'T-none' }, 40037],
    ['no template', { templateId: '' }, 40037],
    ['a page that does not exist', { page: 'pages/none' }, 41030],
    ['a page with a slash in front', { page: '/pages/index/index' }, 41030],
    ['a state that does not exist', { miniprogramState: 'beta' }, 47001],
  ])('to or with %s', async (_name, changes, errCode) => {
    expect(await sent(changes)).toMatchObject({ errCode });
  });

  test.each([
    ['a missing field', { time2: undefined }, 'data.time2.value is empty'],
    ['an empty value', { thing1: { value: '' } }, 'data.thing1.value is empty'],
    ['a value of blanks', { thing1: { value: '  ' } }, 'data.thing1.value invalid'],
    ['a field without value', { thing1: {} }, 'data.thing1.value is empty'],
    ['a number', { thing1: { value: 7 } }, 'data.thing1.value invalid'],
    ['a field that the template has not', { name4: { value: '小明' } }, 'data.name4.value invalid'],
    [
      '21 characters in a thing',
      { thing1: { value: '好'.repeat(21) } },
      'data.thing1.value invalid',
    ],
    ['a time in ISO form', { time2: { value: '2026-11-01 15:01' } }, 'data.time2.value invalid'],
    ['a phrase with a letter', { phrase3: { value: '已预约A' } }, 'data.phrase3.value invalid'],
  ])('with %s, naming the field', async (_name, data, named) => {
    expect(await sent({ data: { ...DATA, ...data } })).toMatchObject({
      errCode: 47003,
      errMsg: containing(`argument invalid! ${named}`),
    });
  });
});

test('a person who has not consented gets nothing: 43101', async () => {
  expect(await sent()).toMatchObject({
    errCode: 43101,
    errMsg: containing('user refuse to accept the msg'),
  });
  expect(cloud.messages()).toEqual([]);
});

test('a message lands with title, lines, page and time, and its id is above 2^53', async () => {
  cloud.grantSubscription('o-father', BOOKED.id);
  const answer = await send();
  expect(answer).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' });
  // No number: what the SDK leaves of a big one. Whoever returns it raw returns this.
  expect(answer.msgid).toEqual({ s: 1, e: 18, c: [30000, 1] });
  const [card, ...more] = cloud.messages('o-father');
  expect(more).toEqual([]);
  expect(card).toEqual({
    id: matching(/^3\d{18}$/),
    openid: 'o-father',
    templateId: BOOKED.id,
    title: '预约成功提醒',
    fields: [
      { name: 'thing1', label: '预约项目', value: '心理咨询' },
      { name: 'time2', label: '预约时间', value: '2026年11月1日 15:01' },
      { name: 'phrase3', label: '', value: '已预约' },
    ],
    page: 'pages/booking/index?id=7',
    sentAt: START,
    read: false,
  });
  expect(BigInt(card?.id ?? 0) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
});

test('each consent is worth one message, for one person and one template', async () => {
  cloud.visit('o-mother');
  cloud.grantSubscription('o-father', BOOKED.id, 2);
  await send();
  expect(cloud.creditsOf('o-father', BOOKED.id)).toBe(1);
  expect(await sent({ touser: 'o-mother' })).toMatchObject({ errCode: 43101 });
  await send();
  expect(await sent()).toMatchObject({ errCode: 43101 });
  expect(cloud.messages('o-father')).toHaveLength(2);
  expect(cloud.messages('o-mother')).toEqual([]);
});

test('of 50 messages at once with 20 consents exactly 20 land', async () => {
  cloud.grantSubscription('o-father', BOOKED.id, 20);
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => send()));
  const codes = outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? 0 : (outcome.reason as { errCode: number }).errCode,
  );
  expect(codes.filter((code) => code === 0)).toHaveLength(20);
  expect(codes.filter((code) => code === 43101)).toHaveLength(30);
  const landed = cloud.messages();
  expect(landed).toHaveLength(20);
  expect(new Set(landed.map(({ id }) => id)).size).toBe(20);
  expect(cloud.creditsOf('o-father', BOOKED.id)).toBe(0);
});

test('a long-term consent is not used up, and never counts double', async () => {
  const long = { templateId: STANDING.id, data: { thing1: { value: '明天停课' } } };
  expect(await sent(long)).toMatchObject({ errCode: 43101 });
  cloud.grantSubscription('o-father', STANDING.id, 3);
  for (let i = 0; i < 3; i++) await send(long);
  expect(cloud.creditsOf('o-father', STANDING.id)).toBe(1);
  expect(cloud.messages('o-father')).toHaveLength(3);
});

test('more messages in a minute than allowed are 45009, until the next minute', async () => {
  await cloud.close();
  cloud = await startWeChat({ ratePerMinute: { 'subscribeMessage.send': 2 } });
  cloud.grantSubscription('o-father', BOOKED.id, 9);
  await send();
  await send();
  expect(await sent()).toMatchObject({ errCode: 45009 });
  expect(cloud.messages()).toHaveLength(2);
  await cloud.clock.advance(60_000);
  await send();
  expect(cloud.messages()).toHaveLength(3);
});

test('on a full disk neither the message lands nor is the consent used', async () => {
  cloud.grantSubscription('o-father', BOOKED.id);
  cloud.faults.fillDisk();
  expect((await sent()).errCode).not.toBe(0);
  cloud.faults.freeDisk();
  expect(cloud.creditsOf('o-father', BOOKED.id)).toBe(1);
  expect(cloud.messages()).toEqual([]);
});

test('a fault can be ordered for one message alone, by what it says', async () => {
  cloud.visit('o-mother');
  for (const openid of ['o-father', 'o-mother']) cloud.grantSubscription(openid, BOOKED.id);
  const fault = { containing: '"o-mother"', effect: { fail: 'DOWN' } };
  cloud.faults.add({ on: 'request', name: 'wx.openApi', ...fault });
  await send();
  expect((await sent({ touser: 'o-mother' })).errCode).not.toBe(0);
  expect(cloud.messages().map(({ openid }) => openid)).toEqual(['o-father']);
});

test.each(SDKS)('SDK %s (%s) sends, checks and draws alike', async (_version, name) => {
  const api = openApiAt(cloud.adminUrl, name);
  expect(await failure(api.subscribeMessage.send(message()))).toMatchObject({ errCode: 43101 });
  cloud.grantSubscription('o-father', BOOKED.id);
  expect(await api.subscribeMessage.send(message())).toMatchObject({ errCode: 0 });
  expect(cloud.messages()).toHaveLength(1);
  const text = { version: 2, openid: 'o-father', scene: 1, content: '你好' };
  expect(await api.security.msgSecCheck(text)).toMatchObject({ result: { suggest: 'pass' } });
  const code = await api.wxacode.getUnlimited({ scene: 'a' });
  expect(code.contentType).toBe('image/png');
  expect(Buffer.isBuffer(code.buffer)).toBe(true);
});

test('an answer that is lost has been sent all the same: sending again needs another consent', async () => {
  cloud.grantSubscription('o-father', BOOKED.id);
  cloud.faults.add({ on: 'request', name: 'wx.openApi', effect: 'loseAnswer' });
  await sent();
  expect(cloud.messages()).toHaveLength(1);
  expect(await sent()).toMatchObject({ errCode: 43101 });
});

test('in a function the permission of config.json decides, before anything is sent', async () => {
  await cloud.close();
  cloud = await startWeChat({ functionsDir: OPENAPI_FUNCTIONS });
  cloud.grantSubscription('o-father', BOOKED.id, 2);
  const event = { group: 'subscribeMessage', name: 'send', args: message() };
  expect(await cloud.callFunction('unlisted', event, {})).toMatchObject({
    ok: true,
    result: { errCode: -604101 },
  });
  expect(cloud.messages()).toEqual([]);
  expect(await cloud.callFunction('app', event, {})).toMatchObject({
    ok: true,
    result: { errCode: 0 },
  });
  expect(cloud.messages()).toHaveLength(1);
});

test('an interface that is not implemented is refused, not passed over', async () => {
  expect(
    await failure(openApiAt(cloud.adminUrl).customerServiceMessage.send({ touser: 'o-father' })),
  ).toMatchObject({ errCode: 40066, errMsg: containing('not implemented') });
});

test.each([
  ['an id twice', [BOOKED, { ...STANDING, id: BOOKED.id }]],
  ['a keyword of no kind', [{ id: 'T', title: 'x', fields: ['note1'] }]],
  ['a keyword twice', [{ id: 'T', title: 'x', fields: ['thing1', 'thing1'] }]],
  ['no keywords', [{ id: 'T', title: 'x', fields: [] }]],
  [
    'a label of another keyword',
    [{ id: 'T', title: 'x', fields: ['thing1'], labels: { thing2: 'y' } }],
  ],
])('a start with templates that have %s fails', async (_name, templates) => {
  expect(await failure(startWeChat({ templates }))).toMatchObject({ code: 'INVALID_PARAM' });
});

test('a consent for an unknown template cannot be made up', () => {
  expect(() => cloud.grantSubscription('o-father', 'T-none')).toThrow(/no template/);
});

describe('over a restart', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'openapi-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('consents, messages and who was here are kept', async () => {
    const first = await startWeChat({ dataDir: folder });
    first.grantSubscription('o-father', BOOKED.id, 2);
    await openApiAt(first.adminUrl).subscribeMessage.send(message());
    const before = first.messages();
    await first.close();
    const second = await startWeChat({ dataDir: folder });
    expect(second.messages()).toEqual(before);
    expect(second.creditsOf('o-father', BOOKED.id)).toBe(1);
    await openApiAt(second.adminUrl).subscribeMessage.send(message());
    const ids = second.messages().map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    await second.close();
  });

  test('after kill -9 every answered message is there, and each took one consent', async () => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('tsx/cjs'),
        join(__dirname, 'fixtures', 'openapi-server.ts'),
        folder,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const port = await new Promise<number>((resolve) =>
      createInterface({ input: child.stdout }).once('line', (line) => resolve(Number(line))),
    );
    const url = `http://127.0.0.1:${port}`;
    for (let i = 0; i < 30; i++)
      await fetch(`${url}/device/subscribe`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-openid': 'o-father' },
        body: '{"tmplIds":["T1"]}',
      });
    Object.assign(process.env, sdkEnvironment(`${url}/admin`));
    const api = openApiAt(`${url}/admin`);
    let answered = 0;
    for (let i = 0; i < 20; i++) {
      const sending = api.subscribeMessage.send({
        touser: 'o-father',
        templateId: 'T1',
        data: { thing1: { value: `第${i}条` } },
      });
      if (i === 12) child.kill('SIGKILL');
      try {
        await sending;
        answered++;
      } catch {
        break; // killed
      }
    }
    await new Promise((resolve) => child.once('close', resolve));
    const again = await startCloud({
      dataDir: folder,
      templates: [{ id: 'T1', title: '预约提醒', fields: ['thing1'] }],
    });
    const landed = again.messages('o-father').length;
    expect(answered).toBeGreaterThanOrEqual(12);
    expect([answered, answered + 1]).toContain(landed);
    expect(again.creditsOf('o-father', 'T1')).toBe(30 - landed);
    await again.close();
  });
});
