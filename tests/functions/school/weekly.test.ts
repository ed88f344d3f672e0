import type { WeekAnswer } from '@contract/weekly';
import { addDays, dayMs, hourMs } from '@rules/dates';
import { closesAt, weekOf } from '@rules/weekly';
import {
  children,
  alerts,
  contentChecks,
  notices,
  people,
  weeks,
} from '../../../cloudfunctions/platform/collections';
import {
  checkedWeek,
  homeWeekId,
  sentenceRef,
} from '../../../cloudfunctions/platform/week-document';
import { at, monday, moveClock, setClock } from '../support/clock';
import { familyDocuments, school } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

const className = '三年级一班';
const theClass = { schoolId: school._id, className };
const week = weekOf(monday);
const low: WeekAnswer = {
  usual: false,
  face: 'low',
  facts: { came: true, ate: false },
  sentence: '这几天话少一些',
};
/** One of WeChat's own two phrases that its check objects to. */
const flaggedWord = '完2347全dfji试3726测asad感3847知qwez到';

describe('the weekly question', () => {
  let scenario: Scenario;
  let grandma: Booker;
  let neighbour: Booker;
  let father: Person;
  let wang: Person;
  let zhao: Person;

  beforeAll(async () => {
    scenario = await Scenario.start();
    father = scenario.as('wx-father');
    const together = [{ openid: father.openid, relation: 'father' as const }];
    grandma = await scenario.family({ className, nickname: '小树', with: together });
    neighbour = await scenario.family({ className, nickname: '豆豆' });
    const teacher = { role: 'teacher' as const, schoolId: school._id, classes: [className] };
    wang = await scenario.staff({ openid: 'wx-wang', name: '王老师', ...teacher });
    zhao = await scenario.staff({ openid: 'wx-zhao', name: '赵老师', ...teacher });
  });
  afterAll(async () => {
    await scenario.close();
  });
  beforeEach(async () => {
    setClock(monday);
    await scenario.database.removeWhere(weeks, { week: weekOf(monday) });
    await scenario.database.removeWhere(contentChecks, { thing: 'weekly' });
  });

  const say = (
    who: Person,
    part: { usual?: string[]; answers?: { childId: string; answer: WeekAnswer }[] },
    requestId?: string,
  ) =>
    who.call(
      'school.answerWeekly',
      { class: theClass, week, usual: [], answers: [], ...part },
      requestId,
    );
  const seen = async (who: Person, childId: string) => {
    const { weeks: list } = await who.call('school.listWeeks', { childId });
    return list[0];
  };

  test('a teacher answers for the class at once; each family sees its own child and nobody else’s', async () => {
    const usual = [grandma.childId, neighbour.childId];
    const answers = [{ childId: grandma.childId, answer: low }];
    expect(await say(wang, { usual, answers })).toStrictEqual({ week, said: 2, held: false });
    const mine = await seen(father, grandma.childId);
    expect(mine).toMatchObject({ school: { answer: low, by: '王老师' }, starter: 'ateLittle' });
    const theirs = JSON.stringify(await seen(neighbour, neighbour.childId));
    expect(theirs).toContain('"usual":true');
    expect(theirs).not.toContain('话少');
    const { childId } = grandma;
    expect(await neighbour.refusal('school.listWeeks', { childId })).toBe('FORBIDDEN');
    const stored = JSON.stringify(await scenario.database.find(weeks, { where: { week } }));
    for (const secret of ['话少', '王老师', className]) expect(stored).not.toContain(secret);
  });

  test('two teachers of a class: the second sees what was said, and one tap does not wipe it out', async () => {
    await say(wang, { answers: [{ childId: grandma.childId, answer: low }] });
    const page = await zhao.call('school.showWeek', {});
    expect(page.children.map(({ nickname, said }) => [nickname, said?.by])).toEqual([
      ['小树', '王老师'],
      ['豆豆', undefined],
    ]);
    await say(zhao, { usual: [grandma.childId, neighbour.childId] });
    const after = await wang.call('school.showWeek', {});
    expect(after.children.map(({ said }) => said?.answer.usual)).toEqual([false, true]);
    await say(zhao, { answers: [{ childId: grandma.childId, answer: { usual: true } }] });
    expect((await seen(father, grandma.childId))?.school).toMatchObject({ by: '赵老师' });
  });

  test('it can be corrected until Sunday night; what comes on Monday fills only what is empty', async () => {
    await say(wang, { answers: [{ childId: grandma.childId, answer: low }] });
    setClock(closesAt(week) - 1000);
    const usually = { childId: grandma.childId, answer: { usual: true } as const };
    await say(wang, { answers: [usually] });
    moveClock(hourMs);
    const late = [
      { childId: grandma.childId, answer: low },
      { childId: neighbour.childId, answer: low },
    ];
    await say(wang, { answers: late });
    const said = async (who: Booker) => {
      const { weeks: list } = await who.call('school.listWeeks', { childId: who.childId });
      return list.find((one) => one.week === week)?.school?.answer.usual;
    };
    expect([await said(grandma), await said(neighbour)]).toEqual([true, false]);
    moveClock(dayMs);
    const input = { class: theClass, week, usual: [], answers: late };
    expect(await wang.refusal('school.answerWeekly', input)).toBe('TOO_LATE');
  });

  test('the same request sent twice is one, also when a correction came in between', async () => {
    const answers = [{ childId: grandma.childId, answer: low }];
    const first = await say(wang, { answers }, 'weekly-twice-1');
    await say(wang, { answers: [{ childId: grandma.childId, answer: { usual: true } }] });
    expect(await say(wang, { answers }, 'weekly-twice-1')).toStrictEqual(first);
    expect((await seen(father, grandma.childId))?.school?.answer.usual).toBe(true);
  });

  test('another class, and a family that did not agree, cannot be answered for', async () => {
    const other = await scenario.staff({
      ...{ openid: 'wx-qian', role: 'teacher', schoolId: school._id, classes: ['四年级'] },
    });
    const input = { class: theClass, week, usual: [], answers: [] };
    expect(await other.refusal('school.answerWeekly', input)).toBe('FORBIDDEN');
    const theirs = { ...input, class: { ...theClass, className: '四年级' } };
    const answers = [{ childId: grandma.childId, answer: low }];
    expect(await other.refusal('school.answerWeekly', { ...theirs, answers })).toBe(
      'CHANGED_MEANWHILE',
    );
    const { childId } = await scenario.family({ className, nickname: '小禾' });
    await scenario.database.update(children, childId, { consents: [] });
    const named = [{ childId, answer: low }];
    expect(await wang.refusal('school.answerWeekly', { ...input, answers: named })).toBe(
      'CONSENT_NEEDED',
    );
    expect((await say(wang, { usual: [childId] })).said).toBe(0);
    await scenario.database.removeWhere(children, { _id: childId });
  });

  test('home and school stand side by side; the school does not see what home says', async () => {
    const { childId } = grandma;
    const answer: WeekAnswer = { usual: false, face: 'happy', facts: { played: true } };
    await grandma.call('school.answerWeeklyAtHome', { childId, week, answer });
    await say(wang, { usual: [childId] });
    expect(await seen(father, childId)).toMatchObject({
      ...{ home: { answer, by: 'paternalGrandmother' }, school: { by: '王老师' } },
      starter: 'friends',
    });
    const page = await wang.call('school.showWeek', {});
    expect(JSON.stringify(page)).not.toContain('happy');
  });

  test('a sentence that tells of danger is kept from the family and handed over', async () => {
    const answer: WeekAnswer = { ...low, sentence: '他说爷爷打他，身上都是伤' };
    const { childId } = grandma;
    expect((await say(wang, { answers: [{ childId, answer }] })).held).toBe(true);
    const shown = JSON.stringify(await seen(grandma, childId));
    expect(shown).toContain('"face":"low"');
    expect(shown).not.toContain('打他');
    expect(shown).not.toContain('held');
    const page = await zhao.call('school.showWeek', {});
    expect(page.children[0]?.said).toMatchObject({ held: true });
    const raised = await scenario.database.find(alerts, {
      where: { childId },
      order: [['at', 'desc']],
    });
    expect(raised).toMatchObject([{ source: 'weekly', reason: 'words' }]);
  });

  test('what is held stays for whoever looks at it when somebody at home says something else', async () => {
    const { childId } = grandma;
    const told: WeekAnswer = { ...low, sentence: '他爸爸打他，身上都是伤' };
    const athome = (who: Person, answer: WeekAnswer) =>
      who.call('school.answerWeeklyAtHome', { childId, week, answer });
    const { at: saidAt } = await athome(grandma, told);
    moveClock(hourMs);
    await athome(father, { usual: true });
    expect(JSON.stringify(await seen(father, childId))).not.toContain('打他');
    const ref = sentenceRef(homeWeekId(childId, week), childId, saidAt);
    expect(await checkedWeek.text(scenario.database, ref)).toBe(told.sentence);
  });

  test('a sentence that WeChat has not answered for is looked at, although something else was said since', async () => {
    const { childId } = neighbour;
    // Nobody has opened the mini program for two hours: WeChat does not answer (61010).
    const told: WeekAnswer = { ...low, sentence: flaggedWord };
    await say(wang, { answers: [{ childId, answer: told }] });
    moveClock(hourMs);
    await say(wang, { answers: [{ childId, answer: { usual: true } }] });
    expect(JSON.stringify(await seen(neighbour, childId))).not.toContain(flaggedWord);
    scenario.test.cloud.visit(wang.openid);
    await scenario.test.runJobs();
    const raised = await scenario.database.find(alerts, { where: { childId }, limit: 5 });
    expect(raised).toMatchObject([{ source: 'weekly', reason: 'contentCheck' }]);
    expect(await scenario.database.find(contentChecks, { where: { lookAt: { $gt: 0 } } })).toEqual(
      [],
    );
    expect((await seen(neighbour, childId))?.school?.answer).toEqual({ usual: true });
  });

  test('the timeline of those away begins with what school and home say of the week', async () => {
    const { childId } = grandma;
    const answer: WeekAnswer = { usual: false, face: 'happy', facts: { played: true } };
    await grandma.call('school.answerWeeklyAtHome', { childId, week, answer });
    await say(wang, { usual: [childId] });
    const page = await father.call('family.listTimeline', { childId });
    expect(page.weeks[0]).toMatchObject({
      ...{ week, home: { answer, by: 'paternalGrandmother' }, school: { by: '王老师' } },
    });
    const older = await father.call('family.listTimeline', { childId, before: Date.now() });
    expect(older.weeks).toEqual([]);
  });

  test('a class of fifty is one write of at most ten round trips, and a family’s page two reads', async () => {
    const names = Array.from({ length: 48 }, (_, index) => `crowd-${100 + index}`);
    const crowd = names.map((childId) =>
      familyDocuments({ openid: `p-${childId}`, childId, className, createdAt: monday }),
    );
    await scenario.database.addMany(
      children,
      crowd.map(({ child }) => child),
    );
    const trips = () =>
      Object.entries(scenario.test.cloud.stats().byAction)
        .filter(([action]) => action.startsWith('database.'))
        .reduce((sum, [, count]) => sum + count, 0);
    await say(wang, {});
    const before = trips();
    const usual = [grandma.childId, neighbour.childId, ...names];
    expect((await say(wang, { usual })).said).toBe(50);
    const written = trips();
    await seen(grandma, grandma.childId);
    const read = trips();
    // The caller, and counting how often somebody does it, included.
    expect(written - before).toBeLessThanOrEqual(10);
    expect(read - written).toBeLessThanOrEqual(3);
  });

  test('weeks go back page by page, and none is lost when the class changes', async () => {
    const { childId } = neighbour;
    for (let back = 1; back <= 6; back += 1) {
      setClock(monday - back * 7 * dayMs);
      const then = weekOf(Date.now());
      const input = { class: theClass, week: then, usual: [childId], answers: [] };
      await wang.call('school.answerWeekly', input);
    }
    setClock(monday);
    await wang.call('school.setClass', { childId, class: theClass, member: false });
    const first = await neighbour.call('school.listWeeks', { childId });
    const rest = await neighbour.call('school.listWeeks', { childId, before: first.next });
    const all = [...first.weeks, ...rest.weeks].map((one) => one.week);
    expect(all).toEqual([0, 1, 2, 3, 4, 5, 6].map((back) => addDays(week, -7 * back)));
    expect(rest.next).toBeUndefined();
    await wang.call('school.setClass', { childId, class: theClass, member: true });
  });

  test('on Friday whoever has not answered is asked once, and whoever has is left alone', async () => {
    const { childId } = grandma;
    await say(wang, { usual: [childId] });
    await grandma.call('school.answerWeeklyAtHome', { childId, week, answer: { usual: true } });
    const asked = async () => {
      const found = await scenario.database.find(notices, {
        where: { at: Date.now() },
        limit: 100,
      });
      return found.filter(({ kind }) => kind === 'weekWanted').map(({ to }) => to);
    };
    setClock(at('15:59', 4));
    await scenario.test.runJobs();
    expect(await asked()).toEqual([]);
    moveClock(60_000);
    await scenario.test.runJobs();
    const told = await asked();
    expect(told).toContain(neighbour.openid);
    for (const left of [grandma.openid, wang.openid, zhao.openid, father.openid]) {
      expect(told).not.toContain(left);
    }
    moveClock(60_000);
    await scenario.test.runJobs();
    expect(await asked()).toEqual([]);
    expect((await scenario.database.get(people, neighbour.openid))?.unread).toBe(1);
    expect(await scenario.database.get(weeks, homeWeekId(childId, week))).toBeDefined();
  });
});
