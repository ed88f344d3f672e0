/** Two phones: an administrator lets a teacher in, the teacher works, and the post ends. */
import type { Browser } from 'playwright-core';
import { circle } from '@/wording/circle';
import { staff } from '@/wording/staff';
import { home } from '@/wording/home';
import { reach } from '@/wording/reach';
import { roster } from '@/wording/roster';
import { launchBrowser, newPhone, startPreview, type Phone, type Preview } from './support';
import { ask } from './support/ask';
import { Look, says, seen } from './support/look';
import { Walk } from './support/walk';
import { townships } from '../../demo/county/townships';

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

/** The code of the card, as the backend answers it. */
async function codeMadeOn(phone: Phone, act: () => Promise<void>): Promise<string> {
  const answered = phone.page.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('"account.invite"'),
  );
  await act();
  const text = await (await answered).text();
  return /"code":"([\w-]{22})"/.exec(text)?.[1] ?? '';
}

test('an administrator invites, a stranger accepts and works, the post ends', async () => {
  const look = new Look();
  const { url } = preview;
  const name = '郑老师';
  const admin = await newPhone(browser, { url, as: 'demo-admin', size: 'standard' });
  const left = new Walk(admin, 'both', look);
  await left.at('home, administrator', '何老师');
  await left.tap('#go-invite');
  await left.tap('#kind-teacher');
  await admin.page.locator('#name input:visible').fill(name);
  await admin.page.locator('#class input:visible').fill('三年级二班');
  await left.tap('#add-class');
  await left.pick('#school');
  await left.at('invite, filled', '三年级二班');
  const code = await codeMadeOn(admin, () => left.tap('#make'));
  await left.at('invite, made', staff.ready);
  await left.tap('#print');
  await admin.page.locator('#save:not(.button--inactive):visible').waitFor();
  await left.at('poster', '打印出来');

  const openid = 'test-teacher';
  const size = 'standard';
  const route = `desk/accept/index?code=${code}`;
  const teacher = await newPhone(browser, { url, as: openid, size, route });
  const right = new Walk(teacher, 'both', look);
  await right.at('accept', '何老师请您来');
  await right.tap('#accept');
  await right.at('accepted', staff.acceptedHint(name, staff.roleNames.teacher));
  await right.tap('#begin');
  await right.at('home, teacher', home.roster);
  await right.tap('#go-roster');
  await right.at('roster', roster.headings.teacher);
  await right.tap('[id^=child-]');
  await right.at('roster, a child', roster.askHint);
  await right.tap('#say-father-overHalfYear');
  await right.at('roster, said', '爸爸在外，半年以上');

  await admin.open('desk/staff/index');
  await left.at('staff', name);
  await admin.page.locator('.card[id^=post-]:visible', { hasText: name }).first().click();
  await left.at('ending a post', staff.endWhat);
  await left.tap('#end-post');
  await left.at('post ended', staff.ended(name));

  // What the phone kept from before is not shown any more either.
  await teacher.open('desk/roster/index');
  await right.at('roster, post ended', roster.notStaff);
  await expect(teacher.page.locator('[id^=child-]:visible').count()).resolves.toBe(0);
  expect(look.violations).toEqual([]);
  await admin.close();
  await teacher.close();
}, 300_000);

test('a child director goes, the families wait, the next one takes one over and calls there', async () => {
  const look = new Look();
  const { url } = preview;
  const [goes, comes] = ['周主任', '吴主任'] as const;
  const size = 'standard';
  const admin = await newPhone(browser, { url, as: 'demo-admin', size: 'standard' });
  const left = new Walk(admin, 'both', look);
  await admin.open('desk/staff/index');
  await seen(admin, '.card[id^=post-]').filter({ hasText: goes }).click();
  await left.at('ending, with families', staff.handoverNobodyHint);
  await left.tap('#end-post');
  await left.at('families wait', staff.waitingHint);

  const { code } = await ask(url, 'demo-admin', 'account.invite', {
    ...{ role: 'director' as const, name: comes },
    township: townships.shiqiao.code,
  });

  const route = `desk/accept/index?code=${code}`;
  const director = await newPhone(browser, { url, as: 'test-director', size, route });
  const right = new Walk(director, 'both', look);
  await right.tap('#accept');
  await right.tap('#begin');
  await right.tap('#go-roster');
  await seen(director, '.child-card').filter({ hasText: roster.waitsForSomebody }).first().click();
  await right.at('roster, a family that waits', roster.takeOverHint);
  await right.tap('[id^=take-]');
  await right.at('roster, taken over', /交给我的/);
  await director.open('desk/roster/index');
  await seen(director, '.child-card').filter({ hasText: '交给我的' }).first().click();
  await right.at('roster, somebody to call', /打给/);
  await right.tap('[id^=circle-]');
  await right.at('circle, somebody at home', circle.atHomeCall);
  await right.tap('#at-home');
  await right.at('at home', circle.atHomeHint);
  await director.page.locator('#phone input:visible').fill('10200000097');
  await right.tap('#save');
  await right.at('circle, another number', '10200000097');
  expect(look.violations).toEqual([]);
  await admin.close();
  await director.close();
}, 300_000);

test('an administrator takes the codes of a township; who comes by one knows the place, and is shown among ten or not at all', async () => {
  const look = new Look();
  const { url } = preview;
  const admin = await newPhone(browser, { url, as: 'demo-admin', size: 'standard' });
  const left = new Walk(admin, 'both', look);
  const drawn = () => seen(admin, '#save:not(.button--inactive)').waitFor();
  await left.tap('#go-found');
  await drawn();
  await left.at('codes, the whole county', reach.channelHints.poster);
  await left.tap('#where-township');
  await left.sees(reach.pickFirst);
  await left.pick('#township');
  await left.tap('#channel-loudspeaker');
  await drawn();
  await left.at('codes, a loudspeaker', reach.speechTitle);
  await left.tap('#copy');
  await left.sees(new RegExp(`${reach.copied}|${reach.notCopied}`));
  await left.tap('#channel-group');
  await drawn();
  await seen(admin, '#share').waitFor();
  await left.at('codes, a group', reach.groupTitle);

  const family = await newPhone(browser, { url, as: 'test-found', size: 'standard' });
  const told = family.page.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('"reach.noteArrival"'),
  );
  await family.open(`pages/home/index?scene=poster.${townships.bailu.code}`);
  expect((await told).ok()).toBe(true);
  const right = new Walk(family, 'both', look);
  await right.at('home, found by a code', home.welcome);
  await family.open('help/directory/index');
  await right.at('directory, found by a code', townships.bailu.name);

  await left.tap('#go-arrivals');
  await left.at('arrivals', townships.liuxi.name);
  await left.sees('至少40位');
  // One person of a month that still runs is not to be found in a number.
  expect(await says(admin, townships.bailu.name).count()).toBe(0);
  expect(look.violations).toEqual([]);
  await admin.close();
  await family.close();
}, 300_000);
