/** The inspector beside the phones: a call that a phone makes is seen there, with its round trips. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';

let preview: Preview;
let browser: Browser;
beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
}, 540_000);
afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

const MESSAGE = {
  ...{ id: '1', openid: 'demo-grandma', templateId: 't1', title: '预约提醒', read: false },
  fields: [{ name: 'thing1', label: '地点', value: '辅导室' }],
  page: 'help/directory/index',
  sentAt: 1_800_000_000_000,
};

async function openPage(path: string, width = 1280): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(new URL(path, preview.url).href);
  return { page, errors };
}

test('a call of a phone appears with its round trips, and no values', async () => {
  const { page, errors } = await openPage('/inspector/');
  const phone = await newPhone(browser, { url: preview.url, as: 'demo-grandma' });
  const call = page.locator('.calls tbody tr', { hasText: 'demo-grandma' }).first();
  await call.getByText('account.home').click();
  await page.getByText('orderBy {start: 1}').first().waitFor();
  await page.getByRole('link', { name: 'children' }).first().click();
  await page.getByText('密文').first().waitFor();
  await phone.close();
  expect(errors).toEqual([]);
  await page.close();
}, 20_000);

test.each([1280, 375])(
  'every section opens and keeps within a screen %i wide',
  async (width) => {
    const { page, errors } = await openPage('/inspector/', width);
    for (const title of ['数据', '消息', '查询警报', '时间', '故障', '实例', '调用']) {
      await page.locator('nav').getByText(title).click();
      await page.getByRole('heading', { level: 2, name: title }).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }
    expect(errors).toEqual([]);
    await page.close();
  },
  20_000,
);

test('a fault is switched on and off again', async () => {
  const { page } = await openPage('/inspector/#faults');
  const slow = page.getByRole('switch', { name: '网络很慢' });
  await slow.click();
  await page.locator('#fault-slow:checked').waitFor();
  await page.getByRole('button', { name: '全部恢复正常' }).click();
  await page.locator('#fault-slow:not(:checked)').waitFor();
  await page.close();
}, 20_000);

test('a message lands on the phone of whom it is for, opens its page and is gone', async () => {
  const page = await browser.newPage({ viewport: { width: 960, height: 960 }, locale: 'zh-CN' });
  let read = false;
  await page.route('**/device/messages**', (route) => {
    const request = route.request();
    if (request.method() === 'POST') read = true;
    const messages = request.headers()['x-openid'] === 'demo-grandma' ? [{ ...MESSAGE, read }] : [];
    return route.fulfill({ json: { messages } });
  });
  await page.goto(preview.url);
  const card = page.locator('.phone-place').first().locator('.message');
  await card.getByText('辅导室').waitFor();
  await expect(page.locator('.message').count()).resolves.toBe(1);
  const left = page.frameLocator('iframe >> nth=0');
  await left.locator('.taro_page').first().waitFor();
  await card.getByText('进入小程序查看').click();
  await left.getByText('柳溪镇').first().waitFor();
  await expect(page.locator('.message').count()).resolves.toBe(0);
  expect(read).toBe(true);
  await page.close();
}, 20_000);

test('a cloud that has stopped is said to have stopped', async () => {
  const { page } = await openPage('/inspector/');
  await page.getByRole('heading', { level: 2, name: '调用' }).waitFor();
  await page.route('**/inspector/api/**', (route) => route.abort());
  await page.locator('nav').getByText('故障').click();
  await page.getByText('本地云没有回应').waitFor();
  await page.unroute('**/inspector/api/**');
  // By itself, within two seconds.
  await page.getByText('本地云没有回应').waitFor({ state: 'hidden' });
  await page.getByText('磁盘满了').waitFor();
  await page.close();
}, 20_000);
