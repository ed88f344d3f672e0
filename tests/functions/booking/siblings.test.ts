import { consentVersions } from '@contract/consent';
import {
  accessLog,
  appointments,
  children,
  people,
  slots,
} from '../../../cloudfunctions/platform/collections';
import { at } from '../support/clock';
import { otherSchool, school } from '../support/documents';
import { Scenario, type Booker } from '../support/scenario';

describe('two children of one family in one visit', () => {
  let scenario: Scenario;
  let me: Booker;
  let sister: string;

  beforeEach(async () => {
    scenario = await Scenario.start();
    me = await scenario.family({ nickname: '小树' });
    sister = await sisterOf({ nickname: '小花' });
  });
  afterEach(async () => {
    await scenario.close();
  });

  /** A second child of the same grandmother. */
  async function sisterOf(part: Parameters<Scenario['family']>[0]): Promise<string> {
    const own = (await scenario.database.get(people, me.openid))?.children ?? [];
    const other = await scenario.family(part);
    const child = await scenario.database.get(children, other.childId);
    const entry = (await scenario.database.get(people, other.openid))?.children ?? [];
    const circle = child?.circle.map((adult) => ({ ...adult, openid: me.openid }));
    await scenario.database.update(children, other.childId, { circle });
    await scenario.database.update(people, me.openid, { children: [...own, ...entry] });
    await scenario.database.update(people, other.openid, { children: [] });
    return other.childId;
  }

  async function book(slotId: string, siblingId = sister) {
    await me.call('booking.holdSlot', { slotId, childId: me.childId });
    return me.ask('booking.book', { slotId, childId: me.childId, siblingId, worries: ['school'] });
  }

  test('both have the visit, and the counsellor’s day names both', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const counsellor = await scenario.counsellor('wx-li');
    expect(await book(nine)).toMatchObject({
      ok: true,
      data: { nickname: '小树', sibling: { childId: sister, nickname: '小花' }, state: 'booked' },
    });
    for (const childId of [me.childId, sister]) {
      expect(await scenario.database.get(children, childId)).toMatchObject({
        upcoming: [{ start: at('9:00') }],
        bookings: 1,
      });
    }
    const { entries } = await counsellor.call('booking.listDay', { day: '2026-11-24' });
    expect(entries[0]?.visit).toMatchObject({
      nickname: '小树',
      sibling: { nickname: '小花', age: 10 },
    });
    // Whose data was looked at: both.
    const looks = await scenario.database.find(accessLog, { where: { childId: sister } });
    expect(looks).toHaveLength(1);
  });

  test('an adult who has only the second child finds the visit too', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    await book(nine);
    await scenario.database.update(people, me.openid, {
      children: [{ id: sister, relation: 'paternalGrandmother', township: school.township }],
    });
    const { appointments: list } = await me.call('booking.listAppointments', { when: 'upcoming' });
    expect(list).toMatchObject([{ sibling: { childId: sister } }]);
  });

  test('is refused where one of them is elsewhere, may not go there, or nobody has agreed', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const [also = ''] = await scenario.free(['9:20'], { counsellorId: 'counsellor-two' });
    await me.call('booking.holdSlot', { slotId: also, childId: sister });
    await me.call('booking.book', { slotId: also, childId: sister, worries: [] });
    expect(await book(nine)).toMatchObject({ error: { code: 'CHILD_BUSY' } });
    const elsewhere = await sisterOf({ at: otherSchool });
    expect(await book(ten, elsewhere)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    await me.call('account.withdrawConsent', { childId: sister, purpose: 'booking' });
    expect(await book(ten)).toMatchObject({ error: { code: 'CONSENT_NEEDED' } });
    expect(await book(ten, me.childId)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    const stranger = await scenario.family();
    expect(await book(ten, stranger.childId)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect((await scenario.slot(ten)).state).toBe('held');
  });

  test('moved and given up, it is so for both', async () => {
    const [nine = '', two = ''] = await scenario.free(['9:00', '14:00']);
    const booked = await book(nine);
    const appointmentId = booked.ok ? booked.data.id : '';
    await me.call('booking.holdSlot', { slotId: two, childId: me.childId });
    await me.call('booking.reschedule', { appointmentId, slotId: two });
    const upcoming = async (childId: string) =>
      (await scenario.database.get(children, childId))?.upcoming.map(({ start }) => start);
    expect(await upcoming(me.childId)).toStrictEqual([at('14:00')]);
    expect(await upcoming(sister)).toStrictEqual([at('14:00')]);
    await me.call('booking.cancel', { appointmentId });
    expect([await upcoming(me.childId), await upcoming(sister)]).toStrictEqual([[], []]);
    expect((await scenario.slot(two)).state).toBe('free');
  });

  test('waits until a parent has agreed for both', async () => {
    const father = scenario.as('wx-father');
    const both = { with: [{ openid: father.openid, relation: 'father' as const }] };
    me = await scenario.family({ pending: true, ...both });
    sister = await sisterOf({ pending: true });
    const circle = (await scenario.database.get(children, me.childId))?.circle ?? [];
    await scenario.database.update(children, sister, { circle });
    const entries = (await scenario.database.get(people, me.openid))?.children ?? [];
    await scenario.database.update(people, father.openid, {
      children: entries.map((entry) => ({ ...entry, relation: 'father' })),
    });
    const [slotId = ''] = await scenario.freeAt([at('9:00', 5)]);
    const booked = await book(slotId);
    const id = booked.ok ? booked.data.id : '';
    const state = async () => (await scenario.database.get(appointments, id))?.state;
    const agrees = (childId: string) =>
      father.call('account.giveConsent', {
        childId,
        choices: [{ purpose: 'booking', agree: true, version: consentVersions.booking }],
      });
    expect(await state()).toBe('awaitingConsent');
    await agrees(sister);
    expect(await state()).toBe('awaitingConsent');
    await agrees(me.childId);
    expect(await state()).toBe('booked');
  });

  test('a place of a group session says so', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const pattern = await scenario.slot(nine);
    const start = at('10:00');
    const seated = { ...pattern, _id: 'seat-1', start, seat: { number: 1, of: 6 } };
    await scenario.database.add(slots, seated);
    expect(await scenario.book(me, 'seat-1')).toMatchObject({ group: true });
  });
});
