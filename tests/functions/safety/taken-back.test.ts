import { posts } from '../../../cloudfunctions/platform/collections';
import { leaveRoster } from '../../../cloudfunctions/platform/duty';
import { dayMs, hourMs, minuteMs } from '@rules/dates';
import { monday, moveClock } from '../support/clock';
import { county } from '../support/documents';
import type { Person } from '../support/person';
import { despair, startDesk, type SafeguardingDesk } from './support';

describe('an alert whose holder has gone', () => {
  let here: SafeguardingDesk;
  let alertId: string;

  beforeEach(async () => {
    here = await startDesk();
    await here.standard();
    await here.say(despair);
    alertId = await here.theOnly();
    await here.li.call('safety.acceptAlert', { alertId });
    await here.li.call('safety.addAlertStep', { alertId, step: 'called' });
    moveClock(hourMs);
  });
  afterEach(() => here.scenario.close());

  const toldAtOnce = async (who: Person) => {
    const { notices } = await who.call('notify.listInbox', {});
    return notices.filter(({ kind }) => kind === 'dutyAlert').length;
  };
  const postId = 'post-wx-li';
  const waits = (overdue = false) => ({ id: alertId, state: 'waiting', overdue });

  test('waits again when the post ends, with a deadline, and whoever is on duty hears of it within the minute', async () => {
    const { scenario, yang, next, admin, rowsOf, told } = here;
    const before = await told(yang);
    await admin.call('account.endPost', { postId });
    await scenario.test.runJobs();
    expect(await toldAtOnce(yang)).toBe(before + 1);
    const [row, more] = await rowsOf(admin);
    expect(more).toBeUndefined();
    expect(row).toMatchObject({ ...waits(), acceptBy: monday + hourMs + 15 * minuteMs });
    expect(row).not.toHaveProperty('acceptedBy');
    // Ended once more, and the job after it: nothing happens twice.
    await admin.call('account.endPost', { postId });
    await scenario.test.runJobs();
    expect(await toldAtOnce(yang)).toBe(before + 1);
    moveClock(15 * minuteMs);
    await scenario.test.runJobs();
    expect(await toldAtOnce(next)).toBe(1);
    await yang.call('safety.acceptAlert', { alertId });
    const { alert } = await yang.call('safety.showAlert', { alertId });
    expect(alert.history.map(({ step }) => step)).toEqual([
      ...['raised', 'accepted', 'called', 'holderGone', 'escalated', 'accepted'],
    ]);
    expect(alert.chainOk).toBe(true);
  });

  test('waits again when somebody follows in the post', async () => {
    const { scenario, admin, rowsOf } = here;
    const zhang = await scenario.staff({
      ...{ openid: 'wx-zhang', role: 'counsellor', name: '张老师' },
      counsellorId: 'counsellor-one',
    });
    await admin.call('people.leave', { postId, toPostId: `post-${zhang.openid}` });
    await scenario.test.runJobs();
    expect(await rowsOf(admin)).toMatchObject([waits()]);
  });

  test('waits again when the account is erased', async () => {
    const { scenario, li, yang, rowsOf, admin, told } = here;
    const before = await told(yang);
    await li.call('account.deleteAccount', {});
    moveClock(16 * dayMs);
    await scenario.test.runJobs();
    await scenario.test.runJobs();
    expect(await rowsOf(admin)).toMatchObject([waits()]);
    // The roster of that day is empty: it is the administrators' now.
    expect([await told(yang), await told(admin)]).toEqual([before, 1]);
  });

  test('waits again within the hour where the ending was cut short, and before on the day to look again', async () => {
    const { scenario, li, admin, rowsOf, told } = here;
    await li.call('safety.setFollowUp', { alertId, at: Date.now() + 30 * minuteMs });
    await scenario.database.update(posts, postId, { until: Date.now() });
    await leaveRoster(scenario.database, () => 0, { county, postId, now: Date.now() });
    const { alertDueHandlers } = await import('../../../cloudfunctions/areas/safety/escalate');
    moveClock(30 * minuteMs);
    await alertDueHandlers(scenario.database, Date.now(), () => 0).alertFollowUp(alertId);
    expect(await rowsOf(admin)).toMatchObject([waits()]);
    await here.yang.call('safety.acceptAlert', { alertId });
    await scenario.database.update(posts, 'post-wx-yang', { until: Date.now() });
    await scenario.test.runJobs();
    expect(await rowsOf(admin)).toMatchObject([waits()]);
    expect(await told(admin)).toBe(1);
  });
});
