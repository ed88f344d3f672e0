import { hourMs, minuteMs } from '@rules/dates';
import { alertSteps, safeguardingLog } from '../../../cloudfunctions/platform/collections';
import { monday, moveClock } from '../support/clock';
import { despair, startDesk, type SafeguardingDesk } from './support';

describe('an alert that is worked on', () => {
  let here: SafeguardingDesk;

  beforeEach(async () => {
    here = await startDesk();
  });
  afterEach(() => here.scenario.close());

  test('shows what was said and around it, whom to call, and leaves its trace in its own log alone', async () => {
    const { scenario, grandma, father, li, standard, say, rowsOf } = here;
    await standard();
    await say('孩子这两天不吃饭');
    moveClock(1000);
    await say(despair);
    moveClock(1000);
    await say('老师快看看');
    const alertId = (await rowsOf(li)).find(({ level }) => level === 'S3')?.id ?? '';
    const { alert } = await li.call('safety.showAlert', { alertId });
    expect(alert.said).toMatchObject({
      ...{ kind: 'text', text: despair, at: monday + 1000 },
      by: { relation: 'paternalGrandmother' },
    });
    expect(alert.around.map(({ text, before }) => [text, before])).toEqual([
      ['孩子这两天不吃饭', true],
      ['老师快看看', false],
    ]);
    expect(alert.phones.adults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ relation: 'paternalGrandmother', phone: '13800001234' }),
      ]),
    );
    expect(alert.chainOk).toBe(true);
    expect(alert.colleagues.map(({ name }) => name).sort()).toEqual(
      ['李老师', '杨主任', '赵主任', '周科长'].sort(),
    );
    const logged = await scenario.database.find(safeguardingLog, {
      where: { ref: alertId },
      order: [['at', 'desc']],
    });
    expect(logged).toMatchObject([{ viewer: li.openid, what: 'show' }]);
    const looks = await father.call('account.listAccessLog', { childId: grandma.childId });
    expect(looks.looks).toEqual([]);
  });

  test('two who accept at once: one has it, the other hears who', async () => {
    const { li, yang, standard, say, theOnly } = here;
    await standard();
    await say(despair);
    const alertId = await theOnly();
    const both = await Promise.all(
      [li, yang].map((who) => who.call('safety.acceptAlert', { alertId })),
    );
    expect(both.map(({ won }) => won).sort()).toEqual([false, true]);
    const loser = both.find(({ won }) => !won);
    expect(loser?.alert.acceptedBy).toMatchObject({ mine: false });
    expect(['李老师', '杨主任']).toContain(loser?.alert.acceptedBy?.name);
  });

  test('unaccepted it goes to the next in line, then to the administrator, and stays overdue', async () => {
    const { yang, admin, next, standard, say, rowsOf, theOnly, told } = here;
    await standard();
    await say(despair);
    moveClock(14 * minuteMs);
    expect(await told(next)).toBe(0);
    moveClock(minuteMs);
    expect(await told(next)).toBe(1);
    expect((await rowsOf(admin))[0]).toMatchObject({ raisedTo: 'next', overdue: true });
    expect(await told(admin)).toBe(0);
    moveClock(15 * minuteMs);
    expect(await told(admin)).toBe(1);
    // The same minute again tells nobody twice.
    expect(await told(admin)).toBe(1);
    moveClock(hourMs);
    expect(await told(admin)).toBe(2);
    const alertId = await theOnly();
    await yang.call('safety.acceptAlert', { alertId });
    moveClock(2 * hourMs);
    expect(await told(admin)).toBe(2);
    const { alert } = await yang.call('safety.showAlert', { alertId });
    expect(alert.history.map(({ step }) => step)).toEqual([
      ...['raised', 'escalated', 'escalated', 'escalated', 'accepted'],
    ]);
    expect(alert.overdue).toBe(false);
    expect(alert.chainOk).toBe(true);
  });

  test('is finished with steps, the reporting checklist, an outcome, and a second person', async () => {
    const { li, yang, admin, standard, say, rowsOf, theOnly } = here;
    await standard();
    await say(despair);
    const alertId = await theOnly();
    const result = {
      ...{ alertId, outcome: 'authorities' as const, text: '和派出所一起上门' },
      judgement: 'right' as const,
    };
    expect(await li.refusal('safety.resolveAlert', result)).toBe('CANNOT_FOLLOW');
    await li.call('safety.acceptAlert', { alertId });
    await li.call('safety.addAlertStep', { alertId, step: 'called', text: '打给奶奶，没接' });
    expect(await yang.refusal('safety.addAlertStep', { alertId, step: 'spoke' })).toBe(
      'CANNOT_FOLLOW',
    );
    expect(await li.refusal('safety.resolveAlert', result)).toBe('REPORT_NEEDED');
    await li.call('safety.recordReport', {
      alertId,
      report: { made: true, to: 'police', at: monday, receipt: 'A-17' },
    });
    moveClock(minuteMs);
    const done = await li.call('safety.resolveAlert', result);
    expect(done.alert.state).toBe('secondLook');
    expect(await li.refusal('safety.confirmResolution', { alertId, agree: true })).toBe(
      'CANNOT_FOLLOW',
    );
    await yang.call('safety.confirmResolution', { alertId, agree: false, text: '再去看一次' });
    await li.call('safety.resolveAlert', result);
    const closed = await yang.call('safety.confirmResolution', { alertId, agree: true });
    expect(closed.alert.state).toBe('closed');
    expect(await rowsOf(li)).toEqual([]);
    const { rows } = await li.call('safety.listAlerts', { show: 'closed' });
    expect(rows).toMatchObject([{ id: alertId, state: 'closed' }]);
    const { alert } = await li.call('safety.showAlert', { alertId });
    expect(alert.reporting).toMatchObject({
      ...{ open: false, reported: [{ to: 'police', receipt: 'A-17' }] },
    });
    expect(alert.chainOk).toBe(true);
    const { text, head } = await admin.call('safety.exportAlert', { alertId, purpose: '来函' });
    for (const part of [despair, '公安', 'A-17', '前后一致', head]) expect(text).toContain(part);
    const { heads } = await admin.call('safety.showChainHeads', {});
    expect(heads).toMatchObject([{ id: alertId, head }]);
  });

  test('a history that is changed from outside shows', async () => {
    const { scenario, li, standard, say, theOnly } = here;
    await standard();
    await say(despair);
    const alertId = await theOnly();
    await li.call('safety.acceptAlert', { alertId });
    await li.call('safety.addAlertStep', { alertId, step: 'called' });
    const chainOk = async () => (await li.call('safety.showAlert', { alertId })).alert.chainOk;
    expect(await chainOk()).toBe(true);
    const [first] = await scenario.database.find(alertSteps, {
      where: { alertId },
      order: [['n', 'asc']],
      limit: 1,
    });
    await scenario.database.update(alertSteps, `${alertId}_1`, { at: (first?.at ?? 0) + 1 });
    expect(await chainOk()).toBe(false);
    await scenario.database.update(alertSteps, `${alertId}_1`, { at: first?.at });
    expect(await chainOk()).toBe(true);
    await scenario.database.removeWhere(alertSteps, { _id: `${alertId}_2` });
    expect(await chainOk()).toBe(false);
  });
});
