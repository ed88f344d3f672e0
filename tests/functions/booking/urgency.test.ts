import { limits } from '@contract/limits';
import { hourMs, minuteMs } from '@rules/dates';
import { accessLog, children, slots } from '../../../cloudfunctions/platform/collections';
import { at, moveClock } from '../support/clock';
import { farCounty, otherSchool, otherTownship, school, township } from '../support/documents';
import { Scenario } from '../support/scenario';
import { join, request, sayBothAway, waitOf } from '../support/waiting';

describe('how soon somebody should be seen', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const soon = (waitlistId: string) => ({ waitlistId, urgency: 'soon' as const });

  test('is set by a person, and it is written down who and when, each time', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const teacher = await scenario.staff({
      openid: 'wx-wang',
      role: 'teacher',
      schoolId: school._id,
    });
    const waitlistId = await join(await scenario.family());
    const first = Date.now();
    await teacher.call('booking.setUrgency', soon(waitlistId));
    moveClock(hourMs);
    await counsellor.call('booking.setUrgency', { waitlistId, urgency: 'urgent' });
    expect(await request(scenario, waitlistId)).toMatchObject({
      ...{ urgency: 'urgent', urgencyBy: 'wx-li', urgencyAt: first + hourMs },
      reviews: [
        { by: 'wx-wang', at: first, urgency: 'soon' },
        { by: 'wx-li', at: first + hourMs, urgency: 'urgent' },
      ],
    });
  });

  test('moves a request forward, without touching when it joined', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const [early, late] = [await scenario.family(), await scenario.family()];
    await join(early);
    moveClock(minuteMs);
    const waitlistId = await join(late);
    const { since } = await request(scenario, waitlistId);
    await counsellor.call('booking.setUrgency', soon(waitlistId));
    const { requests } = await counsellor.call('booking.listRequests', {});
    expect(requests.map(({ id, urgency }) => [id === waitlistId, urgency])).toStrictEqual([
      [true, 'soon'],
      [false, 'routine'],
    ]);
    expect(requests[0]?.since).toBe(since);
  });

  test('opens kept places, for finding and holding and for what is offered; taken back, it closes them', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family();
    const waitlistId = await join(me);
    const [slotId = ''] = await scenario.freeAt([at('9:00', 4)]);
    await scenario.database.update(slots, slotId, { openFrom: at('9:00', 2) });
    const shown = async () =>
      (await me.call('booking.findSlots', { childId: me.childId })).slots.length;
    expect(await shown()).toBe(0);
    await counsellor.call('booking.setUrgency', soon(waitlistId));
    expect(await shown()).toBe(1);
    await scenario.test.runJobs();
    expect((await waitOf(me)).offer?.slot.id).toBe(slotId);
    await me.call('booking.answerOffer', { waitlistId, accept: false });
    await counsellor.call('booking.setUrgency', { waitlistId, urgency: 'routine' });
    expect(await shown()).toBe(0);
    expect((await request(scenario, waitlistId)).first).toBe(false);
  });

  test('taken back, what the family said of itself still counts', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family();
    await sayBothAway(scenario, me);
    const waitlistId = await join(me);
    await counsellor.call('booking.setUrgency', { waitlistId, urgency: 'routine' });
    expect((await request(scenario, waitlistId)).first).toBe(true);
  });

  test('is set by a teacher of the school only, and by the director of the township only', async () => {
    const waitlistId = await join(await scenario.family());
    const staff = (openid: string, part: Parameters<Scenario['staff']>[0]) =>
      scenario.staff({ ...part, openid });
    const teacher = { openid: '', role: 'teacher' as const };
    const director = { openid: '', role: 'director' as const };
    const may = [
      await staff('wx-t1', { ...teacher, schoolId: school._id }),
      await staff('wx-d1', { ...director, township }),
    ];
    const mayNot = [
      await staff('wx-t2', { ...teacher, schoolId: otherSchool._id }),
      await staff('wx-d2', { ...director, township: otherTownship }),
      await staff('wx-c2', {
        openid: '',
        role: 'counsellor',
        county: farCounty,
        counsellorId: 'x',
      }),
    ];
    for (const who of mayNot) {
      expect(await who.refusal('booking.setUrgency', soon(waitlistId))).toBe('NOT_FOUND');
    }
    for (const who of may) await who.call('booking.setUrgency', soon(waitlistId));
  });

  test('is asked for again by the family, seen by staff, and answered by whoever looks', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family();
    const waitlistId = await join(me);
    expect((await me.call('booking.askForReview', { waitlistId })).reviewAsked).toBe(true);
    const asked = async () => (await counsellor.call('booking.listRequests', {})).requests[0];
    expect(await asked()).toMatchObject({ reviewAsked: true });
    await counsellor.call('booking.setUrgency', { waitlistId, urgency: 'routine' });
    expect(await asked()).toMatchObject({ reviewAsked: false });
    expect((await waitOf(me)).reviewAsked).toBe(false);
  });

  test('a teacher finds whoever waits in the roster of the school', async () => {
    const teacher = await scenario.staff({
      openid: 'wx-wang',
      role: 'teacher',
      schoolId: school._id,
    });
    const me = await scenario.family();
    const id = await join(me);
    const { children: roster } = await teacher.call('family.listRoster', {});
    expect(roster).toMatchObject([{ wait: { id, urgency: 'routine', reviewAsked: false } }]);
  });

  test('goes with the request into the visit', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family();
    const waitlistId = await join(me);
    await scenario.free(['9:00']);
    await counsellor.call('booking.setUrgency', { waitlistId, urgency: 'urgent' });
    await scenario.test.runJobs();
    await me.call('booking.answerOffer', { waitlistId, accept: true });
    const { entries } = await counsellor.call('booking.listDay', { day: '2026-11-24' });
    expect(entries[0]?.visit?.urgency).toBe('urgent');
    expect((await scenario.database.get(children, me.childId))?.waits).toStrictEqual([]);
  });

  test('the list goes on page by page, loses nobody, and says to the family who looked', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const all: string[] = [];
    // In one moment, so that many have the same rank.
    for (let count = 0; count < limits.pageSize + 5; count += 1) {
      all.push(await join(await scenario.family()));
    }
    const first = await counsellor.call('booking.listRequests', {});
    expect(first.requests).toHaveLength(limits.pageSize);
    const second = await counsellor.call('booking.listRequests', { cursor: first.next ?? '' });
    expect(second.next).toBeUndefined();
    const ids = [...first.requests, ...second.requests].map(({ id }) => id);
    expect([...ids].sort()).toStrictEqual([...all].sort());
    expect(new Set(ids).size).toBe(all.length);
    const looks = await scenario.database.find(accessLog, {
      where: { childId: 'child-1' },
      limit: 5,
    });
    expect(looks).toMatchObject([{ viewer: 'wx-li', purpose: 'requests', count: 1 }]);
  });

  test('a cursor that is none is refused', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    for (const cursor of ['', 'x', '1', '1 $gt', 'NaN a']) {
      expect(await counsellor.refusal('booking.listRequests', { cursor })).toBe('INVALID_INPUT');
    }
  });

  test('a number that is changed is the number that staff see', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    const me = await scenario.family({ phone: '13800001111' });
    await join(me);
    await me.call('account.updateSettings', { phone: '13900002222' });
    const { requests } = await counsellor.call('booking.listRequests', {});
    expect(requests[0]?.phone).toBe('13900002222');
  });
});
