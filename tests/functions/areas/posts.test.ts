import { limits } from '@contract/limits';
import type { StaffRole } from '@contract/enums';
import { dayMs, dayOf } from '@rules/dates';
import { accessLog, children, people, posts } from '../../../cloudfunctions/platform/collections';
import { at, moveClock } from '../support/clock';
import { farSchool, otherSchool, otherTownship, school, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';
import { setupCode } from '../support/test-cloud';

/** Issue 4, "Coming in" and "Protection". */
describe('posts', () => {
  let scenario: Scenario;
  let admin: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
  });
  afterEach(async () => {
    process.env.XINQIAO_SETUP_CODE = setupCode;
    await scenario.close();
  });

  const teacher = (schoolId = school._id) => ({
    ...{ role: 'teacher' as const, name: '赵老师', schoolId },
  });
  const hired = async (by = admin, openid = 'wx-zhao', schoolId = school._id) => {
    const { code } = await by.call('account.invite', teacher(schoolId));
    const who = scenario.as(openid);
    await who.call('account.acceptInvitation', { code });
    return who;
  };
  const postOf = async (openid: string) =>
    (await scenario.database.get(people, openid))?.posts[0]?.id ?? '';
  const ended = async (openid: string) =>
    admin.call('account.endPost', { postId: await postOf(openid) });

  test('the system is claimed once; wrong, used, short and unset codes look alike', async () => {
    const claim = (who: string, code: string) =>
      scenario.as(who).send({
        ...{ action: 'account.claimSystem', input: { code, name: '何老师' } },
        requestId: 'claim-request-1',
      });
    const wrong = await claim('wx-1', 'not the set-up code');
    expect(wrong).toMatchObject({ error: { code: 'INVITATION_INVALID' } });
    process.env.XINQIAO_SETUP_CODE = 'short';
    expect(await claim('wx-2', 'short')).toStrictEqual(wrong);
    process.env.XINQIAO_SETUP_CODE = '';
    expect(await claim('wx-3', ' ')).toStrictEqual(wrong);
    process.env.XINQIAO_SETUP_CODE = setupCode;
    const both = await Promise.all([claim('wx-4', setupCode), claim('wx-5', setupCode)]);
    expect(both.filter((answer) => JSON.stringify(answer).includes('"ok":true'))).toHaveLength(1);
    expect(await claim('wx-6', setupCode)).toStrictEqual(wrong);
  });

  test('guessing the set-up code is over after some tries an hour', async () => {
    const tries = Array.from({ length: 6 }, () =>
      admin.refusal('account.claimSystem', { code: 'guess', name: '何老师' }),
    );
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === 'TOO_MANY').length).toBeGreaterThanOrEqual(1);
    expect(codes.filter((code) => code === 'INVITATION_INVALID')).toHaveLength(5);
  });

  test('a county’s administrator invites everybody there, a school’s its teachers', async () => {
    const head = await scenario.staff({
      ...{ openid: 'wx-head', role: 'admin' as const, schoolId: school._id },
    });
    await head.call('account.invite', teacher());
    expect(await head.refusal('account.invite', teacher(otherSchool._id))).toBe('NOT_FOUND');
    const roles: StaffRole[] = ['admin', 'director'];
    for (const role of roles) {
      const wish = { role, name: '某人', schoolId: school._id, township };
      expect(await head.refusal('account.invite', wish)).toBe('NOT_FOUND');
      await admin.call('account.invite', wish);
    }
    expect(await admin.refusal('account.invite', teacher(farSchool._id))).toBe('NOT_FOUND');
  });

  test('a post is tied to what belongs to it: nothing else that was asked for comes with it', async () => {
    await scenario.week({ _id: 'counsellor-two' });
    const { code } = await admin.call('account.invite', {
      ...teacher(),
      ...{ counsellorId: 'counsellor-two', township },
    });
    const li = await scenario.counsellor('wx-li');
    await li.call('account.acceptInvitation', { code });
    const held = (await scenario.database.get(people, 'wx-li'))?.posts ?? [];
    expect(held.find(({ role }) => role === 'teacher')).not.toHaveProperty('counsellorId');
    expect(held.find(({ role }) => role === 'counsellor')?.counsellorId).toBe('counsellor-one');
  });

  test('a code brings in one person, shows who invites, and expires', async () => {
    const { code } = await admin.call('account.invite', { ...teacher(), classes: ['三年级'] });
    const shown = await scenario.as('wx-zhao').call('account.showInvitation', { code });
    expect(shown).toMatchObject({
      ...{ kind: 'post', role: 'teacher', name: '赵老师', inviterName: '王老师' },
      ...{ schoolName: '一小', classes: ['三年级'] },
    });
    const accept = (openid: string) =>
      scenario.as(openid).ask('account.acceptInvitation', { code });
    const answers = await Promise.all(['wx-a', 'wx-b', 'wx-c'].map(accept));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { code: late } = await admin.call('account.invite', teacher());
    moveClock(limits.postInvitationDays * dayMs);
    const refused = scenario.as('wx-d').refusal('account.acceptInvitation', { code: late });
    expect(await refused).toBe('INVITATION_INVALID');
  });

  test('one person holds several roles and switches; a caregiver stays one', async () => {
    const me = await scenario.family({ openid: 'wx-me' });
    await hired(admin, 'wx-me');
    const { person } = await me.call('account.home', {});
    expect(person).toMatchObject({ roles: ['caregiver', 'teacher'], role: 'teacher' });
    await me.call('account.updateSettings', { role: 'caregiver' });
    expect(await me.call('account.home', {})).toMatchObject({ person: { role: 'caregiver' } });
    await ended('wx-me');
    const after = await me.call('account.home', {});
    expect(after.person.roles).toStrictEqual(['caregiver']);
    expect(after.children).toHaveLength(1);
    expect(await me.refusal('account.updateSettings', { role: 'teacher' })).toBe('FORBIDDEN');
  });

  test('a post that ends opens nothing from the next call on; its account works on', async () => {
    const child = await scenario.family();
    const who = await hired();
    expect((await who.call('family.listRoster', {})).children).toHaveLength(1);
    await ended('wx-zhao');
    expect(await who.refusal('family.listRoster', {})).toBe('FORBIDDEN');
    const status = { childId: child.childId, who: 'nobody' as const };
    expect(await who.refusal('family.confirmStatus', status)).toBe('FORBIDDEN');
    expect(await who.call('account.home', {})).toMatchObject({ person: { signedIn: true } });
    const li = await scenario.counsellor('wx-li');
    const [slotId = ''] = await scenario.free(['9:00']);
    await scenario.book(child, slotId);
    const day = dayOf(at('9:00'));
    // One call is asked while the post ends; whatever it answers, the next one is refused.
    const [inFlight] = await Promise.all([li.ask('booking.listDay', { day }), ended('wx-li')]);
    if (!inFlight.ok) expect(inFlight.error.code).toBe('FORBIDDEN');
    expect(await li.refusal('booking.listDay', { day })).toBe('FORBIDDEN');
    expect((await li.call('account.home', {})).day).toBeUndefined();
  });

  test('settings changed in the moment a post ends do not bring it back', async () => {
    const who = await hired();
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([
        who.ask('account.updateSettings', { role: round % 2 ? 'parent' : 'caregiver' }),
        round === 4 ? ended('wx-zhao') : Promise.resolve(),
      ]);
    }
    const { person } = await who.call('account.home', {});
    expect(person.roles).not.toContain('teacher');
  });

  test('codes of somebody whose post has ended are dead', async () => {
    const head = await scenario.staff({
      ...{ openid: 'wx-head', role: 'admin' as const, schoolId: school._id },
    });
    const { code } = await head.call('account.invite', teacher());
    await ended('wx-head');
    const newcomer = scenario.as('wx-new');
    expect(await newcomer.refusal('account.showInvitation', { code })).toBe('INVITATION_INVALID');
    expect(await newcomer.refusal('account.acceptInvitation', { code })).toBe('INVITATION_INVALID');
  });

  test('somebody is always left who can let others in', async () => {
    const other = await scenario.staff({ openid: 'wx-admin-2', role: 'admin' });
    const own = await postOf('wx-admin');
    expect(await admin.refusal('account.endPost', { postId: own })).toBe('FORBIDDEN');
    const otherPost = await postOf('wx-admin-2');
    await Promise.all([
      admin.ask('account.endPost', { postId: otherPost }),
      other.ask('account.endPost', { postId: own }),
    ]);
    const left = await scenario.database.find(posts, { where: {} });
    expect(left.filter(({ until }) => until === null)).toHaveLength(1);
  });

  describe('roster and proxies', () => {
    const facts = {
      ...{ nickname: '小树', birthYear: 2017, birthMonth: 3 },
      caregiver: 'maternalGrandmother' as const,
    };

    test('a teacher sees their school and no other, and every look is written down once a day', async () => {
      const mother = { openid: 'wx-mother', relation: 'mother' as const };
      const mine = await scenario.family({ nickname: '小石头', with: [mother] });
      await scenario.family({ nickname: '小枫', at: otherSchool });
      const who = await hired();
      for (let look = 0; look < 3; look += 1) {
        const { children: list } = await who.call('family.listRoster', {});
        expect(list.map(({ nickname }) => nickname)).toStrictEqual(['小石头']);
      }
      const childId = mine.childId;
      await who.call('family.confirmStatus', { childId, who: 'both', span: 'overHalfYear' });
      const circle = await mine.call('family.showCircle', { childId });
      expect(circle.away).toMatchObject({ who: 'both', span: 'overHalfYear' });
      expect(circle.away?.confirmedAt).toBeDefined();
      await ended('wx-zhao');
      const { looks } = await scenario.as('wx-mother').call('account.listAccessLog', { childId });
      // The name stays after the post has ended, and nothing else of whoever looked.
      expect(looks).toStrictEqual([
        { day: '2026-11-23', purpose: 'roster', count: 4, role: 'teacher', name: '赵老师' },
      ]);
      expect(await mine.refusal('account.listAccessLog', { childId })).toBe('FORBIDDEN');
      expect(await scenario.database.find(accessLog, { where: { childId } })).toHaveLength(1);
    });

    test('somebody with two schools sees each of them, and no other place by asking for it', async () => {
      await scenario.family({ nickname: '小石头' });
      await scenario.family({ nickname: '小枫', at: otherSchool });
      await scenario.family({ nickname: '远远', at: farSchool });
      const who = await hired();
      await hired(admin, 'wx-zhao', otherSchool._id);
      const names = async (place?: string) =>
        (await who.call('family.listRoster', { place })).children.map(({ nickname }) => nickname);
      expect(await names()).toStrictEqual(['小石头']);
      expect(await names(school._id)).toStrictEqual(['小石头']);
      expect(await names(otherSchool._id)).toStrictEqual(['小枫']);
      const refused = (place: string) => who.refusal('family.listRoster', { place });
      // Somebody else's, nobody's, and a township of which they are only the teacher: all alike.
      for (const place of [farSchool._id, 'school-none', township]) {
        expect(await refused(place)).toBe('FORBIDDEN');
      }
      await ended('wx-zhao');
      expect(await refused(school._id)).toBe('FORBIDDEN');
      expect(await names(otherSchool._id)).toStrictEqual(['小枫']);
    });

    test('a director of two townships sees each of them', async () => {
      await scenario.family({ nickname: '小石头' });
      await scenario.family({ nickname: '小枫', at: otherSchool });
      const both = await scenario.staff({ openid: 'wx-zhou', role: 'director', township });
      const { code } = await admin.call('account.invite', {
        ...{ role: 'director' as const, name: '周主任', township: otherTownship },
      });
      await both.call('account.acceptInvitation', { code });
      for (const [place, nickname] of [
        [township, '小石头'],
        [otherTownship, '小枫'],
      ] as const) {
        const { children: list } = await both.call('family.listRoster', { place });
        expect(list.map((child) => child.nickname)).toStrictEqual([nickname]);
      }
    });

    test('the log says as what somebody looked, whichever role is in use', async () => {
      const mother = { openid: 'wx-mother', relation: 'mother' as const };
      const { childId } = await scenario.family({ with: [mother] });
      const who = await hired();
      await who.call('account.updateSettings', { role: 'parent' });
      await who.call('family.listRoster', {});
      const { looks } = await scenario.as('wx-mother').call('account.listAccessLog', { childId });
      expect(looks).toMatchObject([{ role: 'teacher' }]);
    });

    test('what the family says again keeps a confirmation; what it changes does not', async () => {
      const { childId, ...me } = await scenario.family({ openid: 'wx-me' });
      const who = await hired();
      const wish = { childId, who: 'both' as const, span: 'overHalfYear' as const };
      await who.call('family.confirmStatus', wish);
      const mine = scenario.as(me.openid);
      expect((await mine.call('family.sayWhoIsAway', wish)).away.confirmedAt).toBeDefined();
      const other = { childId, who: 'father' as const, span: 'overHalfYear' as const };
      expect((await mine.call('family.sayWhoIsAway', other)).away.confirmedAt).toBeUndefined();
    });

    test('a director acts as proxy, recorded as such, and loses the child with the post', async () => {
      const director = await scenario.staff({ openid: 'wx-zhou', role: 'director', township });
      const wish = { ...facts, schoolId: school._id };
      const { id: childId, standing } = await director.call('family.addChildByProxy', wish);
      expect(standing).toBe('proxy');
      const elsewhere = { ...facts, schoolId: otherSchool._id };
      expect(await director.refusal('family.addChildByProxy', elsewhere)).toBe('NOT_FOUND');
      const { code } = await director.call('family.inviteFamily', { childId });
      const slip = await director.call('account.drawInvitation', { code });
      expect(Buffer.from(slip.image, 'base64').subarray(1, 4).toString()).toBe('PNG');
      await ended('wx-zhou');
      expect(await director.refusal('family.showCircle', { childId })).toBe('FORBIDDEN');
      expect((await director.call('family.listChildren', {})).children).toStrictEqual([]);
      const join = { code, relation: 'mother' as const };
      for (const openid of ['wx-zhou', 'wx-mother']) {
        const refused = scenario.as(openid).refusal('family.joinFamily', join);
        expect(await refused).toBe('INVITATION_INVALID');
      }
      expect(await scenario.database.get(children, childId)).toBeDefined();
    });
  });

  test('so often an hour and no more; the next hour is a new one', async () => {
    const { childId, ...rest } = await scenario.family();
    const me = scenario.as(rest.openid);
    const codes = await Promise.all(
      Array.from({ length: 24 }, () => me.ask('family.inviteFamily', { childId })),
    );
    expect(codes.filter(({ ok }) => ok)).toHaveLength(20);
    moveClock(60 * 60_000);
    await me.call('family.inviteFamily', { childId });
  });
});
