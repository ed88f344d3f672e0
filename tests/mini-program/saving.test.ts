/** What is changed while a save is on its way, and a save whose answer was lost. */
import { addDays } from '@rules/dates';
import { weekOf } from '@rules/weekly';
import { errorMeanings } from '@contract/errors';
import { schoolDesk } from '@/wording/school-desk';
import { duty } from '@/wording/safety-duty';
import { waitFor } from './support';
import { useDemo } from './support/demo';
import { holdBack, loseAnswers } from './support/hold';

const demo = useDemo();

test('a day off that a teacher adds while the hours are being saved is there still, and can be saved', async () => {
  const as = 'demo-teacher';
  const slow = holdBack(demo.cloud.as(as), 'school.setOfficeHours');
  const teacher = await demo.visit(as, { callFunction: slow.callFunction });
  await teacher.app.open('school/office-hours/index');
  await teacher.tap('#day-6');
  for (const day of [1, 2, 3, 4, 5]) await teacher.tap(`#day-${day}`);
  await teacher.tap('#add-span');
  await teacher.tap('#save-hours');
  await waitFor(() => slow.done() === 1, 'the hours to be on their way');
  await teacher.tap('#add-absence');
  slow.letGo();
  await teacher.tap('#save-hours');
  await teacher.sees(schoolDesk.saved);
  const { hours } = await demo.cloud.ask(as, 'school.showOfficeHours', {});
  expect(hours.spans.filter(({ weekday }) => weekday === 6)).toHaveLength(1);
  expect(hours.absences).toHaveLength(1);
});

test('a shift that is added while the roster is being saved is there still, and can be saved', async () => {
  const as = 'demo-admin';
  const monday = addDays(weekOf(Date.now()), 14);
  const { rev } = await demo.cloud.ask(as, 'safety.listDuty', { from: monday });
  await demo.cloud.ask(as, 'safety.setDuty', { week: monday, rev, entries: [] });
  const slow = holdBack(demo.cloud.as(as), 'safety.setDuty');
  const admin = await demo.visit(as, { callFunction: slow.callFunction });
  await admin.app.open('safety/duty/index');
  await admin.tap('#week-after');
  await admin.app.page.waitFor(`#add-${addDays(monday, -7)}`);
  await admin.tap('#week-after');
  const { page } = admin.app;
  const put = async (day: string) => {
    await admin.tap(`#add-${day}`);
    await admin.tap('#part-day');
    const li = () => page.findAll('.tile').find((one) => page.text(one).startsWith('李老师'));
    await admin.tap(await waitFor(li, 'whom to put there'));
    await admin.tap('#put');
  };
  await put(monday);
  await admin.tap('#save-duty');
  await waitFor(() => slow.done() === 1, 'the roster to be on its way');
  await put(addDays(monday, 1));
  slow.letGo();
  await admin.tap('#save-duty');
  await admin.sees(duty.saved);
  const { shifts } = await demo.cloud.ask(as, 'safety.listDuty', { from: monday });
  expect(shifts.map(({ day }) => day)).toEqual([monday, addDays(monday, 1)]);
});

test('a report to an authority whose answer was lost is written into the history once', async () => {
  const as = 'demo-counsellor';
  const threadId = 'demo-child-xiaoshu';
  const { seq } = await demo.cloud.ask('demo-grandma', 'school.sendMessage', {
    ...{ threadId, content: { kind: 'text', text: '明天带什么来' }, audience: 'all' },
  });
  await demo.cloud.ask('demo-father', 'school.reportMessage', { threadId, seq, reason: 'harm' });
  const { rows } = await demo.cloud.ask(as, 'safety.listAlerts', { show: 'open' });
  const row = rows.find(({ reason, state }) => reason === 'reported' && state === 'waiting');
  const alertId = row?.id ?? '';
  await demo.cloud.ask(as, 'safety.acceptAlert', { alertId });

  const network = loseAnswers(demo.cloud.as(as), 'safety.recordReport');
  const li = await demo.visit(as, { callFunction: network.callFunction });
  await li.app.open('safety/report/index', { id: alertId });
  await li.tap('#to-police');
  await li.tap('#save-report');
  await li.sees(errorMeanings.INTERNAL.message);
  const before = network.sent.length;
  network.found();
  await li.tap('#save-report');
  await waitFor(() => network.sent.length > before, 'the report to be sent again');
  await li.app.isLeaving(60_000);
  expect(new Set(network.sent.map(({ requestId }) => requestId)).size).toBe(1);
  const { alert } = await demo.cloud.ask(as, 'safety.showAlert', { alertId });
  expect(alert.history.filter(({ step }) => step === 'reported')).toHaveLength(1);
});
