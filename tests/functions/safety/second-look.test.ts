import { dutyRoster } from '../../../cloudfunctions/platform/collections';
import { dayMs } from '@rules/dates';
import { moveClock } from '../support/clock';
import type { Person } from '../support/person';
import { despair, startDesk, type SafeguardingDesk } from './support';

describe('an S3 that one person has finished', () => {
  let here: SafeguardingDesk;
  let alertId: string;

  beforeEach(async () => {
    here = await startDesk();
    await here.standard();
    await here.say(despair);
    alertId = await here.theOnly();
  });
  afterEach(() => here.scenario.close());

  const finish = async (who: Person) => {
    await who.call('safety.acceptAlert', { alertId });
    const report = { made: false as const, reason: '问过了，是误会' };
    await who.call('safety.recordReport', { alertId, report });
    return who.call('safety.resolveAlert', {
      ...{ alertId, outcome: 'safeNow', text: '孩子没事', judgement: 'right' },
    });
  };
  const toldAtOnce = async (who: Person) => {
    const { notices } = await who.call('notify.listInbox', {});
    return notices.filter(({ kind }) => kind === 'dutyAlert').length;
  };

  test('is told to everybody else who may confirm it, and is overdue after a day', async () => {
    const { li, yang, next, admin, rowsOf } = here;
    const before = await toldAtOnce(li);
    const done = await finish(li);
    expect(done).not.toHaveProperty('alone');
    expect([await toldAtOnce(next), await toldAtOnce(admin)]).toEqual([1, 1]);
    expect([await toldAtOnce(yang), await toldAtOnce(li)]).toEqual([2, before]);
    const confirmBy = Date.now() + dayMs;
    expect(await rowsOf(admin)).toMatchObject([{ state: 'secondLook', overdue: false, confirmBy }]);
    moveClock(dayMs);
    expect(await rowsOf(admin)).toMatchObject([{ overdue: true }]);
    const { counts } = await admin.call('safety.listAlerts', { show: 'open' });
    expect(counts.overdue).toBe(1);
    expect((await admin.call('safety.countAlerts', {})).overdue).toBe(1);
    await admin.call('safety.confirmResolution', { alertId, agree: true });
    expect(await rowsOf(admin)).toEqual([]);
  });

  test('where nobody else may confirm it, whoever finished it hears so', async () => {
    const { scenario, admin } = here;
    await scenario.database.removeWhere(dutyRoster, { _id: { $gt: '' } });
    expect(await finish(admin)).toMatchObject({ alone: true, alert: { state: 'secondLook' } });
  });
});
