import { consentVersions } from '@contract/consent';
import { limits } from '@contract/limits';
import { hourMs, minuteMs } from '@rules/dates';
import { appointments, children } from '../../../cloudfunctions/platform/collections';
import { at, moveClock, setClock } from '../support/clock';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

/** rules.md, "Who is who": a grandmother begins, a parent confirms from afar. */
describe('a visit that waits for a parent’s word', () => {
  let scenario: Scenario;
  let father: Person;
  let grandma: Booker;

  beforeEach(async () => {
    scenario = await Scenario.start();
    father = scenario.as('wx-father');
    grandma = await scenario.family({
      pending: true,
      with: [{ openid: father.openid, relation: 'father' }],
    });
  });
  afterEach(async () => {
    await scenario.close();
  });

  const says = (who: Person, agree: boolean, childId = grandma.childId) =>
    who.call('account.giveConsent', {
      childId,
      choices: [{ purpose: 'booking', agree, version: consentVersions.booking }],
    });
  const kinds = async (who: Person) => {
    await scenario.test.runJobs();
    const { notices } = await who.call('notify.listInbox', {});
    return notices.map(({ kind }) => kind);
  };
  async function awaiting(daysAhead = 5) {
    const [slotId = ''] = await scenario.freeAt([at('9:00', daysAhead)]);
    const visit = await scenario.book(grandma, slotId);
    return { slotId, visit, id: visit.id };
  }

  test('keeps its place, names its deadline, and only the parent is asked', async () => {
    const { slotId, visit } = await awaiting();
    const consentUntil = Date.now() + limits.consentHours * hourMs;
    expect(visit).toMatchObject({ state: 'awaitingConsent', consentUntil, canCancel: true });
    expect(await scenario.slot(slotId)).toMatchObject({
      state: 'booked',
      visitState: 'awaitingConsent',
    });
    expect([await kinds(father), await kinds(grandma)]).toStrictEqual([['consentWanted'], []]);
    const { appointments: list } = await father.call('booking.listAppointments', {
      when: 'upcoming',
    });
    expect(list).toMatchObject([{ state: 'awaitingConsent', consentUntil }]);
  });

  test('is there in good time before it begins, however far the two days would reach', async () => {
    const { visit } = await awaiting(1);
    expect(visit.consentUntil).toBe(at('9:00') - limits.consentCutOffMinutes * minuteMs);
  });

  test('so near that nobody could answer in time, it is booked outright', async () => {
    const near = Date.now() + limits.consentCutOffMinutes * minuteMs;
    const [slotId = ''] = await scenario.freeAt([near]);
    const visit = await scenario.book(grandma, slotId);
    expect(visit.state).toBe('booked');
    expect(visit.consentUntil).toBeUndefined();
  });

  test('a parent’s yes books every visit that waits, and the grandmother hears of it', async () => {
    const [one, two] = [await awaiting(2), await awaiting(3)];
    await says(father, true);
    for (const { id, slotId } of [one, two]) {
      expect(await scenario.database.get(appointments, id)).toMatchObject({
        state: 'booked',
        consentUntil: null,
      });
      expect((await scenario.slot(slotId)).visitState).toBe('booked');
    }
    expect(await kinds(grandma)).toStrictEqual(['visitBooked', 'visitBooked']);
    moveClock(limits.consentHours * hourMs);
    await scenario.test.runJobs();
    expect(await scenario.database.get(appointments, one.id)).toMatchObject({ state: 'booked' });
  });

  test('a caregiver’s second yes changes nothing', async () => {
    const { id } = await awaiting();
    await says(grandma, true);
    expect(await scenario.database.get(appointments, id)).toMatchObject({
      state: 'awaitingConsent',
    });
  });

  test.each([
    ['a parent’s no', () => says(father, false)],
    [
      'a withdrawal',
      () =>
        grandma.call('account.withdrawConsent', { childId: grandma.childId, purpose: 'booking' }),
    ],
  ])('%s gives up what waits, frees its places, and leaves what was booked', async (_name, no) => {
    const [one, two] = [await awaiting(2), await awaiting(3)];
    const answer = await no();
    for (const { id, slotId } of [one, two]) {
      expect(await scenario.database.get(appointments, id)).toMatchObject({ state: 'cancelled' });
      expect(await scenario.slot(slotId)).toMatchObject({ state: 'free', appointmentId: null });
    }
    expect(await scenario.database.get(children, grandma.childId)).toMatchObject({
      upcoming: [],
      bookings: 0,
    });
    if ('visitsAhead' in answer) expect(answer.visitsAhead).toBe(0);
  });

  test('without an answer in time it lapses, the place is free, and both are told', async () => {
    const { id, slotId, visit } = await awaiting();
    setClock((visit.consentUntil ?? 0) - 1);
    await scenario.test.runJobs();
    expect((await scenario.slot(slotId)).state).toBe('booked');
    moveClock(1);
    expect(await scenario.test.runJobs()).toMatchObject({ dueDone: 1 });
    expect(await scenario.database.get(appointments, id)).toMatchObject({ state: 'lapsed' });
    expect((await scenario.slot(slotId)).state).toBe('free');
    expect(await kinds(father)).toStrictEqual(['consentLapsed', 'consentWanted']);
    expect(await kinds(grandma)).toStrictEqual(['consentLapsed']);
    // The child has that time again, and a second run finds nothing to do.
    expect(await scenario.database.get(children, grandma.childId)).toMatchObject({
      upcoming: [],
      bookings: 0,
    });
    moveClock(minuteMs);
    expect(await scenario.test.runJobs()).toMatchObject({ dueDone: 0 });
    const exported = await father.call('account.exportMyData', { part: 'visits' });
    expect(exported).toMatchObject({ appointments: [{ id, state: 'lapsed', canCancel: false }] });
  });

  test('a parent who answers after the deadline, before the job, is still in time', async () => {
    const { id, visit } = await awaiting();
    setClock((visit.consentUntil ?? 0) + 1);
    await says(father, true);
    await scenario.test.runJobs();
    expect(await scenario.database.get(appointments, id)).toMatchObject({ state: 'booked' });
  });

  test('where no parent is in the circle to be asked, the grandmother is not sent away', async () => {
    const alone = await scenario.family({ pending: true });
    const [slotId = ''] = await scenario.freeAt([at('11:00', 5)]);
    const { id, state } = await scenario.book(alone, slotId);
    expect(state).toBe('awaitingConsent');
    moveClock(limits.consentHours * hourMs);
    await scenario.test.runJobs();
    expect(await scenario.database.get(appointments, id)).toMatchObject({ state: 'booked' });
    expect(await kinds(alone)).toStrictEqual(['visitBooked']);
  });

  test('a visit that waits can be moved; it waits no longer for that', async () => {
    const { id, visit } = await awaiting(2);
    const [later = '', near = ''] = await scenario.freeAt([at('9:00', 9), at('14:00', 1)]);
    const move = async (slotId: string) => {
      await grandma.call('booking.holdSlot', { slotId, childId: grandma.childId });
      return grandma.call('booking.reschedule', { appointmentId: id, slotId });
    };
    moveClock(hourMs);
    expect(await move(later)).toMatchObject({
      state: 'awaitingConsent',
      consentUntil: visit.consentUntil,
    });
    const moved = await move(near);
    expect(moved.consentUntil).toBe(at('14:00', 1) - limits.consentCutOffMinutes * minuteMs);
  });

  test('a visit that waits cannot be checked in: nobody has agreed to it yet', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const { id } = await awaiting(1);
    setClock(at('9:00', 1));
    expect(await counsellor.refusal('booking.checkIn', { appointmentId: id })).toBe(
      'CANNOT_FOLLOW',
    );
  });
});
