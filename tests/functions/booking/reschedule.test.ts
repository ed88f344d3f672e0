import { setTimeout as wait } from 'node:timers/promises';
import { limits } from '@contract/limits';
import { minuteMs } from '@rules/dates';
import { appointments, children } from '../../../cloudfunctions/platform/collections';
import { at, moveClock, setClock } from '../support/clock';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

describe('moving a visit', () => {
  let scenario: Scenario;
  let me: Booker;
  let father: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    father = scenario.as('wx-father');
    me = await scenario.family({
      phone: '13800001234',
      with: [{ openid: father.openid, relation: 'father' }],
    });
  });
  afterEach(async () => {
    await scenario.close();
  });

  async function hold(slotId: string, who: Booker = me) {
    await who.call('booking.holdSlot', { slotId, childId: who.childId });
  }

  test('the old place is free, the new one has the visit, and the day shows it with its number', async () => {
    const [nine = '', two = ''] = await scenario.free(['9:00', '14:00']);
    const counsellor = await scenario.counsellor('wx-li');
    const visit = await scenario.book(me, nine);
    await hold(two);
    const wish = { appointmentId: visit.id, slotId: two, reason: 'busy' as const };
    const moved = await me.call('booking.reschedule', wish);
    expect(moved).toMatchObject({
      ...{ id: visit.id, start: at('14:00'), state: 'booked' },
      ...{ reason: 'busy', changedBy: 'family' },
    });
    expect(await scenario.slot(nine)).toMatchObject({
      ...{ state: 'free', appointmentId: null, card: null, phone: null },
      ...{ visitState: null, bookedBy: null },
    });
    const child = await scenario.database.get(children, me.childId);
    expect(child).toMatchObject({
      upcoming: [{ appointmentId: visit.id, start: at('14:00') }],
      bookings: 1,
    });
    const { entries } = await counsellor.call('booking.listDay', { day: '2026-11-24' });
    expect(entries).toMatchObject([
      { slotId: nine, state: 'free' },
      {
        slotId: two,
        state: 'booked',
        visit: { appointmentId: visit.id, phone: '13800001234', visitNumber: 1, state: 'booked' },
      },
    ]);
    // Who changes their number later still reaches the counsellor.
    await me.call('account.updateSettings', { phone: '13900005678' });
    const after = await counsellor.call('booking.listDay', { day: '2026-11-24' });
    expect(after.entries[1]?.visit?.phone).toBe('13900005678');
  });

  test('the other adults are told, whoever moved is not', async () => {
    const [nine = '', two = ''] = await scenario.free(['9:00', '14:00']);
    const { id: appointmentId } = await scenario.book(me, nine);
    await scenario.test.runJobs();
    moveClock(minuteMs);
    await hold(two);
    await me.call('booking.reschedule', { appointmentId, slotId: two });
    await scenario.test.runJobs();
    const told = async (who: Person) => (await who.call('notify.listInbox', {})).notices;
    expect(await told(father)).toMatchObject([
      { kind: 'visitMoved', start: at('14:00') },
      { kind: 'visitBooked', start: at('9:00') },
    ]);
    expect(await told(me)).toStrictEqual([]);
  });

  test('a refused move leaves both places as they were', async () => {
    const [nine = '', two = '', three = ''] = await scenario.free(['9:00', '14:00', '15:00']);
    const other = await scenario.family();
    const { id: appointmentId } = await scenario.book(me, nine);
    const move = (slotId: string) => me.refusal('booking.reschedule', { appointmentId, slotId });
    expect(await move(two)).toBe('HOLD_EXPIRED');
    await hold(two, other);
    expect(await move(two)).toBe('HOLD_EXPIRED');
    await scenario.book(other, three);
    expect(await move(three)).toBe('SLOT_TAKEN');
    expect(await move('nowhere')).toBe('NOT_FOUND');
    expect(await scenario.slot(nine)).toMatchObject({ state: 'booked', appointmentId });
    expect(await other.refusal('booking.reschedule', { appointmentId, slotId: two })).toBe(
      'NOT_FOUND',
    );
  });

  test('a child is not moved to where it is already, but may move within its own time', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const [also = ''] = await scenario.free(['9:20'], { counsellorId: 'counsellor-two' });
    const first = await scenario.book(me, nine);
    const second = await scenario.book(me, ten);
    await hold(also);
    const appointmentId = second.id;
    expect(await me.refusal('booking.reschedule', { appointmentId, slotId: also })).toBe(
      'CHILD_BUSY',
    );
    const wish = { appointmentId: first.id, slotId: also };
    expect((await me.call('booking.reschedule', wish)).start).toBe(at('9:20'));
  });

  test('families move in time; the counsellor later, too, and without holding', async () => {
    const [nine = '', two = ''] = await scenario.free(['9:00', '14:00']);
    const counsellor = await scenario.counsellor('wx-li');
    const other = await scenario.counsellor('wx-yang', 'counsellor-two');
    const { id: appointmentId, start } = await scenario.book(me, nine);
    setClock(start - limits.changeCutOffMinutes * minuteMs + 1);
    await hold(two);
    const wish = { appointmentId, slotId: two };
    expect(await me.refusal('booking.reschedule', wish)).toBe('TOO_LATE');
    expect(await counsellor.refusal('booking.reschedule', wish)).toBe('SLOT_TAKEN');
    await me.call('booking.releaseSlot', { slotId: two });
    expect(await other.refusal('booking.reschedule', wish)).toBe('NOT_FOUND');
    expect(await counsellor.call('booking.reschedule', wish)).toMatchObject({
      start: at('14:00', 0),
      changedBy: 'staff',
    });
  });

  test('what is over does not move', async () => {
    const [nine = '', two = ''] = await scenario.free(['9:00', '14:00']);
    const { id: appointmentId } = await scenario.book(me, nine);
    await me.call('booking.cancel', { appointmentId });
    await hold(two);
    expect(await me.refusal('booking.reschedule', { appointmentId, slotId: two })).toBe(
      'CANNOT_FOLLOW',
    );
  });

  test('the same wish twice moves once', async () => {
    const [nine = '', two = ''] = await scenario.free(['9:00', '14:00']);
    const { id: appointmentId } = await scenario.book(me, nine);
    await hold(two);
    const wish = { appointmentId, slotId: two };
    const first = await me.call('booking.reschedule', wish, 'move-request-1');
    expect(await me.call('booking.reschedule', wish, 'move-request-1')).toStrictEqual(first);
    // A second tap with an id of its own finds it done.
    expect((await me.call('booking.reschedule', wish)).start).toBe(first.start);
  });

  test('moved, given up and completed at the same moment: one of the three, and all of it', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const outcomes: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const who = await scenario.family();
      const first = at('10:00', 0) + round * 60 * minuteMs;
      const [from = '', to = ''] = await scenario.freeAt([first, first + 20 * 60 * minuteMs], {
        minutes: 20,
      });
      const { id: appointmentId } = await scenario.book(who, from);
      // It has begun, so that it may be completed.
      await scenario.database.update(appointments, appointmentId, { start: Date.now() });
      const steps = [
        () => counsellor.ask('booking.reschedule', { appointmentId, slotId: to }),
        () => counsellor.ask('booking.cancel', { appointmentId }),
        () => counsellor.ask('booking.complete', { appointmentId, next: { kind: 'none' } }),
      ];
      // Each of them begins a little ahead of the others in a third of the rounds.
      await Promise.all(
        steps.map(async (step, at) => {
          if (at !== round % steps.length) await wait(6 * (1 + (round % 5)));
          return step();
        }),
      );
      outcomes.push(await settled(who, appointmentId, [from, to]));
    }
    expect(outcomes).toHaveLength(12);
    process.stdout.write(`move, cancel, complete at once: ${JSON.stringify(outcomes)}\n`);
  });

  /** Checks that places, appointment and child tell the same story, and answers it. */
  async function settled(who: Booker, appointmentId: string, slotIds: string[]): Promise<string> {
    const appointment = await scenario.database.get(appointments, appointmentId);
    const child = await scenario.database.get(children, who.childId);
    const places = await Promise.all(slotIds.map((id) => scenario.slot(id)));
    const isGone = appointment?.state === 'cancelled';
    const taken = places.filter((place) => place.appointmentId === appointmentId);
    expect(taken.map(({ _id }) => _id)).toStrictEqual(isGone ? [] : [appointment?.slotId]);
    for (const place of places) {
      const free = place.appointmentId === null;
      expect(place.state).toBe(free ? 'free' : 'booked');
      expect(place.card === null).toBe(free);
      if (!free) expect(place.visitState).toBe(appointment?.state);
    }
    expect(child?.upcoming.map((visit) => visit.appointmentId)).toStrictEqual(
      isGone ? [] : [appointmentId],
    );
    const place = appointment?.slotId === slotIds[1] ? 'moved' : 'there';
    return `${appointment?.state ?? 'lost'}, ${place}`;
  }
});
