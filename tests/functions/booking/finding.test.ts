import { limits } from '@contract/limits';
import { children, people, slots } from '../../../cloudfunctions/platform/collections';
import { at } from '../support/clock';
import type { school } from '../support/documents';
import { familyDocuments, hoursAt, otherSchool, placeAt } from '../support/documents';
import { Scenario, type Booker } from '../support/scenario';

describe('finding a time', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const idsOf = async (me: Booker, wish: object) =>
    (await me.call('booking.findSlots', { childId: me.childId, ...wish })).slots.map(
      ({ id }) => id,
    );

  test('by kind, language, gender, counsellor and need, and by several at once', async () => {
    const places = await scenario.free(['9:00', '10:00', '11:00', '14:00'], { kind: 'clinic' });
    const [plain = '', miao = '', man = '', sleep = ''] = places;
    const change = (id: string, part: Record<string, unknown>) =>
      scenario.database.update(slots, id, part);
    await change(miao, { languages: ['普通话', '苗话'] });
    await change(man, { gender: 'man', kind: 'wechat' });
    await change(sleep, { skills: ['sleep', 'eating'], counsellorId: 'counsellor-two' });
    const me = await scenario.family();
    expect(await idsOf(me, {})).toStrictEqual([plain, miao, man, sleep]);
    expect(await idsOf(me, { language: '苗话' })).toStrictEqual([miao]);
    expect(await idsOf(me, { gender: 'man' })).toStrictEqual([man]);
    expect(await idsOf(me, { kind: 'wechat' })).toStrictEqual([man]);
    expect(await idsOf(me, { need: 'eating' })).toStrictEqual([sleep]);
    expect(await idsOf(me, { counsellorId: 'counsellor-two' })).toStrictEqual([sleep]);
    expect(await idsOf(me, { gender: 'woman', kind: 'clinic', need: 'sleep' })).toStrictEqual([
      sleep,
    ]);
    expect(await idsOf(me, { gender: 'man', need: 'sleep' })).toStrictEqual([]);
  });

  /** A second child of the same adult. */
  async function sibling(me: Booker, at_: typeof school): Promise<string> {
    const childId = `${me.childId}-sister`;
    const { child, person } = familyDocuments({
      ...{ openid: me.openid, childId, nickname: '豆豆', at: at_, createdAt: 0 },
    });
    await scenario.database.add(children, child);
    const { children: mine = [] } = (await scenario.database.get(people, me.openid)) ?? {};
    const both = [...mine, ...person.children];
    await scenario.database.update(people, me.openid, { children: both });
    return childId;
  }

  test('for two children: places that both may use, when both are free', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00', '11:00'], {
      kind: 'clinic',
    });
    await scenario.free(['14:00']);
    const me = await scenario.family();
    const siblingId = await sibling(me, otherSchool);
    const two = { siblingId };
    // The room of the first school is not for the second child.
    expect(await idsOf(me, two)).toHaveLength(3);
    expect(await idsOf(me, {})).toHaveLength(4);
    const sister = { ...me, childId: siblingId };
    await me.call('booking.holdSlot', { slotId: nine, childId: sister.childId });
    const visit = { slotId: nine, childId: siblingId, worries: [] };
    await me.call('booking.book', visit);
    expect((await idsOf(me, two))[0]).toBe(ten);
    const stranger = await scenario.family();
    const refused = { childId: me.childId, siblingId: stranger.childId };
    expect(await me.refusal('booking.findSlots', refused)).toBe('FORBIDDEN');
  });

  test('a group session is shown once, with the places that are left', async () => {
    const group = placeAt({ kind: 'clinic', seats: 3, sessionMinutes: 60 });
    await scenario.week({ hours: hoursAt([group], { horizonDays: 2 }) });
    await scenario.test.runJobs();
    const [me, other] = [await scenario.family(), await scenario.family()];
    const find = (who: Booker) =>
      who.call('booking.findSlots', { childId: who.childId, day: '2026-11-24' });
    const [first] = (await find(me)).slots;
    expect((await find(me)).slots).toHaveLength(2);
    expect((await find(me)).days[1]).toMatchObject({ free: 2 });
    expect(first).toMatchObject({ start: at('9:00'), seatsFree: 3 });
    const slotId = first?.id ?? '';
    expect(await scenario.slot(slotId)).toMatchObject({ seat: { number: 1, of: 3 } });
    await scenario.book(me, slotId);
    expect((await find(other)).slots[0]).toMatchObject({ start: at('9:00'), seatsFree: 2 });
    // Whoever tapped the same seat gets another one of the same session.
    const held = await other.call('booking.holdSlot', { slotId, childId: other.childId });
    if (held.outcome !== 'held') throw new Error('there are two more places');
    expect(held.hold.slotId).not.toBe(slotId);
    expect(await scenario.slot(held.hold.slotId)).toMatchObject({ start: at('9:00') });
    // The one who holds it sees their own seat.
    const again = await find(other);
    expect(again.hold?.slotId).toBe(held.hold.slotId);
    expect(again.slots.map(({ id }) => id)).toContain(held.hold.slotId);
    // A child that takes part already is not offered it once more.
    expect((await find(me)).slots.map(({ start }) => start)).not.toContain(at('9:00'));
  });

  test('a full group is "taken"', async () => {
    const group = placeAt({ kind: 'clinic', seats: 2, sessionMinutes: 60 });
    await scenario.week({ hours: hoursAt([group], { horizonDays: 2 }) });
    await scenario.test.runJobs();
    const people_ = [await scenario.family(), await scenario.family(), await scenario.family()];
    const [seat] = (await scenario.database.find(slots, { where: {}, limit: 50 }))
      .filter(({ start }) => start === at('9:00'))
      .map(({ _id }) => _id);
    const answers = [];
    for (const me of people_) {
      answers.push(await me.call('booking.holdSlot', { slotId: seat ?? '', childId: me.childId }));
    }
    expect(answers.map(({ outcome }) => outcome)).toStrictEqual(['held', 'held', 'taken']);
  });

  test('reads no more than it may, and what is taken costs nothing', async () => {
    const times = Array.from(
      { length: 14 },
      (_, index) => `${8 + Math.floor(index / 2)}:${index % 2 ? '30' : '00'}`,
    );
    for (let one = 0; one < 20; one += 1) {
      await scenario.free(times, { kind: 'clinic', minutes: 25, counsellorId: `busy-${one}` });
    }
    const me = await scenario.family();
    const examinedBy = async () => {
      const before = scenario.test.cloud.stats().examined;
      const found = await me.call('booking.findSlots', { childId: me.childId });
      return { found, examined: scenario.test.cloud.stats().examined - before };
    };
    const { found, examined } = await examinedBy();
    expect(found.slots.length).toBeLessThanOrEqual(limits.slotsShown);
    expect(found.days.slice(1).every(({ state }) => state !== 'none')).toBe(true);
    expect(examined).toBeLessThanOrEqual(limits.slotsRead + 3);
    // Almost everything is booked: the few that are left are found without reading the rest.
    const { command } = await import('../../../cloudfunctions/platform/database');
    const booked = { state: 'booked' };
    await scenario.database.updateWhere(
      slots,
      { start: command.lt(at('14:00')), reach: 'county:990101' },
      booked,
    );
    expect((await examinedBy()).examined).toBeLessThanOrEqual(40 + 3);
  });
});
