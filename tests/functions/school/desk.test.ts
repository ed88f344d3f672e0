import type { InputOf } from '@contract';
import { dayMs, hourMs, minuteMs } from '@rules/dates';
import {
  children,
  alerts,
  contentChecks,
  people,
  settings,
  threads,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { withCaller } from '../../../local-cloud';
import { monday, moveClock, setClock } from '../support/clock';
import { county, school } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';
import { record } from '../support/things';

type Sending = InputOf<'school.sendMessage'>;
const clock = (hour: number, minute = 0) => hour * 60 + minute;
/** The scenario's Monday begins at eight. */
const eight = monday;
const weekdays = [1, 2, 3, 4, 5];

describe('the teacher’s desk', () => {
  let scenario: Scenario;
  let teacher: Person;
  let colleague: Person;
  let schoolAdmin: Person;
  let family: Booker;
  let rounds = 0;
  const badWord = '很坏的话';

  beforeAll(async () => {
    scenario = await Scenario.start({
      contentCheck: { risky: [badWord] },
      mediaCheck: () => 'risky',
    });
    const at = { schoolId: school._id };
    teacher = await scenario.staff({ openid: 'wx-wang', role: 'teacher', name: '王老师', ...at });
    colleague = await scenario.staff({ openid: 'wx-zhao', role: 'teacher', name: '赵老师', ...at });
    schoolAdmin = await scenario.staff({ openid: 'wx-liu', role: 'admin', name: '刘校长', ...at });
  });
  afterAll(async () => {
    await scenario.close();
  });
  beforeEach(async () => {
    setClock(eight + rounds * 7 * dayMs);
    rounds += 1;
    family = await scenario.family();
  });

  const text = (words: string, part: Partial<Sending> = {}): Sending => ({
    threadId: family.childId,
    content: { kind: 'text', text: words },
    audience: 'all',
    ...part,
  });
  const send = (who: Person, words: string, part?: Partial<Sending>) =>
    who.call('school.sendMessage', text(words, part));
  const rowOf = async (who: Person, threadId: string) =>
    (await who.call('school.listDesk', {})).rows.find((row) => row.threadId === threadId);
  const notesOf = async (who: Person) =>
    (await who.call('school.getThread', { threadId: family.childId })).messages.flatMap(
      ({ note }) => note ?? [],
    );
  const hours = (spans: { weekday: number; from: number; to: number }[]) =>
    teacher.call('school.setOfficeHours', { hours: { spans, absences: [] } });

  test('who waits stands first, the longest first, urgent before all; one answers and both see it', async () => {
    const other = await scenario.family();
    const quiet = await scenario.family();
    const about = (child: Booker, part: Partial<Sending> = {}) => ({
      threadId: child.childId,
      ...part,
    });
    await send(quiet, '谢谢老师', about(quiet));
    await send(teacher, '不客气', about(quiet));
    moveClock(minuteMs);
    await send(family, '他今天怎么样');
    moveClock(minuteMs);
    await send(other, '他找不到了', about(other, { urgent: 'missing' }));
    const order = async (who: Person) => {
      const mine = [family, other, quiet].map(({ childId }) => childId);
      const { rows } = await who.call('school.listDesk', {});
      return rows.map(({ threadId }) => threadId).filter((id) => mine.includes(id));
    };
    expect(await order(teacher)).toStrictEqual([other.childId, family.childId, quiet.childId]);
    expect(await teacher.call('school.countWaiting', {})).toMatchObject({ waiting: 2, urgent: 1 });
    expect(await rowOf(teacher, family.childId)).toMatchObject({
      said: { text: '他今天怎么样', side: 'family', relation: 'paternalGrandmother' },
    });

    await send(colleague, '他挺好的');
    const answered = await rowOf(teacher, family.childId);
    expect(answered).toMatchObject({ urgent: false, said: { name: '赵老师', text: '他挺好的' } });
    expect(answered?.waitingSince).toBeUndefined();
    // What is urgent is told on a line of its own, and so stays there whatever is said later.
    await scenario.test.runJobs();
    const { notices } = await teacher.call('notify.listInbox', {});
    expect(notices.map(({ kind }) => kind)).toContain('familyUrgent');
    expect(await family.refusal('school.listDesk', {})).toBe('FORBIDDEN');
  });

  test('outside the hours one note names the next answer time: not again while somebody waits, never after what cannot wait', async () => {
    await hours(weekdays.map((weekday) => ({ weekday, from: clock(16), to: clock(18) })));
    await send(family, '他不想上学');
    await send(family, '在听吗');
    expect(await notesOf(family)).toStrictEqual([
      { says: 'outside', next: eight + (rounds - 1) * 7 * dayMs + 8 * hourMs },
    ]);
    expect(await family.call('school.showAnswering', { childId: family.childId })).toMatchObject({
      said: true,
      next: eight + (rounds - 1) * 7 * dayMs + 8 * hourMs,
    });

    family = await scenario.family();
    await send(family, '他受伤了', { urgent: 'hurt' });
    await send(family, '快来', {});
    expect(await notesOf(family)).toStrictEqual([]);
    family = await scenario.family();
    const situation = 'afraid' as const;
    const harm = { kind: 'prepared' as const, situation, text: '他害怕回家' };
    await family.call('school.sendMessage', text('', { content: harm, audience: 'teacher' }));
    await send(family, '他说不想活了', { audience: 'teacher' });
    expect(await notesOf(family)).toStrictEqual([]);

    // Within the hours the teacher answers, not the note.
    family = await scenario.family();
    moveClock(8 * hourMs);
    await send(family, '放学了吗');
    expect(await notesOf(family)).toStrictEqual([]);
    await hours([]);
  });

  test('a stand-in from the school sees the families on those days only, and is told instead', async () => {
    const { colleagues } = await teacher.call('school.listColleagues', {});
    const [admin] = colleagues.filter(({ name }) => name === '刘校长');
    const postId = admin?.postId ?? '';
    await send(family, '老师好');
    expect(await schoolAdmin.refusal('school.getThread', { threadId: family.childId })).toBe(
      'NOT_FOUND',
    );
    const from = new Date(monday + (rounds - 1) * 7 * dayMs + dayMs).toISOString().slice(0, 10);
    const { id } = await teacher.call('school.setStandIn', { postId, from, to: from });
    expect(await schoolAdmin.refusal('school.getThread', { threadId: family.childId })).toBe(
      'NOT_FOUND',
    );

    moveClock(dayMs);
    await schoolAdmin.call('school.getThread', { threadId: family.childId });
    expect(await rowOf(schoolAdmin, family.childId)).toMatchObject({ said: { text: '老师好' } });
    const answering = await family.call('school.showAnswering', { childId: family.childId });
    expect(answering.standIns).toStrictEqual([{ forName: '王老师', name: '刘校长', to: from }]);
    await scenario.test.runJobs();
    await teacher.call('notify.markInboxRead', {});
    await send(family, '他发烧了');
    await scenario.test.runJobs();
    const told = async (who: Person) =>
      (await who.call('notify.listInbox', {})).notices.filter(
        ({ unread, childId }) => unread && childId === family.childId,
      ).length;
    expect([await told(schoolAdmin), await told(teacher)]).toStrictEqual([1, 0]);

    moveClock(dayMs);
    expect(await schoolAdmin.refusal('school.getThread', { threadId: family.childId })).toBe(
      'NOT_FOUND',
    );
    expect(await schoolAdmin.refusal('school.listDesk', {})).toBe('FORBIDDEN');
    expect(await colleague.refusal('school.endStandIn', { id })).toBe('NOT_FOUND');
    await teacher.call('school.endStandIn', { id });
  });

  test('the teachers of the child’s class are told, or who stands in for them; no other class is', async () => {
    const [first, second] = ['三年级一班', '三年级二班'];
    const teaching = (openid: string, name: string, classes?: string[]) =>
      scenario.staff({
        ...{ openid, role: 'teacher', name, schoolId: school._id },
        ...(classes && { classes }),
      });
    const own = await teaching('wx-own', '孙老师', [first]);
    const other = await teaching('wx-other', '钱老师', [second]);
    const whole = await teaching('wx-whole', '周老师');
    const here = await teaching('wx-here', '吴老师', [second]);
    const pupil = await scenario.family({ className: first });
    const told = async (who: Person, of: Booker) => {
      const { notices } = await who.call('notify.listInbox', {});
      await who.call('notify.markInboxRead', {});
      return notices.filter(({ unread, childId }) => unread && childId === of.childId).length;
    };
    const all = async (of: Booker) => {
      await scenario.test.runJobs();
      moveClock(1000);
      return Promise.all([own, other, whole, here, schoolAdmin].map((who) => told(who, of)));
    };
    await send(pupil, '老师好', { threadId: pupil.childId });
    expect(await all(pupil)).toStrictEqual([1, 0, 1, 0, 0]);
    // A child of no class is every teacher's; a class that nobody has is theirs who have no class.
    for (const className of [undefined, '六年级']) {
      const lost = await scenario.family(className === undefined ? {} : { className });
      await send(lost, '老师好', { threadId: lost.childId });
      expect((await all(lost)).slice(0, 4)).toStrictEqual(
        className === undefined ? [1, 1, 1, 1] : [0, 0, 1, 0],
      );
    }

    const { colleagues } = await own.call('school.listColleagues', {});
    const postId = colleagues.find(({ name }) => name === '吴老师')?.postId ?? '';
    const today = new Date(Date.now()).toISOString().slice(0, 10);
    const { id } = await own.call('school.setStandIn', { postId, from: today, to: today });
    await send(pupil, '他发烧了', { threadId: pupil.childId });
    expect(await all(pupil)).toStrictEqual([0, 0, 1, 1, 0]);
    const neighbour = await scenario.family({ className: second });
    await send(neighbour, '老师好', { threadId: neighbour.childId });
    expect(await all(neighbour)).toStrictEqual([0, 1, 1, 1, 0]);
    await own.call('school.endStandIn', { id });
    // WeChat was asked about none of these: those of the tests that follow come first.
    await scenario.database.removeWhere(contentChecks, { lookAt: command.gt(0) });
  });

  test('what nobody answers for two school days goes to somebody else, once; a holiday is none', async () => {
    const week = eight + (rounds - 1) * 7 * dayMs;
    const tuesday = new Date(week + dayMs).toISOString().slice(0, 10);
    const changed = { changedAt: 0, changedBy: 'wx-admin' };
    const holidays = [{ day: tuesday, name: '放假' }];
    await scenario.database.add(settings, { _id: county, holidays, ...changed });
    await send(family, '想问问作业');
    moveClock(2 * dayMs + hourMs);
    await scenario.test.runJobs();
    expect(await notesOf(family)).toStrictEqual([]);
    moveClock(dayMs);
    await scenario.test.runJobs();
    await scenario.test.runJobs();
    expect(await notesOf(family)).toStrictEqual([{ says: 'raised' }]);
    expect(await rowOf(teacher, family.childId)).toMatchObject({ raised: true });
    const { notices } = await schoolAdmin.call('notify.listInbox', {});
    expect(
      notices.filter(
        ({ kind, childId }) => kind === 'questionRaised' && childId === family.childId,
      ),
    ).toHaveLength(1);
    // The school's administrator may see this one family's thread now, and no other.
    await send(schoolAdmin, '我来看看');
    expect(await rowOf(teacher, family.childId)).toMatchObject({ raised: false });
    const other = await scenario.family();
    await send(other, '老师好', { threadId: other.childId });
    expect(await schoolAdmin.refusal('school.getThread', { threadId: other.childId })).toBe(
      'NOT_FOUND',
    );
    await scenario.database.removeWhere(settings, { _id: county });
  });

  test('what WeChat flags is held and handed over, also when its result comes late; what it cannot say is asked again', async () => {
    const { cloud, database } = scenario.test;
    cloud.visit(family.openid);
    const held = await send(family, `他说了${badWord}`);
    expect(held.state).toBe('held');
    // Whoever answers the family sees it, and that it waits: nobody else might for a long time.
    const row = await rowOf(teacher, family.childId);
    expect(row).toMatchObject({ waitingSince: held.at, said: { state: 'held' } });
    expect(row?.said?.text).toContain(badWord);
    const [alert] = await database.find(alerts, {
      where: { childId: family.childId },
      limit: 5,
    });
    expect(alert).toMatchObject({ source: 'message', reason: 'contentCheck', state: 'waiting' });
    expect(JSON.stringify(alert)).not.toContain(badWord);

    // A recording is delivered, and its result comes by the callback.
    const voice = await record(family);
    const spoken = { kind: 'voice' as const, voice };
    await family.call('school.sendMessage', text('', { content: spoken }));
    const shown = async () => (await rowOf(teacher, family.childId))?.said?.state;
    expect(await shown()).toBe('sent');
    const { main } = await import('../../../cloudfunctions/callback');
    // Others wait for their check as well.
    const checks = await database.find(contentChecks, {
      where: { lookAt: command.gt(0) },
      limit: 50,
    });
    const check = checks.find(({ fileId }) => fileId === voice.fileId);
    const event = {
      MsgType: 'event',
      Event: 'wxa_media_check',
      // Pushed again some time after the first, as WeChat does when it heard no answer.
      CreateTime: Math.floor(eight / 1000) - 60,
      trace_id: check?.traceId ?? '',
      errcode: 0,
      result: { suggest: 'risky', label: 20002 },
    };
    // Anybody can call a function; only WeChat's own events have no openid.
    await withCaller(family.openid, () => main(event));
    expect(await shown()).toBe('sent');
    await withCaller(undefined, () => main(event));
    await withCaller(undefined, () => main(event));
    expect(await shown()).toBe('held');
    expect(
      await database.find(alerts, { where: { childId: family.childId }, limit: 5 }),
    ).toHaveLength(2);

    // Somebody who was not here for two hours cannot be checked for: it goes out, and is asked again.
    const away = await scenario.family();
    const said = await send(away, `又说了${badWord}`, { threadId: away.childId });
    expect(said.state).toBe('sent');
    cloud.visit(away.openid);
    moveClock(2 * minuteMs);
    await scenario.test.runJobs();
    const [late] = (await away.call('school.getThread', { threadId: away.childId })).messages;
    expect(late?.state).toBe('held');
    const head = await database.get(threads, away.childId);
    expect(JSON.stringify(head)).not.toContain(badWord);
  });

  test('whoever teaches or leads the school is family where it is their own child: at the desk, in its counts, and when nobody answers', async () => {
    const at = { role: 'teacher' as const, schoolId: school._id };
    const mother = await scenario.staff({ openid: `wx-mother-${rounds}`, name: '陈老师', ...at });
    const relation = 'mother' as const;
    family = await scenario.family();
    const adult = { openid: mother.openid, relation, standing: 'guardian' as const, since: eight };
    const leading = { ...adult, openid: schoolAdmin.openid, relation: 'father' as const };
    await scenario.database.update(children, family.childId, {
      circle: command.push([adult, leading]),
    });
    const entry = { id: family.childId, relation, township: school.township, schoolId: school._id };
    await scenario.database.update(people, mother.openid, { children: command.push([entry]) });
    const waiting = async (who: Person) => (await who.call('school.countWaiting', {})).waiting;
    const before = [await waiting(teacher), await waiting(mother)];
    await send(family, '他妈打他', { audience: 'teacher' });
    expect(await rowOf(teacher, family.childId)).toBeDefined();
    expect(await rowOf(mother, family.childId)).toBeUndefined();
    expect(await waiting(teacher)).toBe((before[0] ?? 0) + 1);
    expect(await waiting(mother)).toBe(before[1]);

    moveClock(3 * dayMs);
    // Raised by one run, told by the next.
    await scenario.test.runJobs();
    await scenario.test.runJobs();
    const raised = async (who: Person) =>
      (await who.call('notify.listInbox', {})).notices.filter(
        ({ kind, childId }) => kind === 'questionRaised' && childId === family.childId,
      ).length;
    expect([await raised(teacher), await raised(mother), await raised(schoolAdmin)]).toStrictEqual([
      1, 0, 0,
    ]);
  });
});
