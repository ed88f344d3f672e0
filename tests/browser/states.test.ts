/** Every screen that loads something, on a network as it is in a village. */
import type { Browser } from 'playwright-core';
import { errorMeanings } from '@contract/errors';
import { common } from '@/wording/common';
import {
  launchBrowser,
  newPhone,
  startPreview,
  type Phone,
  type Preview,
  type TextSize,
} from './support';
import { Look, says, seen } from './support/look';
import {
  changeNet,
  onPhones,
  openOn,
  standStill,
  startAfresh,
  type Net,
  type Opening,
} from './support/network';

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

/** Who opens what, and what is read there once it has come. */
const screens: [as: string, route: string, sign: string][] = [
  ['demo-grandma', 'pages/home/index', '小树'],
  ['demo-grandma', 'pages/messages/index', '柳溪镇中心小学'],
  ['demo-grandma', 'pages/guides/index', '孩子心里苦'],
  ['demo-grandma', 'guide/read/index?id=c1-signs', '吃饭时多看他几眼'],
  ['demo-grandma', 'pages/me/index', '小树'],
  ['demo-grandma', 'help/directory/index', '卫生院'],
  ['demo-grandma', 'help/service/index?id=service-01-liuxi-room', '什么时候开'],
  ['demo-grandma', 'booking/list/index', '还没有约'],
  ['demo-grandma', 'booking/times/index', '李老师'],
  ['demo-grandma', 'booking/waits/index', '没有在排队'],
  ['demo-grandma', 'booking/offer/index?id=nothing', '让给下一家'],
  ['demo-grandma', 'booking/rule/index', '先来先得'],
  ['demo-grandma', 'school/thread/index?id=demo-child-xiaoshu', '主动举手'],
  ['demo-grandma', 'family/circle/index?childId=demo-child-xiaoshu', '能做主'],
  ['demo-grandma', 'family/consent/index?childId=demo-child-xiaoshu', '已同意'],
  ['demo-grandma', 'warm/corner/index?childId=demo-child-xiaoshu', '妈妈给你的'],
  ['demo-father', 'warm/timeline/index?childId=demo-child-xiaoshu', '打了篮球'],
  ['demo-father', 'warm/calls/index?childId=demo-child-xiaoshu', '说好了'],
  ['demo-director', 'booking/child/index', '年'],
  ['demo-director', 'pages/home/index', '周主任'],
  ['demo-counsellor', 'pages/home/index', '学校辅导室'],
  ['demo-stranger', 'pages/home/index', '看什么都不用登记'],
  ['demo-father', 'privacy/looks/index', '看了|平时还没有人看过'],
  ['demo-teacher', 'desk/roster/index', '岁'],
  ['demo-admin', 'desk/staff/index', '王老师'],
  ['demo-admin', 'manage/list/index', '该核对了'],
  ['demo-counsellor', 'desk/hours/index', '每个星期'],
  ['demo-counsellor', 'desk/week/index', '个空'],
  ['demo-counsellor', 'publish/list/index', '今天就能做的两件小事'],
];

/** Free times are asked for anew each time: an old one would be a lie. */
const neverStored = ['booking/times/index'];

/** One screen on one phone that has stored nothing yet. */
interface Scene {
  phone: Phone;
  name: string;
  sign: RegExp;
  stored: boolean;
  open: (net: Net, size: TextSize) => Promise<void>;
  look: (size: TextSize, name: string, sign: string | RegExp) => Promise<void>;
}

/** Plays a scene for every screen on a fresh phone, and expects all to be in order. */
async function forEveryScreen(play: (scene: Scene) => Promise<void>) {
  const look = new Look();
  const { url } = preview;
  await onPhones(browser, { url, count: 3, items: screens }, async (phone, [as, route, sign]) => {
    const name = `${as} ${route}`;
    await startAfresh(phone, { url, as, size: 'large', route });
    await play({
      ...{ phone, name, sign: new RegExp(sign), stored: !neverStored.includes(route) },
      open: (net, size) => openOn(phone, net, { url, as, size, route }),
      look: (size, state, text) => look.at(phone, size, `${name}, ${state}`, text),
    }).catch((error: unknown) => {
      look.violations.push(`${name}: ${String(error)}`);
    });
  });
  expect(look.violations).toEqual([]);
}

/** It says what is wrong and what to do; another try brings what was asked for. */
async function failsAndComes(scene: Scene, net: Net, ...said: string[]): Promise<void> {
  const { phone, look, open, sign } = scene;
  await open(net, 'large');
  await seen(phone, '#retry').waitFor();
  for (const sentence of said) await look('large', net, sentence);
  await changeNet(phone, '');
  await seen(phone, '#retry').click();
  await says(phone, sign).waitFor();
}

test('nothing stored: grey cards stand in; what fails says so, and another try brings it', async () => {
  await forEveryScreen(async (scene) => {
    await scene.open('slow', 'large');
    await seen(scene.phone, '.skeleton').first().waitFor();
    await failsAndComes(scene, 'fail', common.notOpened, errorMeanings.INTERNAL.message);
  });
}, 360_000);

test('offline it says so; what was opened before is there at once, and says how old', async () => {
  await forEveryScreen(async (scene) => {
    const { phone, look, open, sign, stored } = scene;
    await failsAndComes(scene, 'offline', common.offline, errorMeanings.OFFLINE.message);
    if (!stored) return;
    for (const net of ['fail', 'offline'] as const) {
      await open(net, 'standard');
      await seen(phone, '.loaded__old').first().waitFor();
      await look('standard', `${net}, stored`, sign);
    }
    await open('slow', 'standard');
    await look('standard', 'slow, stored', sign);
  });
}, 360_000);

async function afreshAs(as: string, route: string): Promise<[Phone, Opening]> {
  const opening: Opening = { url: preview.url, as, size: 'large', route };
  const phone = await newPhone(browser, opening);
  await startAfresh(phone, opening);
  return [phone, opening];
}

test.each<Net>(['slow', 'fail', 'offline'])('the telephone numbers are there, %s', async (net) => {
  const [phone, opening] = await afreshAs('demo-stranger', 'pages/phones/index');
  await openOn(phone, net, opening);
  for (const number of ['120', '110', '12356']) await says(phone, number).waitFor();
  await phone.close();
});

test.each([
  ['family/who/index', '#township-retry'],
  ['family/add-child/index', '#schools-retry'],
])('a form whose list does not come lets it be asked for again: %s', async (route, retry) => {
  const [phone, opening] = await afreshAs('demo-mother', 'pages/me/index');
  await openOn(phone, '', opening);
  await says(phone, '小树').waitFor();
  await standStill(phone, preview.url);
  await phone.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.includes('cache:directory')) localStorage.removeItem(key);
    }
  });
  await openOn(phone, 'fail', { ...opening, route });
  await seen(phone, retry).waitFor();
  await changeNet(phone, '');
  await seen(phone, retry).click();
  await seen(phone, retry).waitFor({ state: 'detached' });
  await phone.close();
});
