import { hourMs, minuteMs } from '@rules/dates';
import { monday, moveClock } from '../support/clock';
import type { Person } from '../support/person';
import { startDesk, type SafeguardingDesk } from './support';

/** The same thing gives cause once more: somebody else reports a message that was reported before. */
describe('what comes up again', () => {
  let here: SafeguardingDesk;
  let seq: number;

  beforeEach(async () => {
    here = await startDesk();
    await here.standard();
    ({ seq } = await here.say('老师，明天带什么来'));
  });
  afterEach(() => here.scenario.close());

  const report = (who: Person) =>
    who.call('school.reportMessage', { threadId: here.grandma.childId, seq, reason: 'harm' });
  const close = async (alertId: string) => {
    const { li } = here;
    await li.call('safety.acceptAlert', { alertId });
    const report = { made: false as const, reason: '问过了，是误会' };
    await li.call('safety.recordReport', { alertId, report });
    const done = { alertId, outcome: 'safeNow' as const, judgement: 'right' as const };
    await li.call('safety.resolveAlert', { ...done, text: '孩子没事' });
  };

  test('after it was finished it waits anew, with its own deadline, and whoever is on duty is told', async () => {
    const { father, li, theOnly, told, rowsOf, scenario } = here;
    await report(father);
    const first = await theOnly();
    await close(first);
    expect(await rowsOf(li)).toEqual([]);
    const before = await told(li);
    moveClock(hourMs);
    await report(scenario.as('wx-wang'));
    const [row, more] = await rowsOf(li);
    expect(more).toBeUndefined();
    expect(row).toMatchObject({ level: 'S2', state: 'waiting', at: monday + hourMs });
    expect(row?.id).not.toBe(first);
    expect(row?.acceptBy).toBeGreaterThan(monday + hourMs);
    expect(await told(li)).toBe(before + 1);
    // Each says where the other is; what was finished stays finished, and its history whole.
    const again = await li.call('safety.showAlert', { alertId: row?.id ?? '' });
    expect(again.alert).toMatchObject({ follows: first, chainOk: true });
    const old = await li.call('safety.showAlert', { alertId: first });
    expect(old.alert).toMatchObject({ state: 'closed', next: row?.id, chainOk: true });
    expect(old.alert.history.at(-1)).toMatchObject({ step: 'raisedAgain' });
    // Nor does an authority that is given one of them miss the other.
    const purpose = '派出所来函';
    const given = await li.call('safety.exportAlert', { alertId: first, purpose });
    expect(given.text).toContain(`之后的编号：${row?.id}`);
    const unaccepted = 3 * hourMs;
    moveClock(unaccepted);
    await scenario.test.runJobs();
    expect(await rowsOf(li)).toMatchObject([{ state: 'waiting', raisedTo: 'next' }]);
  });

  test('a third time there is one more, and only one is open', async () => {
    const { father, li, rowsOf, scenario } = here;
    const ids: string[] = [];
    for (const who of [father, scenario.as('wx-wang'), father]) {
      await report(who);
      const [row, more] = await rowsOf(li);
      expect(more).toBeUndefined();
      ids.push(row?.id ?? '');
      await close(row?.id ?? '');
    }
    expect(new Set(ids).size).toBe(3);
    const last = await li.call('safety.showAlert', { alertId: ids[2] ?? '' });
    expect(last.alert).toMatchObject({ follows: ids[1], chainOk: true });
    const given = await li.call('safety.exportAlert', { alertId: ids[2] ?? '', purpose: '来函' });
    expect(given.text).toContain(`之前的编号：${ids[1]}`);
    expect(given.text).not.toContain('之后的编号');
  });

  test('while somebody works on it it stays one, and they hear of it', async () => {
    const { father, li, theOnly, told, rowsOf, scenario } = here;
    await report(father);
    const alertId = await theOnly();
    await li.call('safety.acceptAlert', { alertId });
    const before = await told(li);
    moveClock(minuteMs);
    await report(scenario.as('wx-wang'));
    expect(await rowsOf(li)).toMatchObject([{ id: alertId, state: 'accepted' }]);
    expect(await told(li)).toBe(before + 1);
  });
});
