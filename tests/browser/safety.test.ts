/**
 * Words that cannot wait: the card at once and without network, the person on duty on the other phone,
 * the report, the second person; nobody on duty is said; and the father's phone shows nothing of it.
 */
import type { Browser } from 'playwright-core';
import type { InputOf } from '@contract';
import { addDays, hourMs, minuteMs, startOfDay } from '@rules/dates';
import { weekOf } from '@rules/weekly';
import { common } from '@/wording/common';
import { firstHelp, stepTexts } from '@/wording/first-help';
import { home } from '@/wording/home';
import { authorityNames, outcomeNames, safety } from '@/wording/safety';
import { duty } from '@/wording/safety-duty';
import { thread } from '@/wording/thread';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { ask } from './support/ask';
import { Look, says, seen } from './support/look';
import { changeNet } from './support/network';
import { Walk } from './support/walk';

const route = 'school/thread/index?id=demo-child-xiaoshu';
const despair = '老师，娃说他不想活了，手里拿着农药';
/** Ten in the morning of the first Monday on which the roster is the test's own. */
const monday = addDays(weekOf(Date.now()), 7);
const morning = startOfDay(monday) + 10 * hourMs;

let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
  await preview.setClock(morning);
  // The county comes with a roster; here nobody is on it until somebody is put there.
  await setRoster(monday, []);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

/** The whole week, as the administrator would save it. */
async function setRoster(week: string, entries: InputOf<'safety.setDuty'>['entries']) {
  const as = 'demo-admin';
  const { rev } = await ask(preview.url, as, 'safety.listDuty', { from: week });
  await ask(preview.url, as, 'safety.setDuty', { week, rev, entries });
}

async function walkOf(as: string, look: Look, at?: string): Promise<Walk> {
  const phone = await newPhone(browser, {
    ...{ url: preview.url, as, size: 'standard' },
    ...(at !== undefined && { route: at }),
  });
  return new Walk(phone, 'both', look);
}

const write = async (walk: Walk, text: string) => {
  await walk.tap('#write');
  await seen(walk.phone, '#type textarea').fill(text);
};

test('an administrator puts two people on duty for a day, and sees what is left open', async () => {
  const look = new Look();
  const admin = await walkOf('demo-admin', look, 'safety/duty/index');
  await admin.at('roster, empty', duty.nobody);
  await admin.tap(`#add-${monday}`);
  await admin.tap('#part-all');
  await seen(admin.phone, '[id^=who-]').filter({ hasText: '李老师' }).first().click();
  await seen(admin.phone, '[id^=stand-in-]').filter({ hasText: '周主任' }).first().click();
  await admin.at('roster, somebody chosen', duty.put);
  await admin.tap('#put');
  await admin.tap('#save-duty');
  await admin.at('roster, saved', duty.saved);
  // The next morning, from and to as one likes; what would be twice cannot be put there.
  const tuesday = addDays(monday, 1);
  await admin.tap(`#add-${tuesday}`);
  await admin.tap('#part-own');
  await seen(admin.phone, '[id^=who-]').filter({ hasText: '李老师' }).first().click();
  await admin.at('roster, hours of one’s own', duty.ownHint);
  await admin.tap('#put');
  await admin.sees('8:00–12:00');
  await admin.tap(`#add-${monday}`);
  await admin.tap('#part-day');
  await admin.at('roster, somebody is there', duty.clash);
  await admin.tap('#no-put');
  await admin.tap('#save-duty');
  await admin.sees(duty.saved);
  const week = await ask(preview.url, 'demo-admin', 'safety.listDuty', { from: monday });
  expect(week.shifts).toMatchObject([
    { day: monday, from: 0, to: 1440 },
    { day: tuesday, from: 480, to: 720 },
  ]);
  expect(look.violations).toEqual([]);
  await admin.phone.close();
}, 300_000);

test('from a sentence without network to a case that two people have finished', async () => {
  const look = new Look();
  const grandma = await walkOf('demo-grandma', look, route);
  await grandma.sees(thread.write);
  await changeNet(grandma.phone, 'offline');
  await write(grandma, despair);
  await grandma.at('help card', firstHelp.urgentHint);
  await seen(grandma.phone, '#call-national-120').waitFor();
  await grandma.sees(stepTexts.stay);
  await grandma.sees(firstHelp.unsent);
  await grandma.tap('#help-send');
  await grandma.at('thread, unsent', thread.unsent);
  await changeNet(grandma.phone, '');
  await says(grandma.phone, thread.unsent).waitFor({ state: 'detached' });
  // Somebody is on duty: nothing of "nobody" is said.
  expect(await says(grandma.phone, firstHelp.nobody).count()).toBe(0);
  await grandma.sees(thread.privateChip);

  // A quarter of an hour and nobody has taken it: it is raised, and the clock says so.
  await preview.setClock(morning + 16 * minuteMs);
  const counsellor = await walkOf('demo-counsellor', look);
  await counsellor.sees(home.alertsWait(1));
  await counsellor.tap('#go-alerts');
  await counsellor.at('alerts, overdue', /还没人接，过了/);
  await seen(counsellor.phone, '.card[id^=alert-]').first().click();
  await counsellor.at('alert', despair);
  await counsellor.tap('#accept');
  await counsellor.sees('您在跟');
  await counsellor.tap('#deed-called');
  await seen(counsellor.phone, '#deed-text textarea').fill('电话里奶奶说农药收走了');
  await counsellor.at('alert, at work', safety.deedText);
  await counsellor.tap('#keep-deed');
  await counsellor.sees(safety.kept);

  // It cannot be closed before the report is settled.
  await counsellor.tap('#go-close');
  await counsellor.at('close, report first', safety.closeHint);
  await counsellor.tap('#go-report');
  await counsellor.sees(safety.reportHeading);
  await counsellor.tap('#to-education');
  await seen(counsellor.phone, '#receipt input').fill('演示-001');
  await counsellor.at('report', safety.reportReceipt);
  await counsellor.tap('#save-report');
  await counsellor.tap('#outcome-safeNow');
  await seen(counsellor.phone, '#close-text textarea').fill('家里守着，明天来学校谈');
  await counsellor.at('close', safety.closeSecond);
  await counsellor.tap('#finish');
  await counsellor.at('alert, for a second person', /等第二个人看/);
  await counsellor.sees(authorityNames.education);

  const director = await walkOf('demo-director', look, 'safety/alerts/index');
  await seen(director.phone, '.card[id^=alert-]').first().click();
  await director.tap('#go-confirm');
  await director.at('confirm', outcomeNames.safeNow);
  await director.tap('#agree');
  await director.sees('办完了');
  // It was kept for the education office; the second person lets it go, with a reason.
  await director.tap('#go-lift');
  await seen(director.phone, '#lift-why textarea').fill('教育局说不用留了');
  await director.at('kept for an authority', safety.liftHint);
  await director.tap('#lift');
  await director.sees('不用再留着，教育局说不用留了');
  await director.phone.open('safety/alerts/index');
  await director.tap('#show-closed');
  await director.at('alerts, closed', '办完了');

  // The father: no count, no list, no notice, and not her words either.
  const father = await walkOf('demo-father', look);
  await father.sees('小树');
  expect(await seen(father.phone, '#go-alerts').count()).toBe(0);
  await father.phone.open('pages/messages/index');
  await father.sees('柳溪镇中心小学');
  expect(await says(father.phone, /值班|请您看一看/).count()).toBe(0);
  await father.phone.open(route);
  await father.sees(thread.write);
  expect(await says(father.phone, '不想活').count()).toBe(0);
  await father.phone.open('safety/alerts/index');
  await father.at('alerts, to a family', safety.notStaff);
  for (const as of ['demo-father', 'demo-grandma', 'demo-mother']) {
    await expect(ask(preview.url, as, 'safety.listAlerts', { show: 'open' })).rejects.toThrow(
      'FORBIDDEN',
    );
    const { notices } = await ask(preview.url, as, 'notify.listInbox', {});
    expect(notices.filter(({ kind }) => kind.startsWith('duty'))).toEqual([]);
  }
  expect(look.violations).toEqual([]);
  for (const walk of [grandma, counsellor, director, father]) await walk.phone.close();
}, 600_000);

test('a recording that nobody has heard says so; a person listens and says what it was', async () => {
  const look = new Look();
  const grandma = await walkOf('demo-grandma', look, route);
  await grandma.sees(thread.write);
  await grandma.lendMicrophone();
  await grandma.speak();
  await grandma.at('recorded', firstHelp.voice);
  await grandma.tap('#urgent-voice');
  await grandma.at('urgent voice', firstHelp.urgentHint);
  await grandma.tap('#help-close');
  await grandma.sees(firstHelp.voiceUrgent);
  await grandma.tap('#send-voice');
  await seen(grandma.phone, '[id^=voice-]').first().waitFor();

  const counsellor = await walkOf('demo-counsellor', look, 'safety/unheard/index');
  await counsellor.at('listening queue', safety.markedAsUrgent);
  await counsellor.tap('[id^=play-]');
  await counsellor.tap('[id^=heard-][id$=-S1]');
  await counsellor.at('listening queue, heard', safety.heard);
  await counsellor.tap('[id^=keep-]');
  await counsellor.sees(safety.heardDone);
  await counsellor.phone.open('safety/unheard/index');
  await counsellor.at('listening queue, empty', safety.unheardNone);
  expect(look.violations).toEqual([]);
  await counsellor.phone.close();
  await grandma.phone.close();
}, 300_000);

test('a shift is swapped, a case handed over and given out; what was missed and the seals go to the county', async () => {
  const look = new Look();
  const counsellor = await walkOf('demo-counsellor', look, 'safety/duty/index');
  await counsellor.tap('[id^=swap-]');
  await counsellor.sees(duty.swapWho);
  await seen(counsellor.phone, '[id^=swap-to-]').filter({ hasText: '周主任' }).first().click();
  await counsellor.at('swap, asked', duty.swapAsked('周主任'));
  const director = await walkOf('demo-director', look, 'safety/duty/index');
  await director.at('swap, to answer', duty.swapYes);
  await director.tap('[id^=swap-yes-]');
  await says(director.phone, duty.swapYes).waitFor({ state: 'detached' });
  const { shifts } = await ask(preview.url, 'demo-admin', 'safety.listDuty', { from: monday });
  expect(shifts.filter(({ duty: { name } }) => name.includes('周主任'))).toHaveLength(1);

  const threadId = 'demo-child-xiaoshu';
  await ask(preview.url, 'demo-grandma', 'school.sendMessage', {
    ...{ threadId, content: { kind: 'text', text: '他爸爸打他，身上都是伤' } },
    audience: 'teacher',
  });
  const { rows } = await ask(preview.url, 'demo-counsellor', 'safety.listAlerts', {
    show: 'open',
  });
  const alertId = rows.find(({ state }) => state === 'waiting')?.id ?? '';
  await ask(preview.url, 'demo-counsellor', 'safety.acceptAlert', { alertId });
  await counsellor.phone.open(`safety/hand/index?id=${alertId}`);
  await counsellor.at('hand over', safety.hand);
  await seen(counsellor.phone, '[id^=hand-]').filter({ hasText: '周主任' }).first().click();
  await director.phone.open(`safety/alert/index?id=${alertId}`);
  await director.sees('您在跟');
  await director.tap('#go-export');
  await seen(director.phone, '#purpose textarea').fill('镇派出所来函');
  await director.at('give out, what for', safety.exportHint);
  await director.tap('#make');
  await director.at('give out, made', '镇派出所来函');

  await director.phone.open('safety/missed/index');
  await seen(director.phone, '#missed-text textarea').fill('他说活着没意思');
  await director.tap('#level-S2');
  await director.at('missed', safety.missedPrivacy);
  await director.tap('#save-missed');
  await director.sees(safety.missedDone);

  // Without network the desk shows what it had, and says that it is old.
  await director.phone.open('safety/alerts/index');
  await director.sees(safety.ways);
  await changeNet(director.phone, 'offline');
  await director.tap('#show-mine');
  await director.tap('#show-open');
  await director.at('alerts, without network', common.offline);
  await changeNet(director.phone, '');

  const admin = await walkOf('demo-admin', look, 'safety/alerts/index');
  await admin.tap('#go-records');
  await admin.at('seals', /复制这 \d+ 条/);
  await admin.tap('#show-corrections');
  await admin.at('what teaches the rules', '他说活着没意思');
  expect(look.violations).toEqual([]);
  for (const { phone } of [counsellor, director, admin]) await phone.close();
}, 600_000);

test('what is reported once more after it was finished is a new case, and each leads to the other', async () => {
  const look = new Look();
  const { url } = preview;
  const as = 'demo-counsellor';
  const threadId = 'demo-child-xiaoshu';
  const { seq } = await ask(url, 'demo-grandma', 'school.sendMessage', {
    ...{ threadId, content: { kind: 'text', text: '明天带什么来' }, audience: 'all' },
  });
  const reported = async (by: string) => {
    await ask(url, by, 'school.reportMessage', { threadId, seq, reason: 'harm' });
    const { rows } = await ask(url, as, 'safety.listAlerts', { show: 'open' });
    return rows.find(({ reason, state }) => reason === 'reported' && state === 'waiting')?.id ?? '';
  };
  const first = await reported('demo-father');
  await ask(url, as, 'safety.acceptAlert', { alertId: first });
  const report = { made: false as const, reason: '问过了，是误会' };
  await ask(url, as, 'safety.recordReport', { alertId: first, report });
  await ask(url, as, 'safety.resolveAlert', {
    ...{ alertId: first, outcome: 'safeNow', judgement: 'right', text: '孩子没事' },
  });
  const second = await reported('demo-mother');
  expect(second).not.toBe(first);

  const counsellor = await walkOf(as, look, `safety/alert/index?id=${first}`);
  await counsellor.at('alert, came up again', safety.next);
  await counsellor.tap('#go-next');
  await counsellor.at('alert, follows a finished one', safety.follows);
  await seen(counsellor.phone, '#accept').waitFor();
  await counsellor.tap('#go-follows');
  await counsellor.sees(safety.next);
  expect(look.violations).toEqual([]);
  await counsellor.phone.close();
}, 300_000);

test('nobody is on duty, and that is said with the phones; a question where words alone cannot tell', async () => {
  await setRoster(monday, []);
  await preview.setClock(morning + 26 * hourMs);
  const look = new Look();
  const grandma = await walkOf('demo-grandma', look, route);
  await grandma.sees(thread.write);
  await write(grandma, '娃喝药了');
  await grandma.at('which medicine', firstHelp.askTitle);
  await grandma.tap('#ask-poison');
  await grandma.sees(firstHelp.urgentHint);
  await grandma.sees(stepTexts.keepBottle);
  await grandma.tap('#help-send');
  await grandma.at('nobody on duty', firstHelp.nobody);
  await seen(grandma.phone, '#call-national-120').waitFor();
  await grandma.tap('#help-close');
  await grandma.at('thread, afterwards', firstHelp.again);
  expect(look.violations).toEqual([]);
  await grandma.phone.close();
}, 300_000);
