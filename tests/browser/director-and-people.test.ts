/**
 * A child director's day: a status is confirmed, a visit written down without network arrives once.
 * An administrator's year: the classes move up, and a teacher who goes gives everything to the next.
 */
import type { Browser } from 'playwright-core';
import { minuteMs } from '@rules/dates';
import { director } from '@/wording/director';
import { people } from '@/wording/people';
import { thread } from '@/wording/thread';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { ask } from './support/ask';
import { Look, seen } from './support/look';
import { changeNet } from './support/network';
import { Walk } from './support/walk';

let preview: Preview;
let browser: Browser;
const schoolId = 'school-liuxi-primary';

beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

async function walkOf(as: string, look: Look) {
  const phone = await newPhone(browser, { url: preview.url, as, size: 'standard' });
  return new Walk(phone, 'both', look);
}

test('a child director confirms a status, and a visit noted without network arrives once', async () => {
  const look = new Look();
  const { url } = preview;
  const words = '奶奶腿疼，柴火有人帮着劈';
  const walk = await walkOf('demo-director', look);
  const { children } = await ask(url, 'demo-director', 'director.listChildren', { view: 'due' });
  const child = children[0];
  if (!child) throw new Error('the township has no children');

  await walk.tap('#go-director');
  await walk.at('director, desk', director.views.unconfirmed);
  await walk.tap(`#child-${child.id}`);
  await walk.at('director, child', director.visits);
  if (child.away) await walk.tap('#confirm-other');
  await walk.at('director, status', director.confirmNow);
  await walk.tap('#say-both-overHalfYear');
  await walk.at('director, confirmed', new RegExp(director.confirmed));

  await walk.tap('#note-visit');
  await changeNet(walk.phone, 'offline');
  await walk.tap('#met-yes');
  await walk.tap('#state-soSo');
  await walk.phone.page.locator('#words textarea:visible').fill(words);
  await walk.at('director, note', director.wordsWho);
  await walk.tap('#save');
  await walk.at('director, waits for network', director.kept);
  // The app is closed on the way, and opened again where there is network.
  await walk.phone.page.reload();
  await walk.phone.open('director/desk/index');
  await walk.sees(director.views.due);
  await walk.phone.open(`director/child/index?childId=${child.id}`);
  await walk.at('director, arrived', words);
  await walk.sees(director.visitBy.mine);
  const { visits } = await ask(url, 'demo-director', 'director.listVisits', {
    childId: child.id,
  });
  expect(visits.filter((visit) => visit.words === words)).toHaveLength(1);

  await walk.phone.open('director/desk/index');
  await walk.tap('#view-unconfirmed');
  await walk.at('director, to be confirmed', /岁/);
  await walk.tap('#view-proxy');
  await walk.at('director, acted for', /我帮着记的|还没有帮人家记/);
  expect(look.violations).toEqual([]);
  await walk.phone.close();
}, 600_000);

test('an administrator moves the classes up, and gives a teacher’s work to the next one', async () => {
  const look = new Look();
  const { url } = preview;
  const walk = await walkOf('demo-admin', look);
  await walk.tap('#go-schools');
  await walk.at('schools', '柳溪镇中心小学');
  await walk.tap(`#school-${schoolId}`);
  await walk.at('school', people.classes);
  await walk.tap('#add-class');
  await walk.phone.page.locator('#class-name input:visible').fill('一年级一班');
  await walk.at('school, a class', people.save);
  await walk.tap('#save-class');
  await walk.sees('一年级一班');
  await walk.tap('#go-year');
  await walk.at('year, preview', people.moves('三年级一班', '四年级一班'));
  await walk.tap('#move');
  await walk.at('year, done', people.moved);
  const after = await ask(url, 'demo-admin', 'people.showYear', { schoolId });
  expect(after.doneAt).toBeDefined();
  await walk.phone.open(`people/year/index?schoolId=${schoolId}`);
  await walk.at('year, done before', people.movedHint);

  await walk.phone.open('desk/staff/index');
  await seen(walk.phone, '#post-post-demo-teacher').click();
  await walk.tap('#hand-over');
  await walk.at('leave', people.leaveTo);
  await walk.tap('#to-post-demo-teacher-two');
  await walk.at('leave, chosen', people.leaveWhat);
  await walk.tap('#leave');
  await walk.at('leave, done', people.left);
  await expect(ask(url, 'demo-teacher', 'school.listDesk', {})).rejects.toThrow('FORBIDDEN');
  const next = await ask(url, 'demo-teacher-two', 'account.home', {});
  expect(next.person.posts?.[0]?.classes).toContain('四年级一班');
  expect(look.violations).toEqual([]);
  await walk.phone.close();
}, 600_000);

test('a counsellor goes: the family reads it, with whom to call, and books with another one', async () => {
  const look = new Look();
  const { url } = preview;
  const threadId = 'demo-child-xiaoshu_counsellor-li';
  const childId = 'demo-child-xiaoshu';
  const wish = { schoolId, own: true };
  const { slots } = await ask(url, 'demo-counsellor', 'booking.findForFamily', wish);
  const slot = slots.find(({ kind }) => kind === 'school');
  if (!slot) throw new Error('there is no free place');
  const { slotId, start } = slot;
  await ask(url, 'demo-grandma', 'booking.holdSlot', { slotId, childId });
  const about = { slotId, childId, worries: ['sleep' as const] };
  const { id: appointmentId } = await ask(url, 'demo-grandma', 'booking.book', about);
  await preview.setClock(start);
  await ask(url, 'demo-counsellor', 'booking.checkIn', { appointmentId });
  const content = { kind: 'text' as const, text: '老师，娃昨晚睡得好些了' };
  await ask(url, 'demo-grandma', 'school.sendMessage', { threadId, content, audience: 'all' });
  await ask(url, 'demo-admin', 'account.endPost', { postId: 'post-demo-counsellor' });
  const grandma = await walkOf('demo-grandma', look);
  for (let tries = 0; tries < 10; tries += 1) {
    // A few threads at a run of the minute's timer.
    await preview.setClock(start + (tries + 1) * minuteMs);
    const { messages } = await ask(url, 'demo-grandma', 'school.getThread', { threadId });
    if (messages.some(({ note }) => note?.says === 'closed')) break;
  }
  await grandma.phone.open('pages/messages/index');
  await grandma.at('threads, one closed', '柳溪镇中心小学');
  await grandma.phone.open(`school/thread/index?id=${threadId}`);
  await grandma.at('thread, closed', thread.closed);
  await seen(grandma.phone, '#call-national-120').waitFor();
  expect(await seen(grandma.phone, '#write').count()).toBe(0);
  await grandma.tap('#book');
  await grandma.sees('小树');
  expect(look.violations).toEqual([]);
  await grandma.phone.close();
}, 300_000);
