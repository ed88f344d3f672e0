import { limits } from '@contract/limits';
import { dayMs, hourMs } from '@rules/dates';
import {
  appointments,
  children,
  events,
  people,
  posts,
  slots,
  waitlist,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/sdk';
import { at, monday, moveClock } from '../support/clock';
import { school, township } from '../support/documents';
import { Dumps, type Dump } from '../support/dump';
import { record } from '../support/things';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';
import { anyWish, join, request, waitOf } from '../support/waiting';

const phone = '13800001234';

/** PIPL 47; rules.md, "Law → functions". */
describe('an account that is deleted', () => {
  let scenario: Scenario;
  let grandma: Booker;
  let neighbour: Booker;
  let voice: Awaited<ReturnType<typeof record>>;
  let slotIds: string[];
  let dumps: Dumps;
  let before: Dump;

  beforeAll(async () => {
    scenario = await Scenario.start();
    grandma = await scenario.family({ openid: 'wx-grandma', phone });
    neighbour = await scenario.family({ openid: 'wx-neighbour' });
    slotIds = await scenario.free(['9:00', '10:00', '11:00']);
    const [past = ''] = await scenario.freeAt([Date.now() + 2 * hourMs]);
    slotIds.push(past);
    const { childId } = grandma;
    voice = await record(grandma);
    await grandma.call('booking.holdSlot', { slotId: slotIds[0] ?? '', childId });
    const wish = { slotId: slotIds[0] ?? '', childId, worries: ['sleep' as const], voice };
    await grandma.call('booking.book', wish);
    await scenario.book(grandma, past);
    await scenario.book(neighbour, slotIds[1] ?? '');
    await grandma.call('booking.holdSlot', { slotId: slotIds[2] ?? '', childId });
    const evening = { kinds: ['phone' as const], parts: ['evening' as const] };
    await join(grandma, { wish: anyWish(evening) });
    // The visit of today is over by the time the job looks; that of tomorrow is put far ahead.
    const ahead = at('9:00') + 30 * dayMs;
    const { database } = scenario;
    await database.update(slots, slotIds[0] ?? '', { start: ahead });
    await database.updateWhere(appointments, { childId, start: at('9:00') }, { start: ahead });
    // What the counsellor wrote down of the visit that is over.
    const { sealOutcome } = await import('../../../cloudfunctions/areas/booking/outcome');
    const [today] = await database.find(appointments, {
      where: { childId, start: command.lt(ahead) },
    });
    const _id = today?._id ?? '';
    const outcome = sealOutcome(_id, { note: '说了一会儿话', next: { kind: 'none' } });
    await database.update(appointments, _id, { outcome });
    dumps = new Dumps(scenario.test.cloud, scenario.database);
    before = await dumps.take();
  });
  afterAll(async () => {
    await scenario.close();
  });
  beforeEach(async () => {
    await dumps.restore(before);
    jest.setSystemTime(monday);
  });

  const erased = async () => (await scenario.test.runJobs()).accountsErased;
  const wait = (days = limits.deletionDays) => moveClock(days * dayMs + 61_000);

  test('is kept for the waiting period; asking twice does not put it off; it can be undone', async () => {
    const first = await grandma.call('account.deleteAccount', {});
    expect(first.deleteAt).toBe(Date.now() + limits.deletionDays * dayMs);
    moveClock(dayMs);
    expect((await grandma.call('account.deleteAccount', {})).deleteAt).toBe(first.deleteAt);
    expect(await erased()).toBe(0);
    expect((await grandma.call('account.keepAccount', {})).deleteAt).toBeUndefined();
    wait();
    expect(await erased()).toBe(0);
    expect((await grandma.call('account.home', {})).children).toHaveLength(1);
  });

  test('cannot be kept once the period is over: the job may be half done with it', async () => {
    await grandma.call('account.deleteAccount', {});
    wait();
    expect(await grandma.refusal('account.keepAccount', {})).toBe('TOO_LATE');
  });

  /** Nothing of grandmother is left but when and where, and nothing of the neighbour has changed. */
  async function expectGone(): Promise<void> {
    const { database } = scenario;
    expect(await database.get(people, 'wx-grandma')).toBeUndefined();
    expect(await database.get(children, grandma.childId)).toBeUndefined();
    const [coming, others, held, past] = await Promise.all(slotIds.map((id) => scenario.slot(id)));
    const empty = { card: null, phone: null, bookedBy: null };
    expect(coming).toMatchObject({ ...empty, state: 'free', appointmentId: null });
    expect(held).toMatchObject({ ...empty, state: 'free', heldBy: null });
    expect(past).toMatchObject({ ...empty, state: 'booked' });
    expect(others).toMatchObject({ state: 'booked', bookedBy: 'wx-neighbour' });
    expect(await database.find(waitlist, { where: { childId: grandma.childId } })).toHaveLength(0);
    const visits = await database.find(appointments, { where: { childId: grandma.childId } });
    expect(visits.map(({ state }) => state).sort()).toStrictEqual(['booked', 'cancelled']);
    const { openDetails } = await import('../../../cloudfunctions/areas/booking/appointments');
    for (const visit of visits) {
      expect(visit).toMatchObject({ bookedBy: '', outcome: null, joiners: [], referral: null });
      expect(openDetails(visit)).toStrictEqual({ nickname: '', worries: [] });
    }
    const kept = await database.find(events, { where: { _id: { $gt: '' } } });
    expect(kept.filter(({ _id }) => _id.startsWith('wx-grandma'))).toStrictEqual([]);
    expect(kept.length).toBeGreaterThan(0);
    const now = await dumps.take();
    for (const name of ['people', 'children', 'appointments'] as const) {
      const ofNeighbour = (all: Dump) =>
        (all[name] ?? []).filter((one) => JSON.stringify(one).includes('wx-neighbour'));
      expect(ofNeighbour(now)).toStrictEqual(ofNeighbour(before));
    }
  }

  test('goes with its child, frees places, deletes recordings, and touches no other family', async () => {
    await grandma.call('account.deleteAccount', {});
    wait();
    expect(await erased()).toBe(1);
    await expectGone();
    const { temporaryLink } = await import('../../../cloudfunctions/platform/sdk');
    expect(await temporaryLink(voice.fileId, 60)).toBeUndefined();
    expect(await erased()).toBe(0);
  });

  test('is taken up again wherever the run was cut short', async () => {
    const { eraseAccounts } = await import('../../../cloudfunctions/areas/account/erase-accounts');
    const { faults } = scenario.test.cloud;
    let cuts = 0;
    for (let nth = 1; nth < 100; nth += 1) {
      await dumps.restore(before);
      jest.setSystemTime(monday);
      await grandma.call('account.deleteAccount', {});
      wait();
      faults.add({ on: 'request', nth, effect: { fail: 'DATABASE_REQUEST_FAILED' } });
      const run = () => eraseAccounts(scenario.database, Date.now(), () => 0.5);
      await run().catch(() => 0);
      const struck = faults.list().some((fault) => fault.struck > 0);
      faults.clear();
      if (!struck) break;
      cuts += 1;
      await run();
      await expectGone();
    }
    process.stdout.write(
      `deletion: cut short at each of ${cuts} requests, always taken up again\n`,
    );
    expect(cuts).toBeGreaterThan(12);
    expect(cuts).toBeLessThan(99);
  }, 300_000);

  async function withFather(): Promise<Person> {
    const { code } = await grandma.call('family.inviteFamily', { childId: grandma.childId });
    const father = scenario.as('wx-father');
    await father.call('family.joinFamily', { code, relation: 'father' });
    return father;
  }

  test('leaves the child to the other adults: visits stand, the number goes', async () => {
    const father = await withFather();
    await grandma.call('account.deleteAccount', {});
    wait();
    expect(await erased()).toBe(1);
    const child = await scenario.database.get(children, grandma.childId);
    expect(child?.circle.map(({ openid }) => openid)).toStrictEqual(['wx-father']);
    expect(JSON.stringify(child)).not.toContain('wx-grandma');
    expect(await scenario.slot(slotIds[0] ?? '')).toMatchObject({ state: 'booked', phone: null });
    const { upcoming } = await father.call('account.home', {});
    expect(upcoming).toMatchObject([{ state: 'booked', worries: ['sleep'] }]);
  });

  test('leaves what the child waits for to them as well, without the number', async () => {
    const father = await withFather();
    const { id } = await waitOf(grandma);
    await grandma.call('account.deleteAccount', {});
    wait();
    await erased();
    expect(await request(scenario, id)).toMatchObject({ by: '', phone: null });
    expect((await father.call('booking.listWaits', {})).waits).toMatchObject([{ id }]);
  });

  test('a place that was offered to them goes to the next', async () => {
    const { forgetWaits } = await import('../../../cloudfunctions/areas/account/forget-waits');
    const me = await scenario.family({ openid: 'wx-me' });
    const [place = ''] = await scenario.free(['15:00']);
    const waitlistId = await join(me);
    await scenario.test.runJobs();
    expect(await scenario.slot(place)).toMatchObject({ state: 'held', heldBy: waitlistId });
    await forgetWaits(scenario.database, me.childId);
    expect(await scenario.slot(place)).toMatchObject({ state: 'free', heldBy: null, lookAt: 1 });
    expect(await scenario.database.get(waitlist, waitlistId)).toBeUndefined();
  });

  test('of an adult who takes part from afar takes them out of the visit', async () => {
    const father = await withFather();
    const { upcoming } = await father.call('account.home', {});
    const appointmentId = upcoming.at(-1)?.id ?? '';
    await father.call('booking.joinVisit', { appointmentId, join: true });
    expect((await scenario.slot(slotIds[0] ?? '')).joining).toStrictEqual(['father']);
    await father.call('account.deleteAccount', {});
    wait();
    expect(await erased()).toBe(1);
    expect((await scenario.slot(slotIds[0] ?? '')).joining).toStrictEqual([]);
    const visit = await scenario.database.get(appointments, appointmentId);
    expect(visit).toMatchObject({ state: 'booked', joiners: [] });
  });

  test('of the second child of a visit leaves the visit to the first', async () => {
    const { database } = scenario;
    const siblingId = neighbour.childId;
    const { forgetVisits } = await import('../../../cloudfunctions/areas/account/forget-visits');
    const { openDetails, sealDetails } =
      await import('../../../cloudfunctions/areas/booking/appointments');
    const { openCard, sealCard } = await import('../../../cloudfunctions/areas/booking/day');
    const slot = await scenario.slot(slotIds[0] ?? '');
    const card = openCard(slot);
    const visit = await database.get(appointments, slot.appointmentId ?? '');
    if (!card || !visit) throw new Error('the visit is not there');
    const sibling = { childId: siblingId, nickname: '豆豆', age: 7 };
    await database.update(slots, slot._id, { card: sealCard(slot._id, { ...card, sibling }) });
    const both = sealDetails(visit._id, { ...openDetails(visit), sibling: '豆豆' });
    await database.update(appointments, visit._id, { siblingId, details: both });
    await forgetVisits(database, siblingId, Date.now());
    const after = await database.get(appointments, visit._id);
    expect(after).toMatchObject({ state: 'booked', siblingId: null, childId: grandma.childId });
    expect(after && openDetails(after)).toStrictEqual(openDetails(visit));
    expect(openCard(await scenario.slot(slot._id))).toStrictEqual(card);
  });

  test('whoever opens its last card in that moment finds no child that is being deleted', async () => {
    const { code } = await grandma.call('family.inviteFamily', { childId: grandma.childId });
    await grandma.call('account.deleteAccount', {});
    wait();
    const { faults } = scenario.test.cloud;
    // Cut short just after the circle was emptied.
    faults.add({
      ...{ on: 'request', name: 'database.commitTransaction', nth: 2, times: 9 },
      effect: { fail: 'DATABASE_REQUEST_FAILED' },
    });
    await erased();
    faults.clear();
    await erased();
    const refused = scenario
      .as('wx-late')
      .refusal('family.joinFamily', { code, relation: 'father' });
    expect(await refused).toBe('INVITATION_INVALID');
    expect(await scenario.database.get(children, grandma.childId)).toBeUndefined();
  });

  test('of staff ends the post; a child they acted for stays in the roster', async () => {
    const director = await scenario.staff({ openid: 'wx-zhou', role: 'director', township });
    const { id } = await director.call('family.addChildByProxy', {
      ...{ nickname: '小树', birthYear: 2017, birthMonth: 3, schoolId: school._id },
      caregiver: 'maternalGrandmother',
    });
    await director.call('account.deleteAccount', {});
    wait();
    expect(await erased()).toBe(1);
    expect((await scenario.database.get(posts, 'post-wx-zhou'))?.until).toBe(Date.now());
    expect(await scenario.database.get(children, id)).toMatchObject({ circle: [] });
  });

  test('an export holds what is kept, part by part', async () => {
    const { childId } = grandma;
    const told = () => grandma.call('account.exportMyData', { part: 'me' });
    expect(await told()).toMatchObject({
      ...{ part: 'me', phone, told: { stock: {}, asked: {}, quiet: { from: 21, to: 7 } } },
    });
    const answers = [
      { template: 'reminder' as const, answer: 'accept' as const },
      { template: 'reply' as const, answer: 'reject' as const },
    ];
    await grandma.call('notify.recordSubscription', { answers });
    await grandma.call('notify.setQuietHours', { from: 9, to: 17 });
    const asked = { reminder: { answer: 'accept' }, reply: { answer: 'reject' } };
    expect(await told()).toMatchObject({
      told: { stock: { reminder: 1 }, asked, quiet: { from: 9, to: 17 } },
    });
    expect(await grandma.call('account.exportMyData', { part: 'children' })).toMatchObject({
      children: [{ id: childId, nickname: '小石头' }],
      waits: [{ childId, state: 'waiting', worries: ['sleep'] }],
    });
    const visits = await grandma.call('account.exportMyData', { part: 'visits' });
    expect(visits).toMatchObject({ part: 'visits', appointments: [{ worries: ['sleep'] }, {}] });
    const father = await withFather();
    const { upcoming } = await father.call('account.home', {});
    await father.call('booking.cancel', { appointmentId: upcoming.at(-1)?.id ?? '' });
    await scenario.test.runJobs();
    const notices = await grandma.call('account.exportMyData', { part: 'notices' });
    expect(notices).toMatchObject({ part: 'notices', notices: [{ kind: 'visitCancelled' }] });
    const decisions = await grandma.call('account.exportMyData', { part: 'decisions', childId });
    expect(decisions).toMatchObject({ part: 'decisions', decisions: [] });
  });
});
