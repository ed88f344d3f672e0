import { limits } from '@contract/limits';
import { minuteMs } from '@rules/dates';
import { appointments, children } from '../../../cloudfunctions/platform/collections';
import { at, setClock } from '../support/clock';
import { Scenario } from '../support/scenario';

describe('cancelling a visit', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('frees the place in the same moment, and another family books it', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    const visit = await scenario.book(me, nine);
    const cancelled = await me.call('booking.cancel', { appointmentId: visit.id });
    expect(cancelled).toMatchObject({ state: 'cancelled', canCancel: false });
    const slot = await scenario.slot(nine);
    expect(slot).toMatchObject({ state: 'free', appointmentId: null, card: null });
    const child = await scenario.database.get(children, me.childId);
    expect(child).toMatchObject({ upcoming: [], bookings: 0 });
    expect((await scenario.book(other, nine)).state).toBe('booked');
  });

  test('can be repeated, also after another family took the place, and changes nothing more', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    const visit = await scenario.book(me, nine);
    await me.call('booking.cancel', { appointmentId: visit.id });
    const taken = await scenario.book(other, nine);
    const again = await me.call('booking.cancel', { appointmentId: visit.id });
    expect(again.state).toBe('cancelled');
    const slot = await scenario.slot(nine);
    expect(slot).toMatchObject({ state: 'booked', appointmentId: taken.id });
  });

  test('another family’s visit is not found, as if it were not there', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    const { id } = await scenario.book(me, nine);
    expect(await other.refusal('booking.cancel', { appointmentId: id })).toBe('NOT_FOUND');
    expect(await other.refusal('booking.cancel', { appointmentId: 'a_none' })).toBe('NOT_FOUND');
    expect(await scenario.database.get(appointments, id)).toMatchObject({ state: 'booked' });
  });

  test('is a family’s own until the cut-off, as the page says by the same rule', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    const { id, start } = await scenario.book(me, nine);
    const last = start - limits.changeCutOffMinutes * minuteMs;
    setClock(last);
    const { appointments: list } = await me.call('booking.listAppointments', { when: 'upcoming' });
    expect(list).toMatchObject([{ canCancel: true }]);
    setClock(last + 1);
    const late = await me.call('booking.listAppointments', { when: 'upcoming' });
    expect(late.appointments).toMatchObject([{ canCancel: false, canMove: false }]);
    expect(await me.refusal('booking.cancel', { appointmentId: id })).toBe('TOO_LATE');
    expect((await scenario.slot(nine)).state).toBe('booked');
  });

  test('staff are exempt: the counsellor of the visit gives it up late, and the family is told', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const counsellor = await scenario.counsellor('wx-li');
    const other = await scenario.counsellor('wx-yang', 'counsellor-two');
    const me = await scenario.family();
    const { id: appointmentId, start } = await scenario.book(me, nine);
    setClock(start - minuteMs);
    expect(await other.refusal('booking.cancel', { appointmentId })).toBe('NOT_FOUND');
    const given = await counsellor.call('booking.cancel', { appointmentId, reason: 'unwell' });
    expect(given).toMatchObject({ state: 'cancelled', reason: 'unwell', changedBy: 'staff' });
    expect((await scenario.slot(nine)).state).toBe('free');
    await scenario.test.runJobs();
    const { notices } = await me.call('notify.listInbox', {});
    expect(notices).toMatchObject([{ kind: 'visitCancelled', appointmentId, unread: true }]);
  });

  test('a place that two cancel and a third books at once ends with one holder', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    const visit = await scenario.book(me, nine);
    const cancel = () => me.ask('booking.cancel', { appointmentId: visit.id });
    const hold = () => other.ask('booking.holdSlot', { slotId: nine, childId: other.childId });
    const [one, two] = await Promise.all([cancel(), cancel(), hold()]);
    expect([one.ok, two.ok]).toStrictEqual([true, true]);
    const child = await scenario.database.get(children, me.childId);
    expect(child).toMatchObject({ upcoming: [], bookings: 0 });
    expect((await scenario.book(other, nine)).start).toBe(at('9:00'));
  });
});
