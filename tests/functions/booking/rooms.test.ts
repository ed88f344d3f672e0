import { dayOf } from '@rules/dates';
import { overlaps } from '@rules/slots';
import { leases, slots } from '../../../cloudfunctions/platform/collections';
import { everyDay, hoursAt, placeAt, service } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';

describe('a room that two counsellors share', () => {
  const roomId = `${service._id}-room`;
  let scenario: Scenario;
  let li: Person;
  let yang: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    li = await scenario.counsellor('wx-li');
    yang = await scenario.counsellor('wx-yang', 'counsellor-two');
  });
  afterEach(async () => {
    await scenario.close();
  });

  const inRoom = (from: number, to: number) =>
    hoursAt([placeAt({ kind: 'clinic', roomId, spans: everyDay(from, to) })]);
  const all = () =>
    scenario.database.find(slots, { where: {}, order: [['_id', 'asc']], limit: 1000 });
  async function twice(): Promise<number> {
    const used = (await all()).filter((slot) => slot.roomId === roomId);
    return used.filter((a, index) => used.slice(index + 1).some((b) => overlaps(a, b))).length;
  }
  const ofDay = async (counsellorId: string) =>
    (await all()).filter(
      (slot) => slot.counsellorId === counsellorId && dayOf(slot.start) === '2026-11-24',
    ).length;

  test('is given to whoever had it first; the other one keeps what is left', async () => {
    await scenario.week({ hours: inRoom(9, 11) });
    await scenario.week({ _id: 'counsellor-two', hours: inRoom(10, 13) });
    await scenario.test.runJobs();
    expect(await twice()).toBe(0);
    // 9:00 and 9:50 are 李老师's; of 10:00, 10:50 and 11:40 the first is gone.
    expect([await ofDay('counsellor-one'), await ofDay('counsellor-two')]).toStrictEqual([2, 2]);
  });

  test('is refused for hours at which somebody else has it', async () => {
    await scenario.week({ hours: inRoom(9, 11) });
    await scenario.week({ _id: 'counsellor-two', hours: inRoom(14, 16) });
    await scenario.test.runJobs();
    const input = { hours: inRoom(10, 12), rev: 1 };
    expect(await yang.refusal('booking.setAvailability', input)).toBe('ROOM_TAKEN');
    expect(await ofDay('counsellor-two')).toBe(2);
    // Another room at the same time, or the same room later, is no trouble.
    await yang.call('booking.setAvailability', { hours: inRoom(11, 13), rev: 1 });
    expect(await twice()).toBe(0);
  });

  test('is never given twice when both change their hours at once and the job runs', async () => {
    await scenario.week({ hours: inRoom(9, 10) });
    await scenario.week({ _id: 'counsellor-two', hours: inRoom(14, 15) });
    await scenario.test.runJobs();
    for (const [rev, from] of [10, 15, 11].entries()) {
      const rounds = await Promise.all([
        li.ask('booking.showAvailability', {}),
        yang.ask('booking.showAvailability', {}),
      ]);
      const [mine, theirs] = rounds.map((answer) => (answer.ok ? answer.data.rev : 0));
      const answers = await Promise.all([
        li.ask('booking.setAvailability', { hours: inRoom(from, from + 2), rev: mine ?? 0 }),
        yang.ask('booking.setAvailability', { hours: inRoom(from, from + 2), rev: theirs ?? 0 }),
        scenario.test.runJobs(),
      ]);
      expect(await twice()).toBe(0);
      const won = answers.slice(0, 2).filter((answer) => 'ok' in answer && answer.ok);
      expect([rev, won.length]).toStrictEqual([rev, 1]);
    }
  });

  test('whoever dies with it keeps others out only until the lease is over', async () => {
    await scenario.week({ hours: inRoom(9, 10) });
    await scenario.test.runJobs();
    const until = Date.now() + 60_000;
    await scenario.database.update(leases, `room_${roomId}`, { until });
    const input = { hours: inRoom(14, 15), rev: 1 };
    expect(await li.refusal('booking.setAvailability', input)).toBe('BUSY');
    await scenario.database.update(leases, `room_${roomId}`, { until: Date.now() });
    expect(await li.call('booking.setAvailability', input)).toStrictEqual({ rev: 2 });
  });
});
