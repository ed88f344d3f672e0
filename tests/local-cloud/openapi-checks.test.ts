/** Checks of texts, pictures and sounds, and the results that WeChat pushes later. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../local-cloud/index';
import { failure, matching, sdkFor } from './helpers';
import { OPENAPI_FUNCTIONS, START, openApiAt, startWeChat } from './openapi-helpers';

let cloud: LocalCloud;
const lines: Record<string, unknown>[] = [];
const log = (line: Record<string, unknown>) => lines.push(line);
const HOUR_MS = 3_600_000;
const TRACE = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;

const restart = async (options: Parameters<typeof startWeChat>[0]) => {
  await cloud.close();
  cloud = await startWeChat({ log, ...options });
  cloud.visit('o-child');
};
beforeEach(async () => {
  lines.length = 0;
  cloud = await startWeChat({ log });
  cloud.visit('o-child');
});
afterEach(() => cloud.close());

describe('a text', () => {
  const check = (changes: object = {}) =>
    openApiAt(cloud.adminUrl).security.msgSecCheck({
      version: 2,
      openid: 'o-child',
      scene: 2,
      content: '今天很开心',
      ...changes,
    });

  test('passes', async () => {
    expect(await check()).toMatchObject({
      errCode: 0,
      traceId: matching(TRACE),
      result: { suggest: 'pass', label: 100 },
    });
  });

  test('is risky when it contains WeChat’s own test phrase', async () => {
    expect(await check({ content: '看：特3456书yuuo莞6543李zxcz蒜7782法fgnv级。' })).toMatchObject({
      result: { suggest: 'risky', label: 21000 },
    });
  });

  test('is judged by the words that are given', async () => {
    await restart({ contentCheck: { risky: ['打人'], review: ['讨厌'] } });
    expect(await check({ content: '我要打人' })).toMatchObject({ result: { suggest: 'risky' } });
    expect(await check({ content: '真讨厌' })).toMatchObject({ result: { suggest: 'review' } });
    expect(await check()).toMatchObject({ result: { suggest: 'pass' } });
  });

  test('is judged by the function that is given, which sees who writes where', async () => {
    const seen: unknown[] = [];
    await restart({
      contentCheck: (text, about) => {
        seen.push([text, about]);
        return { suggest: 'review', label: 20003 };
      },
    });
    expect(await check({ scene: 4 })).toMatchObject({
      result: { suggest: 'review', label: 20003 },
    });
    expect(seen).toEqual([['今天很开心', { openid: 'o-child', scene: 4 }]]);
  });

  test.each([
    ['no version (the old interface)', { version: undefined }, 47001],
    ['the old version', { version: 1 }, 47001],
    ['no content', { content: undefined }, 47001],
    ['empty content', { content: '' }, 44004],
    ['2,501 characters', { content: '好'.repeat(2501) }, 45002],
    ['no openid', { openid: '' }, 40003],
    ['somebody who never was here', { openid: 'o-stranger' }, 61010],
    ['scene 0', { scene: 0 }, 40129],
    ['scene 5', { scene: 5 }, 40129],
  ])('with %s is refused', async (_name, changes, errCode) => {
    expect(await failure(check(changes))).toMatchObject({ errCode });
  });

  test('of 2,500 whole characters is taken', async () => {
    expect(await check({ content: '😀'.repeat(2500) })).toMatchObject({ errCode: 0 });
  });

  test('of somebody who was here two hours ago is taken, a moment later no more, and again after a call', async () => {
    await restart({ functionsDir: OPENAPI_FUNCTIONS });
    cloud.clock.set(START);
    cloud.visit('o-child');
    cloud.clock.set(START + 2 * HOUR_MS);
    expect(await check()).toMatchObject({ errCode: 0 });
    cloud.clock.set(START + 2 * HOUR_MS + 1);
    expect(await failure(check())).toMatchObject({ errCode: 61010 });
    await cloud.callFunction('app', {}, { openid: 'o-child' });
    expect(await check()).toMatchObject({ errCode: 0 });
  });

  test('is one of at most 4,000 a minute, or of as many as are set', async () => {
    await restart({ ratePerMinute: { 'security.msgSecCheck': 3 } });
    for (let i = 0; i < 3; i++) await check();
    expect(await failure(check())).toMatchObject({ errCode: 45009 });
    await cloud.clock.advance(60_000);
    expect(await check()).toMatchObject({ errCode: 0 });
  });
});

describe('a picture', () => {
  const URL = 'https://example.com/a.jpg';
  const check = (changes: object = {}) =>
    openApiAt(cloud.adminUrl).security.mediaCheckAsync({
      version: 2,
      openid: 'o-child',
      scene: 1,
      mediaUrl: URL,
      mediaType: 2,
      ...changes,
    });
  const functions = { functionsDir: OPENAPI_FUNCTIONS };
  const traceOf = (answer: Record<string, unknown>) => String(answer.traceId);

  test('is answered at once, and the result comes later, to the function callback', async () => {
    await restart({ ...functions, mediaCheck: () => ({ suggest: 'risky', label: 20002 }) });
    const id = traceOf(await check());
    expect(id).toMatch(TRACE);
    expect(cloud.pendingDeliveries()).toMatchObject([{ id, attempts: 0, due: START + 1000 }]);
    expect(await cloud.deliverPending()).toMatchObject([
      {
        id,
        over: true,
        answer: {
          ok: true,
          result: {
            OPENID: null,
            event: {
              MsgType: 'event',
              Event: 'wxa_media_check',
              appid: 'wxlocal0000000000',
              CreateTime: Math.floor(START / 1000),
              trace_id: id,
              version: 2,
              errcode: 0,
              result: { suggest: 'risky', label: 20002 },
              detail: [{ strategy: 'content_model', suggest: 'risky', label: 20002 }],
            },
          },
        },
      },
    ]);
    expect(cloud.pendingDeliveries()).toEqual([]);
    expect(await cloud.deliverPending()).toEqual([]);
  });

  test('is delivered when the clock is moved past its time, not before', async () => {
    await restart({ ...functions, mediaCheckDelayMs: 10 * 60_000 });
    await check();
    await cloud.clock.advance(10 * 60_000 - 1);
    expect(cloud.pendingDeliveries()).toHaveLength(1);
    await cloud.clock.advance(1);
    expect(cloud.pendingDeliveries()).toEqual([]);
    expect(lines.filter(({ event, ok }) => event === 'push' && ok === true)).toHaveLength(1);
  });

  test('is delivered by itself while timers run', async () => {
    await restart({ ...functions, timers: true, mediaCheckDelayMs: 0 });
    const arrived = new Promise<void>((resolve) => {
      const poll = setInterval(() => {
        if (cloud.pendingDeliveries().length > 0) return;
        clearInterval(poll);
        resolve();
      }, 20);
    });
    await check();
    await arrived;
    expect(lines).toContainEqual(expect.objectContaining({ event: 'push', ok: true }));
  });

  test('is delivered also when the instance that asked is gone', async () => {
    await restart(functions);
    cloud.faults.add({ on: 'request', name: 'wx.openApi', effect: 'killAfter' });
    const args = { version: 2, openid: 'o-child', scene: 1, mediaUrl: URL, mediaType: 2 };
    const asked = await cloud.callFunction(
      'app',
      { group: 'security', name: 'mediaCheckAsync', args },
      {},
    );
    expect(asked).toMatchObject({ ok: false });
    expect(await cloud.deliverPending()).toMatchObject([{ answer: { ok: true }, over: true }]);
  });

  test('is delivered again while the function fails, four times in all, 5 s apart', async () => {
    await restart(functions);
    cloud.faults.add({ on: 'call', name: 'callback', effect: { fail: 'DOWN' }, times: 9 });
    await check();
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await cloud.deliverPending()).toMatchObject([{ answer: { ok: false }, over: false }]);
      expect(cloud.pendingDeliveries()).toMatchObject([{ attempts: attempt, due: START + 5000 }]);
    }
    expect(await cloud.deliverPending()).toMatchObject([{ answer: { ok: false }, over: true }]);
    expect(cloud.pendingDeliveries()).toEqual([]);
  });

  test('is delivered once when it is asked for twice at the same time', async () => {
    await restart(functions);
    await check();
    const both = await Promise.all([cloud.deliverPending(), cloud.deliverPending()]);
    expect(both.flat()).toHaveLength(1);
  });

  test('is delivered after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
    await restart({ ...functions, dataDir: folder });
    const id = traceOf(await check());
    await restart({ ...functions, dataDir: folder });
    expect(await cloud.deliverPending()).toMatchObject([{ id, answer: { ok: true } }]);
    await cloud.close();
    rmSync(folder, { recursive: true });
  });

  test('in the storage is fetched by its link, and a link that ended is -1008', async () => {
    await restart(functions);
    const sdk = sdkFor(cloud);
    const { fileID } = await sdk.uploadFile({
      cloudPath: '头像/a b.png',
      fileContent: Buffer.from('x'),
    });
    const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
    const mediaUrl = fileList[0]?.tempFileURL;
    const outcome = async () => {
      await check({ mediaUrl });
      const [delivered] = await cloud.deliverPending();
      return delivered?.answer.ok === true ? delivered.answer.result : null;
    };
    expect(await outcome()).toMatchObject({ event: { errcode: 0, result: { suggest: 'pass' } } });
    await cloud.clock.advance(61_000);
    expect(await outcome()).toMatchObject({ event: { errcode: -1008, detail: [] } });
    expect(await outcome()).not.toHaveProperty('event.result');
  });

  test.each([
    ['a cloud id', 'cloud://local-env.local-bucket/a.png'],
    ['plain http', 'http://example.com/a.png'],
    ['no link', 'a.png'],
  ])('at %s is taken, and told later that it cannot be fetched', async (_name, mediaUrl) => {
    await restart(functions);
    expect(await check({ mediaUrl })).toMatchObject({ errCode: 0 });
    expect(await cloud.deliverPending()).toMatchObject([
      { answer: { ok: true, result: { event: { errcode: -1008 } } } },
    ]);
  });

  test.each([
    ['no link', { mediaUrl: '' }, 47001],
    ['a type that is neither sound nor picture', { mediaType: 3 }, 47001],
    ['the old version', { version: 1 }, 47001],
    ['somebody who never was here', { openid: 'o-stranger' }, 61010],
    ['scene 9', { scene: 9 }, 40129],
  ])('with %s is refused', async (_name, changes, errCode) => {
    await restart(functions);
    expect(await failure(check(changes))).toMatchObject({ errCode });
    expect(cloud.pendingDeliveries()).toEqual([]);
  });

  test('without a function to tell is lost, and the log says so', async () => {
    await check();
    expect(cloud.pendingDeliveries()).toEqual([]);
    expect(lines).toContainEqual(
      expect.objectContaining({ event: 'push', ok: false, error: 'no function callback' }),
    );
  });
});
