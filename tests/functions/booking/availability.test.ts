import type { Hours } from '@contract/hours';
import { limits } from '@contract/limits';
import { dayMs, dayOf, hourMs, minuteMs } from '@rules/dates';
import { defaultPriority } from '@rules/priority';
import { overlaps } from '@rules/slots';
import {
  counsellors,
  leases,
  slots,
  type SlotDocument,
} from '../../../cloudfunctions/platform/collections';
import { at, moveClock } from '../support/clock';
import { county, everyDay, hoursAt, placeAt, service } from '../support/documents';
import { Dumps } from '../support/dump';
import { newRequestId, type Person } from '../support/person';
import { Scenario } from '../support/scenario';

describe('changing the hours', () => {
  let scenario: Scenario;
  let li: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    await scenario.week();
    li = await scenario.counsellor('wx-li');
    await scenario.test.runJobs();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const all = () =>
    scenario.database.find(slots, { where: {}, order: [['_id', 'asc']], limit: 1000 });
  const tomorrow = async () => {
    const found = (await all()).filter(({ start }) => dayOf(start) === '2026-11-24');
    return found.sort((one, other) => one.start - other.start);
  };
  const clocks = (list: SlotDocument[]) =>
    list.map(({ start }) => new Date(start + 8 * hourMs).toISOString().slice(11, 16));

  async function change(hours: Hours) {
    const { rev } = await li.call('booking.showAvailability', {});
    return li.call('booking.setAvailability', { hours, rev });
  }
  const room = (from: number, to: number) => hoursAt([placeAt({ spans: everyDay(from, to) })]);

  function overlapping(list: SlotDocument[]): number {
    return list.filter((a, index) => list.slice(index + 1).some((b) => overlaps(a, b))).length;
  }

  test('free places follow at once', async () => {
    expect(await change(room(14, 16))).toStrictEqual({ rev: 2 });
    expect(clocks(await tomorrow())).toStrictEqual(['14:00', '14:50']);
    expect((await li.call('booking.showAvailability', {})).hours).toStrictEqual(room(14, 16));
    // The job finds nothing to do.
    expect(await scenario.test.runJobs()).toMatchObject({ slotsMade: 0 });
  });

  test('what is booked or held stays, and nothing is made that touches it', async () => {
    const [nine, ten] = await tomorrow();
    if (!nine || !ten) throw new Error('there are no places');
    const [me, other] = [await scenario.family(), await scenario.family()];
    await scenario.book(me, nine._id);
    await other.call('booking.holdSlot', { slotId: ten._id, childId: other.childId });
    await change(room(9.5, 12.5));
    const after = await tomorrow();
    // 10:20 would run into what is held from 9:50 to 10:30; the next fits.
    expect(clocks(after)).toStrictEqual(
      ['09:00', '09:50', '11:10', '12:00'].slice(0, after.length),
    );
    expect(overlapping(await all())).toBe(0);
    expect(await scenario.slot(ten._id)).toMatchObject({ state: 'held', heldBy: other.openid });
    // A held one is not lost by the change.
    const booked = { slotId: ten._id, childId: other.childId, worries: [] };
    await other.call('booking.book', booked);
  });

  test('what lies outside is listed, can be kept, and fits again when the hours return', async () => {
    const [nine] = await tomorrow();
    if (!nine) throw new Error('there is no place');
    const visit = await scenario.book(await scenario.family({ nickname: '小石头' }), nine._id);
    await change(room(14, 16));
    const { conflicts } = await li.call('booking.showAvailability', {});
    expect(conflicts).toMatchObject([
      {
        slotId: nine._id,
        outsideHours: true,
        visit: { appointmentId: visit.id, nickname: '小石头' },
      },
    ]);
    // The old hours again: no conflict any more.
    await change(room(9, 12));
    expect((await li.call('booking.showAvailability', {})).conflicts).toStrictEqual([]);
    await change(room(14, 16));
    expect((await li.call('booking.showAvailability', {})).conflicts).toHaveLength(1);
    await li.call('booking.keepVisit', { appointmentId: visit.id });
    expect((await li.call('booking.showAvailability', {})).conflicts).toStrictEqual([]);
    // Neither the job nor another change asks again.
    await scenario.test.runJobs();
    await change(room(15, 17));
    expect((await li.call('booking.showAvailability', {})).conflicts).toStrictEqual([]);
    expect(await scenario.slot(nine._id)).toMatchObject({ state: 'booked' });
  });

  test('the colleague’s visit cannot be kept by somebody else', async () => {
    const [nine] = await tomorrow();
    const visit = await scenario.book(await scenario.family(), nine?._id ?? '');
    const yang = await scenario.counsellor('wx-yang', 'counsellor-two');
    const input = { appointmentId: visit.id };
    expect(await yang.refusal('booking.keepVisit', input)).toBe('NOT_FOUND');
  });

  test('a place outside of the hours that is given up is offered to nobody', async () => {
    const [nine] = await tomorrow();
    const [me, other] = [await scenario.family(), await scenario.family()];
    const visit = await scenario.book(me, nine?._id ?? '');
    await change(room(14, 16));
    await me.call('booking.cancel', { appointmentId: visit.id });
    const found = await other.call('booking.findSlots', { childId: other.childId });
    expect(found.slots.map(({ id }) => id)).not.toContain(nine?._id);
    const input = { slotId: nine?._id ?? '', childId: other.childId };
    expect(await other.call('booking.holdSlot', input)).toMatchObject({ outcome: 'taken' });
    await scenario.test.runJobs();
    expect(await scenario.database.get(slots, nine?._id ?? '')).toBeUndefined();
  });

  test('a change made over older hours is refused, the same request again is not', async () => {
    const wish = { hours: room(14, 16), rev: 1 };
    const requestId = newRequestId();
    expect(await li.call('booking.setAvailability', wish, requestId)).toStrictEqual({ rev: 2 });
    expect(await li.call('booking.setAvailability', wish, requestId)).toStrictEqual({ rev: 2 });
    expect(await li.refusal('booking.setAvailability', wish)).toBe('CHANGED_MEANWHILE');
  });

  test('two devices at once: one change counts, places are as it says', async () => {
    const answers = await Promise.all(
      [room(14, 16), room(15, 18)].map((hours) =>
        li.ask('booking.setAvailability', { hours, rev: 1 }),
      ),
    );
    const codes = answers.map((answer) => (answer.ok ? 'OK' : answer.error.code)).sort();
    expect(codes).toStrictEqual(['CHANGED_MEANWHILE', 'OK']);
    expect(overlapping(await all())).toBe(0);
    const { hours } = await li.call('booking.showAvailability', {});
    const first = hours.places[0]?.spans[0]?.from ?? 0;
    expect(clocks(await tomorrow())[0]).toBe(`${first / 60}:00`);
  });

  test('while the job and people are at it, places never overlap', async () => {
    const families = [await scenario.family(), await scenario.family(), await scenario.family()];
    for (const [round, hours] of [room(9.5, 12), room(9, 11.5), room(9.25, 12)].entries()) {
      const places = await tomorrow();
      await Promise.all([
        change(hours),
        scenario.test.runJobs(),
        ...families.map((me, index) => {
          const slotId = places[(index + round) % places.length]?._id ?? '';
          return me.ask('booking.holdSlot', { slotId, childId: me.childId });
        }),
      ]);
      expect(overlapping(await all())).toBe(0);
      moveClock(limits.holdMinutes * minuteMs);
    }
  });

  test('a run that dies after its commit is completed by the next job', async () => {
    const hours = room(14, 16);
    // What the commit leaves behind.
    const left = { hours, rev: 2, unsettled: 'cut-short' };
    await scenario.database.update(counsellors, 'counsellor-one', left);
    expect((await scenario.test.runJobs()).slotsSettled).toBeGreaterThan(0);
    expect(clocks(await tomorrow())).toStrictEqual(['14:00', '14:50']);
    expect(await scenario.database.get(counsellors, 'counsellor-one')).toMatchObject({
      unsettled: null,
    });
  });

  test('cut short at any request, it is done once the job has run', async () => {
    const { faults } = scenario.test.cloud;
    const [nine] = await tomorrow();
    await scenario.book(await scenario.family(), nine?._id ?? '');
    const dumps = new Dumps(scenario.test.cloud, scenario.database);
    const before = await dumps.take();
    let cuts = 0;
    for (let nth = 1; nth < 60; nth += 1) {
      await dumps.restore(before);
      faults.add({ on: 'request', nth, effect: { fail: 'DATABASE_REQUEST_FAILED' } });
      await li.ask('booking.setAvailability', { hours: room(14, 16), rev: 1 });
      const struck = faults.list().some((fault) => fault.struck > 0);
      faults.clear();
      if (!struck) break;
      cuts += 1;
      // Whoever died keeps the lease until it runs out.
      moveClock(3 * minuteMs);
      await scenario.test.runJobs();
      const { hours, rev, conflicts } = await li.call('booking.showAvailability', {});
      // All of it or nothing: a change that was cut short before its commit has not been made.
      const changed = rev === 2;
      expect(hours).toStrictEqual(changed ? room(14, 16) : room(9, 12));
      expect(conflicts).toHaveLength(changed ? 1 : 0);
      expect(clocks(await tomorrow())).toStrictEqual(
        changed ? ['09:00', '14:00', '14:50'] : ['09:00', '09:50', '10:40'],
      );
      expect(overlapping(await all())).toBe(0);
    }
    expect(cuts).toBeGreaterThan(12);
    expect(cuts).toBeLessThan(40);
  });

  test('while somebody else is at the places one hears that it is busy', async () => {
    const until = Date.now() + hourMs;
    await scenario.database.update(leases, 'slots_counsellor-one', { until });
    const wish = { hours: room(14, 16), rev: 1 };
    expect(await li.refusal('booking.setAvailability', wish)).toBe('BUSY');
    expect(await scenario.database.get(counsellors, 'counsellor-one')).toMatchObject({ rev: 1 });
  });

  test('a day off, extra hours and fewer sessions count at once', async () => {
    const exceptions: Hours['exceptions'] = [
      { kind: 'off', day: '2026-11-24', from: 0, to: 24 * 60 },
      { kind: 'extra', day: '2026-11-25', placeId: 'room', from: 19 * 60, to: 20 * 60 },
    ];
    await change(hoursAt([placeAt({})], { exceptions, mostADay: 4 }));
    expect(await tomorrow()).toStrictEqual([]);
    const next = (await all()).filter(({ start }) => dayOf(start) === '2026-11-25');
    expect(next).toHaveLength(4);
  });

  test('further ahead, and later notice', async () => {
    await change(hoursAt([placeAt({})], { horizonDays: 30, noticeMinutes: 26 * 60 }));
    expect(await all()).toHaveLength(30 * 3);
    const me = await scenario.family();
    const found = await me.call('booking.findSlots', { childId: me.childId });
    // Tomorrow at nine is 25 hours away, the next one almost 26.
    expect(found.slots[0]?.start).toBe(at('10:40'));
    expect(found.days.at(-1)).toMatchObject({ state: 'free' });
    expect(found.days).toHaveLength(30);
    const [early] = await tomorrow();
    const input = { slotId: early?._id ?? '', childId: me.childId };
    expect(await me.call('booking.holdSlot', input)).toMatchObject({ outcome: 'taken' });
    // Nearer again: what was made further ahead goes.
    await change(hoursAt([placeAt({})]));
    expect(await all()).toHaveLength(limits.horizonDays * 3);
  });

  test('places of another county, unknown services and rooms of others are refused', async () => {
    const refused = async (part: Parameters<typeof placeAt>[0]) => {
      const { rev } = await li.call('booking.showAvailability', {});
      return li.refusal('booking.setAvailability', { hours: hoursAt([placeAt(part)]), rev });
    };
    expect(await refused({ serviceId: 'service-far' })).toBe('NOT_FOUND');
    expect(await refused({ schoolId: 'school-far' })).toBe('NOT_FOUND');
    expect(await refused({ kind: 'home', township: '990102001' })).toBe('NOT_FOUND');
    expect(await refused({ kind: 'home' })).toBe('INVALID_INPUT');
    expect(await refused({ roomId: 'somebody-elses-room' })).toBe('INVALID_INPUT');
  });

  test('holidays of the county empty the day within a minute, and extra hours stay', async () => {
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    const days = [{ day: '2026-11-24', name: '放假' }];
    expect(await admin.call('booking.setHolidays', { days })).toStrictEqual({ days: 1 });
    expect(await admin.call('booking.listHolidays', {})).toStrictEqual({ days });
    const { main } = await import('../../../cloudfunctions/jobs');
    const { withCaller } = await import('../../../local-cloud');
    // The hour's work is done already: it is the minute's that follows.
    await withCaller(undefined, () => main());
    expect(await tomorrow()).toStrictEqual([]);
    expect((await li.call('booking.showAvailability', {})).holidays).toStrictEqual(days);
    await admin.call('booking.setHolidays', { days: [] });
    await withCaller(undefined, () => main());
    expect(await tomorrow()).toHaveLength(3);
  });

  test('an administrator of one school sets no holidays', async () => {
    const head = await scenario.staff({ openid: 'wx-head', role: 'admin', schoolId: 'school-one' });
    expect(await head.refusal('booking.setHolidays', { days: [] })).toBe('FORBIDDEN');
  });

  test('free places follow a changed rule of priority within a minute, and no booked one', async () => {
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    const { main } = await import('../../../cloudfunctions/jobs');
    const { withCaller } = await import('../../../local-cloud');
    const kept = async () => (await tomorrow()).map(({ start, openFrom }) => start - openFrom);
    const set = async (releaseHours: number) => {
      const rule = { ...defaultPriority, reservedShare: 1, releaseHours };
      await admin.call('booking.setPriority', { settings: rule });
    };
    const before = 26 * hourMs;
    await set(26);
    await withCaller(undefined, () => main());
    expect(await kept()).toStrictEqual([before, before, before]);
    const [nine] = await tomorrow();
    await scenario.book(await scenario.family(), nine?._id ?? '');
    await set(5);
    expect(await kept()).toStrictEqual([before, before, before]);
    await withCaller(undefined, () => main());
    expect(await kept()).toStrictEqual([before, 5 * hourMs, 5 * hourMs]);
  });

  test('what is shown of a place follows its service', async () => {
    const { services, settings } = await import('../../../cloudfunctions/platform/collections');
    await scenario.database.update(services, service._id, { name: '新的谈心室', cost: '一元' });
    const priority = { reservedShare: 1, releaseHours: 24 };
    await scenario.database.add(settings, {
      ...{ _id: county, changedAt: 0, changedBy: 'wx-admin' },
      priority: { ...priority, soonPoints: 1, urgentPoints: 1, firstPoints: 1, pointsPerDay: 1 },
    });
    const [nine] = await tomorrow();
    const visit = await scenario.book(await scenario.family(), nine?._id ?? '');
    await scenario.test.runJobs();
    const [booked, free] = await tomorrow();
    expect(free).toMatchObject({ placeName: '新的谈心室', cost: '一元' });
    expect(free?.openFrom).toBe((free?.start ?? 0) - dayMs);
    // What a family has agreed on stays as they saw it.
    expect(booked).toMatchObject({ placeName: service.name, appointmentId: visit.id });
  });

  test('past places that nobody took go after a month, others stay', async () => {
    const [nine] = await tomorrow();
    await scenario.book(await scenario.family(), nine?._id ?? '');
    moveClock(29 * dayMs);
    await scenario.test.runJobs();
    expect(await tomorrow()).toHaveLength(3);
    moveClock(3 * dayMs);
    await scenario.test.runJobs();
    expect(await tomorrow()).toMatchObject([{ _id: nine?._id, state: 'booked' }]);
  });
});
