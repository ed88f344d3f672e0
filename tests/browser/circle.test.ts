/** A family comes together over two phones: inviting, confirming from afar, taking back. */
import fs from 'node:fs';
import type { Browser } from 'playwright-core';
import * as v from 'valibot';
import { booking } from '@/wording/booking';
import { circle } from '@/wording/circle';
import { consent, consentTexts } from '@/wording/consent';
import { privacy } from '@/wording/privacy';
import { roster } from '@/wording/roster';
import { launchBrowser, newPhone, startPreview, type Phone, type Preview } from './support';
import { ask } from './support/ask';
import { signUp } from './support/family-walk';
import { Look, seen, type Sizes } from './support/look';
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

async function phoneOf(as: string, sizes: Sizes, look: Look) {
  const size = sizes === 'both' ? 'standard' : sizes;
  const phone = await newPhone(browser, { url: preview.url, as, size });
  return new Walk(phone, sizes, look);
}

/** What the preview says WeChat would have sent. */
async function pathOfCard(phone: Phone): Promise<string> {
  const told = phone.page.getByText(/另一台手机打开 #/);
  const [, path = ''] = /#\/(\S+)/.exec(await told.innerText()) ?? [];
  await phone.page.getByText('知道了').click();
  return path;
}

const FileSchema = v.object({
  children: v.array(
    v.object({
      child: v.object({ id: v.string(), nickname: v.string() }),
      away: v.optional(v.object({ confirmedAt: v.optional(v.number()) })),
      decisions: v.array(v.object({ decision: v.string() })),
    }),
  ),
});

/** The file with everything, as it lands on the phone. */
async function fileOf(walk: Walk) {
  const downloading = walk.phone.page.waitForEvent('download');
  await walk.tap('#save');
  const text = fs.readFileSync(await (await downloading).path(), 'utf8');
  return v.parse(FileSchema, JSON.parse(text));
}

test('grandmother adds a child and invites, father confirms, the teacher confirms who is away, she takes back, he exports, a stranger gets nothing', async () => {
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

  // The wheel stood at "no school": the child goes to 王老师's.
  const { children } = await ask(preview.url, 'circle-grandma', 'family.listChildren', {});
  const childId = children[0]?.id ?? '';
  const move = { childId, schoolId: 'school-liuxi-primary' };
  await ask(preview.url, 'circle-grandma', 'family.updateChild', move);
  const teacher = await phoneOf('demo-teacher', 'standard', look);
  await teacher.tap('#go-roster');
  await teacher.sees(roster.saidByFamily);
  await seen(teacher.phone, '.child-card').filter({ hasText: '大树' }).click();
  await teacher.at('roster, a child', roster.ask('大树'));
  await teacher.tap('#say-both-overHalfYear');
  await teacher.at('roster, confirmed', roster.confirmedOn('刚才'));

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

  await father.phone.open('privacy/export/index');
  await father.at('export', privacy.exportHeading);
  const file = await fileOf(father);
  const [child] = file.children;
  expect(child?.child.nickname).toBe('大树');
  expect(child?.away?.confirmedAt).toBeDefined();
  expect(child?.decisions.map(({ decision }) => decision)).toEqual(['withdraw', 'give', 'begin']);
  expect(child?.child.id).toBe(childId);
  await father.phone.open(`privacy/looks/index?childId=${childId}`);
  await father.at('who looked', '王老师');

  const stranger = await phoneOf('circle-stranger', 'standard', look);
  await stranger.phone.open(path);
  await stranger.at('a used card', circle.joinGone);
  for (const page of ['family/circle', 'family/consent', 'family/away', 'privacy/looks']) {
    await stranger.phone.open(`${page}/index?childId=${childId}`);
    await stranger.sees(/没有找到|告诉我们您是谁|还没有孩子/);
    await expect(stranger.phone.page.getByText('大树').count()).resolves.toBe(0);
  }

  for (const { phone } of [grandma, father, teacher, stranger]) await phone.close();
  expect(look.violations).toEqual([]);
}, 300_000);

test('WeChat’s privacy question', async () => {
  const look = new Look();
  const walk = await phoneOf('demo-mother', 'both', look);
  await walk.phone.page.goto(
    `${preview.url}/h5/?as=demo-mother&size=standard&privacy=ask#/pages/home/index`,
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
}, 300_000);
