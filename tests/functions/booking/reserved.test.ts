import { hourMs } from '@rules/dates';
import { slots } from '../../../cloudfunctions/platform/collections';
import { at, moveClock } from '../support/clock';
import { Scenario, type Booker } from '../support/scenario';

describe('the reserved share', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  /** A place in three days that is kept until two days before. */
  async function kept(): Promise<string> {
    const [id = ''] = await scenario.freeAt([at('9:00', 3)]);
    await scenario.database.update(slots, id, { openFrom: at('9:00', 1) });
    return id;
  }
  const away = (me: Booker) =>
    me.call('family.sayWhoIsAway', { childId: me.childId, who: 'both', span: 'underHalfYear' });
  const find = (me: Booker) => me.call('booking.findSlots', { childId: me.childId });
  const hold = (me: Booker, slotId: string) =>
    me.call('booking.holdSlot', { slotId, childId: me.childId });

  test('is seen and held only by those whom it is for, until it opens for everybody', async () => {
    const id = await kept();
    const [me, other] = [await scenario.family(), await scenario.family()];
    await away(me);
    expect((await find(me)).slots.map((slot) => slot.id)).toStrictEqual([id]);
    const seen = await find(other);
    expect(seen.slots).toStrictEqual([]);
    expect(seen.opensAt).toBe(at('9:00', 1));
    expect(await hold(other, id)).toStrictEqual({ outcome: 'taken', alternatives: [] });
    expect((await hold(me, id)).outcome).toBe('held');
    await me.call('booking.releaseSlot', { slotId: id });
    moveClock(25 * hourMs);
    expect((await find(other)).slots.map((slot) => slot.id)).toStrictEqual([id]);
    expect((await find(other)).opensAt).toBeUndefined();
    expect((await hold(other, id)).outcome).toBe('held');
  });

  test('follows what the family says, and what the school confirms', async () => {
    await kept();
    const me = await scenario.family();
    const teacher = await scenario.staff({
      ...{ openid: 'wx-wang', role: 'teacher', schoolId: 'school-one' },
    });
    expect((await find(me)).slots).toHaveLength(0);
    const { childId } = me;
    await teacher.call('family.confirmStatus', { childId, who: 'mother', span: 'overHalfYear' });
    expect((await find(me)).slots).toHaveLength(1);
    await teacher.call('family.confirmStatus', { childId, who: 'mother', span: 'underHalfYear' });
    expect((await find(me)).slots).toHaveLength(0);
  });

  test('leaves no label in any answer', async () => {
    const id = await kept();
    const [me, other] = [await scenario.family(), await scenario.family()];
    await away(me);
    // Everybody's own place as well, so that both see something.
    await scenario.freeAt([at('14:00', 3)]);
    const answers = [await find(me), await find(other), await hold(me, id)];
    for (const answer of answers)
      expect(JSON.stringify(answer)).not.toMatch(/openFrom|reserv|first/i);
    const keys = (answer: object) => Object.keys(answer).sort();
    const [mine, theirs] = answers;
    if (!mine || !theirs) throw new Error('unreachable');
    expect(keys(mine)).toStrictEqual(keys(theirs));
  });

  test('the job makes the share that the county has set, spread over every day', async () => {
    await scenario.week({ reserve: { reservedShare: 0, releaseHours: 1 } });
    await scenario.test.runJobs();
    const all = await scenario.database.find(slots, { where: {}, limit: 1000 });
    const reserved = all.filter(({ openFrom }) => openFrom > 0);
    // The county has set nothing: 40 % and 48 hours (rules.md).
    expect(reserved.length / all.length).toBeGreaterThan(0.3);
    expect(reserved.length / all.length).toBeLessThan(0.5);
    for (const { start, openFrom } of reserved) expect(openFrom).toBe(start - 48 * hourMs);
  });

  test('holding still takes few round trips', async () => {
    const [id = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    const before = scenario.test.cloud.stats().roundTrips;
    await hold(me, id);
    expect(scenario.test.cloud.stats().roundTrips - before).toBeLessThanOrEqual(4);
  });
});
