import { limits } from '@contract/limits';
import { hourMs, minuteMs, startOfDay } from '@rules/dates';
import { children, due, slots } from '../../../cloudfunctions/platform/collections';
import { at, monday, moveClock, setClock } from '../support/clock';
import { otherSchool } from '../support/documents';
import { Scenario, type Booker } from '../support/scenario';
import { anyWish, join, request, sayBothAway, waitOf } from '../support/waiting';

describe('a place that is offered to those who wait', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const jobs = () => scenario.test.runJobs();
  const offered = async (who: Booker) => (await waitOf(who)).offer?.slot.id;
  const accept = (waitlistId: string) => ({ waitlistId, accept: true });
  const decline = (waitlistId: string) => ({ waitlistId, accept: false });

  /** A place that is taken, by somebody who will give it up. */
  async function taken(clock = '9:00') {
    const [slotId = ''] = await scenario.free([clock]);
    const holder = await scenario.family();
    const { id: appointmentId } = await scenario.book(holder, slotId);
    await jobs();
    return { slotId, cancel: () => holder.call('booking.cancel', { appointmentId }) };
  }

  test('given up by one family, it is kept for the first who waits; both phones hear of it', async () => {
    const { slotId, cancel } = await taken();
    const father = scenario.as('wx-father');
    const me = await scenario.family({ with: [{ openid: father.openid, relation: 'father' }] });
    const waitlistId = await join(me);
    await jobs();
    expect(await offered(me)).toBeUndefined();
    await cancel();
    expect((await jobs()).placesOffered).toBe(1);
    const until = Date.now() + limits.offerMinutes * minuteMs;
    expect(await waitOf(me)).toMatchObject({
      state: 'offered',
      offer: { slot: { id: slotId }, until },
    });
    expect(await scenario.slot(slotId)).toMatchObject({ state: 'held', heldUntil: until });
    for (const who of [me, father]) {
      const { notices } = await who.call('notify.listInbox', {});
      expect(notices).toMatchObject([{ kind: 'placeOffered', waitlistId, start: at('9:00') }]);
    }
  });

  test('nobody else can take it meanwhile, not even whoever joined by way of holding it', async () => {
    const { slotId, cancel } = await taken();
    const [me, other] = [await scenario.family(), await scenario.family()];
    await join(me);
    await cancel();
    await jobs();
    for (const who of [me, other]) {
      const input = { slotId, childId: who.childId };
      expect((await who.call('booking.holdSlot', input)).outcome).toBe('taken');
    }
  });

  test('another place that they look at meanwhile does not cost them the offer', async () => {
    const { slotId, cancel } = await taken();
    const me = await scenario.family();
    await join(me, { wish: anyWish({ parts: ['morning'] }) });
    await cancel();
    await jobs();
    const [afternoon = ''] = await scenario.free(['15:00']);
    await me.call('booking.holdSlot', { slotId: afternoon, childId: me.childId });
    expect(await scenario.slot(slotId)).toMatchObject({ state: 'held' });
    expect(await offered(me)).toBe(slotId);
  });

  test('taking it books it, with what was said when joining, and ends the waiting', async () => {
    const { slotId, cancel } = await taken();
    const me = await scenario.family();
    const counsellor = await scenario.counsellor('wx-li');
    const waitlistId = await join(me, { worries: ['bullied'] });
    await cancel();
    await jobs();
    const answer = await me.call('booking.answerOffer', accept(waitlistId));
    expect(answer.wait.state).toBe('booked');
    expect(answer.appointment).toMatchObject({
      start: at('9:00'),
      worries: ['bullied'],
      state: 'booked',
    });
    expect(await scenario.slot(slotId)).toMatchObject({ state: 'booked' });
    expect(await request(scenario, waitlistId)).toMatchObject({ state: 'booked', offer: null });
    expect((await me.call('booking.listWaits', {})).waits).toHaveLength(0);
    const { entries } = await counsellor.call('booking.listDay', { day: '2026-11-24' });
    expect(entries[0]?.visit?.worries).toStrictEqual(['bullied']);
  });

  test('the other phone takes it as well; two answers at once make one appointment', async () => {
    const { cancel } = await taken();
    const father = scenario.as('wx-father');
    const me = await scenario.family({ with: [{ openid: father.openid, relation: 'father' }] });
    const waitlistId = await join(me);
    await cancel();
    await jobs();
    const answers = await Promise.all([
      me.ask('booking.answerOffer', accept(waitlistId)),
      father.ask('booking.answerOffer', accept(waitlistId)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { appointments } = await father.call('booking.listAppointments', { when: 'upcoming' });
    expect(appointments).toHaveLength(1);
  });

  test('the same answer sent twice is carried out once', async () => {
    const { cancel } = await taken();
    const me = await scenario.family();
    const waitlistId = await join(me);
    await cancel();
    await jobs();
    const first = await me.call('booking.answerOffer', accept(waitlistId), 'answer-twice-1');
    const again = await me.call('booking.answerOffer', accept(waitlistId), 'answer-twice-1');
    expect(again).toStrictEqual(first);
  });

  test('let go, it goes to the next; they wait on and are not asked about it again', async () => {
    const { slotId, cancel } = await taken();
    const [me, next] = [await scenario.family(), await scenario.family()];
    const mine = await join(me);
    moveClock(minuteMs);
    await join(next);
    await cancel();
    await jobs();
    const { wait } = await me.call('booking.answerOffer', decline(mine));
    expect(wait).toMatchObject({ state: 'waiting', since: monday });
    await jobs();
    expect([await offered(me), await offered(next)]).toStrictEqual([undefined, slotId]);
    await next.call('booking.leaveWaitlist', { waitlistId: (await waitOf(next)).id });
    await jobs();
    expect(await offered(me)).toBeUndefined();
    expect(await scenario.slot(slotId)).toMatchObject({ state: 'free' });
  });

  test('another place is offered within the time that a declined one had', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const me = await scenario.family();
    const waitlistId = await join(me);
    await jobs();
    expect(await offered(me)).toBe(nine);
    await me.call('booking.answerOffer', decline(waitlistId));
    moveClock(minuteMs);
    await jobs();
    expect(await offered(me)).toBe(ten);
    // It has the whole time to answer: the deadline of the declined one is no longer noted.
    moveClock((limits.offerMinutes - 1) * minuteMs);
    await jobs();
    expect(await offered(me)).toBe(ten);
    moveClock(minuteMs);
    await jobs();
    expect(await offered(me)).toBeUndefined();
    expect(await scenario.slot(ten)).toMatchObject({ state: 'free' });
  });

  test('one request that cannot be looked at keeps no other from its place, and comes later', async () => {
    const [slotId = ''] = await scenario.free(['9:00']);
    await jobs();
    const [spoilt, me] = [await scenario.family(), await scenario.family()];
    const waitlistId = await join(spoilt, { wish: anyWish({ parts: ['evening'] }) });
    await scenario.database.update(children, spoilt.childId, { away: 'not sealed' });
    moveClock(minuteMs);
    await join(me);
    await jobs();
    expect(await offered(me)).toBe(slotId);
    expect((await request(scenario, waitlistId)).lookAt).toBeGreaterThan(Date.now());
  });

  test('a place that could not be kept for anybody is free at once', async () => {
    const [slotId = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    await join(me);
    await scenario.database.update(children, me.childId, { waiting: 'not sealed' });
    await jobs();
    expect(await scenario.slot(slotId)).toMatchObject({ state: 'free', heldBy: null });
  });

  test('unanswered, it goes to the next; they are told without blame, and too late is too late', async () => {
    const { slotId, cancel } = await taken();
    const [me, next] = [await scenario.family(), await scenario.family()];
    const mine = await join(me);
    moveClock(minuteMs);
    await join(next);
    await cancel();
    await jobs();
    moveClock(limits.offerMinutes * minuteMs);
    expect(await offered(me)).toBeUndefined();
    expect(await me.refusal('booking.answerOffer', accept(mine))).toBe('OFFER_GONE');
    await jobs();
    expect(await offered(next)).toBe(slotId);
    expect(await waitOf(me)).toMatchObject({ state: 'waiting' });
    const { notices } = await me.call('notify.listInbox', {});
    expect(notices.map(({ kind }) => kind)).toStrictEqual(['offerLapsed', 'placeOffered']);
    await jobs();
    expect((await me.call('notify.listInbox', {})).notices).toHaveLength(2);
  });

  test(`after ${limits.offersPerPlace} families it is simply free, for whoever looks`, async () => {
    const { slotId, cancel } = await taken();
    const waiting: Booker[] = [];
    for (let count = 0; count <= limits.offersPerPlace; count += 1) {
      const who = await scenario.family();
      await join(who);
      waiting.push(who);
      moveClock(minuteMs);
    }
    await cancel();
    for (const who of waiting.slice(0, limits.offersPerPlace)) {
      await jobs();
      expect(await offered(who)).toBe(slotId);
      await who.call('booking.answerOffer', decline((await waitOf(who)).id));
    }
    await jobs();
    const [last] = waiting.slice(-1);
    expect(last && (await offered(last))).toBeUndefined();
    expect(await scenario.slot(slotId)).toMatchObject({ state: 'free', lookAt: null });
  });

  test('those who need it most come first, then whoever has waited longest', async () => {
    const [early, late, away] = [
      await scenario.family(),
      await scenario.family(),
      await scenario.family(),
    ];
    await sayBothAway(scenario, away);
    for (const who of [early, late, away]) {
      await join(who);
      moveClock(minuteMs);
    }
    const [nine, ten] = await scenario.free(['9:00', '10:00']);
    await jobs();
    expect([await offered(away), await offered(early), await offered(late)]).toStrictEqual([
      nine,
      ten,
      undefined,
    ]);
  });

  test('only what they wait for is offered: kind, part of the day, counsellor, day', async () => {
    const me = await scenario.family();
    await join(me, {
      wish: anyWish({
        kinds: ['phone'],
        parts: ['afternoon'],
        until: '2026-11-25',
        counsellorId: 'counsellor-two',
      }),
    });
    const phone = { kind: 'phone' as const, counsellorId: 'counsellor-two' };
    await scenario.free(['15:00'], { ...phone, kind: 'clinic' });
    await scenario.free(['10:00'], phone);
    await scenario.free(['15:00'], { ...phone, counsellorId: 'counsellor-one' });
    await scenario.freeAt([at('15:00', 3)], phone);
    await jobs();
    expect(await offered(me)).toBeUndefined();
    const [right = ''] = await scenario.freeAt([at('16:00', 2)], phone);
    await jobs();
    expect(await offered(me)).toBe(right);
  });

  test('a place that is free already when they join is found for them', async () => {
    await scenario.free(['9:00']);
    await jobs();
    const me = await scenario.family();
    await join(me);
    await jobs();
    expect(await offered(me)).toBeDefined();
  });

  test('a hold that runs out frees a place as well', async () => {
    const [slotId = ''] = await scenario.free(['9:00']);
    const [holder, me] = [await scenario.family(), await scenario.family()];
    await holder.call('booking.holdSlot', { slotId, childId: holder.childId });
    await join(me);
    await jobs();
    expect(await offered(me)).toBeUndefined();
    moveClock(limits.holdMinutes * minuteMs);
    await jobs();
    expect(await offered(me)).toBe(slotId);
  });

  test('a kept place is offered to those it is kept for, and to others at its release', async () => {
    const [slotId = ''] = await scenario.freeAt([at('9:00', 4)]);
    const openFrom = at('9:00', 4) - 48 * hourMs;
    await scenario.database.update(slots, slotId, { openFrom });
    const other = await scenario.family();
    await join(other);
    await jobs();
    expect(await offered(other)).toBeUndefined();
    setClock(openFrom);
    await jobs();
    expect(await offered(other)).toBe(slotId);
  });

  test('before its release it goes to a left-behind child who joined last', async () => {
    const [slotId = ''] = await scenario.freeAt([at('9:00', 4)]);
    await scenario.database.update(slots, slotId, { openFrom: at('9:00', 2) });
    const [other, away] = [await scenario.family(), await scenario.family()];
    await sayBothAway(scenario, away);
    await join(other);
    moveClock(minuteMs);
    await join(away);
    await jobs();
    expect([await offered(other), await offered(away)]).toStrictEqual([undefined, slotId]);
  });

  test('at night nobody is asked; in the morning they are', async () => {
    const me = await scenario.family();
    await join(me);
    setClock(startOfDay('2026-11-24') - 2 * hourMs);
    const [slotId = ''] = await scenario.freeAt([at('15:00', 1)]);
    expect((await jobs()).placesOffered).toBe(0);
    setClock(startOfDay('2026-11-24') + limits.quietToHour * hourMs);
    await jobs();
    expect(await offered(me)).toBe(slotId);
  });

  test('nothing is offered that begins before anybody could answer', async () => {
    const me = await scenario.family();
    await join(me);
    const soon = limits.minimumNoticeMinutes + limits.offerLeastMinutes - 1;
    const [slotId = ''] = await scenario.freeAt([Date.now() + soon * minuteMs]);
    await jobs();
    expect(await offered(me)).toBeUndefined();
    expect(await scenario.slot(slotId)).toMatchObject({ state: 'free' });
  });

  test('nothing is offered to a child who is elsewhere then, or may not be booked for', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [busy, withdrawn, me] = [
      await scenario.family(),
      await scenario.family(),
      await scenario.family(),
    ];
    await scenario.book(busy, nine);
    for (const who of [busy, withdrawn, me]) {
      await join(who);
      moveClock(minuteMs);
    }
    await withdrawn.call('account.withdrawConsent', {
      ...{ childId: withdrawn.childId, purpose: 'booking' },
    });
    const [slotId] = await scenario.free(['9:20'], { counsellorId: 'counsellor-two' });
    await jobs();
    expect([await offered(busy), await offered(me)]).toStrictEqual([undefined, slotId]);
    expect((await withdrawn.call('booking.listWaits', {})).waits).toStrictEqual([]);
  });

  test('consent that is withdrawn while a place is offered: it goes to the next, and they wait no more', async () => {
    const [slotId = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    const waitlistId = await join(me);
    await jobs();
    await me.call('account.withdrawConsent', { childId: me.childId, purpose: 'booking' });
    expect(await me.refusal('booking.answerOffer', accept(waitlistId))).toBe('NOT_FOUND');
    expect((await me.call('booking.listWaits', {})).waits).toStrictEqual([]);
    expect(await request(scenario, waitlistId)).toMatchObject({ state: 'left', phone: null });
    expect(await scenario.slot(slotId)).toMatchObject({ state: 'free', heldBy: null });
    const next = await scenario.family();
    await join(next);
    await jobs();
    expect(await offered(next)).toBe(slotId);
  });

  test('however many of those who come first are elsewhere then, the next behind them is asked', async () => {
    const [slotId = ''] = await scenario.free(['9:00']);
    await jobs();
    const busy = { appointmentId: 'a-elsewhere', start: at('9:00'), end: at('10:00') };
    for (let count = 0; count < 11; count += 1) {
      const who = await scenario.family();
      await join(who);
      await scenario.database.update(children, who.childId, { upcoming: [busy] });
      moveClock(1000);
    }
    const me = await scenario.family();
    await join(me);
    await jobs();
    expect(await offered(me)).toBe(slotId);
  });

  test('a request has one offer at a time, however many places there are', async () => {
    await scenario.free(['9:00', '10:00', '11:00']);
    const me = await scenario.family();
    await join(me);
    await jobs();
    await jobs();
    const all = await scenario.database.find(slots, { where: {}, limit: 10 });
    expect(all.filter(({ state }) => state === 'held')).toHaveLength(1);
  });

  test('a run that dies while it looks leaves the place free again after two minutes', async () => {
    const [slotId = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    await join(me);
    // As claiming leaves it behind, before anything else was written.
    const claimed = { state: 'held', heldBy: 'job', heldUntil: Date.now() + 2 * minuteMs };
    await scenario.database.update(slots, slotId, claimed);
    await jobs();
    expect(await offered(me)).toBeUndefined();
    moveClock(2 * minuteMs);
    await jobs();
    expect(await offered(me)).toBe(slotId);
  });

  test('a family that is told nothing more leaves no deadline behind', async () => {
    await scenario.free(['9:00']);
    const me = await scenario.family();
    const waitlistId = await join(me);
    await jobs();
    await me.call('booking.answerOffer', accept(waitlistId));
    moveClock(limits.offerMinutes * minuteMs);
    await jobs();
    expect(await scenario.database.find(due, { where: {}, limit: 5 })).toHaveLength(0);
    const { appointments } = await me.call('booking.listAppointments', { when: 'upcoming' });
    expect(appointments).toHaveLength(1);
    const { notices } = await me.call('notify.listInbox', {});
    // Reminded of the visit, and not told of any deadline.
    expect(notices.map(({ kind }) => kind).sort()).toEqual(['placeOffered', 'visitReminder']);
  });

  test('a school’s room is offered to its pupils only', async () => {
    const outsider = await scenario.family({ at: otherSchool });
    await join(outsider);
    await scenario.free(['9:00']);
    await jobs();
    expect(await offered(outsider)).toBeUndefined();
  });

  test('with nobody waiting a run reads next to nothing, and every place is looked at once', async () => {
    await scenario.free(['9:00', '10:00', '11:00']);
    await jobs();
    const all = await scenario.database.find(slots, { where: {}, limit: 10 });
    expect(all.map(({ lookAt }) => lookAt)).toStrictEqual([null, null, null]);
  });

  test('two children of one family come together: both are busy then', async () => {
    const me = await scenario.family({ childId: 'child-elder' });
    await scenario.sibling(me, { childId: 'child-younger', nickname: '小妹' });
    const waitlistId = await join(me, { siblingId: 'child-younger' });
    await scenario.free(['9:00']);
    await jobs();
    await me.call('booking.answerOffer', accept(waitlistId));
    const younger = await scenario.database.get(children, 'child-younger');
    expect(younger?.upcoming).toMatchObject([{ start: at('9:00') }]);
    const other = await scenario.free(['9:20'], { counsellorId: 'counsellor-two' });
    const [slotId = ''] = other;
    const worries = ['sleep' as const];
    await me.call('booking.holdSlot', { slotId, childId: 'child-younger' });
    const input = { slotId, childId: 'child-younger', worries };
    expect(await me.refusal('booking.book', input)).toBe('CHILD_BUSY');
  });
});
