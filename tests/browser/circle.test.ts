/** A family comes together over two phones: inviting, confirming from afar, taking back. */
import type { Browser } from 'playwright-core';
import { booking } from '@/wording/booking';
import { circle } from '@/wording/circle';
import { consent, consentTexts } from '@/wording/consent';
import { launchBrowser, newPhone, startPreview, type Phone, type Preview } from './support';
import { signUp } from './support/family-walk';
import { Look } from './support/look';
import { Walk } from './support/walk';

let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

async function phoneOf(as: string, size: 'standard' | 'large', look: Look) {
  const phone = await newPhone(browser, { url: preview.url, as, size });
  return new Walk(phone, size, look);
}

/** What the preview says WeChat would have sent. */
async function pathOfCard(phone: Phone): Promise<string> {
  const told = phone.page.getByText(/另一台手机打开 #/);
  const [, path = ''] = /#\/(\S+)/.exec(await told.innerText()) ?? [];
  await phone.page.getByText('知道了').click();
  return path;
}

test('grandmother adds a child and invites, father confirms, she takes back, a stranger gets nothing', async () => {
  const look = new Look();
  const grandma = await phoneOf('circle-grandma', 'large', look);
  await signUp(grandma);
  await grandma.sees(booking.worryHint);
  await grandma.phone.open('pages/home/index');
  await grandma.at('home, waiting for parents', consent.waitsForParents);
  await grandma.phone.open('pages/me/index');
  await grandma.at('me, waiting for parents', consent.waitsForParents);
  await grandma.tap('.card[id^=child-]');
  await grandma.at('circle, alone', circle.hint);
  await grandma.tap('#prepare');
  await grandma.at('circle, a card is ready', circle.ready);
  await grandma.tap('#send');
  const path = await pathOfCard(grandma.phone);
  expect(path).toMatch(/^family\/join\/index\?code=[\w-]{22}$/);

  const father = await phoneOf('circle-father', 'standard', look);
  await father.phone.open(path);
  await father.at('join', circle.joinWho);
  await father.tap('#relation-father');
  await father.tap('#join');
  await father.at('father confirms', consent.begunBy('paternalGrandmother'));
  await father.tap('#agree');
  await father.at('circle of two', '能做主');
  await father.tap('[id^=remove-]');
  await father.at('taking an adult out', circle.removeYes);
  await father.tap('#keep');
  await father.tap('#consents');
  await father.at('consents', consent.states.given);

  await grandma.phone.open('family/consent/index');
  await grandma.tap('#purpose-booking');
  await grandma.at('a consent that is given', consent.states.given);
  await grandma.tap('#withdraw');
  await grandma.at('taking back', consent.withdrawAsk);
  await grandma.tap('#withdraw-yes');
  await grandma.at('taken back', consent.withdrawn);
  await grandma.phone.open('pages/home/index');
  await grandma.tap('#go-book');
  await grandma.at('asked again', consentTexts.booking.without);

  const stranger = await phoneOf('circle-stranger', 'standard', look);
  await stranger.phone.open(path);
  await stranger.at('a used card', circle.joinGone);
  await expect(stranger.phone.page.getByText('大树').count()).resolves.toBe(0);

  for (const { phone } of [grandma, father, stranger]) await phone.close();
  expect(look.violations).toEqual([]);
}, 90_000);

test.each(['large', 'standard'] as const)('WeChat’s privacy question, size %s', async (size) => {
  const look = new Look();
  const walk = await phoneOf('demo-mother', size, look);
  await walk.phone.page.goto(
    `${preview.url}/h5/?as=demo-mother&size=${size}&privacy=ask#/pages/home/index`,
  );
  await walk.tap('#go-book');
  await walk.tap('#record');
  await walk.at('privacy question', /用之前/);
  await walk.tap('#privacy-refuse');
  await walk.at('privacy refused', /没同意用话筒/);
  await walk.phone.close();
  expect(look.violations).toEqual([]);
});

test('a father who says no: the grandmother reads who has to agree', async () => {
  const look = new Look();
  const father = await phoneOf('demo-father', 'large', look);
  await father.phone.open('family/consent/index?for=booking');
  await father.tap('#withdraw');
  await father.tap('#withdraw-yes');
  await father.sees(consent.withdrawn);
  const grandma = await phoneOf('demo-grandma', 'large', look);
  await grandma.tap('#go-book');
  await grandma.at('blocked', consent.blockedTitle('father'));
  for (const { phone } of [grandma, father]) await phone.close();
  expect(look.violations).toEqual([]);
}, 60_000);
