import { limits } from '@contract/limits';
import { minuteMs } from '@rules/dates';
import { appointments, children } from '../../../cloudfunctions/platform/collections';
import { at, moveClock } from '../support/clock';
import { Scenario } from '../support/scenario';

describe('booking a place', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('the held place becomes an appointment that says where to go and what to bring', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family({ nickname: '小树' });
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const visit = await me.call('booking.book', {
      slotId: nine,
      childId: me.childId,
      worries: ['sleep', 'unhappy'],
    });
    expect(visit).toMatchObject({
      nickname: '小树',
      childId: me.childId,
      start: at('9:00'),
      placeName: '一小谈心室',
      counsellorName: '李老师',
      bring: '不用带',
      worries: ['sleep', 'unhappy'],
      state: 'booked',
      canCancel: true,
    });
    expect(await scenario.slot(nine)).toMatchObject({ state: 'booked', appointmentId: visit.id });
    const child = await scenario.database.get(children, me.childId);
    expect(child).toMatchObject({ upcoming: [{ appointmentId: visit.id }], bookings: 1, rev: 2 });
    const home = await me.call('account.home', {});
    expect(home.upcoming.map(({ id }) => id)).toStrictEqual([visit.id]);
  });

  test('a place nobody holds, or somebody else holds, cannot be booked', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    const wish = { slotId: nine, childId: me.childId, worries: [] };
    expect(await me.refusal('booking.book', wish)).toBe('HOLD_EXPIRED');
    await other.call('booking.holdSlot', { slotId: nine, childId: other.childId });
    expect(await me.refusal('booking.book', wish)).toBe('HOLD_EXPIRED');
    expect(await me.refusal('booking.book', { ...wish, slotId: 'nowhere' })).toBe('NOT_FOUND');
  });

  test('a hold that was promised counts to its last minute, also when the notice runs out meanwhile', async () => {
    const justInTime = Date.now() + limits.minimumNoticeMinutes * minuteMs;
    const [soon = ''] = await scenario.freeAt([justInTime]);
    const me = await scenario.family();
    await me.call('booking.holdSlot', { slotId: soon, childId: me.childId });
    moveClock(limits.holdMinutes * minuteMs - 1);
    const visit = await me.call('booking.book', {
      slotId: soon,
      childId: me.childId,
      worries: [],
    });
    expect(visit.state).toBe('booked');
  });

  test('no child is in two places at once, not even at two counsellors', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [also = ''] = await scenario.free(['9:20'], {
      kind: 'clinic',
      counsellorId: 'counsellor-two',
    });
    const [after = ''] = await scenario.free(['9:40'], {
      kind: 'clinic',
      counsellorId: 'counsellor-three',
    });
    const me = await scenario.family();
    await scenario.book(me, nine);
    await me.call('booking.holdSlot', { slotId: also, childId: me.childId });
    const wish = { childId: me.childId, worries: [] };
    expect(await me.refusal('booking.book', { ...wish, slotId: also })).toBe('CHILD_BUSY');
    // One ends when the other begins: that is no overlap.
    expect((await scenario.book(me, after)).state).toBe('booked');
  });

  test('a child has so many visits to come and no more; a cancelled one makes room', async () => {
    const clocks = ['9:00', '10:00', '11:00', '14:00'];
    const ids = await scenario.free(clocks);
    const last = ids[limits.upcomingPerChild] ?? '';
    const me = await scenario.family();
    const visits = [];
    for (const id of ids.slice(0, limits.upcomingPerChild))
      visits.push(await scenario.book(me, id));
    await me.call('booking.holdSlot', { slotId: last, childId: me.childId });
    const wish = { slotId: last, childId: me.childId, worries: [] };
    expect(await me.refusal('booking.book', wish)).toBe('LIMIT_REACHED');
    await me.call('booking.cancel', { appointmentId: visits[0]?.id ?? '' });
    expect((await me.call('booking.book', wish)).state).toBe('booked');
  });

  test.each(['phone', 'home'] as const)('a %s visit needs a number to call', async (kind) => {
    const [nine = ''] = await scenario.free(['9:00'], { kind });
    const me = await scenario.family();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const wish = { slotId: nine, childId: me.childId, worries: [] };
    expect(await me.refusal('booking.book', wish)).toBe('PHONE_NEEDED');
    await me.call('account.updateSettings', { phone: '138 0000-1234' });
    expect((await me.call('booking.book', wish)).kind).toBe(kind);
  });

  test('a recording from somebody else’s folder is refused, one’s own is kept', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    const folderOf = async (who: typeof me) =>
      (await who.call('account.home', {})).person.voiceFolder ?? '';
    const voice = async (who: typeof me) => ({
      fileId: `cloud://local-env.bucket/voice/${await folderOf(who)}/one.mp3`,
      seconds: 7,
    });
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const wish = { slotId: nine, childId: me.childId, worries: [] };
    const stolen = { ...wish, voice: await voice(other) };
    expect(await me.refusal('booking.book', stolen)).toBe('FORBIDDEN');
    const visit = await me.call('booking.book', { ...wish, voice: await voice(me) });
    expect(visit.voiceSeconds).toBe(7);
  });

  test('a child of another family cannot be booked for, nor somebody removed from its circle', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [me, other] = [await scenario.family(), await scenario.family()];
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const stranger = { slotId: nine, childId: other.childId, worries: [] };
    expect(await me.refusal('booking.book', stranger)).toBe('FORBIDDEN');
    // The person's own index still names the child; the circle, which is the truth, does not.
    await scenario.database.update(children, me.childId, { circle: [] });
    const removed = { slotId: nine, childId: me.childId, worries: [] };
    expect(await me.refusal('booking.book', removed)).toBe('NOT_FOUND');
  });

  test('a refused booking leaves nothing behind', async () => {
    const [nine = ''] = await scenario.free(['9:00'], { kind: 'phone' });
    const me = await scenario.family();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const before = await scenario.slot(nine);
    const wish = { slotId: nine, childId: me.childId, worries: [] };
    expect(await me.refusal('booking.book', wish)).toBe('PHONE_NEEDED');
    expect(await scenario.slot(nine)).toStrictEqual(before);
    const where = { childId: me.childId };
    expect(await scenario.database.find(appointments, { where })).toStrictEqual([]);
    expect(await scenario.database.get(children, me.childId)).toMatchObject({ rev: 1 });
  });
});
