import {
  appointments,
  children,
  events,
  people,
} from '../../../cloudfunctions/platform/collections';
import { newRequestId } from '../support/person';
import { Scenario } from '../support/scenario';
import { school } from '../support/documents';

describe('the same request again', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const child = {
    nickname: '小树',
    birthYear: 2017,
    birthMonth: 3,
    schoolId: school._id,
    relation: 'paternalGrandmother' as const,
  };

  test('gives the same answer and one appointment', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const wish = { slotId: nine, childId: me.childId, worries: ['sleep' as const] };
    const requestId = newRequestId();
    const first = await me.call('booking.book', wish, requestId);
    // The fields in another order are the same payload.
    const shuffled = { worries: wish.worries, childId: me.childId, slotId: nine };
    expect(await me.call('booking.book', shuffled, requestId)).toStrictEqual(first);
    const where = { childId: me.childId };
    expect(await scenario.database.find(appointments, { where })).toHaveLength(1);
  });

  test('twenty copies at once give one answer and one appointment', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const wish = { slotId: nine, childId: me.childId, worries: ['sleep' as const] };
    const requestId = newRequestId();
    const copy = () => me.ask('booking.book', wish, requestId);
    const answers = await Promise.all(Array.from({ length: 20 }, copy));
    // A copy may be told to try again, and then gets the same answer as the others.
    const settled = [];
    for (const answer of answers) settled.push(answer.ok ? answer : await copy());
    const ids = settled.map((answer) => (answer.ok ? answer.data.id : answer.error.code));
    expect(new Set(ids).size).toBe(1);
    expect(settled[0]?.ok).toBe(true);
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('BUSY');
    const where = { childId: me.childId };
    expect(await scenario.database.find(appointments, { where })).toHaveLength(1);
    expect(await scenario.database.get(children, me.childId)).toMatchObject({ bookings: 1 });
  });

  test('with another payload is refused and does nothing', async () => {
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    const me = await scenario.family();
    const requestId = newRequestId();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const wish = { slotId: nine, childId: me.childId, worries: ['sleep' as const] };
    const visit = await me.call('booking.book', wish, requestId);
    await me.call('booking.holdSlot', { slotId: ten, childId: me.childId });
    const other = { ...wish, slotId: ten };
    expect(await me.refusal('booking.book', other, requestId)).toBe('REQUEST_REUSED');
    const cancel = { appointmentId: visit.id };
    expect(await me.refusal('booking.cancel', cancel, requestId)).toBe('REQUEST_REUSED');
    expect((await scenario.slot(ten)).state).toBe('held');
    expect((await scenario.slot(nine)).state).toBe('booked');
  });

  test('of another person is another request', async () => {
    const [me, other] = [await scenario.family(), await scenario.family()];
    const requestId = newRequestId();
    const mine = await me.call('family.addChild', child, requestId);
    const theirs = await other.call('family.addChild', child, requestId);
    expect(mine.id).not.toBe(theirs.id);
  });

  test('adding a child twice, one after the other or at once, makes one child', async () => {
    const me = scenario.as('wx-new');
    await me.call('account.signIn', { role: 'caregiver' });
    const requestId = newRequestId();
    const copies = Array.from({ length: 5 }, () => me.call('family.addChild', child, requestId));
    const added = [
      ...(await Promise.all(copies)),
      await me.call('family.addChild', child, requestId),
    ];
    expect(new Set(added.map(({ id }) => id)).size).toBe(1);
    const { children: list } = await me.call('family.listChildren', {});
    expect(list.map(({ nickname }) => nickname)).toStrictEqual(['小树']);
  });

  test('signing in twice at once makes one account and keeps the first', async () => {
    const me = scenario.as('wx-new');
    const inputs = [{ role: 'caregiver' as const }, { role: 'parent' as const }];
    await Promise.all(inputs.map((input) => me.call('account.signIn', input)));
    const person = await scenario.database.get(people, 'wx-new');
    expect(person?.roles).toHaveLength(1);
    const again = await me.call('account.signIn', { role: 'parent' });
    expect(again.roles).toStrictEqual(person?.roles);
  });

  test('a refused request leaves no record, so the same one may succeed later', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    const requestId = newRequestId();
    const wish = { slotId: nine, childId: me.childId, worries: [] };
    expect(await me.refusal('booking.book', wish, requestId)).toBe('HOLD_EXPIRED');
    expect(await scenario.database.get(events, `${me.openid}_${requestId}`)).toBeUndefined();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    expect((await me.call('booking.book', wish, requestId)).state).toBe('booked');
  });

  test('both parents who book the same child at the same time do not put it in two places', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const [also = ''] = await scenario.free(['9:10'], { counsellorId: 'counsellor-two' });
    const mother = await scenario.family();
    const father = await scenario.family();
    const { childId } = mother;
    const relation = { relation: 'father' as const };
    const child = await scenario.database.get(children, childId);
    const index = await scenario.database.get(people, mother.openid);
    const circle = [
      ...(child?.circle ?? []),
      { openid: father.openid, since: 0, standing: 'guardian', ...relation },
    ];
    await scenario.database.update(children, childId, { circle });
    await scenario.database.update(people, father.openid, { children: index?.children });
    await mother.call('booking.holdSlot', { slotId: nine, childId });
    await father.call('booking.holdSlot', { slotId: also, childId });
    const [one, two] = await Promise.all([
      mother.ask('booking.book', { slotId: nine, childId, worries: [] }),
      father.ask('booking.book', { slotId: also, childId, worries: [] }),
    ]);
    const codes = [one, two].map((answer) => (answer.ok ? 'OK' : answer.error.code)).sort();
    expect(codes).toStrictEqual(['CHILD_BUSY', 'OK']);
  });
});
