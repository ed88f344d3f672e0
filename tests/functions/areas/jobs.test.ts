import { limits } from '@contract/limits';
import { addDays, dayMs, dayOf, startOfDay } from '@rules/dates';
import { overlaps } from '@rules/slots';
import {
  counsellors,
  leases,
  slots,
  type SlotDocument,
} from '../../../cloudfunctions/platform/collections';
import { monday, moveClock } from '../support/clock';
import { everyDay, hoursAt, placeAt } from '../support/documents';
import { Scenario } from '../support/scenario';

describe('the job that makes places', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  /** Whether somebody waits for a place is looked at by the run after: that changes nothing else. */
  const withoutLook = ({ lookAt: _lookAt, ...place }: SlotDocument) => place;

  const all = () =>
    scenario.database.find(slots, { where: {}, order: [['_id', 'asc']], limit: 1000 });

  const span = (weekday: number, from: number, to: number) => ({
    weekday,
    from: from * 60,
    to: to * 60,
  });
  function overlapping(list: SlotDocument[]): number {
    return list.filter((a, at) =>
      list.slice(at + 1).some((b) => a.counsellorId === b.counsellorId && overlaps(a, b)),
    ).length;
  }

  test('makes the sessions of the week, up to the horizon', async () => {
    await scenario.week();
    const { slotsMade } = await scenario.test.runJobs();
    // 9:00, 9:50, 10:40 on each day: 11:30 would end after twelve.
    expect(slotsMade).toBe(3 * limits.horizonDays);
    const made = await all();
    expect(made).toHaveLength(slotsMade);
    expect(overlapping(made)).toBe(0);
    const last = Math.max(...made.map(({ start }) => start));
    expect(dayOf(last)).toBe(addDays(dayOf(monday), limits.horizonDays - 1));
    const me = await scenario.family();
    const { slots: shown } = await me.call('booking.findSlots', { childId: me.childId });
    expect(shown.length).toBeGreaterThan(0);
  });

  test('hours at two places that touch or overlap never make two sessions at once', async () => {
    const clinic = (id: string, spans: ReturnType<typeof everyDay>) =>
      placeAt({ id, kind: 'clinic', spans });
    await scenario.week({
      hours: hoursAt([
        placeAt({}),
        clinic('clinic', everyDay(10, 13)),
        clinic('other', everyDay(9.25, 11)),
      ]),
    });
    await scenario.test.runJobs();
    const made = await all();
    expect(made.length).toBeGreaterThan(3 * limits.horizonDays);
    expect(overlapping(made)).toBe(0);
  });

  test('run again changes nothing; run on the next day adds one day', async () => {
    await scenario.week();
    await scenario.test.runJobs();
    const places = async () => (await all()).map(withoutLook);
    const before = await places();
    expect(await scenario.test.runJobs()).toMatchObject({ slotsMade: 0 });
    expect(await places()).toStrictEqual(before);
    moveClock(dayMs);
    expect(await scenario.test.runJobs()).toMatchObject({ slotsMade: 3 });
  });

  test('five runs at once make every place once', async () => {
    await scenario.week();
    await scenario.week({ _id: 'counsellor-two' });
    const runs = await Promise.all(Array.from({ length: 5 }, () => scenario.test.runJobs()));
    const total = runs.reduce((sum, { slotsMade }) => sum + slotsMade, 0);
    expect(total).toBe(2 * 3 * limits.horizonDays);
    expect(overlapping(await all())).toBe(0);
  });

  test('what is held or booked stays as it is, also when the hours have changed', async () => {
    await scenario.week();
    await scenario.test.runJobs();
    const [nine, later] = (await all()).filter(({ start }) => start > startOfDay('2026-11-24'));
    if (!nine || !later) throw new Error('there are no places');
    const [me, other] = [await scenario.family(), await scenario.family()];
    await scenario.book(me, nine._id);
    await other.call('booking.holdSlot', { slotId: later._id, childId: other.childId });
    const both = async () =>
      [await scenario.slot(nine._id), await scenario.slot(later._id)].map(withoutLook);
    const kept = await both();
    await scenario.database.update(counsellors, 'counsellor-one', {
      hours: hoursAt([placeAt({ spans: everyDay(8.5, 12) })]),
    });
    await scenario.test.runJobs();
    expect(await both()).toStrictEqual(kept);
    expect(overlapping(await all())).toBe(0);
  });

  test('a run that died keeps others out only until its lease is over', async () => {
    await scenario.week();
    const until = Date.now() + 60_000;
    await scenario.database.add(leases, { _id: 'slots_counsellor-one', until });
    expect(await scenario.test.runJobs()).toMatchObject({ slotsMade: 0 });
    moveClock(60_000);
    expect((await scenario.test.runJobs()).slotsMade).toBeGreaterThan(0);
  });

  test('a hundred counsellors are all served', async () => {
    const spans = [span(1, 9, 10)];
    const hours = hoursAt([placeAt({ kind: 'clinic', spans })]);
    for (let number = 0; number < 101; number += 1) {
      const _id = `counsellor-${String(number).padStart(3, '0')}`;
      await scenario.week({ _id, hours });
    }
    // Two Mondays lie within the horizon.
    expect(await scenario.test.runJobs()).toMatchObject({ slotsMade: 202 });
  });

  test('is the timer’s: a person who calls it starts nothing', async () => {
    await scenario.week();
    const { withCaller } = await import('../../../local-cloud');
    const { main } = await import('../../../cloudfunctions/jobs');
    expect(await withCaller('wx-curious', () => main())).toMatchObject({ slotsMade: 0 });
    expect(await all()).toStrictEqual([]);
  });
});
