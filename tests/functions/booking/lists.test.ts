import { limits } from '@contract/limits';
import { dayMs, dayOf, hourMs, minuteMs } from '@rules/dates';
import {
  accessLog,
  appointments,
  people,
  slots,
} from '../../../cloudfunctions/platform/collections';
import { at, moveClock, setClock } from '../support/clock';
import { Scenario, type Booker } from '../support/scenario';

describe('a family’s appointments', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('those to come begin with the soonest and leave out what was cancelled', async () => {
    const [nine = '', ten = '', two = ''] = await scenario.free(['9:00', '10:00', '14:00']);
    const me = await scenario.family();
    await scenario.book(me, two);
    const cancelled = await scenario.book(me, ten);
    await scenario.book(me, nine);
    await me.call('booking.cancel', { appointmentId: cancelled.id });
    const upcoming = await me.call('booking.listAppointments', { when: 'upcoming' });
    expect(upcoming.appointments.map(({ start }) => start)).toStrictEqual([
      at('9:00'),
      at('14:00'),
    ]);
    const past = await me.call('booking.listAppointments', { when: 'past' });
    expect(past.appointments).toStrictEqual([]);
  });

  test('a visit to come that the counsellor gave up opens from the inbox, and for nobody else', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    const counsellor = await scenario.counsellor('wx-li');
    const { id: appointmentId } = await scenario.book(me, nine);
    await counsellor.call('booking.cancel', { appointmentId, reason: 'unwell' });
    await scenario.test.runJobs();
    const { notices } = await me.call('notify.listInbox', {});
    expect(notices).toMatchObject([{ kind: 'visitCancelled', appointmentId }]);
    for (const when of ['upcoming', 'past'] as const) {
      expect(await me.call('booking.listAppointments', { when })).toMatchObject({
        appointments: [],
      });
    }
    expect(await me.call('booking.showAppointment', { appointmentId })).toMatchObject({
      ...{ id: appointmentId, state: 'cancelled', reason: 'unwell', changedBy: 'staff' },
      ...{ start: at('9:00'), canCancel: false },
    });
    for (const who of [other, counsellor]) {
      expect(await who.refusal('booking.showAppointment', { appointmentId })).toBe('NOT_FOUND');
    }
  });

  test('a visit that has just begun is still the next one; an hour later it is past', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    const { start } = await scenario.book(me, nine);
    const count = async (when: 'upcoming' | 'past') =>
      (await me.call('booking.listAppointments', { when })).appointments.length;
    setClock(start + hourMs);
    expect([await count('upcoming'), await count('past')]).toStrictEqual([1, 0]);
    moveClock(1);
    expect([await count('upcoming'), await count('past')]).toStrictEqual([0, 1]);
  });

  test('nobody sees the visits of another family', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    await scenario.book(me, nine);
    const { appointments: list } = await other.call('booking.listAppointments', {
      when: 'upcoming',
    });
    expect(list).toStrictEqual([]);
  });

  test('past ones come page by page, each once, also when two began together', async () => {
    const me = await scenario.family();
    const brother = await scenario.family();
    const child = (await scenario.database.get(people, brother.openid))?.children ?? [];
    const mine = (await scenario.database.get(people, me.openid))?.children ?? [];
    await scenario.database.update(people, me.openid, { children: [...mine, ...child] });
    const total = await writePast(scenario, me, brother);
    const seen: string[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await me.call('booking.listAppointments', { when: 'past', before });
      expect(page.appointments.length).toBeLessThanOrEqual(limits.pageSize);
      seen.push(...page.appointments.map(({ id }) => id));
      if (page.next === undefined) break;
      before = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(total);
  });
});

/** A history in which the children of one family come on the same days at the same time. */
async function writePast(scenario: Scenario, me: Booker, brother: Booker): Promise<number> {
  const [nine = ''] = await scenario.free(['9:00']);
  const { id } = await scenario.book(me, nine);
  const pattern = await scenario.database.get(appointments, id);
  if (!pattern) throw new Error('the booking is not there');
  const { openDetails, sealDetails } =
    await import('../../../cloudfunctions/areas/booking/appointments');
  const details = openDetails(pattern);
  let total = 0;
  for (let day = 1; day <= 25; day += 1) {
    // The first day has one child, so that every border of a page would fall between two.
    for (const childId of day === 1 ? [me.childId] : [me.childId, brother.childId]) {
      total += 1;
      const _id = `a_past_${total}`;
      const start = pattern.start - (day + 5) * dayMs;
      const sealed = sealDetails(_id, details);
      await scenario.database.add(appointments, {
        ...pattern,
        _id,
        childId,
        start,
        details: sealed,
      });
    }
  }
  return total;
}

describe('a counsellor’s day', () => {
  let scenario: Scenario;
  let tomorrow: string;

  beforeEach(async () => {
    scenario = await Scenario.start();
    tomorrow = dayOf(at('9:00'));
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('tells who comes when, why and how to reach them', async () => {
    const [nine = '', ten = '', eleven = ''] = await scenario.free(['9:00', '10:00', '11:00']);
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family({ nickname: '小树', phone: '13800001234' });
    const other = await scenario.family();
    await scenario.book(me, nine);
    await other.call('booking.holdSlot', { slotId: ten, childId: other.childId });
    const { entries } = await counsellor.call('booking.listDay', { day: tomorrow });
    expect(entries.map(({ slotId, state }) => [slotId, state])).toStrictEqual([
      [nine, 'booked'],
      [ten, 'held'],
      [eleven, 'free'],
    ]);
    expect(entries[0]?.visit).toMatchObject({
      nickname: '小树',
      age: 10,
      schoolName: '一小',
      relation: 'paternalGrandmother',
      worries: ['unhappy'],
      phone: '13800001234',
      visitNumber: 1,
    });
    expect(entries[1]?.visit).toBeUndefined();
    moveClock(limits.holdMinutes * minuteMs);
    const later = await counsellor.call('booking.listDay', { day: tomorrow });
    expect(later.entries[1]?.state).toBe('free');
  });

  test('has the family’s new number after it was changed, and none on a cancelled place', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family({ phone: '13800001234' });
    await scenario.book(me, nine);
    const given = await scenario.book(me, ten);
    await me.call('booking.cancel', { appointmentId: given.id });
    await me.call('account.updateSettings', { phone: '13900005678' });
    const { entries } = await counsellor.call('booking.listDay', { day: tomorrow });
    expect(entries.map(({ visit }) => visit?.phone)).toStrictEqual(['13900005678', undefined]);
  });

  test('is the counsellor’s own: another counsellor sees nothing of it', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const other = await scenario.counsellor('wx-yang', 'counsellor-two');
    await scenario.book(await scenario.family(), nine);
    const { entries } = await other.call('booking.listDay', { day: tomorrow });
    expect(entries).toStrictEqual([]);
  });

  test('no visit is shown of a place that was cancelled', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family();
    const { id } = await scenario.book(me, nine);
    await me.call('booking.cancel', { appointmentId: id });
    const { entries } = await counsellor.call('booking.listDay', { day: tomorrow });
    expect(entries).toMatchObject([{ state: 'free' }]);
    expect(entries[0]?.visit).toBeUndefined();
  });

  test('the second visit of a child is not its first', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family();
    await scenario.book(me, nine);
    await scenario.book(me, ten);
    const { entries } = await counsellor.call('booking.listDay', { day: tomorrow });
    expect(entries.map(({ visit }) => visit?.visitNumber)).toStrictEqual([1, 2]);
  });

  test('looking is written down once a child and day, and counted up', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const counsellor = await scenario.counsellor('wx-li');
    const [me, other] = [await scenario.family(), await scenario.family()];
    await scenario.book(me, nine);
    const look = () => counsellor.call('booking.listDay', { day: tomorrow });
    const written = async () =>
      (await scenario.database.find(accessLog, { where: {} })).map(({ childId, count, viewer }) => [
        childId,
        viewer,
        count,
      ]);
    await look();
    await look();
    expect(await written()).toStrictEqual([[me.childId, 'wx-li', 2]]);
    await scenario.book(other, ten);
    await look();
    expect((await written()).sort()).toStrictEqual([
      [me.childId, 'wx-li', 3],
      [other.childId, 'wx-li', 1],
    ]);
    setClock(at('8:00'));
    await look();
    expect(await written()).toHaveLength(4);
  });

  test('ten looks at once are ten looks', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const counsellor = await scenario.counsellor('wx-li');
    await scenario.book(await scenario.family(), nine);
    const look = () => counsellor.call('booking.listDay', { day: tomorrow });
    await Promise.all(Array.from({ length: 10 }, look));
    const [line] = await scenario.database.find(accessLog, { where: {} });
    expect(line?.count).toBe(10);
  });

  test('a booking for another day is told for a day, so that nothing arrives unseen', async () => {
    const [later = ''] = await scenario.freeAt([at('9:00', 5)]);
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family({ nickname: '小树' });
    const fresh = async () => (await counsellor.call('account.home', {})).day?.fresh ?? [];
    const visit = await scenario.book(me, later);
    expect(await fresh()).toMatchObject([
      { day: dayOf(at('9:00', 5)), slotId: later, visit: { nickname: '小树' } },
    ]);
    moveClock(dayMs + 1);
    expect(await fresh()).toStrictEqual([]);
    moveClock(-dayMs);
    await me.call('booking.cancel', { appointmentId: visit.id });
    expect(await fresh()).toStrictEqual([]);
  });

  test('home opens on the day of today', async () => {
    const [today = ''] = await scenario.freeAt([at('10:00', 0)]);
    const counsellor = await scenario.counsellor('wx-li');
    await scenario.book(await scenario.family(), today);
    const { day } = await counsellor.call('account.home', {});
    expect(day).toMatchObject({ day: dayOf(at('10:00', 0)), entries: [{ state: 'booked' }] });
  });

  test('a card that was moved to another place is not shown as that place’s visit', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const counsellor = await scenario.counsellor('wx-li');
    await scenario.book(await scenario.family(), nine);
    const { card } = await scenario.slot(nine);
    await scenario.database.update(slots, ten, { state: 'booked', card });
    const answer = await counsellor.ask('booking.listDay', { day: tomorrow });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });
});
