import { limits } from '@contract/limits';
import { hourMs, minuteMs } from '@rules/dates';
import { at, moveClock } from '../support/clock';
import { otherSchool } from '../support/documents';
import { Scenario } from '../support/scenario';

describe('holding a place', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('whoever was first keeps it; the next one hears "taken" and the next three times', async () => {
    const [nine = '', ...later] = await scenario.free(['9:00', '10:00', '11:00', '14:00', '15:00']);
    const [first, second] = [await scenario.family(), await scenario.family()];
    const held = await first.call('booking.holdSlot', { slotId: nine, childId: first.childId });
    expect(held).toStrictEqual({
      outcome: 'held',
      hold: { slotId: nine, until: Date.now() + limits.holdMinutes * minuteMs },
    });
    const answer = await second.call('booking.holdSlot', {
      slotId: nine,
      childId: second.childId,
    });
    if (answer.outcome !== 'taken') throw new Error('both hold it');
    expect(answer.alternatives.map(({ id }) => id)).toStrictEqual(later.slice(0, 3));
  });

  test('the three next times leave out what others hold or have booked', async () => {
    const [nine = '', ten = '', eleven = '', ...later] = await scenario.free([
      ...['9:00', '10:00', '11:00', '14:00', '15:00', '16:00'],
    ]);
    const people = [await scenario.family(), await scenario.family(), await scenario.family()];
    const [one, two, three] = people;
    if (!one || !two || !three) throw new Error('unreachable');
    await one.call('booking.holdSlot', { slotId: nine, childId: one.childId });
    await scenario.book(two, ten);
    const four = await scenario.family();
    await four.call('booking.holdSlot', { slotId: eleven, childId: four.childId });
    const answer = await three.call('booking.holdSlot', { slotId: nine, childId: three.childId });
    if (answer.outcome !== 'taken') throw new Error('two hold it');
    expect(answer.alternatives.map(({ id }) => id)).toStrictEqual(later);
  });

  test('holding it again while it is mine keeps it, from now', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    moveClock(2 * minuteMs);
    const again = await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    expect(again).toMatchObject({
      outcome: 'held',
      hold: { until: Date.now() + limits.holdMinutes * minuteMs },
    });
  });

  test('a hold that ran out lets another person take the place', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [first, second] = [await scenario.family(), await scenario.family()];
    await first.call('booking.holdSlot', { slotId: nine, childId: first.childId });
    moveClock(limits.holdMinutes * minuteMs);
    const { slots } = await second.call('booking.findSlots', { childId: second.childId });
    expect(slots.map(({ id }) => id)).toContain(nine);
    const visit = await scenario.book(second, nine);
    expect(visit.state).toBe('booked');
    const late = { slotId: nine, childId: first.childId, worries: [] };
    expect(await first.refusal('booking.book', late)).toBe('SLOT_TAKEN');
  });

  test('a hold that ran out and that another person has now cannot be booked any more', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [first, second] = [await scenario.family(), await scenario.family()];
    await first.call('booking.holdSlot', { slotId: nine, childId: first.childId });
    moveClock(limits.holdMinutes * minuteMs);
    await second.call('booking.holdSlot', { slotId: nine, childId: second.childId });
    const late = { slotId: nine, childId: first.childId, worries: [] };
    expect(await first.refusal('booking.book', late)).toBe('HOLD_EXPIRED');
  });

  test('a person keeps one place at a time: holding another lets the first go', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    await me.call('booking.holdSlot', { slotId: ten, childId: me.childId });
    expect(await scenario.slot(nine)).toMatchObject({ state: 'free', heldBy: null, heldUntil: 0 });
    const { hold } = await me.call('booking.findSlots', { childId: me.childId });
    expect(hold?.slotId).toBe(ten);
    const answer = await other.call('booking.holdSlot', { slotId: nine, childId: other.childId });
    expect(answer.outcome).toBe('held');
  });

  test('hearing "taken" does not cost the place one holds already', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    await other.call('booking.holdSlot', { slotId: ten, childId: other.childId });
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    await me.call('booking.holdSlot', { slotId: ten, childId: me.childId });
    expect(await scenario.slot(nine)).toMatchObject({ state: 'held', heldBy: me.openid });
  });

  test('giving it back frees it at once; giving it back again changes nothing', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    expect(await other.call('booking.releaseSlot', { slotId: nine })).toEqual({ released: false });
    expect(await me.call('booking.releaseSlot', { slotId: nine })).toEqual({ released: true });
    expect(await me.call('booking.releaseSlot', { slotId: nine })).toEqual({ released: false });
    expect((await scenario.slot(nine)).state).toBe('free');
  });

  test('a booked place cannot be given back by way of releasing it', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    await scenario.book(me, nine);
    expect(await me.call('booking.releaseSlot', { slotId: nine })).toEqual({ released: false });
    expect((await scenario.slot(nine)).state).toBe('booked');
  });

  test('a school’s room is for its pupils: others neither see nor hold it', async () => {
    const [room = ''] = await scenario.free(['9:00']);
    const [clinic = ''] = await scenario.free(['10:00'], {
      kind: 'clinic',
      counsellorId: 'counsellor-two',
    });
    const outsider = await scenario.family({ at: otherSchool });
    const { slots } = await outsider.call('booking.findSlots', { childId: outsider.childId });
    expect(slots.map(({ id }) => id)).toStrictEqual([clinic]);
    const answer = await outsider.call('booking.holdSlot', {
      slotId: room,
      childId: outsider.childId,
    });
    expect(answer.outcome).toBe('taken');
    expect((await scenario.slot(room)).state).toBe('free');
  });

  test('a place that begins within the hour is neither shown nor held', async () => {
    const soon = Date.now() + limits.minimumNoticeMinutes * minuteMs;
    const [tooSoon = '', justRight = ''] = await scenario.freeAt([soon - minuteMs, soon + hourMs]);
    const me = await scenario.family();
    const { slots } = await me.call('booking.findSlots', { childId: me.childId });
    expect(slots.map(({ id }) => id)).toStrictEqual([justRight]);
    const answer = await me.call('booking.holdSlot', { slotId: tooSoon, childId: me.childId });
    expect(answer.outcome).toBe('taken');
  });

  test('a place that does not exist is "taken"', async () => {
    await scenario.free(['9:00']);
    const me = await scenario.family();
    const answer = await me.call('booking.holdSlot', { slotId: 'nowhere', childId: me.childId });
    if (answer.outcome !== 'taken') throw new Error('it holds nothing');
    expect(answer.alternatives).toHaveLength(1);
  });

  test('of twenty who tap at once exactly one has it', async () => {
    const [nine = ''] = await scenario.free(['9:00', '10:00', '11:00', '14:00']);
    const people = [];
    for (let count = 0; count < 20; count += 1) people.push(await scenario.family());
    const answers = await Promise.all(
      people.map((one) => one.call('booking.holdSlot', { slotId: nine, childId: one.childId })),
    );
    expect(answers.filter(({ outcome }) => outcome === 'held')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.outcome === 'taken') expect(answer.alternatives).toHaveLength(3);
    }
  });

  test('two taps of one person at once never keep two places', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const me = await scenario.family();
    const tap = (slotId: string) => me.call('booking.holdSlot', { slotId, childId: me.childId });
    for (let again = 0; again < 10; again += 1) {
      await Promise.all([tap(nine), tap(ten)]);
      const slots = [await scenario.slot(nine), await scenario.slot(ten)];
      expect(slots.filter(({ state }) => state === 'held').length).toBeLessThanOrEqual(1);
    }
    // Whatever they did to each other, one more tap settles it.
    expect((await tap(ten)).outcome).toBe('held');
    expect(await scenario.slot(nine)).toMatchObject({ state: 'free' });
  });

  test('times at which the child is elsewhere are not offered', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    await scenario.free(['9:20'], { counsellorId: 'counsellor-two' });
    const [after = ''] = await scenario.free(['9:40'], { counsellorId: 'counsellor-three' });
    const me = await scenario.family();
    await scenario.book(me, nine);
    const { slots } = await me.call('booking.findSlots', { childId: me.childId });
    expect(slots.map(({ id }) => id)).toStrictEqual([after]);
  });

  test('the strip of days counts what is free, and one day can be asked for by itself', async () => {
    await scenario.free(['9:00', '10:00']);
    await scenario.freeAt([at('9:00', 3)]);
    const me = await scenario.family();
    const found = await me.call('booking.findSlots', { childId: me.childId });
    expect(found.days).toHaveLength(limits.horizonDays);
    expect(found.days.slice(0, 4).map(({ free }) => free)).toStrictEqual([0, 2, 0, 1]);
    const third = found.days[3]?.day ?? '';
    const asked = await me.call('booking.findSlots', { childId: me.childId, day: third });
    expect(asked).toMatchObject({ day: third, slots: [{ start: at('9:00', 3) }] });
    expect(asked.days[1]?.state).toBe('unread');
  });
});
