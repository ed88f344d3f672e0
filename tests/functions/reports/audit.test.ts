import { contract } from '@contract';
import { consentVersions } from '@contract/consent';
import { limits } from '@contract/limits';
import { dayMs, dayOf } from '@rules/dates';
import { main as runJobs } from '../../../cloudfunctions/jobs';
import { countDays, countedActions, noteRemoved } from '../../../cloudfunctions/platform/audit';
import { audits, events } from '../../../cloudfunctions/platform/collections';
import { withCaller } from '../../../local-cloud';
import { monday, moveClock } from '../support/clock';
import { dump } from '../support/dump';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

/** Issue 10, "Records": figures for the yearly audit; retention with a dry run and a log. */
describe('the audit of a year', () => {
  let scenario: Scenario;
  let admin: Person;
  let mother: Booker;

  beforeEach(async () => {
    scenario = await Scenario.start();
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    mother = await scenario.family({ openid: 'wx-mother' });
  });
  afterEach(async () => {
    await scenario.close();
  });

  const year = async () => (await admin.call('reports.exportAudit', { year: 2026 })).months;
  const nextDay = async () => {
    moveClock(dayMs);
    return scenario.test.runJobs();
  };

  async function busyDay(): Promise<void> {
    const slots = await scenario.free(['9:00', '10:00']);
    await scenario.book(mother, slots[0] ?? '');
    const version = consentVersions.screening;
    const choice = (agree: boolean) => [{ purpose: 'screening' as const, agree, version }];
    const { childId } = mother;
    await mother.call('account.withdrawConsent', { childId, purpose: 'screening' });
    await mother.call('account.giveConsent', { childId, choices: choice(true) });
    await mother.call('school.sendMessage', {
      ...{ threadId: childId, audience: 'all' },
      content: { kind: 'text', text: '今天请假' },
    });
    const teacher = await scenario.staff({
      ...{ openid: 'wx-teacher', role: 'teacher', schoolId: 'school-one' },
    });
    await teacher.call('family.listRoster', {});
    await teacher.call('family.listRoster', {});
  }

  test('counts a day when it is over, once, and says so by month', async () => {
    await busyDay();
    await scenario.test.runJobs();
    expect((await year())[0]?.done).toEqual({});
    expect(await nextDay()).toMatchObject({ daysCounted: 1 });
    const [month] = await year();
    expect(month).toMatchObject({
      ...{ month: '2026-11', through: dayOf(monday), children: 1 },
      done: { visitsBooked: 1, messagesSent: 1 },
      consents: { begin: 1, withdraw: 1 },
      looks: { roster: 2 },
    });
    // Run again, also by two at once: the day is counted already.
    await Promise.all([scenario.test.runJobs(), countDays(scenario.database, Date.now())]);
    expect(await year()).toEqual([month]);
  });

  test('after days without a run it catches up; a new month begins another row', async () => {
    await busyDay();
    await nextDay();
    moveClock(8 * dayMs);
    expect(await scenario.test.runJobs()).toMatchObject({ daysCounted: 7 });
    expect(await scenario.test.runJobs()).toMatchObject({ daysCounted: 1 });
    const months = await year();
    expect(months.map(({ month, through }) => [month, through])).toEqual([
      ['2026-11', '2026-11-30'],
      ['2026-12', '2026-12-01'],
    ]);
    expect(months[0]?.done).toEqual({ visitsBooked: 1, messagesSent: 1 });
    expect(months[1]?.done).toEqual({});
  });

  test('after a stop across the end of a month no day is lost, though what was removed began the new one', async () => {
    await busyDay();
    await nextDay();
    moveClock(8 * dayMs);
    await noteRemoved(scenario.database, Date.now(), { removed: { quotas: 1 } });
    expect(await countDays(scenario.database, Date.now())).toBe(7);
    expect(await countDays(scenario.database, Date.now())).toBe(1);
    expect((await year()).map(({ month, through }) => [month, through])).toEqual([
      ['2026-11', '2026-11-30'],
      ['2026-12', '2026-12-01'],
    ]);
    // After two months the days that are still kept are counted, not yesterday alone.
    moveClock(62 * dayMs);
    await noteRemoved(scenario.database, Date.now(), { removed: { quotas: 1 } });
    let counted = 0;
    for (let run = 0; run < 5; run += 1) counted += await countDays(scenario.database, Date.now());
    expect(counted).toBe(29);
  });

  test('erased accounts and what was kept long enough stand in it, and nobody’s name', async () => {
    await admin.call('account.invite', { role: 'admin', name: '副管理员' });
    await mother.call('account.deleteAccount', {});
    moveClock((limits.deletionDays + 1) * dayMs);
    await scenario.test.runJobs();
    const erased = (await year()).reduce((sum, month) => sum + month.erased, 0);
    expect(erased).toBe(1);
    moveClock(40 * dayMs);
    expect((await scenario.test.runJobs()).swept).toBeGreaterThan(0);
    const rows = await scenario.database.find(audits, { where: {}, limit: 100 });
    const removed = rows.reduce((sum, { removed: { events: count = 0 } }) => sum + count, 0);
    expect(removed).toBeGreaterThan(0);
    const text = JSON.stringify(rows);
    for (const name of ['wx-', 'child-', '小石头', 'safety', 'concern'])
      expect(text).not.toContain(name);
  });

  test('it costs one question, however many years there are', async () => {
    for (let count = 0; count < 60; count += 1) {
      const month = `20${20 + Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
      await scenario.database.add(audits, {
        ...{ _id: month, through: `${month}-28`, people: 1, children: 1, erased: 0 },
        ...{ done: {}, consents: {}, looks: {}, removed: {} },
      });
    }
    const { months } = await admin.call('reports.exportAudit', { year: 2022 });
    expect(months).toHaveLength(12);
    expect(months[0]?.month).toBe('2022-01');
    expect((await admin.call('reports.exportAudit', { year: 2025 })).months).toEqual([]);
  });

  test('what is counted leaves an event: every one of these is a write', () => {
    for (const name of Object.values(countedActions).flat()) {
      expect([name, contract[name].effect]).toEqual([name, 'write']);
    }
  });

  test('a dry run says what would be removed, removes nothing, and is not for phones', async () => {
    await scenario.database.add(events, {
      ...{
        _id: 'wx-1_old',
        action: 'booking.book',
        digest: 'd',
        answer: 'a',
        at: monday - 31 * dayMs,
      },
    });
    const before = await dump(scenario.database);
    const dry = await withCaller(undefined, () => runJobs({ dryRun: true }));
    expect(dry.wouldRemove).toMatchObject({ events: 1, weeks: 0, accessLog: 0 });
    expect(await dump(scenario.database)).toEqual(before);
    expect(await withCaller('wx-mother', () => runJobs({ dryRun: true }))).toEqual({});
    const { swept } = await scenario.test.runJobs();
    expect(swept).toBeGreaterThanOrEqual(1);
  });
});
