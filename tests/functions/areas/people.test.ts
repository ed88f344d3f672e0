import { dayMs } from '@rules/dates';
import {
  alerts,
  children,
  people,
  posts,
  schools,
  threads,
} from '../../../cloudfunctions/platform/collections';
import { moveClock } from '../support/clock';
import { school, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

const schoolId = school._id;

describe('schools, classes and the people who work there', () => {
  let scenario: Scenario;
  let admin: Person;

  const teacher = (openid: string, classes: string[]) =>
    scenario.staff({
      ...{ openid, role: 'teacher' as const, schoolId, schoolName: school.name },
      ...{ classes, name: openid },
    });
  const pupil = async (className: string) => {
    const family = await scenario.family({ className });
    await family.call('school.sendMessage', {
      threadId: family.childId,
      content: { kind: 'text', text: '老师好' },
      audience: 'all',
    });
    return family;
  };
  const childOf = ({ childId }: Booker) => scenario.database.get(children, childId);
  const threadOf = ({ childId }: Booker) => scenario.database.get(threads, childId);
  const classesOf = async (openid: string) => [
    (await scenario.database.get(posts, `post-${openid}`))?.classes,
    (await scenario.database.get(people, openid))?.posts[0]?.classes,
  ];
  const move = (staying: string[] = []) =>
    admin.call('people.moveYear', { schoolId, year: '2026', lastGrade: 6, staying });

  beforeEach(async () => {
    scenario = await Scenario.start();
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('the year change shows what it will do, does just that, and does it once', async () => {
    const [three, four, six] = [
      await pupil('三年级二班'),
      await pupil('四年级二班'),
      await pupil('六年级一班'),
    ];
    const wang = await teacher('wx-wang', ['三年级二班']);
    const zhang = await teacher('wx-zhang', ['四年级二班']);
    const li = await teacher('wx-li', ['六年级一班']);
    const plan = await admin.call('people.showYear', { schoolId });
    expect(plan).toMatchObject({ year: '2026', lastGrade: 6 });
    expect(plan.doneAt).toBeUndefined();
    expect(plan.moves.map(({ name, kind, to }) => [name, kind, to])).toEqual([
      ['六年级一班', 'leaves', undefined],
      ['四年级二班', 'moves', '五年级二班'],
      ['三年级二班', 'moves', '四年级二班'],
    ]);
    expect(plan.moves.map((one) => [one.children, one.teachers[0]?.name])).toEqual([
      [1, 'wx-li'],
      [1, 'wx-zhang'],
      [1, 'wx-wang'],
    ]);
    expect((await childOf(three))?.className).toBe('三年级二班');

    const done = await move(['post-wx-zhang']);
    expect((await childOf(three))?.className).toBe('四年级二班');
    expect((await threadOf(three))?.className).toBe('四年级二班');
    expect((await childOf(four))?.className).toBe('五年级二班');
    expect(await childOf(six)).toMatchObject({ township });
    expect((await childOf(six))?.schoolId).toBeUndefined();
    expect((await childOf(six))?.className).toBeUndefined();
    // Whoever moves with the children, whoever stays and takes the next ones, and whose class has left.
    expect(await classesOf('wx-wang')).toEqual([['四年级二班'], ['四年级二班']]);
    expect(await classesOf('wx-zhang')).toEqual([['四年级二班'], ['四年级二班']]);
    expect(await classesOf('wx-li')).toEqual([['2026届六年级一班'], ['2026届六年级一班']]);

    moveClock(dayMs);
    expect(await move()).toEqual(done);
    expect((await childOf(three))?.className).toBe('四年级二班');
    expect((await admin.call('people.showYear', { schoolId })).doneAt).toBe(done.doneAt);

    // What was said stays with the child, for the teacher it has now; the other one's desk is empty.
    const { messages } = await wang.call('school.getThread', { threadId: three.childId });
    expect(messages).toMatchObject([{ text: '老师好' }]);
    expect((await six.call('school.getThread', { threadId: six.childId })).messages).toHaveLength(
      1,
    );
    expect(await li.refusal('school.getThread', { threadId: six.childId })).toBe('NOT_FOUND');
    expect((await zhang.call('school.listDesk', {})).rows).toMatchObject([
      { childId: three.childId },
    ]);
  });

  test('two administrators tap at once: everybody moves up by one', async () => {
    const three = await pupil('三年级二班');
    const four = await pupil('四年级二班');
    const other = await scenario.staff({ openid: 'wx-other', role: 'admin' });
    await Promise.all([
      move(),
      other.ask('people.moveYear', { schoolId, year: '2026', lastGrade: 6, staying: [] }),
    ]);
    expect((await childOf(three))?.className).toBe('四年级二班');
    expect((await childOf(four))?.className).toBe('五年级二班');
  });

  test('a move that was cut short is ended by the job, as it was decided', async () => {
    const three = await pupil('三年级二班');
    // The class above had moved already when the machine failed.
    const four = await scenario.family({ className: '五年级二班' });
    await scenario.database.update(children, four.childId, { classYear: '2026' });
    const moving = { year: '2026', lastGrade: 6, staying: [], at: Date.now() };
    await scenario.database.update(schools, schoolId, { moving });
    expect((await scenario.test.runJobs()).schoolYearsMoved).toBe(1);
    expect((await childOf(four))?.className).toBe('五年级二班');
    expect((await childOf(three))?.className).toBe('四年级二班');
    expect((await scenario.database.get(schools, schoolId))?.moved?.year).toBe('2026');
  });

  test('a class gets another name with everybody in it; one that is not empty is not closed', async () => {
    const family = await pupil('三年级二班');
    await teacher('wx-wang', ['三年级二班']);
    await admin.call('people.saveClass', { schoolId, name: '一年级一班' });
    const rename = { schoolId, from: '三年级二班', name: '三年级希望班' };
    await admin.call('people.saveClass', rename);
    await admin.call('people.saveClass', rename);
    expect((await childOf(family))?.className).toBe('三年级希望班');
    expect((await threadOf(family))?.className).toBe('三年级希望班');
    expect(await classesOf('wx-wang')).toEqual([['三年级希望班'], ['三年级希望班']]);
    const close = (name: string) => ({ schoolId, name });
    expect(await admin.refusal('people.closeClass', close('三年级希望班'))).toBe('CANNOT_FOLLOW');
    // Two classes do not become one by a name.
    expect(await admin.refusal('people.saveClass', { ...rename, from: '一年级一班' })).toBe(
      'CANNOT_FOLLOW',
    );
    await admin.call('people.closeClass', close('一年级一班'));
    const { classes, unclassed } = await admin.call('people.listClasses', { schoolId });
    expect(classes).toMatchObject([{ name: '三年级希望班', children: 1 }]);
    expect(unclassed).toBe(0);
  });

  test('a school is made, renamed, and closed when nobody is in it any more', async () => {
    const family = await scenario.family();
    const saved = { schoolId, name: '柳溪实验小学', township };
    await admin.call('people.saveSchool', saved);
    expect((await childOf(family))?.schoolName).toBe('柳溪实验小学');
    expect(await admin.refusal('people.closeSchool', { schoolId })).toBe('CANNOT_FOLLOW');
    const { id } = await admin.call('people.saveSchool', { name: '新学校', township });
    await admin.call('people.closeSchool', { schoolId: id });
    const { schools: offered } = await family.call('directory.listSchools', {
      county: school.county,
    });
    expect(offered.map((one) => one.id)).not.toContain(id);
    const { schools: own } = await admin.call('people.listSchools', {});
    expect(own.find((one) => one.id === id)).toMatchObject({ closed: true });
  });

  test('into a closed school comes no child and no teacher; a child who is still there can be put right', async () => {
    const mother = await scenario.family({ openid: 'wx-mother' });
    const { childId } = mother;
    const { id } = await admin.call('people.saveSchool', { name: '旧教学点', township });
    await admin.call('people.closeSchool', { schoolId: id });
    const born = { birthYear: 2017, birthMonth: 3 };
    const named = { nickname: '小雨', ...born, relation: 'mother' as const };
    expect(await mother.refusal('family.addChild', { ...named, schoolId: id })).toBe('NOT_FOUND');
    expect(await mother.refusal('family.updateChild', { childId, schoolId: id })).toBe('NOT_FOUND');
    const invited = { role: 'teacher' as const, name: '王老师', schoolId: id };
    expect(await admin.refusal('account.invite', invited)).toBe('NOT_FOUND');
    await scenario.database.update(children, childId, { schoolId: id });
    const same = { childId, schoolId: id, nickname: '小雨点' };
    expect((await mother.call('family.updateChild', same)).nickname).toBe('小雨点');
  });

  test('a teacher goes: classes and families are the next one’s, the door is shut at once', async () => {
    const family = await pupil('三年级二班');
    const wang = await teacher('wx-wang', ['三年级二班']);
    const zhang = await teacher('wx-zhang', ['四年级一班']);
    const acted = await wang.call('family.addChildByProxy', {
      ...{ nickname: '小芽', birthYear: 2017, birthMonth: 3, schoolId },
      caregiver: 'maternalGrandmother',
    });
    const shown = await admin.call('people.showLeave', { postId: 'post-wx-wang' });
    expect(shown).toMatchObject({ children: 1, families: 1, waiting: 1, visits: 0 });
    expect(shown.successors).toMatchObject([{ postId: 'post-wx-zhang', name: 'wx-zhang' }]);
    const wish = { postId: 'post-wx-wang', toPostId: 'post-wx-zhang' };
    expect(await admin.call('people.leave', wish)).toEqual({ families: 1, visits: 0, left: 0 });
    expect(await wang.refusal('school.listDesk', {})).toBe('FORBIDDEN');
    expect(await wang.refusal('family.showCircle', { childId: acted.id })).toBe('FORBIDDEN');
    expect(await classesOf('wx-zhang')).toEqual([
      ['四年级一班', '三年级二班'],
      ['四年级一班', '三年级二班'],
    ]);
    expect((await zhang.call('school.listDesk', {})).rows).toMatchObject([
      { childId: family.childId },
    ]);
    const { members } = await zhang.call('family.showCircle', { childId: acted.id });
    expect(members).toMatchObject([{ standing: 'proxy', me: true }]);
    // Tapped again, and by the job: nothing is given twice, and nobody waits.
    await admin.call('people.leave', wish);
    await scenario.test.runJobs();
    expect((await scenario.database.get(children, acted.id))?.circle).toHaveLength(1);
    expect((await scenario.database.get(children, acted.id))?.waitsIn).toBeUndefined();
    expect(await admin.refusal('people.leave', { ...wish, toPostId: 'post-wx-admin' })).toBe(
      'CHANGED_MEANWHILE',
    );
  });

  test('cut short after the post has ended, the job gives the families to whoever was named', async () => {
    const zhou = await scenario.staff({ openid: 'wx-zhou', role: 'director', township });
    await scenario.staff({ openid: 'wx-late', role: 'director', township });
    await scenario.staff({ openid: 'wx-wu', role: 'director', township });
    const { id } = await zhou.call('family.addChildByProxy', {
      ...{ nickname: '小芽', birthYear: 2017, birthMonth: 3, schoolId },
      caregiver: 'maternalGrandmother',
    });
    const left = [{ id, township }];
    const ended = { until: Date.now(), left, leftAt: Date.now(), handedTo: 'post-wx-wu' };
    await scenario.database.update(posts, 'post-wx-zhou', ended);
    await scenario.database.update(people, 'wx-zhou', { posts: [], children: [] });
    await scenario.test.runJobs();
    expect((await scenario.database.get(children, id))?.circle).toMatchObject([
      { openid: 'wx-wu', standing: 'proxy' },
    ]);
  });

  test('a counsellor goes: visits move where the next one has a place at that time, the rest is counted', async () => {
    await scenario.counsellor('wx-li');
    const yang = await scenario.staff({
      ...{ openid: 'wx-yang', role: 'counsellor' as const, counsellorId: 'counsellor-two' },
      name: '杨老师',
    });
    const [nine = '', ten = ''] = await scenario.free(['9:00', '10:00']);
    await scenario.free(['9:00'], { counsellorId: 'counsellor-two' });
    const [first, second] = [await scenario.family(), await scenario.family()];
    const moving = await scenario.book(first, nine);
    await scenario.book(second, ten);
    const wish = { postId: 'post-wx-li', toPostId: 'post-wx-yang' };
    const shown = await admin.call('people.showLeave', wish);
    expect(shown).toMatchObject({ visits: 2, fitting: 1 });
    expect(await admin.call('people.leave', wish)).toEqual({ families: 0, visits: 1, left: 1 });
    await scenario.test.runJobs();
    const day = await yang.call('booking.listDay', { day: '2026-11-24' });
    expect(JSON.stringify(day)).toContain(moving.id);
    const inbox = await first.call('notify.listInbox', {});
    expect(inbox.notices.map(({ kind }) => kind)).toContain('visitMoved');
    // Once: a second tap finds it done.
    expect(await admin.call('people.leave', wish)).toEqual({ families: 0, visits: 0, left: 1 });
  });

  describe('a counsellor goes, to whom families have written', () => {
    let family: Booker;
    let yang: Person;
    const thread = (counsellorId: string) => `${family.childId}_${counsellorId}`;
    const write = (text: string, urgent?: 'unsafe') => ({
      ...{ threadId: thread('counsellor-one'), audience: 'all' as const },
      ...{ content: { kind: 'text' as const, text }, ...(urgent && { urgent }) },
    });
    const said = async (who: Person) =>
      (await who.call('school.getThread', { threadId: thread('counsellor-one') })).messages;
    const meet = async (who: Person, counsellorId: string, clock: string) => {
      const [slot = ''] = await scenario.free([clock], { counsellorId });
      const { id: appointmentId } = await scenario.book(family, slot);
      moveClock(dayMs);
      await who.call('booking.checkIn', { appointmentId });
    };

    beforeEach(async () => {
      const li = await scenario.counsellor('wx-li');
      yang = await scenario.staff({
        ...{ openid: 'wx-yang', role: 'counsellor' as const, counsellorId: 'counsellor-two' },
        name: '杨老师',
      });
      family = await scenario.family();
      await meet(li, 'counsellor-one', '9:00');
      await family.call('school.sendMessage', write('孩子昨天睡得好'));
      await admin.call('people.leave', { postId: 'post-wx-li', toPostId: 'post-wx-yang' });
    });

    test('no family writes to nobody: refused from the first moment, and told in the thread', async () => {
      expect(await family.refusal('school.sendMessage', write('老师还在吗'))).toBe('NOT_FOUND');
      await scenario.test.runJobs();
      moveClock(61_000);
      await scenario.test.runJobs();
      const messages = await said(family);
      expect(messages.map(({ note, text }) => note?.says ?? text)).toEqual([
        'closed',
        '孩子昨天睡得好',
      ]);
      const inbox = await family.call('notify.listInbox', {});
      const kinds = inbox.notices.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'counsellorLeft')).toHaveLength(1);
      expect(await family.refusal('school.sendMessage', write('老师还在吗'))).toBe('NOT_FOUND');
    });

    test('what safeguarding has to see is taken all the same, and answered with telephone numbers', async () => {
      const grave = await family.call('school.sendMessage', write('孩子说不想活了'));
      expect(grave.help?.level).toBe('S2');
      const urgent = await family.call('school.sendMessage', write('快来看看', 'unsafe'));
      expect(urgent.state).toBe('sent');
      expect(await scenario.database.count(alerts)).toBe(2);
    });

    test('the successor reads nothing of it; their own thread begins with their first visit', async () => {
      await scenario.test.runJobs();
      const old = { threadId: thread('counsellor-one') };
      expect(await yang.refusal('school.getThread', old)).toBe('NOT_FOUND');
      await meet(yang, 'counsellor-two', '10:00');
      const sent = { ...write('杨老师好'), threadId: thread('counsellor-two') };
      expect((await family.call('school.sendMessage', sent)).state).toBe('sent');
      const { messages } = await yang.call('school.getThread', {
        threadId: thread('counsellor-two'),
      });
      expect(messages.map(({ text }) => text)).toEqual(['杨老师好']);
    });

    test('where another still has the desk, it goes on', async () => {
      await scenario.staff({
        ...{ openid: 'wx-second', role: 'counsellor' as const, counsellorId: 'counsellor-one' },
      });
      await scenario.test.runJobs();
      expect((await said(family)).map(({ note }) => note)).toEqual([undefined]);
      expect((await family.call('school.sendMessage', write('老师好'))).state).toBe('sent');
    });
  });

  test('nobody hands over to another school or kind of work, and nobody leaves by themselves', async () => {
    await teacher('wx-wang', ['三年级二班']);
    const refused = (toPostId: string, postId = 'post-wx-wang') =>
      admin.refusal('people.leave', { postId, toPostId });
    await scenario.counsellor('wx-li');
    expect(await refused('post-wx-li')).toBe('NOT_FOUND');
    await scenario.staff({ openid: 'wx-second', role: 'admin' });
    expect(await refused('post-wx-second', 'post-wx-admin')).toBe('FORBIDDEN');
  });
});
