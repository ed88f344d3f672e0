/** A grandmother listens, loses her network, listens again, and books from the guide. */
import type { Browser } from 'playwright-core';
import { booking } from '@/wording/booking';
import { courses } from '@/wording/courses';
import { guides } from '@/wording/guides';
import { recording } from '@/wording/recording';
import { signs } from '@/wording/signs';
import { voice } from '@/wording/voice';
import {
  launchBrowser,
  newPhone,
  startPreview,
  type Phone,
  type Preview,
  type TextSize,
} from './support';
import { Look, says, seen } from './support/look';
import { changeNet, openOn } from './support/network';
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

const READ = 'guide/read/index?id=c1-signs';

/** A voice that keeps what it is given and says it when the test says so. */
async function lendVoice({ page }: Phone): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    let saying: SpeechSynthesisUtterance | undefined;
    const lent = {
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
    Object.defineProperty(window, 'speechSynthesis', { value: lent });
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
}, 300_000);

test('searching, loading all, and signs are in order', async () => {
  const look = new Look();
  const phone = await newPhone(browser, {
    url: preview.url,
    as: 'demo-stranger',
    size: 'standard',
  });
  const walk = new Walk(phone, 'both', look);
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
}, 300_000);

test('a counsellor records a guide, a colleague hears it over, a grandmother hears it without network', async () => {
  const look = new Look();
  const { url } = preview;
  const size: TextSize = 'standard';
  const route = 'record/guide/index?id=c2-three-small-things&language=dialect';
  const li = await newPhone(browser, {
    url,
    as: 'demo-counsellor',
    size,
    route: 'record/list/index',
  });
  const records = new Walk(li, size, look);
  await records.tap('#record-c2-three-small-things');
  await records.sees(recording.onlyWords);
  await records.lendMicrophone();
  for (const block of [1, 2, 3, 4]) {
    await records.sees(recording.block(block, 4));
    // The network goes in the middle: what was recorded waits, and goes on from there.
    if (block === 3) {
      // What was recorded before has arrived by then.
      await seen(li, '#send').waitFor({ state: 'hidden' });
      await changeNet(li, 'offline');
    }
    await records.tap('#record');
    // The third is heard offline below: long enough to be stopped in the middle by a slow hand.
    await records.sees(voice.secondsOf(block === 3 ? 6 : 1, 60));
    await records.tap('#record-stop');
    await records.tap('#take-keep');
    if (block !== 3) continue;
    await records.at('a take that waits', recording.waiting(1));
    await changeNet(li, '');
    await records.tap('#send');
    await says(li, recording.waiting(1)).waitFor({ state: 'detached' });
  }
  await records.at('all recorded', recording.all);
  await seen(li, '#send').waitFor({ state: 'detached' });
  await li.close();

  const admin = await newPhone(browser, { url, as: 'demo-admin', size, route });
  const hears = new Walk(admin, size, look);
  for (const block of [0, 1, 2, 3]) {
    await hears.tap(`#hear-${block}`);
    await seen(admin, '.screen').getByText(recording.heard, { exact: true }).nth(block).waitFor();
  }
  await hears.tap('#approve');
  await hears.at('heard over', recording.approved);
  await admin.close();

  const opening = { url, as: 'demo-grandma', size: 'large' as TextSize };
  const reads = { ...opening, route: 'guide/read/index?id=c2-three-small-things' };
  const grandma = await newPhone(browser, reads);
  const listens = new Walk(grandma, 'large', look);
  await listens.at('a guide with a voice', guides.recorded);
  await grandma.page.waitForFunction(
    async () => (await (await caches.open('sounds')).keys()).length === 4,
  );
  await openOn(grandma, 'offline', reads);
  await listens.tap('#play');
  await listens.sees(guides.part(3, 4));
  await listens.tap('#play');
  await listens.sees(guides.goOn);
  await listens.sees(guides.part(3, 4));
  expect(await seen(grandma, '.block--reading').count()).toBe(1);
  await grandma.close();
  expect(look.violations).toEqual([]);
}, 300_000);

test('a teacher finishes a course and keeps a sheet with a name that no server knows', async () => {
  const look = new Look();
  const size: TextSize = 'standard';
  const phone = await newPhone(browser, { url: preview.url, as: 'demo-teacher', size });
  const walk = new Walk(phone, size, look);
  await phone.open('guide/course/index?id=teachers-first');
  for (const done of [0, 1, 2, 3]) {
    await walk.sees(courses.count(done, 4));
    await walk.tap('#next');
    await walk.tap('#answer-0');
    await walk.tap('#back');
  }
  await walk.at('a course, finished', courses.finished);
  await walk.tap('#to-certificate');
  const asked: string[] = [];
  phone.page.on('request', (request) => asked.push(request.postData() ?? ''));
  await seen(phone, '#name input').fill('王秀英');
  await walk.at('a keepsake', courses.paperFoot);
  const download = phone.page.waitForEvent('download');
  await walk.tap('#save');
  expect((await download).suggestedFilename()).toBe(courses.file);
  await walk.sees(courses.saved);
  expect(asked.join()).not.toContain('王秀英');
  await phone.close();
  expect(look.violations).toEqual([]);
}, 300_000);
