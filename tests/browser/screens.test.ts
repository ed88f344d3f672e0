/**
 * Every screen in both sizes, for everybody it is meant for: fits, reads, can be hit, is quiet.
 * The rules stand in support/page-rules.ts.
 */
import type { Browser } from 'playwright-core';
import { launchBrowser, newPhone, startPreview, type Preview, type TextSize } from './support';
import { turnDays } from './support/desk-walk';
import { book, giveUp, lookForHelp, signUp } from './support/family-walk';
import { Look } from './support/look';
import { findViolations } from './support/page-rules';
import { screens } from './support/screens';
import { Walk } from './support/walk';

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

function phoneOf(as: string, size: TextSize, route?: string) {
  return newPhone(browser, { url: preview.url, as, size, route });
}

const people = [...new Set(screens.map((screen) => screen.as))];

test.each(people)(
  'every screen that opens by its address is in order for %s',
  async (as) => {
    const look = new Look();
    const phone = await phoneOf(as, 'standard');
    const theirs = screens.filter((screen) => screen.as === as);
    for (const { route, sign } of theirs) {
      await phone.open(route);
      await look.at(phone, 'both', `${as} ${route}`, new RegExp(sign));
    }
    await phone.close();
    expect(look.violations).toEqual([]);
    expect(look.seen.size).toBe(2 * theirs.length);
  },
  360_000,
);

test('every screen of a family’s way is in order', async () => {
  const look = new Look();
  const phone = await phoneOf('walker', 'standard');
  const walk = new Walk(phone, 'both', look);
  await signUp(walk);
  await book(walk);
  await giveUp(walk);
  await lookForHelp(walk);
  await phone.close();
  expect(look.violations).toEqual([]);
});

test('a counsellor’s days are in order', async () => {
  const look = new Look();
  const phone = await phoneOf('demo-counsellor', 'standard');
  await turnDays(new Walk(phone, 'both', look));
  await phone.close();
  expect(look.violations).toEqual([]);
});

test('the rules find what breaks them', async () => {
  const phone = await phoneOf('demo-stranger', 'large');
  await phone.page.locator('.screen__body .card').first().waitFor();
  await phone.page.evaluate(() => {
    const bad = document.createElement('div');
    bad.innerHTML = `
      <p style="font-size:15px;color:#999">pale and small</p>
      <p style="width:40px;overflow:hidden;white-space:nowrap">a long line that is cut</p>
      <p style="margin-left:300px;white-space:nowrap">a long line that leaves the screen</p>
      <b role="button" style="display:block;width:50px;height:40px">go</b>
    `;
    bad.style.minHeight = '100vh';
    bad.style.marginBottom = '-90px';
    document.querySelector('.screen__body')?.append(bad);
  });
  const found = (await phone.page.evaluate(findViolations, 'large' as const)).join('\n');
  for (const sign of ['letters of 15px', 'contrast 2', 'cut off', 'runs out', 'target of 50×40'])
    expect(found).toContain(sign);
  expect(found).toContain('under the footer');
  await phone.close();
});
