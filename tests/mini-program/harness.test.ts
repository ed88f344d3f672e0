/**
 * The harness on the built mini program: what the other tests in this folder stand on. Build
 * first: `npm run build:weapp`.
 */
import { createMiniProgram, type MiniProgram } from './support';

const HOME = 'pages/home/index';
const GUIDES = 'pages/guides/index';
const TABS = [HOME, GUIDES, 'pages/messages/index', 'pages/me/index'];

type Wx = Record<string, (options: object) => unknown> & {
  cloud: { init(): void; callFunction(options: object): Promise<{ result: unknown }> | undefined };
};
const wx = () => (globalThis as unknown as { wx: Wx }).wx;

let app: MiniProgram;
let failing = true;

beforeAll(() => {
  app = createMiniProgram({
    callFunction: (name, data) =>
      failing ? Promise.reject(new Error('no backend')) : Promise.resolve({ name, data }),
  });
});

afterAll(() => app.close());

test.each(TABS)('%s draws, and says something to a screen reader', async (route) => {
  const page = await app.open(route);
  expect(page.text().length).toBeGreaterThan(0);
  expect(page.findByLabel(/./).length).toBeGreaterThan(0);
  expect(page.updates.length).toBeGreaterThan(0);
});

describe('wx.cloud.callFunction', () => {
  beforeAll(() => wx().cloud.init());

  test('answers as a promise', async () => {
    failing = false;
    const answer = wx().cloud.callFunction({ name: 'app', data: { action: 'x', none: undefined } });
    await expect(answer).resolves.toMatchObject({
      result: { name: 'app', data: { action: 'x' } },
      errMsg: 'cloud.callFunction:ok',
    });
    expect(app.calls.at(-1)).toEqual({ name: 'app', data: { action: 'x' } });
  });

  test('answers through callbacks', async () => {
    failing = false;
    const result = await new Promise((success, fail) => {
      expect(wx().cloud.callFunction({ name: 'app', data: 1, success, fail })).toBeUndefined();
    });
    expect(result).toMatchObject({ result: { data: 1 } });
  });

  test('fails as WeChat does', async () => {
    failing = true;
    const failed = {
      errCode: -504002,
      errMsg: expect.stringMatching(/^cloud\.callFunction:fail/) as string,
    };
    await expect(wx().cloud.callFunction({ name: 'app' })).rejects.toMatchObject(failed);
  });

  test('fails without a network', async () => {
    failing = false;
    await app.setOffline(true);
    await expect(wx().cloud.callFunction({ name: 'app' })).rejects.toMatchObject({ errCode: -1 });
    await app.setOffline(false);
    await expect(wx().cloud.callFunction({ name: 'app' })).resolves.toBeDefined();
  });
});

describe('navigation', () => {
  const refusal = (api: string, url: string) =>
    new Promise<{ errMsg: string }>((fail) => wx()[api]?.({ url, fail }));

  test('tabs stay alive, the back button has nowhere to go', async () => {
    const home = await app.open(HOME);
    wx().switchTab?.({ url: `/${GUIDES}` });
    expect((await app.follow()).route).toBe(GUIDES);
    wx().switchTab?.({ url: `/${HOME}` });
    expect(await app.follow()).toBe(home);
    expect(await app.back()).toBe(home);
  });

  test('what WeChat refuses is refused', async () => {
    await app.open(HOME);
    const missing = await refusal('navigateTo', '/pages/nowhere/index');
    expect(missing.errMsg).toBe('navigateTo:fail page "pages/nowhere/index" is not found');
    const tab = await refusal('navigateTo', `/${GUIDES}`);
    expect(tab.errMsg).toContain('tabbar page');
    expect(app.navigations.at(-1)).toEqual({ api: 'navigateTo', url: `/${GUIDES}`, delta: 1 });
  });
});
