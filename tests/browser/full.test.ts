/** A county with 500 of everything: lists go on to their end, and full screens stay in order. */
import type { Browser } from 'playwright-core';
import { help } from '@/wording/help';
import { launchBrowser, newPhone, startPreview, type Preview, type TextSize } from './support';
import { nextDay } from './support/desk-walk';
import { Look, seen } from './support/look';
import { readToTheEnd } from './support/paging';

let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview('full');
  browser = await launchBrowser();
}, 720_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

function phoneOf(as: string, route: string, size: TextSize = 'standard') {
  return newPhone(browser, { url: preview.url, as, size, route });
}

test('the directory goes on to the last of 500 services, none twice', async () => {
  const phone = await phoneOf('demo-grandma', 'help/directory/index', 'large');
  const ids = await readToTheEnd(phone, '.card[id^=service-]');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(500);
  const look = new Look();
  await look.at(phone, 'large', 'the whole directory', help.directoryHeading);
  expect(look.violations).toEqual([]);
  await phone.close();
}, 300_000);

test('past visits go on to the last of 500, none twice', async () => {
  const phone = await phoneOf('demo-grandma', 'booking/list/index');
  await seen(phone, '#tab-past').click();
  const ids = await readToTheEnd(phone, '.card[id^=visit-]');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(500);
  const look = new Look();
  await look.at(phone, 'standard', 'all past visits', '小树');
  expect(look.violations).toEqual([]);
  await phone.close();
}, 300_000);

test('full screens are in order', async () => {
  const look = new Look();
  const screens = [
    ['demo-grandma', 'pages/home/index', '小树'],
    ['demo-grandma', 'help/directory/index', help.directoryHeading],
    ['demo-grandma', 'booking/list/index', '李老师|杨医生|陈医生'],
    ['demo-grandma', 'family/add-child/index', '小名'],
    ['demo-director', 'booking/child/index', '年'],
    ['demo-director', 'pages/home/index', '周主任'],
    ['demo-counsellor', 'pages/home/index', '人'],
    ['demo-admin', 'manage/list/index', '全部 500'],
  ] as const;
  for (const [as, route, sign] of screens) {
    const phone = await phoneOf(as, route);
    await look.at(phone, 'both', `${as} ${route}`, new RegExp(sign));
    await phone.close();
  }
  expect(look.violations).toEqual([]);
}, 300_000);

test('the child director sees every child they act for', async () => {
  const phone = await phoneOf('demo-director', 'booking/child/index');
  await seen(phone, '.card[id^=child-]').first().waitFor();
  expect(await seen(phone, '.card[id^=child-]').count()).toBeGreaterThan(1);
  await phone.close();
});

test('a counsellor’s full day is in order', async () => {
  const look = new Look();
  const phone = await phoneOf('demo-counsellor', 'pages/home/index');
  await look.at(phone, 'both', 'today', /周/);
  for (let day = 0; day < 7; day += 1) {
    const free = await seen(phone, '.day-board__free').count();
    const booked = await seen(phone, '.card[id^=entry-]').count();
    if (booked >= 4 && free === 0) break;
    await nextDay(phone);
    await look.at(phone, 'both', `${day + 1} days on`, /周/);
  }
  expect(await seen(phone, '.card[id^=entry-]').count()).toBeGreaterThanOrEqual(4);
  expect(await seen(phone, '.day-board__free').count()).toBe(0);
  expect(look.violations).toEqual([]);
  await phone.close();
});
