import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import {
  accessLog,
  children,
  homeVisits,
  legalHolds,
  messages,
  people,
  threads,
  timeline,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { countOver } from '../../../cloudfunctions/platform/sweep';
import { counsellorThread } from '../../../cloudfunctions/platform/thread-seats';
import { emptyHead } from '../../../cloudfunctions/platform/thread-writing';
import { monday, moveClock } from '../support/clock';
import { township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

/** Issue 10, "Records": a general legal hold. */
describe('records that an authority wants kept', () => {
  let scenario: Scenario;
  let admin: Person;
  let second: Person;
  let mother: Booker;
  const phone = '13800001234';
  const hold = { phone, reason: '法院要保留证据', reference: '（2026）县法 12 号' };

  beforeEach(async () => {
    scenario = await Scenario.start();
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin', name: '何老师' });
    second = await scenario.staff({ openid: 'wx-second', role: 'admin', name: '吴老师' });
    mother = await scenario.family({ openid: 'wx-mother' });
    await mother.call('account.updateSettings', { phone });
  });
  afterEach(async () => {
    await scenario.close();
  });

  const threadId = () => mother.childId;
  async function saySomething(who: Booker): Promise<void> {
    await who.call('school.sendMessage', {
      ...{ threadId: who.childId, audience: 'all' },
      content: { kind: 'text', text: '今天请假' },
    });
    await who.call('family.recordMood', { childId: who.childId, day: '2026-11-23', face: 'good' });
  }
  const left = async (childId: string) => ({
    messages: (await scenario.database.find(messages, { where: { threadId: childId } })).length,
    moods: (await scenario.database.find(timeline, { where: { childId } })).length,
  });

  test('neither retention nor an account’s end removes them, until a second one lifts it', async () => {
    const other = await scenario.family({ openid: 'wx-other' });
    await saySomething(mother);
    await saySomething(other);
    const { id } = await admin.call('reports.holdRecords', hold);
    await mother.call('account.deleteAccount', {});
    await other.call('account.deleteAccount', {});
    moveClock((limits.deletionDays + 1) * dayMs);
    await scenario.test.runJobs();
    expect(await scenario.database.get(people, 'wx-other')).toBeUndefined();
    expect(await scenario.database.get(people, 'wx-mother')).toBeDefined();
    // What her page says: it goes on as before, and the day to stay after all is over (wording/ending).
    expect((await mother.call('family.listChildren', {})).children).toHaveLength(1);
    expect(await mother.refusal('account.keepAccount', {})).toBe('TOO_LATE');
    moveClock(400 * dayMs);
    const dry = await countOver(scenario.database, Date.now());
    const done = await scenario.test.runJobs();
    expect([dry.screenings, done.messagesSwept, done.timelineSwept]).toEqual([0, 0, 0]);
    expect(await left(threadId())).toEqual({ messages: 1, moods: 1 });
    // Whoever set it cannot let it go.
    expect(await admin.refusal('reports.liftHold', { id })).toBe('CANNOT_FOLLOW');
    await second.call('reports.liftHold', { id });
    await scenario.test.runJobs();
    expect(await scenario.database.get(people, 'wx-mother')).toBeUndefined();
    expect(await scenario.database.get(children, threadId())).toBeUndefined();
    expect(await left(threadId())).toEqual({ messages: 0, moods: 0 });
    expect(await second.refusal('reports.liftHold', { id })).toBe('CANNOT_FOLLOW');
  });

  test('what is older than it may be kept stays as well, of the held child alone', async () => {
    const other = await scenario.family({ openid: 'wx-other' });
    await saySomething(mother);
    await saySomething(other);
    await admin.call('reports.holdRecords', hold);
    moveClock(400 * dayMs);
    await scenario.test.runJobs();
    expect(await left(threadId())).toEqual({ messages: 1, moods: 1 });
    expect(await left(other.childId)).toEqual({ messages: 0, moods: 0 });
  });

  test('a child that comes to the account later is covered too, also when it has left again, until it is lifted', async () => {
    const { id } = await admin.call('reports.holdRecords', hold);
    const childId = 'child-later';
    await scenario.sibling(mother, { childId, nickname: '二宝' });
    await saySomething(Object.assign(scenario.as('wx-mother'), { childId }));
    await scenario.test.runJobs();
    await scenario.database.update(people, 'wx-mother', {
      children: command.pull({ id: childId }),
    });
    moveClock(400 * dayMs);
    await scenario.test.runJobs();
    expect(await left(childId)).toEqual({ messages: 1, moods: 1 });
    // Whoever is in its circle neither sees the hold nor lifts it.
    const [stored] = await scenario.database.find(legalHolds, { where: { active: true } });
    expect(stored?.childIds).toContain(childId);
    await second.call('reports.liftHold', { id });
    await scenario.test.runJobs();
    expect(await left(childId)).toEqual({ messages: 0, moods: 0 });
  });

  test('who joins the circle of a held child later does not see the hold either', async () => {
    const { id } = await admin.call('reports.holdRecords', hold);
    const { circle = [] } = (await scenario.database.get(children, mother.childId)) ?? {};
    const uncle = {
      openid: 'wx-second',
      relation: 'other',
      standing: 'caregiver',
      since: 0,
    } as const;
    await scenario.database.update(children, mother.childId, {
      circle: command.set([...circle, uncle]),
    });
    await scenario.test.runJobs();
    expect((await second.call('reports.listHolds', {})).holds).toEqual([]);
    expect(await second.refusal('reports.liftHold', { id })).toBe('NOT_FOUND');
  });

  test('what is said with a counsellor is kept with the rest', async () => {
    await scenario.counsellor('wx-li');
    const place = counsellorThread(mother.childId, 'counsellor-one');
    await scenario.database.add(threads, emptyHead(place, undefined, monday));
    await mother.call('school.sendMessage', {
      ...{ threadId: place.id, audience: 'all' },
      content: { kind: 'text', text: '谢谢老师' },
    });
    await admin.call('reports.holdRecords', hold);
    moveClock(400 * dayMs);
    await scenario.test.runJobs();
    const said = { where: { threadId: place.id } };
    expect(await scenario.database.find(messages, said)).toHaveLength(1);
  });

  test('of somebody of the staff stays what they wrote and whom they looked at, with other children too', async () => {
    const { childId } = mother;
    const teacher = await scenario.staff({
      ...{ openid: 'wx-teacher', role: 'teacher', schoolId: 'school-one' },
    });
    const director = await scenario.staff({ openid: 'wx-zhou', role: 'director', township });
    for (const [who, number] of [
      [teacher, '13700000001'],
      [director, '13700000002'],
    ] as const) {
      await who.call('account.updateSettings', { phone: number });
      await admin.call('reports.holdRecords', { ...hold, phone: number });
    }
    await saySomething(mother);
    await teacher.call('school.sendMessage', {
      ...{ threadId: childId, audience: 'all', content: { kind: 'text', text: '好的' } },
    });
    await teacher.call('family.listRoster', {});
    await director.call('director.noteVisit', {
      ...{ childId, day: '2026-11-23', met: true, state: 'well', safety: false, again: false },
    });
    moveClock(1500 * dayMs);
    await scenario.test.runJobs();
    const said = await scenario.database.find(messages, { where: { threadId: childId } });
    expect(said.map(({ by }) => by)).toEqual(['wx-teacher']);
    expect(await scenario.database.count(homeVisits, { by: 'wx-zhou' })).toBe(1);
    const looks = await scenario.database.find(accessLog, {
      where: { childId, day: '2026-11-23' },
    });
    expect(looks.map(({ viewer }) => viewer)).toContain('wx-teacher');
  });

  test('the other adults of the child are not erased out of its records either', async () => {
    const father = scenario.as('wx-father');
    const family = await scenario.family({
      ...{ openid: 'wx-grandma', phone: '13700000009', childId: 'child-held' },
      with: [{ openid: father.openid, relation: 'father' }],
    });
    await admin.call('reports.holdRecords', { ...hold, phone: '13700000009' });
    await father.call('account.deleteAccount', {});
    moveClock((limits.deletionDays + 1) * dayMs);
    await scenario.test.runJobs();
    const child = await scenario.database.get(children, family.childId);
    expect(child?.circle.map(({ openid }) => openid)).toContain('wx-father');
  });

  test('who set it, why and by which letter; no family and nobody it is about sees it', async () => {
    await admin.call('reports.holdRecords', hold);
    const { holds } = await second.call('reports.listHolds', {});
    expect(holds).toEqual([
      {
        ...{ id: holds[0]?.id, phoneEnding: '1234', children: 1, setAt: monday, own: false },
        ...{ reason: hold.reason, reference: hold.reference, setName: '何老师' },
      },
    ]);
    expect(await mother.refusal('reports.listHolds', {})).toBe('FORBIDDEN');
    for (const part of ['me', 'visits', 'notices', 'children'] as const) {
      const copy = JSON.stringify(await mother.call('account.exportMyData', { part }));
      expect(copy).not.toContain('法院');
    }
    const stored = JSON.stringify(await scenario.database.find(legalHolds, { where: {} }));
    for (const text of ['法院', '县法', phone, '1234"', '何老师'])
      expect(stored).not.toContain(text);
    // An administrator who is in the circle of the child.
    const { childId } = mother;
    await scenario.database.updateWhere(children, { _id: childId }, { rev: 9 });
    await scenario.database.updateWhere(
      legalHolds,
      { active: true },
      { keptFrom: ['wx-mother', 'wx-second'] },
    );
    expect((await second.call('reports.listHolds', {})).holds).toEqual([]);
    expect(await second.refusal('reports.liftHold', { id: holds[0]?.id ?? '' })).toBe('NOT_FOUND');
  });

  test('a number of another county, or of nobody, is not found; it cannot be tried out', async () => {
    const far = await scenario.staff({ openid: 'wx-far', role: 'admin', county: '990102' });
    expect(await far.refusal('reports.holdRecords', hold)).toBe('NOT_FOUND');
    const nobody = { ...hold, phone: '13999999999' };
    for (let round = 0; round < 9; round += 1) {
      expect(await far.refusal('reports.holdRecords', nobody)).toBe('NOT_FOUND');
    }
    expect(await far.refusal('reports.holdRecords', nobody)).toBe('TOO_MANY');
  });
});
