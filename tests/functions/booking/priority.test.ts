import { dayMs } from '@rules/dates';
import { defaultPriority } from '@rules/priority';
import { settings, waitlist } from '../../../cloudfunctions/platform/collections';
import { moveClock } from '../support/clock';
import { county, farCounty } from '../support/documents';
import { Scenario } from '../support/scenario';
import { join, request, sayBothAway } from '../support/waiting';

describe('the rule, as it is told and set', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const stricter = { ...defaultPriority, reservedShare: 0.6, urgentPoints: 100, pointsPerDay: 2 };

  test('is open to everybody, signed in or not', async () => {
    const told = { settings: defaultPriority, medianDays: {} };
    expect(await scenario.as('wx-nobody').call('booking.showPriority', {})).toStrictEqual(told);
    const me = await scenario.family();
    expect(await me.call('booking.showPriority', {})).toStrictEqual(told);
  });

  test('an administrator of the county sets it for the county, and it is written down who', async () => {
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    const far = await scenario.staff({ openid: 'wx-far', role: 'admin', county: farCounty });
    await admin.call('booking.setPriority', { settings: stricter });
    const changed = { changedBy: 'wx-admin', changedAt: Date.now(), priority: stricter };
    expect(await scenario.database.get(settings, county)).toMatchObject(changed);
    const me = await scenario.family();
    expect((await me.call('booking.showPriority', {})).settings).toStrictEqual(stricter);
    expect((await far.call('booking.showPriority', {})).settings).toStrictEqual(defaultPriority);
  });

  test('leaves the county’s holidays as they are', async () => {
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    const holidays = [{ day: '2027-02-06', name: '春节' }];
    await scenario.database.add(settings, { _id: county, holidays, changedAt: 0, changedBy: '' });
    await admin.call('booking.setPriority', { settings: stricter });
    await admin.call('booking.setPriority', { settings: defaultPriority });
    expect(await scenario.database.get(settings, county)).toMatchObject({
      ...{ holidays, priority: defaultPriority },
    });
  });

  test('a rule that is changed reorders those who wait, in the next run', async () => {
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    const [plain, away] = [await scenario.family(), await scenario.family()];
    await sayBothAway(scenario, away);
    const early = await join(plain);
    moveClock(3 * dayMs);
    const late = await join(away);
    await scenario.test.runJobs();
    const ahead = async () =>
      (await request(scenario, late)).rank > (await request(scenario, early)).rank;
    expect(await ahead()).toBe(true);
    await admin.call('booking.setPriority', { settings: { ...defaultPriority, firstPoints: 1 } });
    await scenario.test.runJobs();
    expect(await ahead()).toBe(false);
  });

  test('the median is told by group, from ten waits on', async () => {
    const me = await scenario.family();
    const waited = async (days: number, first: boolean, id: number) => {
      const open = await request(scenario, await join(await scenario.family()));
      const [settledAt, since] = [Date.now() - id, Date.now() - id - days * dayMs];
      await scenario.database.update(waitlist, open._id, {
        ...{ state: 'booked', first, since, settledAt, lookAt: null },
      });
    };
    for (let id = 0; id < 10; id += 1) await waited(id + 1, true, id);
    for (let id = 0; id < 9; id += 1) await waited(30, false, id);
    const shown = async () => (await me.call('booking.showPriority', {})).medianDays;
    expect(await shown()).toStrictEqual({ reserved: 5 });
    await waited(30, false, 10);
    expect(await shown()).toStrictEqual({ reserved: 5, others: 30 });
    moveClock(91 * dayMs);
    expect(await shown()).toStrictEqual({});
  });

  test('an administrator plans with what the county has: places a week, and who waits', async () => {
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    await scenario.week();
    await join(await scenario.family());
    const supply = await admin.call('booking.showSupply', {});
    // Three sessions on each of seven days.
    expect(supply).toStrictEqual({
      ...{ settings: defaultPriority, counsellors: 1, placesAWeek: 21, waiting: 1 },
    });
  });
});
