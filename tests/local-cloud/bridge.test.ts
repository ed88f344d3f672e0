/** The bridge of the preview: open to our own pages on this machine, to nobody else. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../local-cloud/index';
import { FUNCTIONS, containing, matching, parseObject, raw, sdkFor, startCloud } from './helpers';

let cloud: LocalCloud;
let pages: string;
let clock = 1_800_000_000_000;
beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(pages, 'h5'));
  writeFileSync(join(pages, 'h5', 'index.html'), '<p>h5</p>');
  writeFileSync(join(pages, 'index.html'), '<p>preview</p>');
  writeFileSync(join(pages, '..', 'outside-local-cloud.txt'), 'secret');
  symlinkSync(join(pages, '..', 'outside-local-cloud.txt'), join(pages, 'h5', 'link.txt'));
  cloud = await startCloud({
    functionsDir: FUNCTIONS,
    warmInstances: 1,
    maxInstances: 1,
    previewDir: pages,
    staticDir: join(pages, 'h5'),
    extraOrigins: ['http://localhost:10086'],
    now: () => clock,
  });
});
afterAll(async () => {
  await cloud.close();
  rmSync(pages, { recursive: true });
  rmSync(join(tmpdir(), 'outside-local-cloud.txt'));
});

const json = { 'content-type': 'application/json', 'x-openid': 'demo-grandma' };
const host = () => ({ host: `127.0.0.1:${cloud.port}` });
const echo = '{"task":"echo"}';

describe('calling a function', () => {
  test('answers as wx.cloud.callFunction would', async () => {
    const answer = await raw(cloud, 'POST', '/call/probe', json, echo);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      requestID: matching(/^[0-9a-f]{32}$/),
      result: { wx: { OPENID: 'demo-grandma' } },
    });
  });

  test('a failing function answers -504002', async () => {
    expect(
      JSON.parse((await raw(cloud, 'POST', '/call/probe', json, '{"task":"fail"}')).body),
    ).toMatchObject({ errCode: -504002, errMsg: containing('on purpose') });
  });

  test.each([
    ['a foreign Host', { host: 'evil.example' }, 403],
    ['a foreign Host with our port', { host: 'evil.example:PORT' }, 403],
    ['our Host with another port', { host: '127.0.0.1:1' }, 403],
    ['another Origin', { origin: 'https://evil.example' }, 403],
    ['Origin null', { origin: 'null' }, 403],
    ['our other name as Origin', { origin: 'http://localhost:PORT' }, 403],
    ['a cross-site request without Origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
    ['a type that only begins like JSON', { 'content-type': 'application/json5' }, 415],
    ['no caller', { 'x-openid': '' }, 400],
    ['a caller that is no openid', { 'x-openid': 'a b' }, 400],
    ['the localhost Host', { host: 'localhost:PORT' }, 200],
    ['the IPv6 Host', { host: '[::1]:PORT' }, 200],
    ['our own Origin', { origin: 'http://127.0.0.1:PORT' }, 200],
    ['an allowed extra Origin', { origin: 'http://localhost:10086' }, 200],
    ['JSON with a charset', { 'content-type': 'application/json; charset=utf-8' }, 200],
  ])('with %s: %o gives %i', async (_name, headers, status) => {
    const own = Object.fromEntries(
      Object.entries({ ...json, ...host(), ...headers }).map(([key, value]) => [
        key,
        value.replace('PORT', String(cloud.port)),
      ]),
    );
    expect((await raw(cloud, 'POST', '/call/probe', own, echo)).status).toBe(status);
  });

  test('more than 1.5 MB is refused with 413, announced or not', async () => {
    const big = JSON.stringify({ task: 'echo', text: 'x'.repeat(1.6 * 2 ** 20) });
    expect((await raw(cloud, 'POST', '/call/probe', json, big)).status).toBe(413);
    expect(
      (
        await raw(
          cloud,
          'POST',
          '/call/probe',
          json,
          JSON.stringify({ task: 'none', text: 'x'.repeat(2 ** 20) }),
        )
      ).status,
    ).toBe(200);
  });

  test.each(['nonsense', '[1]', '"text"', '7'])(
    'a body that is no object (%s) is refused with 400',
    async (body) => {
      expect((await raw(cloud, 'POST', '/call/probe', json, body)).status).toBe(400);
    },
  );

  test('a preflight of a foreign page gets nothing', async () => {
    expect(
      (
        await raw(cloud, 'OPTIONS', '/call/probe', {
          ...host(),
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
        })
      ).status,
    ).toBe(403);
  });
});

describe('the administration', () => {
  const body = '{"action":"database.addCollection","collectionName":"x1"}';
  test.each([
    ['a page', { origin: 'http://127.0.0.1:PORT' }],
    ['a page that hides its origin', { 'sec-fetch-site': 'same-origin' }],
    ['another Host', { host: 'rebound.example:PORT' }],
  ])('cannot be reached by %s', async (_name, headers) => {
    const own = Object.fromEntries(
      Object.entries({ 'content-type': 'text/plain', ...host(), ...headers }).map(
        ([key, value]) => [key, value.replace('PORT', String(cloud.port))],
      ),
    );
    expect((await raw(cloud, 'POST', '/admin', own, body)).status).toBe(403);
  });
});

describe('files', () => {
  const link = async (fileID: string, maxAge = 60) => {
    const { fileList } = await sdkFor(cloud).getTempFileURL({ fileList: [{ fileID, maxAge }] });
    return encodeURI((fileList[0]?.tempFileURL ?? '').replace(cloud.url, ''));
  };
  const upload = (path: string, body: string | Buffer = 'hello') =>
    raw(cloud, 'PUT', `/upload/${path}`, { 'x-openid': 'demo-grandma' }, body);

  const uploaded = (answer: { body: string }) => ({
    fileID: String(parseObject(answer.body).fileID),
  });

  test('uploaded by the preview are found by functions, and the link ends', async () => {
    const answer = uploaded(await upload('voice/%E4%B8%AD%20a.mp3'));
    expect(answer.fileID).toBe('cloud://local-env.local-bucket/voice/中 a.mp3');
    const url = await link(answer.fileID);
    expect(await raw(cloud, 'GET', url)).toMatchObject({ status: 200, body: 'hello' });
    clock += 61_000;
    expect((await raw(cloud, 'GET', url)).status).toBe(403);
  });

  test('need a signature that fits', async () => {
    const { fileID } = uploaded(await upload('a.txt'));
    await upload('b.txt');
    const url = await link(fileID);
    for (const tampered of [
      '/file/a.txt',
      url.replace('a.txt', 'b.txt'),
      url.replace(/t=(\d+)/, (_, t: string) => `t=${Number(t) + 1}`),
      url.replace(/sign=./, 'sign=z'),
    ]) {
      expect((await raw(cloud, 'GET', tampered)).status).toBe(403);
    }
  });

  test.each([
    '../x.txt',
    'a/../../x.txt',
    '%2e%2e/x.txt',
    '..%2fx.txt',
    'a//b.txt',
    '/etc/x',
    'a%00b',
    'a%5c..%5cb',
    'a%3fb',
    '.',
    '',
  ])('the path %s is refused', async (path) => {
    expect((await upload(path)).status).toBe(400);
  });

  test('larger than 10 MB are refused', async () => {
    expect((await upload('big.bin', Buffer.alloc(10 * 2 ** 20 + 1))).status).toBe(413);
  });

  test('never run as pages of ours', async () => {
    const { fileID } = uploaded(await upload('evil.html', '<script>1</script>'));
    const response = await fetch(cloud.url + (await link(fileID)));
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('of functions go up, down and away through the real SDK', async () => {
    const sdk = sdkFor(cloud);
    const { fileID } = await sdk.uploadFile({
      cloudPath: 'out/报告.txt',
      fileContent: Buffer.from('内容'),
    });
    expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('内容');
    expect((await sdk.deleteFile({ fileList: [fileID] })).fileList[0]?.status).toBe(0);
    expect((await sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]?.tempFileURL).toBe('');
  });

  test('cannot be put without permission', async () => {
    expect((await raw(cloud, 'PUT', '/cos/x.txt', { authorization: 'local' }, 'x')).status).toBe(
      403,
    );
  });
});

describe('pages', () => {
  test('are served under / and /h5/', async () => {
    expect((await raw(cloud, 'GET', '/')).body).toBe('<p>preview</p>');
    expect((await raw(cloud, 'GET', '/h5/')).body).toBe('<p>h5</p>');
    expect((await raw(cloud, 'GET', '/h5/index.html')).status).toBe(200);
  });

  test('are not sent again to whoever has them', async () => {
    const { etag = '' } = await raw(cloud, 'GET', '/h5/');
    const again = await raw(cloud, 'GET', '/h5/', { 'if-none-match': etag });
    expect(again).toEqual({ status: 304, body: '', etag });
    const older = await raw(cloud, 'GET', '/h5/', { 'if-none-match': '"older"' });
    expect(older).toEqual({ status: 200, body: '<p>h5</p>', etag });
  });

  test.each([
    '/h5/../../outside-local-cloud.txt',
    '/h5/%2e%2e/%2e%2e/outside-local-cloud.txt',
    '/..%2foutside-local-cloud.txt',
    '/h5/link.txt',
    '/nothing.txt',
    '/%zz',
  ])('%s leads nowhere', async (path) => {
    const answer = await raw(cloud, 'GET', path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });

  test('are only read', async () => {
    expect((await raw(cloud, 'DELETE', '/index.html')).status).toBe(405);
  });
});
