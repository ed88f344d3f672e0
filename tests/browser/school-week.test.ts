/** The weekly question for a class of fifty, and an announcement until everybody has seen it. */
import type { Browser } from 'playwright-core';
import { addDays, dayOf, hourMs, startOfDay } from '@rules/dates';
import { weekOf } from '@rules/weekly';
import { announcement } from '@/wording/announcement';
import { starterTexts, week } from '@/wording/week';
import { treeClass, treeSchool } from '../../demo/families/demonstration';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { ask } from './support/ask';
import { Look, says, seen } from './support/look';
import { Walk } from './support/walk';

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

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Ten in the morning, so many days into the week after this one: nothing is said of it yet. */
const morningOf = (days: number) => startOfDay(addDays(weekOf(Date.now()), 7 + days)) + 10 * hourMs;

test('fifty children in seven taps, the parents see their own, and an announcement reaches those who had not seen it', async () => {
  const look = new Look();
  const walkOf = async (as: string, route: string, size: 'standard' | 'large' = 'standard') =>
    new Walk(await newPhone(browser, { url: preview.url, as, size, route }), size, look);
  await preview.setClock(morningOf(2));
  const teacher = await walkOf('demo-teacher', 'pages/home/index');
  let taps = 0;
  const tap = async (selector: string) => {
    taps += 1;
    await teacher.tap(selector);
  };
  await tap('#go-weekly');
  await teacher.at('the class', week.all);
  expect(await seen(teacher.phone, '.week-name').count()).toBe(50);
  await tap('#child-demo-child-xiaoshu');
  await tap('#face-low');
  await tap('#fact-ate-no');
  await tap('#ready-2');
  await teacher.at('one child', week.say);
  await tap('#close-child');
  await teacher.sees(week.rest(49));
  await tap('#confirm');
  await teacher.sees(week.sent);
  expect(taps).toBe(7);
  const theClass = { schoolId: treeSchool, className: treeClass };
  const { children } = await ask(preview.url, 'demo-teacher', 'school.showWeek', {
    class: theClass,
  });
  expect(children.filter(({ said }) => said?.answer.usual).length).toBe(49);

  const father = await walkOf('demo-father', 'school/week/index');
  await father.at('a week for the parents', starterTexts.ateLittle('小树'));
  await says(father.phone, '话少一些').waitFor();
  await father.phone.close();

  const writer = await walkOf('demo-teacher', 'announce/write/index');
  await seen(writer.phone, '#text textarea').fill('明天带雨衣');
  await writer.tap('#add-guide');
  await writer.tap('#guide-c1-signs');
  await writer.sees(announcement.removeGuide);
  const chooser = writer.phone.page.waitForEvent('filechooser');
  await writer.tap('#add-picture');
  await (await chooser).setFiles({ name: 'coat.png', mimeType: 'image/png', buffer: dot });
  await writer.sees(announcement.pictureNumber(1));
  await writer.tap('#when-other');
  await writer.at('writing, at a time of my own', announcement.clock);
  await writer.tap('#when-now');
  await writer.at('writing', announcement.writeHeading);
  await writer.tap('#send');
  await writer.sees('明天带雨衣');
  await writer.phone.close();
  await preview.setClock(morningOf(2) + hourMs);
  const grandma = await walkOf('demo-grandma', 'announce/list/index', 'large');
  await says(grandma.phone, '明天带雨衣').click();
  await grandma.at('an announcement', announcement.know);
  await grandma.sees(/^一起看/);
  await grandma.sees(announcement.pictures(1));
  await grandma.tap('[id^=know-]');
  await grandma.sees(announcement.known);
  await grandma.phone.close();

  await preview.setClock(morningOf(3) + hourMs);
  const { announcements: sent } = await ask(
    preview.url,
    'demo-teacher',
    'school.listSentAnnouncements',
    {},
  );
  const id = sent[0]?.id ?? '';
  const first = { announcementId: id, number: 0 };
  const link = await ask(preview.url, 'demo-grandma', 'school.openAnnouncementPicture', first);
  expect((await fetch(link.url)).status).toBe(200);
  const desk = await walkOf('demo-teacher', `announce/figures/index?id=${id}`);
  await desk.at('who has not', announcement.missing);
  await desk.sees(announcement.figures(1, 50));
  await desk.tap('#remind');
  await seen(desk.phone, '#remind').waitFor({ state: 'hidden' });
  await preview.setClock(morningOf(3) + 2 * hourMs);
  const linesOf = async (as: string) => {
    const { notices } = await ask(preview.url, as, 'notify.listInbox', {});
    return notices.filter(({ announcementId }) => announcementId === id).length;
  };
  expect(await linesOf('demo-grandma')).toBe(1);
  expect(await linesOf('demo-family-01')).toBe(2);
  expect(dayOf(sent[0]?.at ?? 0)).toBe(dayOf(morningOf(2)));
  expect(look.violations).toEqual([]);
  await desk.phone.close();
  await teacher.phone.close();
}, 300_000);
