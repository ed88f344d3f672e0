/** A grandmother listens, loses her network, listens again, and books from the guide. */
import type { Browser } from 'playwright-core';
import { booking } from '@/wording/booking';
import { guides } from '@/wording/guides';
import { signs } from '@/wording/signs';
import {
  launchBrowser,
  newPhone,
  startPreview,
  type Phone,
  type Preview,
  type TextSize,
} from './support';
import { Look, seen } from './support/look';
import { changeNet, openOn } from './support/network';
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

const READ = 'guide/read/index?id=c1-signs';

/** A voice that keeps what it is given and says it when the test says so. */
async function lendVoice({ page }: Phone): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    let saying: SpeechSynthesisUtterance | undefined;
    const voice = {
      speak(utterance: SpeechSynthesisUtterance) {
        said.push(utterance.text);
        saying = utterance;
      },
      cancel() {
        saying = undefined;
      },
      pause: () => said.push('pause'),
      resume: () => said.push('resume'),
      said,
      finish() {
        saying?.onend?.(new Event('end') as SpeechSynthesisEvent);
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
  });
}

const said = ({ page }: Phone): Promise<string[]> =>
  page.evaluate(() => (speechSynthesis as unknown as { said: string[] }).said);
const finish = ({ page }: Phone) =>
  page.evaluate(() => (speechSynthesis as unknown as { finish: () => void }).finish());

test('a grandmother listens to the end, again without network, and books from the guide', async () => {
  const opening = { url: preview.url, as: 'demo-grandma', size: 'large' as TextSize, route: READ };
  const phone = await newPhone(browser, { ...opening, route: 'pages/home/index' });
  await lendVoice(phone);
  const look = new Look();
  const walk = new Walk(phone, 'large', look);
  await phone.open('pages/home/index');
  await walk.sees('小树');
  await phone.open('pages/guides/index');
  await walk.tap('#guide-c1-signs');
  await walk.sees(guides.parts(5));
  await walk.tap('#play');
  await walk.at('a guide, being read', guides.part(1, 5));
  expect((await said(phone)).join('')).toContain('坐到他旁边');
  expect(await seen(phone, '.block--reading').count()).toBe(1);
  await walk.tap('#play');
  await walk.sees(guides.goOn);
  await walk.tap('#play');
  expect(await said(phone)).toEqual(expect.arrayContaining(['pause', 'resume']));
  for (const part of [2, 3, 4, 5]) {
    await finish(phone);
    await walk.sees(guides.part(part, 5));
  }
  await finish(phone);
  await seen(phone, '.block--reading').waitFor({ state: 'detached' });
  await walk.tap('#answer-1');
  await walk.at('a guide, answered', guides.question);

  await openOn(phone, 'offline', opening);
  await walk.sees(guides.parts(5));
  await walk.tap('#block-1-listen');
  await walk.sees(guides.part(2, 5));
  expect((await said(phone)).join('')).toContain('吃不下');
  await phone.open('pages/guides/index');
  await walk.at('the list, one heard', guides.heard);

  await phone.open(READ);
  await changeNet(phone, '');
  await walk.tap('#main-book');
  await walk.sees(booking.worryHint);
  await phone.close();
  expect(look.violations).toEqual([]);
}, 90_000);

test.each<TextSize>(['standard', 'large'])(
  'searching, loading all, and signs are in order, size %s',
  async (size) => {
    const look = new Look();
    const phone = await newPhone(browser, { url: preview.url, as: 'demo-stranger', size });
    const walk = new Walk(phone, size, look);
    await phone.open('pages/guides/index');
    await walk.tap('#go-search');
    await walk.at('searching', guides.clear);
    await walk.tap('#word-3');
    await walk.at('found', '老说肚子疼');
    await seen(phone, '#search input').fill('拖拉机');
    await walk.at('not found', guides.notFound);
    await walk.tap('#search-end');
    await walk.tap('#pack');
    await walk.at('all loaded', guides.packDone);
    await phone.open('guide/signs/index?who=caregiver');
    await walk.tap('#sign-silent');
    await walk.at('a sign chosen', signs.next);
    await walk.tap('#sign-wantsToDie');
    await walk.at('a danger chosen', signs.nextDanger);
    await walk.tap('#next');
    await walk.at('where signs lead', signs.results.danger);
    await phone.open(READ);
    await walk.tap('#step-school');
    await walk.at('words for the school', guides.schoolNone);
    await walk.tap('#sources');
    await walk.at('sources', guides.close);
    await phone.close();
    expect(look.violations).toEqual([]);
  },
  90_000,
);
