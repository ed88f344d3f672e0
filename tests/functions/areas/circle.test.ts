import { limits } from '@contract/limits';
import { hourMs } from '@rules/dates';
import {
  appointments,
  children,
  people,
  pushes,
  waitlist,
  type PushDocument,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { moveClock } from '../support/clock';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';
import { join } from '../support/waiting';

/** design.md, "Data": the circle of a child is the truth about its adults. */
describe('the circle', () => {
  let scenario: Scenario;
  let grandma: Booker;
  let childId: string;

  beforeEach(async () => {
    scenario = await Scenario.start();
    grandma = await scenario.family({ nickname: '小石头' });
    ({ childId } = grandma);
  });
  afterEach(async () => {
    await scenario.close();
  });

  const invite = async (who: Person) => (await who.call('family.inviteFamily', { childId })).code;
  const father = () => scenario.as('wx-father');
  async function joined(): Promise<Person> {
    const code = await invite(grandma);
    await father().call('family.joinFamily', { code, relation: 'father' });
    return father();
  }
  const members = async (who: Person) => (await who.call('family.showCircle', { childId })).members;
  const idOf = async (who: Person, relation: string) =>
    (await members(who)).find((one) => one.relation === relation)?.id ?? '';

  test('a card shows who invites, before anything is joined', async () => {
    const code = await invite(grandma);
    const shown = await father().call('account.showInvitation', { code });
    expect(shown).toMatchObject({
      ...{ kind: 'family', nickname: '小石头', inviter: 'paternalGrandmother' },
    });
    expect(await scenario.database.get(people, 'wx-father')).toBeUndefined();
  });

  test('joining begins an account, with the standing of the relation', async () => {
    const who = await joined();
    expect(await who.call('account.home', {})).toMatchObject({
      person: { role: 'parent', size: 'standard' },
      children: [{ id: childId, standing: 'guardian', relation: 'father' }],
    });
  });

  test('a card works once, also when two open it at the same moment', async () => {
    const code = await invite(grandma);
    const answers = await Promise.all(
      ['wx-a', 'wx-b', 'wx-c'].map((openid) =>
        scenario.as(openid).ask('family.joinFamily', { code, relation: 'relative' }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok) expect(answer.error.code).toBe('INVITATION_INVALID');
    }
    expect((await scenario.database.get(children, childId))?.circle).toHaveLength(2);
    expect(await grandma.refusal('account.showInvitation', { code })).toBe('INVITATION_INVALID');
  });

  test('a card expires', async () => {
    const code = await invite(grandma);
    moveClock(limits.familyInvitationHours * hourMs);
    const refused = father().refusal('family.joinFamily', { code, relation: 'father' });
    expect(await refused).toBe('INVITATION_INVALID');
  });

  test('a card that the family’s own adult opens stays good', async () => {
    const code = await invite(grandma);
    await grandma.call('family.joinFamily', { code, relation: 'other' });
    expect(await members(grandma)).toMatchObject([{ relation: 'paternalGrandmother' }]);
    await father().call('family.joinFamily', { code, relation: 'father' });
  });

  test('the card of somebody who was taken out is dead, and shows nothing any more', async () => {
    const who = await joined();
    const code = await invite(grandma);
    const memberId = await idOf(who, 'paternalGrandmother');
    await who.call('family.removeFromCircle', { childId, memberId });
    const stranger = scenario.as('wx-aunt');
    const wish = { code, relation: 'mother' as const };
    expect(await stranger.refusal('family.joinFamily', wish)).toBe('INVITATION_INVALID');
    expect(await stranger.refusal('account.showInvitation', { code })).toBe('INVITATION_INVALID');
    expect(await grandma.refusal('family.showCircle', { childId })).toBe('FORBIDDEN');
    const { children: list } = await grandma.call('family.listChildren', {});
    expect(list).toStrictEqual([]);
  });

  test('so many adults and no more, also when they come at once', async () => {
    const codes: string[] = [];
    for (let count = 0; count < limits.adultsPerChild + 2; count += 1) {
      codes.push(await invite(grandma));
    }
    const wish = (code: string) => ({ code, relation: 'relative' as const });
    for (const [at, code] of codes.slice(0, limits.adultsPerChild - 3).entries()) {
      await scenario.as(`wx-${at}`).call('family.joinFamily', wish(code));
    }
    const last = codes.slice(limits.adultsPerChild - 3);
    await Promise.all(
      last.map((code, at) => scenario.as(`wx-late-${at}`).ask('family.joinFamily', wish(code))),
    );
    expect((await scenario.database.get(children, childId))?.circle).toHaveLength(
      limits.adultsPerChild,
    );
    expect(await grandma.refusal('family.inviteFamily', { childId })).toBe('LIMIT_REACHED');
  });

  test('a guardian takes out caregivers, a caregiver only whom they let in, nobody a guardian', async () => {
    const who = await joined();
    const code = await invite(who);
    const aunt = scenario.as('wx-aunt');
    await aunt.call('family.joinFamily', { code, relation: 'relative' });
    const remove = async (by: Person, relation: string) =>
      by.ask('family.removeFromCircle', { childId, memberId: await idOf(by, relation) });
    expect(await remove(aunt, 'father')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await remove(grandma, 'relative')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await remove(grandma, 'father')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await remove(who, 'relative')).toMatchObject({ ok: true });
    const code2 = await invite(grandma);
    await aunt.call('family.joinFamily', { code: code2, relation: 'relative' });
    expect(await remove(grandma, 'relative')).toMatchObject({ ok: true });
  });

  test('everybody may leave but the last, and leaving twice gives the same answer', async () => {
    const who = await joined();
    const wish = { childId, memberId: await idOf(grandma, 'paternalGrandmother') };
    await grandma.call('family.removeFromCircle', wish, 'leave-request-1');
    await grandma.call('family.removeFromCircle', wish, 'leave-request-1');
    const last = { childId, memberId: await idOf(who, 'father') };
    expect(await who.refusal('family.removeFromCircle', last)).toBe('LAST_ADULT');
  });

  describe('who takes part in a visit from afar and is then out of the circle', () => {
    let who: Person;
    let slotId: string;
    let appointmentId: string;

    beforeEach(async () => {
      who = await joined();
      [slotId = ''] = await scenario.free(['9:00']);
    });

    async function takesPart(siblingId?: string) {
      await grandma.call('booking.holdSlot', { slotId, childId });
      const wish = { slotId, childId, siblingId, worries: [] };
      ({ id: appointmentId } = await grandma.call('booking.book', wish));
      await who.call('booking.joinVisit', { appointmentId, join: true });
      expect(await takingPart()).toStrictEqual([['wx-father'], ['father']]);
    }
    const takingPart = async () => [
      (await scenario.database.get(appointments, appointmentId))?.joiners.map((one) => one.openid),
      (await scenario.slot(slotId)).joining,
    ];

    test('is expected by nobody, also when the first try broke off halfway', async () => {
      await takesPart();
      const before = await scenario.database.get(appointments, appointmentId);
      const wish = { childId, memberId: await idOf(who, 'father') };
      await who.call('family.removeFromCircle', wish, 'leave-request-2');
      expect(await takingPart()).toStrictEqual([[], []]);
      const joiners = command.set(before?.joiners ?? []);
      await scenario.database.update(appointments, appointmentId, { joiners });
      await who.call('family.removeFromCircle', wish, 'leave-request-2');
      expect(await takingPart()).toStrictEqual([[], []]);
    });

    test('still takes part while the other child of the visit is theirs', async () => {
      const siblingId = 'child-sister';
      await scenario.sibling(grandma, { childId: siblingId, nickname: '小花' });
      const { code } = await grandma.call('family.inviteFamily', { childId: siblingId });
      await who.call('family.joinFamily', { code, relation: 'father' });
      await takesPart(siblingId);
      await who.call('family.removeFromCircle', { childId, memberId: await idOf(who, 'father') });
      expect(await takingPart()).toStrictEqual([['wx-father'], ['father']]);
      const { members: others } = await who.call('family.showCircle', { childId: siblingId });
      const memberId = others.find(({ me }) => me)?.id ?? '';
      await who.call('family.removeFromCircle', { childId: siblingId, memberId });
      expect(await takingPart()).toStrictEqual([[], []]);
    });
  });

  describe('who has booked or joined the waiting list and is then out of the circle', () => {
    let who: Person;
    const leave = async () =>
      who.call('family.removeFromCircle', { childId, memberId: await idOf(who, 'father') });
    beforeEach(async () => {
      who = await joined();
      await who.call('account.updateSettings', { phone: '13800005555' });
    });

    test('is not telephoned about the visit any more, nor after it was moved', async () => {
      const counsellor = await scenario.counsellor('wx-li');
      const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
      const { id: appointmentId } = await scenario.book(Object.assign(who, { childId }), nine);
      const shown = async () => {
        const { entries } = await counsellor.call('booking.listDay', { day: '2026-11-24' });
        return entries.find(({ visit }) => visit)?.visit;
      };
      expect(await shown()).toMatchObject({ phone: '13800005555', relation: 'father' });
      await leave();
      expect((await shown())?.phone).toBeUndefined();
      await grandma.call('booking.holdSlot', { slotId: ten, childId });
      await grandma.call('booking.reschedule', { appointmentId, slotId: ten });
      expect((await shown())?.phone).toBeUndefined();
      // A number that they change later is none of the family's.
      await who.call('account.updateSettings', { phone: '13800006666' });
      expect((await shown())?.phone).toBeUndefined();
    });

    test('is sent nothing of the child any more that was on its way to them', async () => {
      const push = (_id: string, to: string): PushDocument => ({
        ...{ _id, to, channel: 'wechat', kind: 'visitReminder', template: 'reminder' },
        ...{ haste: 'dated', priority: 1, key: null, about: null, childId, state: 'due' },
        ...{ dueAt: Date.now() + hourMs, at: Date.now(), expiresAt: Date.now() + 2 * hourMs },
        ...{ sentAt: null, attempts: 0, tries: 0, claim: null, count: 1, code: null, why: null },
        ...{ page: '', content: '' },
      });
      const list = [push('push-of-father', 'wx-father'), push('push-of-grandma', grandma.openid)];
      await scenario.database.addMany(pushes, list);
      await leave();
      const left = await scenario.database.find(pushes, { where: { childId, state: 'due' } });
      expect(left.map(({ _id }) => _id)).toStrictEqual(['push-of-grandma']);
    });

    test('has no number on the waiting list, and the family waits on', async () => {
      const waitlistId = await join(Object.assign(who, { childId }));
      await leave();
      const request = await scenario.database.get(waitlist, waitlistId);
      expect(request).toMatchObject({ state: 'waiting', by: '', phone: null });
    });
  });

  test('two who leave at the same moment do not both leave', async () => {
    const who = await joined();
    const wishes = [
      { by: grandma, memberId: await idOf(grandma, 'paternalGrandmother') },
      { by: who, memberId: await idOf(who, 'father') },
    ];
    await Promise.all(
      wishes.map(({ by, memberId }) => by.ask('family.removeFromCircle', { childId, memberId })),
    );
    expect((await scenario.database.get(children, childId))?.circle).toHaveLength(1);
  });

  test('nobody makes themselves a guardian by correcting who they are', async () => {
    const wish = { childId, relation: 'mother' as const };
    expect(await grandma.refusal('family.updateChild', wish)).toBe('FORBIDDEN');
  });
});
