import { limits } from '@contract/limits';
import { addDays, dayMs, dayOf, hourMs } from '@rules/dates';
import { children } from '../../../cloudfunctions/platform/collections';
import { openRequest } from '../../../cloudfunctions/areas/booking/waits';
import { monday, moveClock } from '../support/clock';
import { otherSchool } from '../support/documents';
import { Scenario } from '../support/scenario';
import { anyWish, join, request, sayBothAway, waitOf } from '../support/waiting';

describe('the waiting list', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('a family joins when nothing suits, and sees it on the first screen', async () => {
    const me = await scenario.family();
    const wish = anyWish({ kinds: ['phone'], parts: ['evening'] });
    const input = { childId: me.childId, wish, worries: ['sleep' as const] };
    const joined = await me.call('booking.joinWaitlist', input);
    expect(joined).toMatchObject({
      ...{ childId: me.childId, nickname: '小石头', state: 'waiting', since: monday },
      ...{ wish, reviewAsked: false },
    });
    const { waits } = await me.call('account.home', {});
    expect(waits).toStrictEqual([joined]);
  });

  test('what is stored for staff is sealed, and neither name nor worry stands in the clear', async () => {
    const me = await scenario.family({ nickname: '小桃子', phone: '13800009999' });
    const stored = JSON.stringify(await request(scenario, await join(me)));
    for (const secret of ['小桃子', 'sleep', '13800009999']) expect(stored).not.toContain(secret);
    const child = JSON.stringify(await scenario.database.get(children, me.childId));
    expect(child).not.toContain('sleep');
  });

  test('the same request sent twice joins once', async () => {
    const me = await scenario.family();
    const input = { childId: me.childId, wish: anyWish(), worries: [] };
    const first = await me.call('booking.joinWaitlist', input, 'join-twice-1');
    expect(await me.call('booking.joinWaitlist', input, 'join-twice-1')).toStrictEqual(first);
    expect((await me.call('booking.listWaits', {})).waits).toHaveLength(1);
  });

  test(`a child waits for at most ${limits.waitsPerChild} things at once; leaving makes room`, async () => {
    const me = await scenario.family();
    const first = await join(me);
    await join(me, { wish: anyWish({ kinds: ['phone'] }) });
    const third = { childId: me.childId, wish: anyWish(), worries: [] };
    expect(await me.refusal('booking.joinWaitlist', third)).toBe('LIMIT_REACHED');
    await me.call('booking.leaveWaitlist', { waitlistId: first });
    await join(me);
    expect((await me.call('booking.listWaits', {})).waits).toHaveLength(limits.waitsPerChild);
  });

  test('without consent to booking nobody is put on the list', async () => {
    const me = await scenario.family();
    await me.call('account.withdrawConsent', { childId: me.childId, purpose: 'booking' });
    const input = { childId: me.childId, wish: anyWish(), worries: [] };
    expect(await me.refusal('booking.joinWaitlist', input)).toBe('CONSENT_NEEDED');
  });

  test('a wish lies between today and some weeks ahead', async () => {
    const me = await scenario.family();
    const today = dayOf(monday);
    for (const until of [addDays(today, -1), addDays(today, limits.waitDays + 1)]) {
      const input = { childId: me.childId, wish: anyWish({ until }), worries: [] };
      expect(await me.refusal('booking.joinWaitlist', input)).toBe('INVALID_INPUT');
    }
    await join(me, { wish: anyWish({ until: today }) });
  });

  test('another family’s child cannot be put on the list, nor its request left, answered or reviewed', async () => {
    const [me, other] = [await scenario.family(), await scenario.family()];
    const waitlistId = await join(me);
    const input = { childId: me.childId, wish: anyWish(), worries: [] };
    expect(await other.refusal('booking.joinWaitlist', input)).toBe('FORBIDDEN');
    expect(await other.refusal('booking.leaveWaitlist', { waitlistId })).toBe('NOT_FOUND');
    expect(await other.refusal('booking.askForReview', { waitlistId })).toBe('NOT_FOUND');
    const answer = { waitlistId, accept: true };
    expect(await other.refusal('booking.answerOffer', answer)).toBe('NOT_FOUND');
    expect((await other.call('booking.listWaits', {})).waits).toHaveLength(0);
  });

  test('every adult of the circle sees it, whoever joined', async () => {
    const father = scenario.as('wx-father');
    const me = await scenario.family({ with: [{ openid: father.openid, relation: 'father' }] });
    const id = await join(me);
    expect((await father.call('booking.listWaits', {})).waits.map((one) => one.id)).toEqual([id]);
  });

  test('left behind by what the family said: ahead of others, and entitled to kept places', async () => {
    const [away, here] = [await scenario.family(), await scenario.family()];
    await sayBothAway(scenario, away);
    const later = await request(scenario, await join(here));
    moveClock(hourMs);
    const entitled = await request(scenario, await join(away));
    expect([entitled.first, later.first]).toStrictEqual([true, false]);
    expect(entitled.rank).toBeGreaterThan(later.rank);
  });

  test('children of one family are kept together, where both may go', async () => {
    const me = await scenario.family({ childId: 'child-elder' });
    await scenario.sibling(me, { childId: 'child-younger', nickname: '小妹', at: otherSchool });
    const id = await join(me, { siblingId: 'child-younger' });
    const { reach } = await request(scenario, id);
    expect(reach).toStrictEqual(['county:990101']);
    expect(await waitOf(me)).toMatchObject({
      sibling: { childId: 'child-younger', nickname: '小妹' },
    });
  });

  test('a child is not its own sibling', async () => {
    const me = await scenario.family();
    const { childId } = me;
    const input = { childId, siblingId: childId, wish: anyWish(), worries: [] };
    expect(await me.refusal('booking.joinWaitlist', input)).toBe('INVALID_INPUT');
  });

  test('who leaves is out of the order, and gone from every screen', async () => {
    const me = await scenario.family();
    const waitlistId = await join(me);
    const left = await me.call('booking.leaveWaitlist', { waitlistId });
    expect(left.state).toBe('left');
    expect(await request(scenario, waitlistId)).toMatchObject({ state: 'left', settledAt: monday });
    expect((await me.call('account.home', {})).waits).toStrictEqual([]);
    expect(await me.refusal('booking.leaveWaitlist', { waitlistId })).toBe('NOT_FOUND');
  });

  test('of a request that is settled neither number nor worries nor name are kept', async () => {
    const me = await scenario.family({ phone: '13800009999' });
    const waitlistId = await join(me);
    await me.call('booking.leaveWaitlist', { waitlistId });
    const settled = await request(scenario, waitlistId);
    expect(settled.phone).toBeNull();
    expect(openRequest(settled)).toMatchObject({ nickname: '', worries: [], birthYear: 0 });
    expect(openRequest(settled)).not.toHaveProperty('schoolName');
  });

  test('when the days it asked for are over it ends, and the family can see that it did', async () => {
    const me = await scenario.family();
    const waitlistId = await join(me, { wish: anyWish({ until: dayOf(monday) }) });
    moveClock(dayMs);
    await scenario.test.runJobs();
    expect(await waitOf(me)).toMatchObject({ state: 'lapsed' });
    expect((await request(scenario, waitlistId)).settledAt).not.toBeNull();
    await me.call('booking.leaveWaitlist', { waitlistId });
    expect((await me.call('booking.listWaits', {})).waits).toHaveLength(0);
  });

  test('what is said later counts as well: the next look moves the request', async () => {
    const me = await scenario.family();
    const id = await join(me);
    const before = await request(scenario, id);
    const { childId } = me;
    await me.call('family.sayWhoIsAway', { childId, who: 'both', span: 'underHalfYear' });
    await scenario.test.runJobs();
    const after = await request(scenario, id);
    expect([before.first, after.first]).toStrictEqual([false, true]);
    expect(after.rank).toBeGreaterThan(before.rank);
    expect(after.since).toBe(before.since);
  });
});
