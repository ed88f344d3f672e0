/** Codes to scan: real pictures that can be read back. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { LocalCloud } from '../../local-cloud/index';
import { failure, parseObject } from './helpers';
import { OPENAPI_FUNCTIONS, openApiAt, startWeChat } from './openapi-helpers';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startWeChat({ functionsDir: OPENAPI_FUNCTIONS });
});
afterAll(() => cloud.close());

const draw = (args: object) => openApiAt(cloud.adminUrl).wxacode.getUnlimited(args);

/** What is in a picture, read in a process of its own; fails unless it is a complete PNG. */
function read(png: unknown): Record<string, unknown> {
  if (!Buffer.isBuffer(png)) throw new Error('no buffer');
  const script = join(__dirname, 'fixtures', 'read-code.cjs');
  return parseObject(execFileSync(process.execPath, [script], { input: png }).toString());
}
const scan = (png: unknown) => new URL(String(read(png).text));

test('a code is a PNG that leads to the page with the scene', async () => {
  const answer = await draw({ scene: 'a=1&b=x/~@', page: 'pages/booking/index' });
  expect(answer).toMatchObject({ errCode: 0, contentType: 'image/png' });
  const link = scan(answer.buffer);
  expect(link.hostname).toBe('local.invalid');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    scene: 'a=1&b=x/~@',
    page: 'pages/booking/index',
    env_version: 'release',
  });
});

test.each([280, 430, 1280])('a code of %i pixels has that width and can be read', async (width) => {
  const { buffer } = await draw({ scene: 'x'.repeat(32), width, envVersion: 'trial' });
  expect(read(buffer)).toMatchObject({ width, height: width });
  expect(scan(buffer).searchParams.get('env_version')).toBe('trial');
});

test.each([
  ['33 characters', { scene: 'x'.repeat(33) }, 40169],
  ['no scene', {}, 40169],
  ['an empty scene', { scene: '' }, 40169],
  ['a number as scene', { scene: 7 }, 40169],
  ['Chinese', { scene: '预约' }, 40129],
  ['a percent sign', { scene: 'a%20b' }, 40129],
  ['a blank', { scene: 'a b' }, 40129],
  ['an unknown page', { scene: 'a', page: 'pages/none' }, 41030],
  ['a page with a query', { scene: 'a', page: 'pages/index/index?a=1' }, 41030],
  ['a page with a slash in front', { scene: 'a', page: '/pages/index/index' }, 41030],
  ['a slash in front, unchecked', { scene: 'a', page: '/pages/none', checkPath: false }, 41030],
  ['an unknown version', { scene: 'a', envVersion: 'beta' }, 40097],
  ['a width of 100', { scene: 'a', width: 100 }, 40097],
])('%s is refused', async (_name, args, errCode) => {
  expect(await failure(draw(args))).toMatchObject({ errCode });
});

test('an unknown page is taken when it is not to be checked', async () => {
  const { buffer } = await draw({ scene: 'a', page: 'pages/none', checkPath: false });
  expect(scan(buffer).searchParams.get('page')).toBe('pages/none');
});

test('the picture reaches a function in its own process', async () => {
  const answer = await cloud.callFunction(
    'app',
    { group: 'wxacode', name: 'getUnlimited', args: { scene: 'a' } },
    { openid: 'o-child' },
  );
  expect(answer).toMatchObject({
    ok: true,
    result: { contentType: 'image/png', buffer: { type: 'Buffer' } },
  });
});

test('other codes are refused as not implemented', async () => {
  const event = { group: 'wxacode', name: 'get', args: { path: 'pages/index/index' } };
  expect(await cloud.callFunction('app', event, {})).toMatchObject({ result: { errCode: 40066 } });
});
