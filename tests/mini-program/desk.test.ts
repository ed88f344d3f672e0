/** The desk in the built mini program: a telephone booking, the week, moving and giving up a visit. */
import { addDays, dayOf, daysBetween, weekdayOf } from '@rules/dates';
import { nextWords } from '@/wording/desk-next';
import { phoneIn } from '@/wording/desk-phone-in';
import { holidays } from '@/wording/holidays';
import { hours } from '@/wording/hours';
import { visitWords } from '@/wording/desk-visit';
import { worryNames } from '@/wording/names';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';

const demo = useDemo();
const VISIT = 'desk/visit/index';
const counsellor = 'demo-counsellor';

/** A visit at the counsellor's, made by telephone; answers it. */
async function bookedVisit() {
  const { cloud } = demo;
  const { openid, childId } = await newFamily(cloud);
  const { slots } = await cloud.ask(counsellor, 'booking.findForFamily', {
    ...{ schoolId: 'school-liuxi-primary', own: true },
  });
  const place = slots.find(({ kind }) => kind === 'school');
  if (!place) throw new Error('there is no free place');
  const { slotId } = place;
  const hold = await cloud.ask(openid, 'booking.holdSlot', { slotId, childId });
  expect(hold.outcome).toBe('held');
  return cloud.ask(openid, 'booking.book', { slotId, childId, worries: ['sleep'] });
}

test('a call comes in: a new family is booked in one go, and nothing of it stays on the phone', async () => {
  const storage = new Map<string, string>();
  const teacher = await demo.visit('demo-teacher', { storage });
  await teacher.go('#go-phone-in', 'desk/phone-in/index');
  const { page } = teacher.app;
  await teacher.tap('#new-family');
  await page.waitFor('#nickname');
  await page.input('#nickname', '阿福');
  await page.fire('#birth', 'change', { value: `${new Date().getFullYear() - 8}-05` });
  await page.choose('#relation', '奶奶');
  await page.input('#phone', '13912345678');
  await teacher.tap('#next');
  await teacher.tap('#worry-sleep');
  await teacher.tap('#next');
  await page.waitForText(phoneIn.timesHeading);
  await teacher.tap(await teacher.choice('辅导室'));
  await teacher.tap('#next');
  await teacher.sees('13912345678');
  await teacher.tap('#confirm');
  await teacher.sees(phoneIn.doneHeading('阿福'));
  const kept = [...storage.values()].join(' ');
  expect(kept).not.toContain('13912345678');
});

test('without network at the last step nothing is lost, and the next try books once', async () => {
  const teacher = await demo.visit('demo-teacher');
  await teacher.go('#go-phone-in', 'desk/phone-in/index');
  const { page } = teacher.app;
  await teacher.tap(await teacher.button('柳溪镇中心小学'));
  await teacher.tap('#next');
  await page.waitForText(phoneIn.timesHeading);
  await teacher.tap(await teacher.choice('辅导室'));
  await teacher.tap('#next');
  await teacher.app.setOffline(true);
  await teacher.tap('#confirm');
  await teacher.sees('现在没有网');
  await teacher.app.setOffline(false);
  await teacher.tap('#confirm');
  await teacher.sees(/约好了|先留着了|还没有同意/);
});

test('a visit goes to another free place, and is given up with a reason', async () => {
  const visit = await bookedVisit();
  const visitor = await demo.visit(counsellor);
  await visitor.app.open(VISIT, { id: visit.id });
  await visitor.sees('小禾');
  await visitor.go('#move', 'desk/move/index');
  await visitor.sees(nextWords.moveHeading('小禾'));
  await visitor.tap(await visitor.choice('学校辅导室'));
  await visitor.tap('#move-to');
  await visitor.sees(nextWords.moved);
  const moved = await demo.cloud.ask(counsellor, 'booking.showVisit', { appointmentId: visit.id });
  expect(moved.entry.start).not.toBe(visit.start);

  await visitor.app.open(VISIT, { id: visit.id });
  await visitor.tap('#cancel');
  await visitor.tap('#reason-unwell');
  await visitor.tap('#cancel-yes');
  await visitor.sees(visitWords.gone);
});

test('the week leads to the day, and the day to the visit', async () => {
  const visit = await bookedVisit();
  const day = dayOf(visit.start);
  const visitor = await demo.visit(counsellor);
  await visitor.go('#go-week', 'desk/week/index');
  await visitor.sees('周日');
  const today = dayOf(Date.now());
  const monday = addDays(today, 1 - weekdayOf(today));
  const weeksAhead = Math.floor(daysBetween(monday, day) / 7);
  for (let turned = 0; turned < weeksAhead; turned += 1) await visitor.tap('#week-after');
  await visitor.go(`#day-${day}`, 'desk/day/index');
  await visitor.go(await visitor.button('小禾'), VISIT);
  await visitor.sees(worryNames.sleep);
});

test('an administrator adds days off and takes a holiday away; both count once they are saved', async () => {
  const ask = () => demo.cloud.ask('demo-admin', 'booking.listHolidays', {});
  const today = dayOf(Date.now());
  const [first, last] = [addDays(today, 30), addDays(today, 32)];
  const before = (await ask()).days.filter(({ day }) => day >= today);
  const admin = await demo.visit('demo-admin');
  await admin.go('#go-holidays', 'desk/holidays/index');
  await admin.sees(holidays.heading);
  await admin.tap('#add-holiday');
  await admin.app.page.fire('#from-day', 'change', { value: first });
  await admin.app.page.fire('#to-day', 'change', { value: last });
  await admin.tap('#name-1');
  await admin.sees(holidays.done(3));
  await admin.tap('#add-done');
  await admin.sees(holidays.effect);
  // Nothing is set yet, and nothing is lost by a tap on "back".
  expect((await ask()).days.filter(({ day }) => day >= today)).toEqual(before);
  await admin.tap('#back');
  await admin.sees(hours.leave);
  await admin.tap('#stay');
  await admin.tap('#save-holidays');
  await admin.sees(holidays.savedHint);
  const added = [30, 31, 32].map((ahead) => ({ day: addDays(today, ahead), name: '春节' }));
  expect((await ask()).days).toEqual(expect.arrayContaining(added));

  await admin.tap(`#remove-${first}`);
  await admin.tap('#save-holidays');
  await admin.sees(holidays.savedHint);
  const left = (await ask()).days.map(({ day }) => day);
  expect(added.filter(({ day }) => left.includes(day))).toEqual([]);
});
