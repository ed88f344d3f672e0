/** Out of hours the family is told when somebody answers; the teacher answers from the inbox in one tap. */
import type { Browser } from 'playwright-core';
import { common } from '@/wording/common';
import { home } from '@/wording/home';
import { schoolDesk } from '@/wording/school-desk';
import { sentences } from '@/wording/thread';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { makeItTen } from './support/county-clock';
import { Look } from './support/look';
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

const child = 'demo-child-xiaoshu';
const reply = '知道了，谢谢您告诉我。';

test('a grandmother writes at ten and reads when the teacher answers; the teacher answers in two taps from the first screen', async () => {
  const look = new Look();
  const phoneOf = async (as: string, size: 'standard' | 'large') =>
    new Walk(await newPhone(browser, { url: preview.url, as, size }), size, look);
  // Between the teacher's hours, which are before and after lessons.
  await makeItTen(preview.url);
  const teacher = await phoneOf('demo-teacher', 'standard');
  await teacher.at('home, teacher', home.familiesHint);
  await teacher.tap('#go-desk');
  await teacher.at('desk', schoolDesk.hint);
  await teacher.tap(`#reply-noted-${child}`);
  await teacher.sees(schoolDesk.answered);

  const grandma = await phoneOf('demo-grandma', 'large');
  await grandma.phone.open(`school/thread/index?id=${child}`);
  await grandma.tap('#sentences');
  await grandma.tap('#say-leave');
  await grandma.at('thread, out of hours', /收到了。老师.*看消息/);
  await grandma.sees(/老师一般周一到周五 早上 7:30 到上午 8:00、下午 4:00 到晚上 6:00 看消息/);

  await teacher.phone.open('school/inbox/index');
  await teacher.sees(sentences.leave.text('小树'));
  await teacher.tap(`#reply-noted-${child}`);
  await teacher.at('desk, answered', schoolDesk.sent);
  await teacher.tap('#go-office-hours');
  await teacher.at('office hours', /周一到周五 下午 4:00 到晚上 6:00/);

  await grandma.phone.open(`school/thread/index?id=${child}`);
  await grandma.sees(reply);
  expect(look.violations).toEqual([]);
}, 300_000);

test('an address that names nothing says so instead of waiting for ever', async () => {
  const look = new Look();
  for (const [as, route] of [
    ['demo-teacher', 'school/class/index?className=不是我的班'],
    ['demo-teacher', 'announce/figures/index'],
    ['demo-admin', 'publish/figures/index'],
    ['demo-grandma', 'school/thread/index'],
  ] as const) {
    const opening = { url: preview.url, as, size: 'standard' as const, route };
    const walk = new Walk(await newPhone(browser, opening), 'both', look);
    await walk.at(route, common.notOpened);
    await walk.phone.close();
  }
  expect(look.violations).toEqual([]);
}, 300_000);
