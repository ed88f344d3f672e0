/** Two weeks of messages on the simulated phones: asked for, reminded, summed up, left alone, asked again. */
import type { Browser } from 'playwright-core';
import { addDays, dayOf, hourMs, startOfDay, weekdayOf } from '@rules/dates';
import { changes } from '@/wording/changes';
import { desk } from '@/wording/desk';
import { pushes as words } from '@/wording/pushes';
import { liId } from '../../demo/county/counsellors';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { ask } from './support/ask';
import { makeItTen, runJob } from './support/county-clock';
import { Look } from './support/look';
import { Walk } from './support/walk';

let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview();
  await makeItTen(preview.url);
  await runJob(preview.url);
  browser = await launchBrowser();
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

interface Card {
  title: string;
  page: string;
}

/** What WeChat shows on somebody's phone, the newest first. */
async function cards(openid: string): Promise<Card[]> {
  const address = `${preview.url}/device/messages`;
  const response = await fetch(address, { headers: { 'x-openid': openid } });
  return ((await response.json()) as { messages: Card[] }).messages;
}
/** The cards of this title, once there are so many: a job that the clock set off may still be under way. */
async function arrived(openid: string, title: string, count: number): Promise<Card[]> {
  for (let tries = 0; ; tries += 1) {
    const found = (await cards(openid)).filter((card) => card.title === title);
    if (found.length >= count || tries === 150) return found;
    await pause();
  }
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
const titles = async (openid: string) => (await cards(openid)).map(({ title }) => title);
const creditsOf = async (openid: string, template: string) =>
  (await ask(preview.url, openid, 'notify.showPushes', {})).pushes.find(
    (one) => one.template === template,
  )?.credits;

/** The clock stands there, and the job has done what was due by then. */
async function goTo(moment: number): Promise<void> {
  for (const minutes of [0, 2, 8]) await preview.setClock(moment + minutes * 60_000);
}

async function phoneOf(as: string, look: Look): Promise<Walk> {
  return new Walk(
    await newPhone(browser, { url: preview.url, as, size: 'standard' }),
    'both',
    look,
  );
}

/**
 * Books for grandmother 李老师's first time from ten in the morning on (two hours before, she may be told),
 * three days away or more; answers the visit.
 */
async function bookLater(): Promise<string> {
  const childId = 'demo-child-xiaoshu';
  const { now } = await ask(preview.url, 'demo-grandma', 'account.home', {});
  const as = 'demo-grandma';
  const wish = { childId, counsellorId: liId };
  let slotId = '';
  // Nobody works every day: the first one on which there is a place.
  for (let ahead = 3; slotId === '' && ahead < 10; ahead += 1) {
    const day = addDays(dayOf(now), ahead);
    const { slots } = await ask(preview.url, as, 'booking.findSlots', { ...wish, day });
    slotId = slots.find(({ start }) => start >= startOfDay(day) + 10 * hourMs)?.id ?? '';
  }
  await ask(preview.url, as, 'booking.holdSlot', { slotId, childId });
  const worries = ['unhappy' as const];
  return (await ask(preview.url, as, 'booking.book', { slotId, childId, worries })).id;
}

const allow = (walk: Walk) => walk.phone.page.locator('#we-chat-allow').click();
const refuse = (walk: Walk) => walk.phone.page.locator('#we-chat-refuse').click();

test('a visit is booked, reminded of and opened from the card; the stock runs out and is asked for again', async () => {
  const look = new Look();
  const grandma = await phoneOf('demo-grandma', look);
  await grandma.phone.open(`booking/done/index?id=${await bookLater()}`);
  await grandma.at('booked, and WeChat may tell', words.offer);
  await grandma.tap('#ask-push');
  await allow(grandma);
  await grandma.at('WeChat will tell', words.after.accepted);
  expect(await creditsOf('demo-grandma', 'reminder')).toBe(1);

  // Two reminders need two consents: the page says how many are missing, and a tap gives another.
  await grandma.phone.open('notify/how/index');
  await grandma.at('what one will be told', words.restHeading);
  const { upcoming } = await ask(preview.url, 'demo-grandma', 'account.home', {});
  const booked = [...upcoming].sort((a, b) => a.start - b.start);
  const before = await creditsOf('demo-grandma', 'reminder');
  await grandma.tap('#ask-reminder');
  await allow(grandma);
  // What it says stood there before as well: the tap has arrived when the ledger says so.
  while ((await creditsOf('demo-grandma', 'reminder')) !== (before ?? 0) + 1) {
    await pause();
  }
  await grandma.sees(/都能发|还差/);

  // A no is a no: nothing changes, and nobody asks again where something was just done.
  await grandma.tap('#ask-offer');
  await refuse(grandma);
  await grandma.at('a no is taken', words.after.refused);

  for (const visit of booked) {
    await goTo(visit.start - 24 * hourMs);
    await goTo(visit.start - 2 * hourMs);
  }
  const reminders = await arrived('demo-grandma', '预约时间提醒', 2);
  expect(reminders).toHaveLength(2);
  expect(await creditsOf('demo-grandma', 'reminder')).toBe(0);
  expect(reminders[0]?.page).toBe(`booking/detail/index?id=${booked.at(-1)?.id}`);
  // The card opens the visit: it is confirmed, moved or given up there, and the counsellor sees it.
  await grandma.phone.open(reminders[0]?.page ?? '');
  await grandma.at('opened from the card', changes.come);
  expect(await grandma.phone.page.locator('#cancel').innerText()).toContain(changes.comeNot);
  await grandma.tap('#come');
  await grandma.at('they come', changes.comes);
  await grandma.phone.close();
  const counsellor = await phoneOf('demo-counsellor', look);
  await counsellor.phone.open('pages/home/index');
  await counsellor.at('the day says who comes', desk.comes);
  await counsellor.phone.close();
  expect(look.violations).toEqual([]);
}, 900_000);

test('Sunday’s digest opens the week; at night nothing comes; whoever sleeps by day is told in the evening', async () => {
  const look = new Look();
  for (let count = 0; count < 2; count += 1) {
    await fetch(`${preview.url}/device/subscribe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': 'demo-father' },
      body: JSON.stringify({ tmplIds: ['demo-template-digest'] }),
    });
    const answers = [{ template: 'digest' as const, answer: 'accept' as const }];
    await ask(preview.url, 'demo-father', 'notify.recordSubscription', { answers });
  }
  const father = await phoneOf('demo-father', look);
  await father.phone.open('notify/how/index');
  await father.tap('#rest-8-17');
  await father.at('sleeps by day', words.restHeading);
  const standing = () => ask(preview.url, 'demo-father', 'notify.showPushes', {});
  while ((await standing()).quiet.from !== 8) await pause();
  const { now, quiet } = await standing();
  expect(quiet).toEqual({ from: 8, to: 17 });
  const today = dayOf(now);
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7 || 7);
  await goTo(startOfDay(sunday) + 12 * hourMs);
  expect(await titles('demo-father')).not.toContain('每周小结');
  await goTo(startOfDay(sunday) + 19 * hourMs);
  const [digest, ...more] = await arrived('demo-father', '每周小结', 1);
  expect(more).toEqual([]);
  await father.phone.open(digest?.page ?? '');
  await father.at('the week, from the card', words.weekSay);

  // Of the next week's: in the hours in which he sleeps nothing is shown.
  await father.phone.open('notify/how/index');
  await father.tap('#rest-21-7');
  await father.sees(words.restHeading);
  await goTo(startOfDay(addDays(sunday, 7)) + 19 * hourMs);
  expect(await arrived('demo-father', '每周小结', 2)).toHaveLength(2);
  expect(await creditsOf('demo-father', 'digest')).toBe(0);
  await father.phone.open('notify/how/index');
  await father.at('may be asked for again', words.askFor(words.templates.digest.name));
  await father.phone.close();
  expect(look.violations).toEqual([]);
}, 900_000);

test('a guide goes to a township, is opened, and the figures say so', async () => {
  const look = new Look();
  const { now } = await ask(preview.url, 'demo-admin', 'notify.listBulletins', {});
  await goTo(startOfDay(addDays(dayOf(now), 1)) + 10 * hourMs);
  const admin = await phoneOf('demo-admin', look);
  await admin.phone.open('notify/bulletins/index');
  await admin.at('nothing sent yet', words.bulletinsNone);
  await admin.tap('#new-bulletin');
  await admin.at('which guide, to whom', words.sendHeading);
  await admin.tap('[id^=guide-]');
  await admin.tap('#send');
  await admin.at('sent', words.sent);
  await runJob(preview.url);
  const { notices } = await ask(preview.url, 'demo-grandma', 'notify.listInbox', {});
  const told = notices.find(({ kind }) => kind === 'bulletin');
  const grandma = await phoneOf('demo-grandma', look);
  await grandma.phone.open(`notify/bulletin/index?id=${told?.bulletinId ?? ''}`);
  await grandma.at('a bulletin', words.bulletinOpen);
  await admin.phone.open('notify/bulletins/index');
  await admin.at('figures', `${words.figures.opened} 1`);
  for (const { phone } of [admin, grandma]) await phone.close();
  expect(look.violations).toEqual([]);
}, 900_000);
