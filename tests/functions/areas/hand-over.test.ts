import { limits } from '@contract/limits';
import { dayMs, hourMs } from '@rules/dates';
import { children, people, posts } from '../../../cloudfunctions/platform/collections';
import { moveClock } from '../support/clock';
import { otherTownship, school, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';

/** Issue 4: nobody may be left without anybody who can act. */
describe('families whose child director goes', () => {
  let scenario: Scenario;
  let admin: Person;
  let zhou: Person;

  const facts = {
    ...{ nickname: '小树', birthYear: 2017, birthMonth: 3, schoolId: school._id },
    caregiver: 'maternalGrandmother' as const,
  };
  const director = (openid: string, name: string, at = township) =>
    scenario.staff({ openid, role: 'director', name, township: at });

  beforeEach(async () => {
    scenario = await Scenario.start();
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    zhou = await director('wx-zhou', '周主任');
  });
  afterEach(async () => {
    await scenario.close();
  });

  const actFor = async (who: Person, count: number) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      if (at % 50 === 0) moveClock(hourMs);
      ids.push((await who.call('family.addChildByProxy', facts)).id);
    }
    return ids.sort();
  };
  const end = (openid: string) => admin.call('account.endPost', { postId: `post-${openid}` });
  const handedOver = async () => (await scenario.test.runJobs()).familiesHandedOver;
  const childrenOf = async (openid: string) =>
    ((await scenario.database.get(people, openid))?.children ?? []).map(({ id }) => id).sort();
  const proxiesOf = async (id: string) =>
    ((await scenario.database.get(children, id))?.circle ?? []).map(({ openid }) => openid);
  /** Every family has one who acts for it, in the circle and in their own list, or waits visibly. */
  const expectNobodyLost = async (ids: string[]) => {
    for (const id of ids) {
      const child = await scenario.database.get(children, id);
      const acting = child?.circle.filter(({ standing }) => standing === 'proxy') ?? [];
      if (child?.waitsIn === undefined) expect(acting).toHaveLength(1);
      else expect(acting).toStrictEqual([]);
      for (const { openid } of acting) expect(await childrenOf(openid)).toContain(id);
    }
  };

  test('the administrator reads how many there are and who takes them; the next one gets them', async () => {
    const ids = await actFor(zhou, 3);
    const wu = await director('wx-wu', '吴主任');
    const ending = await admin.call('account.showEnding', { postId: 'post-wx-zhou' });
    expect(ending.handovers).toStrictEqual([{ township, families: 3, to: '吴主任' }]);
    await end('wx-zhou');
    expect(await handedOver()).toBe(3);
    expect(await childrenOf('wx-wu')).toStrictEqual(ids);
    const { children: list } = await wu.call('family.listRoster', {});
    for (const child of list) {
      expect(child).toMatchObject({ byProxy: true, waiting: false, handedOverAt: Date.now() });
    }
    const [childId = ''] = ids;
    const { members } = await wu.call('family.showCircle', { childId });
    expect(members).toMatchObject([{ standing: 'proxy', name: '吴主任', me: true }]);
    expect(await zhou.refusal('family.showCircle', { childId })).toBe('FORBIDDEN');
    expect(await handedOver()).toBe(0);
  });

  test('without a next one they wait, seen by the administrator and in the roster, until one comes', async () => {
    const ids = await actFor(zhou, 2);
    const teacher = await scenario.staff({
      ...{ openid: 'wx-wang', role: 'teacher' as const },
      ...{ schoolId: school._id, schoolName: school.name },
    });
    const { handovers } = await admin.call('account.showEnding', { postId: 'post-wx-zhou' });
    expect(handovers).toStrictEqual([{ township, families: 2 }]);
    await end('wx-zhou');
    expect(await handedOver()).toBe(0);
    const waiting = [{ township, families: 2 }];
    expect((await admin.call('account.listStaff', {})).waiting).toStrictEqual(waiting);
    const { children: list } = await teacher.call('family.listRoster', {});
    expect(list.map((child) => child.waiting)).toStrictEqual([true, true]);
    await director('wx-far', '远主任', otherTownship);
    expect(await handedOver()).toBe(0);
    const { code } = await admin.call('account.invite', {
      ...{ role: 'director' as const, name: '吴主任', township },
    });
    await scenario.as('wx-wu').call('account.acceptInvitation', { code });
    expect(await handedOver()).toBe(2);
    expect(await childrenOf('wx-wu')).toStrictEqual(ids);
    expect((await admin.call('account.listStaff', {})).waiting).toStrictEqual([]);
  });

  test('who cannot wait is taken over with one tap, by whoever works with the child', async () => {
    const [first = '', second = ''] = await actFor(zhou, 2);
    const teacher = await scenario.staff({
      ...{ openid: 'wx-wang', role: 'teacher' as const, schoolId: school._id },
    });
    const far = await director('wx-far', '远主任', otherTownship);
    expect(await teacher.refusal('family.takeOver', { childId: first })).toBe('NOT_FOUND');
    await end('wx-zhou');
    expect(await far.refusal('family.takeOver', { childId: first })).toBe('NOT_FOUND');
    expect(await zhou.refusal('family.takeOver', { childId: first })).toBe('FORBIDDEN');
    const wu = await director('wx-wu', '吴主任');
    const both = await Promise.all(
      [teacher, wu].map((who) => who.ask('family.takeOver', { childId: first })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await handedOver()).toBe(1);
    expect(await proxiesOf(second)).toStrictEqual(['wx-wu']);
    await expectNobodyLost([first, second]);
  });

  test('sixty families are handed over, wherever the run is cut short, and nobody is lost', async () => {
    const ids = await actFor(zhou, limits.childrenPerProxy);
    await director('wx-wu', '吴主任');
    await end('wx-zhou');
    const { handOver } = await import('../../../cloudfunctions/areas/family/hand-over');
    const { faults } = scenario.test.cloud;
    const run = () => handOver(scenario.database, Date.now(), () => 0.5);
    let cuts = 0;
    for (let nth = 2; ; nth += 7) {
      faults.add({ on: 'request', nth, effect: { fail: 'DATABASE_REQUEST_FAILED' } });
      const done = await run().catch(() => undefined);
      faults.clear();
      if (done !== undefined) break;
      cuts += 1;
      await expectNobodyLost(ids);
    }
    await run();
    expect(cuts).toBeGreaterThan(3);
    expect(await childrenOf('wx-wu')).toStrictEqual(ids);
    await expectNobodyLost(ids);
  }, 300_000);

  test('a post that ends while the machine fails is taken up by the next run', async () => {
    const ids = await actFor(zhou, 3);
    await director('wx-wu', '吴主任');
    const { faults } = scenario.test.cloud;
    const fail = { fail: 'DATABASE_REQUEST_FAILED' } as const;
    // The post is ended; saying whom it leaves is the request after that.
    faults.add({ on: 'request', name: 'database.modifyDocument', nth: 4, effect: fail });
    const answer = await admin.ask('account.endPost', { postId: 'post-wx-zhou' });
    faults.clear();
    expect(answer).toMatchObject({ ok: false, error: { retry: 'same' } });
    expect((await scenario.database.get(posts, 'post-wx-zhou'))?.until).not.toBeNull();
    expect(await handedOver()).toBe(3);
    expect(await childrenOf('wx-wu')).toStrictEqual(ids);
    await expectNobodyLost(ids);
  });

  test('the next one’s own post ends in that moment: the one after takes them', async () => {
    const ids = await actFor(zhou, 25);
    await director('wx-wu', '吴主任');
    await director('wx-xu', '徐主任');
    await end('wx-zhou');
    const { handOver } = await import('../../../cloudfunctions/areas/family/hand-over');
    await Promise.all([handOver(scenario.database, Date.now(), Math.random), end('wx-wu')]);
    await handedOver();
    expect(await childrenOf('wx-wu')).toStrictEqual([]);
    expect(await childrenOf('wx-xu')).toStrictEqual(ids);
    await expectNobodyLost(ids);
  });

  test('somebody who comes back takes over again what they had, and keeps it', async () => {
    const [childId = ''] = await actFor(zhou, 1);
    await end('wx-zhou');
    const { code } = await admin.call('account.invite', {
      ...{ role: 'director' as const, name: '周主任', township },
    });
    await zhou.call('account.acceptInvitation', { code });
    await zhou.call('family.takeOver', { childId });
    // The job has not looked since the first post ended.
    await handedOver();
    expect(await proxiesOf(childId)).toStrictEqual(['wx-zhou']);
    await expectNobodyLost([childId]);
  });

  test('a child is never written down for a post that ends in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const openid = `wx-quick-${round}`;
      const quick = await director(openid, '快主任');
      const [added] = await Promise.all([
        quick.ask('family.addChildByProxy', facts),
        admin.ask('account.endPost', { postId: `post-${openid}` }),
      ]);
      if (!added.ok) continue;
      await handedOver();
      await expectNobodyLost([added.data.id]);
    }
  });

  test('the account of a child director who leaves leaves nobody behind', async () => {
    const ids = await actFor(zhou, 2);
    await zhou.call('account.deleteAccount', {});
    await director('wx-wu', '吴主任');
    moveClock(limits.deletionDays * dayMs + 61_000);
    expect(await scenario.test.runJobs()).toMatchObject({
      ...{ accountsErased: 1, familiesHandedOver: 2 },
    });
    expect(await childrenOf('wx-wu')).toStrictEqual(ids);
    await expectNobodyLost(ids);
  });
});
