import { dayMs, dayOf } from '@rules/dates';
import { visitRule } from '@rules/home-visits';
import { children, homeVisits } from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { moveClock } from '../support/clock';
import { otherSchool, otherTownship, school, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

describe('the desk of a child director', () => {
  let scenario: Scenario;
  let zhou: Person;
  let child: Booker;
  const father = 'wx-father';

  const director = (openid: string, at = township) =>
    scenario.staff({ openid, role: 'director', name: '周主任', township: at });
  const visit = (
    part: { day?: string; words?: string; safety?: boolean; again?: boolean } = {},
  ) => ({
    ...{ childId: child.childId, day: dayOf(Date.now()), met: true, state: 'well' as const },
    ...{ safety: false, again: false, ...part },
  });
  const desk = () => zhou.call('director.showDesk', {});
  const list = async (view: 'due' | 'unconfirmed' | 'proxy' = 'due', who = zhou) =>
    (await who.call('director.listChildren', { view })).children;

  beforeEach(async () => {
    scenario = await Scenario.start();
    zhou = await director('wx-zhou');
    child = await scenario.family({ with: [{ openid: father, relation: 'father' }] });
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('whoever was never visited comes first, then by the day that is due; nobody of elsewhere', async () => {
    const second = await scenario.family({ nickname: '豆豆' });
    await scenario.family({ nickname: '小枫', at: otherSchool });
    await zhou.call('director.noteVisit', visit());
    expect((await list()).map(({ id }) => id)).toEqual([second.childId, child.childId]);
    expect((await list())[1]).toMatchObject({
      due: { day: '2027-02-23', reason: 'regular' },
      visited: '2026-11-23',
    });
    expect(await desk()).toMatchObject({ due: 1, unconfirmed: 2, families: 0 });
    moveClock(120 * dayMs);
    expect((await desk()).due).toBe(2);
  });

  test('pages follow each other without a gap or a repetition, however many have the same day', async () => {
    for (let number = 0; number < 44; number += 1) await scenario.family({});
    await zhou.call('director.noteVisit', visit());
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await zhou.call('director.listChildren', { view: 'due', cursor });
      seen.push(...page.children.map(({ id }) => id));
      cursor = page.next;
      more = cursor !== undefined;
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect(seen.at(-1)).toBe(child.childId);
  });

  test('the school asks, an appointment is missed: the visit is due sooner, once', async () => {
    const teacher = await scenario.staff({
      ...{ openid: 'wx-wang', role: 'teacher' as const },
      ...{ schoolId: school._id, schoolName: school.name },
    });
    await zhou.call('director.noteVisit', visit());
    moveClock(dayMs);
    const { asked } = await teacher.call('director.askVisit', { childId: child.childId });
    moveClock(dayMs);
    const again = await teacher.call('director.askVisit', { childId: child.childId });
    expect(again.asked).toBe(asked);
    expect((await list())[0]?.due).toEqual({ day: '2026-12-01', reason: 'asked' });
    expect(visitRule.askedDays).toBe(7);

    await zhou.call('director.noteVisit', visit());
    expect((await list())[0]?.due?.reason).toBe('regular');
    const counsellor = await scenario.counsellor('wx-li');
    const [slotId = ''] = await scenario.freeAt([Date.now() + dayMs]);
    const { id: appointmentId } = await scenario.book(child, slotId);
    moveClock(dayMs + 3_600_000);
    await counsellor.call('booking.markNoShow', { appointmentId });
    expect((await list())[0]?.due).toEqual({ day: '2026-12-03', reason: 'missed' });
  });

  test('what the school asks for on the day of a visit is due too, and asked again is not put off', async () => {
    const teacher = await scenario.staff({
      ...{ openid: 'wx-wang', role: 'teacher' as const },
      ...{ schoolId: school._id, schoolName: school.name },
    });
    await zhou.call('director.noteVisit', visit());
    await teacher.call('director.askVisit', { childId: child.childId });
    expect((await list())[0]?.due).toEqual({ day: '2026-12-01', reason: 'asked' });
    moveClock(2 * dayMs);
    await teacher.call('director.askVisit', { childId: child.childId });
    expect((await list())[0]?.due).toEqual({ day: '2026-12-01', reason: 'asked' });
    await zhou.call('director.noteVisit', visit());
    expect((await list())[0]?.due?.reason).toBe('regular');
  });

  test('parents confirmed at home are not due; who says something else is to be confirmed again', async () => {
    const { childId } = child;
    await zhou.call('family.confirmStatus', { childId, who: 'nobody' });
    expect(await desk()).toMatchObject({ due: 0, unconfirmed: 0 });
    expect((await list())[0]?.due).toBeUndefined();
    await child.call('family.sayWhoIsAway', { childId, who: 'both', span: 'underHalfYear' });
    expect(await desk()).toMatchObject({ due: 1, unconfirmed: 1 });
    expect((await list('unconfirmed')).map(({ id }) => id)).toEqual([childId]);
  });

  test('a note that is sent twice is there once, and lies encrypted', async () => {
    const words = '奶奶腿疼，院子里堆着柴';
    const first = await zhou.call('director.noteVisit', visit({ words }), 'request-one');
    moveClock(dayMs);
    expect(
      await zhou.call('director.noteVisit', visit({ words, day: '2026-11-23' }), 'request-one'),
    ).toEqual(first);
    expect(await scenario.database.count(homeVisits)).toBe(1);
    const { visits } = await zhou.call('director.listVisits', { childId: child.childId });
    expect(visits).toMatchObject([{ words, state: 'well', mine: true, day: '2026-11-23' }]);
    const [stored] = await scenario.database.find(homeVisits, {
      where: { childId: child.childId },
      limit: 1,
    });
    expect(JSON.stringify(stored)).not.toContain('奶奶');
  });

  test('a day that is still to come, or long gone, is no visit', async () => {
    expect(await zhou.refusal('director.noteVisit', visit({ day: '2026-11-24' }))).toBe(
      'INVALID_INPUT',
    );
    expect(await zhou.refusal('director.noteVisit', visit({ day: '2026-08-24' }))).toBe(
      'INVALID_INPUT',
    );
  });

  test('the successor reads on; whoever has lost the post reads nothing, and their late note is refused', async () => {
    await zhou.call('director.noteVisit', visit({ words: '屋顶漏水' }));
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    const wu = await director('wx-wu');
    await admin.call('account.endPost', { postId: 'post-wx-zhou' });
    const { visits } = await wu.call('director.listVisits', { childId: child.childId });
    expect(visits).toMatchObject([{ words: '屋顶漏水', mine: false }]);
    expect(await zhou.refusal('director.noteVisit', visit())).toBe('FORBIDDEN');
    const far = await director('wx-far', otherTownship);
    expect(await far.refusal('director.listVisits', { childId: child.childId })).toBe('NOT_FOUND');
  });

  test('a guardian has what was written in their copy, but for what is about safety; nobody else has', async () => {
    await zhou.call('director.noteVisit', visit({ words: '作业写完了' }));
    moveClock(1000);
    await zhou.call('director.noteVisit', visit({ words: '手臂上有伤', safety: true }));
    moveClock(1000);
    // What sounds grave is kept back even if nobody has said that it is about safety.
    await zhou.call('director.noteVisit', visit({ words: '孩子说不想活了' }));
    const { childId } = child;
    const copy = await scenario.as(father).call('account.exportMyData', {
      part: 'homeVisits',
      childId,
    });
    expect(copy).toMatchObject({ visits: [{ words: '作业写完了', state: 'well', met: true }] });
    expect(JSON.stringify(copy)).not.toContain('safety');
    expect(await child.call('account.exportMyData', { part: 'homeVisits', childId })).toEqual({
      part: 'homeVisits',
      visits: [],
    });
    const looks = await scenario.as(father).call('account.listAccessLog', { childId });
    expect(looks.looks).toMatchObject([{ purpose: 'homeVisit', role: 'director', count: 3 }]);
  });

  test('of their own family a director neither reads nor writes what is about safety; another one does', async () => {
    const { childId } = child;
    const wu = await director('wx-wu');
    for (const words of ['手臂上有伤', '作业写完了', '孩子怕回家', '床铺干净']) {
      const safety = words.startsWith('手') || words.startsWith('孩');
      await wu.call('director.noteVisit', visit({ words, safety }));
      moveClock(1000);
    }
    const { circle = [] } = (await scenario.database.get(children, childId)) ?? {};
    const aunt = { openid: 'wx-zhou', relation: 'other', standing: 'caregiver', since: 0 } as const;
    await scenario.database.update(children, childId, { circle: command.set([...circle, aunt]) });
    const said = async (who: Person) => {
      const { visits } = await who.call('director.listVisits', { childId });
      return visits.map(({ words }) => words);
    };
    expect(await said(zhou)).toEqual(['床铺干净', '作业写完了']);
    expect(await said(wu)).toHaveLength(4);
    expect((await list('due', zhou))[0]).toMatchObject({ id: childId, ownFamily: true });
    expect((await list('due', wu))[0]?.ownFamily).toBeUndefined();
    expect(await zhou.refusal('director.noteVisit', visit({ safety: true }))).toBe('FORBIDDEN');
    await zhou.call('director.noteVisit', visit({ words: '晒了被子' }));
    // What sounds grave is taken from anybody, goes to safeguarding, and is not theirs to read again.
    const grave = await zhou.call(
      'director.noteVisit',
      visit({ words: '孩子说不想活了', safety: true }),
    );
    expect(grave.help?.level).toBe('S2');
    expect(await said(zhou)).toEqual(['晒了被子', '床铺干净', '作业写完了']);
  });

  test('how much is kept back cannot be told from the length of a page', async () => {
    const { childId } = child;
    for (let number = 0; number < 10; number += 1) {
      await zhou.call(
        'director.noteVisit',
        visit({ words: `家里都好${number}`, safety: number % 2 === 1 }),
      );
      moveClock(1000);
    }
    const copy = await scenario
      .as(father)
      .call('account.exportMyData', { part: 'homeVisits', childId });
    // Five are the guardian's to read: all of them are here, and nothing says that there is more.
    expect(copy).toMatchObject({
      visits: [8, 6, 4, 2, 0].map((at) => ({ words: `家里都好${at}` })),
    });
    expect(copy).not.toHaveProperty('next');
  });

  test('grave words go to safeguarding; the desk says nothing of it', async () => {
    const answer = await zhou.call('director.noteVisit', visit({ words: '孩子说不想活了' }));
    expect(answer.help).toMatchObject({ level: 'S2', onDuty: false });
    const said = JSON.stringify([await desk(), await list()]);
    expect(said).not.toMatch(/alert|S2/);
    const child0 = await scenario.database.get(children, child.childId);
    expect(child0?.care).toEqual({ visited: '2026-11-23' });
  });

  test('notes go with the child, and lose their author with the author’s account', async () => {
    await zhou.call('director.noteVisit', visit());
    await zhou.call('account.deleteAccount', {});
    moveClock(16 * dayMs);
    await scenario.test.runJobs();
    const all = () => scenario.database.find(homeVisits, { where: { at: { $gt: 0 } }, limit: 5 });
    expect(await all()).toMatchObject([{ by: '' }]);
    for (const who of [child, scenario.as(father)]) await who.call('account.deleteAccount', {});
    moveClock(16 * dayMs);
    await scenario.test.runJobs();
    expect(await all()).toEqual([]);
  });
});
