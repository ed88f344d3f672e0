/** What `npm start` shows first: two phones side by side, and a booking that arrives. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { booking } from '@/wording/booking';
import { worryNames } from '@/wording/names';
import { launchBrowser, startPreview, type Preview } from './support';

let preview: Preview;
let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 960, height: 960 }, locale: 'zh-CN' });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(preview.url);
}, 540_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

const phone = (index: number): FrameLocator => page.frameLocator(`iframe >> nth=${index}`);

test('a grandmother books on the left, and the counsellor on the right sees it arrive', async () => {
  const left = phone(0);
  const right = phone(1);
  await right.getByText('个空').first().waitFor();
  await expect(right.getByText('小树').count()).resolves.toBe(0);
  const steps = ['#go-book', '#worry-unhappy', '#next', '#place-school', '#take', '#confirm'];
  for (const step of steps) await left.locator(`${step}:visible:not(.button--inactive)`).click();
  await left.getByText(booking.what).waitFor();
  const confirmed = Date.now();
  await right.getByText('小树').first().waitFor({ timeout: 15_000 });
  expect(Date.now() - confirmed).toBeLessThan(15_000);

  await right.locator('[role=button]', { hasText: '小树' }).first().click();
  // The day below the visit tells it as well.
  await right.locator('.screen:visible').getByText(worryNames.unhappy).first().waitFor();
  expect(errors).toEqual([]);
}, 300_000);

test('somebody else can take a phone, and a reload shows the same two people', async () => {
  await page.locator('.who').first().selectOption('demo-father');
  await phone(0).getByText('小树').first().waitFor();
  await page.reload();
  await expect(page.locator('.who').first().inputValue()).resolves.toBe('demo-father');
  await expect(page.locator('.who').nth(1).inputValue()).resolves.toBe('demo-counsellor');
  await page.locator('#two').uncheck();
  await expect(page.locator('iframe').count()).resolves.toBe(1);
});
