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
  startAfresh,
  type Net,
  type Opening,
} from './support/network';

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

/** Who opens what, and what is read there once it has come. */
const screens: [as: string, route: string, sign: string][] = [
  ['demo-grandma', 'pages/home/index', '小树'],
  ['demo-grandma', 'pages/messages/index', '柳溪镇中心小学'],
  ['demo-grandma', 'pages/me/index', '小树'],
  ['demo-grandma', 'help/directory/index', '卫生院'],
  ['demo-grandma', 'help/service/index?id=service-01-liuxi-room', '什么时候开'],
  ['demo-grandma', 'booking/list/index', '还没有约'],
  ['demo-grandma', 'booking/times/index', '李老师'],
  ['demo-grandma', 'family/circle/index?childId=demo-child-xiaoshu', '能做主'],
  ['demo-grandma', 'family/consent/index?childId=demo-child-xiaoshu', '已同意'],
  ['demo-director', 'booking/child/index', '年'],
  ['demo-director', 'pages/home/index', '周主任'],
  ['demo-counsellor', 'pages/home/index', '学校辅导室'],
  ['demo-stranger', 'pages/home/index', '看什么都不用登记'],
  ['demo-father', 'privacy/looks/index', '看了|还没有人看过'],
  ['demo-teacher', 'desk/roster/index', '岁'],
  ['demo-admin', 'desk/staff/index', '王老师'],
  ['demo-counsellor', 'desk/hours/index', '每个星期'],
];

interface Scene {
  phone: Phone;
  look: Look;
  name: string;
  sign: string;
  open: (net: Net) => Promise<void>;
}

/** Free times are asked for anew each time: an old one would be a lie. */
const neverStored = ['booking/times/index'];
const storedScreens = screens.filter(([, route]) => !neverStored.includes(route));

/** Plays a scene for every screen on a fresh phone, and expects all to be in order. */
async function forEveryScreen(
  size: TextSize,
  play: (scene: Scene) => Promise<void>,
  items = screens,
) {
  const look = new Look();
  const { url } = preview;
  await onPhones(browser, { url, count: 3, items }, async (phone, [as, route, sign]) => {
    const opening = { url, as, size, route };
    await startAfresh(phone, opening);
    const open = (net: Net) => openOn(phone, net, opening);
    await play({ phone, look, name: `${as} ${route}`, sign, open }).catch((error: unknown) => {
      look.violations.push(`${as} ${route}: ${String(error)}`);
    });
  });
  expect(look.violations).toEqual([]);
}

test('while nothing has come yet, grey cards stand in', async () => {
  await forEveryScreen('large', async ({ phone, open }) => {
    await open('slow');
    await seen(phone, '.skeleton').first().waitFor();
  });
}, 60_000);

test.each([
  ['fail', common.notOpened, errorMeanings.INTERNAL.message],
  ['offline', common.offline, errorMeanings.OFFLINE.message],
] as const)(
  '%s, nothing stored: it says so, and another try brings it',
  async (net, ...said) => {
    await forEveryScreen('large', async ({ phone, look, name, sign, open }) => {
      await open(net);
      await seen(phone, '#retry').waitFor();
      for (const sentence of said) await look.at(phone, 'large', `${name}, ${net}`, sentence);
      await changeNet(phone, '');
      await seen(phone, '#retry').click();
      await says(phone, new RegExp(sign)).waitFor();
    });
  },
  90_000,
);

test.each(['fail', 'offline'] as const)(
  '%s, opened before: it is there, and says how old',
  async (net) => {
    await forEveryScreen(
      'standard',
      async ({ phone, look, name, sign, open }) => {
        await open('');
        await says(phone, new RegExp(sign)).waitFor();
        await open(net);
        await seen(phone, '.loaded__old').first().waitFor();
        await look.at(phone, 'standard', `${name}, ${net}, stored`, new RegExp(sign));
      },
      storedScreens,
    );
  },
  90_000,
);

test('slow, opened before: it is there at once', async () => {
  await forEveryScreen(
    'standard',
    async ({ phone, look, name, sign, open }) => {
      await open('');
      await says(phone, new RegExp(sign)).waitFor();
      await open('slow');
      await look.at(phone, 'standard', `${name}, slow, stored`, new RegExp(sign));
    },
    storedScreens,
  );
}, 60_000);

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
