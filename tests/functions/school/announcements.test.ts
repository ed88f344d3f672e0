import type { InputOf } from '@contract';
import { limits } from '@contract/limits';
import { dayMs, hourMs } from '@rules/dates';
import { holdFlagged, releaseHeld } from '../../../cloudfunctions/areas/school/hold-flagged';
import {
  alerts,
  announcements,
  contentChecks,
  dutyRoster,
  notices,
  people,
} from '../../../cloudfunctions/platform/collections';
import { monday, moveClock, setClock } from '../support/clock';
import { county, otherSchool, school, township } from '../support/documents';
import type { Person } from '../support/person';
import { putOnDuty } from '../support/roster';
import { Scenario, type Booker } from '../support/scenario';

const className = '三年级一班';
/** What nobody takes offence at. */
const plain: Omit<InputOf<'school.announce'>, 'target'> = {
  ...{ kind: 'read', whom: 'anyone', text: '早', choices: [] },
};
const toClass = { scope: 'class' as const, schoolId: school._id, className };

describe('announcements', () => {
  let scenario: Scenario;
  let grandma: Booker;
  let father: Person;
  let neighbour: Booker;
  let hills: Booker;
  let wang: Person;
  let admin: Person;
  let director: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    setClock(monday + hourMs);
    father = scenario.as('wx-father');
    grandma = await scenario.family({
      ...{ className, nickname: '小树' },
      with: [{ openid: father.openid, relation: 'father' }],
    });
    neighbour = await scenario.family({ className, nickname: '豆豆' });
    hills = await scenario.family({ at: otherSchool, nickname: '小枫' });
    const post = { schoolId: school._id, classes: [className] };
    wang = await scenario.staff({ openid: 'wx-wang', role: 'teacher', ...post });
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin', name: '何老师' });
    director = await scenario.staff({ openid: 'wx-zhou', role: 'director', township });
  });
  afterEach(async () => {
    await scenario.close();
  });

  const announce = (who: Person, part: Partial<InputOf<'school.announce'>> = {}) =>
    who.call('school.announce', {
      ...{ target: toClass, kind: 'tap', whom: 'anyone', text: '周五开家长会', choices: [] },
      ...part,
    });
  const reads = async (who: Person) =>
    (await who.call('school.listAnnouncements', {})).announcements.map(({ text }) => text);
  const told = async (id: string) => {
    const all = await Promise.all(
      [grandma, father, neighbour, hills].map(async ({ openid }) => {
        const where = { to: openid };
        const found = await scenario.database.find(notices, {
          where,
          order: [['at', 'desc']],
        });
        return found.filter(({ announcementId }) => announcementId === id).map(({ to }) => to);
      }),
    );
    return all.flat();
  };

  test('reaches those it is for and nobody else, and stands sealed in the database', async () => {
    const { id } = await announce(wang);
    await announce(admin, { target: { scope: 'county', county }, text: '全县通知' });
    await announce(director, { target: { scope: 'township', township }, text: '镇里通知' });
    expect(await reads(grandma)).toHaveLength(3);
    expect(await reads(hills)).toEqual(['全县通知']);
    expect(await hills.refusal('school.showAnnouncement', { announcementId: id })).toBe(
      'NOT_FOUND',
    );
    const { childId } = hills;
    expect(await hills.refusal('school.acknowledge', { announcementId: id, childId })).toBe(
      'NOT_FOUND',
    );
    const input = { ...plain, text: '不行' };
    for (const [who, target] of [
      [wang, { scope: 'school', schoolId: school._id }],
      [wang, { ...toClass, className: '四年级' }],
      [director, { scope: 'county', county }],
      [grandma, toClass],
    ] as const) {
      expect(await who.refusal('school.announce', { ...input, target })).toBe('FORBIDDEN');
    }
    expect(JSON.stringify(await scenario.database.get(announcements, id))).not.toContain('家长会');
  });

  test('the teacher sees who has not, and only those are told again', async () => {
    const { id } = await announce(wang);
    await scenario.test.runJobs();
    expect((await told(id)).sort()).toEqual(
      [grandma, father, neighbour].map(({ openid }) => openid).sort(),
    );
    const before = (await father.call('account.home', {})).person.unread;
    expect(before).toBe(1);
    await father.call('school.acknowledge', { announcementId: id, childId: grandma.childId });
    const page = await wang.call('school.showAnnouncementFigures', { announcementId: id });
    expect(page.figures).toMatchObject({ children: 2, done: 1 });
    expect(page.missing?.map(({ nickname }) => nickname)).toEqual(['豆豆']);
    const again = { announcementId: id };
    expect(await wang.refusal('school.remindAnnouncement', again)).toBe('CANNOT_FOLLOW');
    moveClock(limits.remindAfterHours * hourMs + 5 * hourMs);
    await wang.call('school.remindAnnouncement', again);
    await scenario.test.runJobs();
    const all = await told(id);
    expect(all.filter((to) => to === neighbour.openid)).toHaveLength(2);
    expect(all.filter((to) => to === grandma.openid)).toHaveLength(1);
  });

  test('both guardians are asked, an answer may be changed, and the county sees numbers without names', async () => {
    const target = { scope: 'county' as const, county };
    const { id } = await announce(admin, {
      ...{ target, kind: 'answer', whom: 'guardian', text: '来吗？', choices: ['来', '来不了'] },
    });
    await scenario.test.runJobs();
    // Where there is no guardian, whoever looks after the child is asked.
    expect((await told(id)).sort()).toEqual(
      [father, neighbour, hills].map(({ openid }) => openid).sort(),
    );
    const mine = { announcementId: id, childId: grandma.childId };
    expect((await father.call('school.acknowledge', mine)).done).toBe(false);
    expect((await father.call('school.acknowledge', { ...mine, choice: 0 })).done).toBe(true);
    await father.call('school.acknowledge', { ...mine, choice: 1 });
    await father.call('school.acknowledge', { ...mine, choice: 1 });
    const theirs = { announcementId: id, childId: hills.childId, choice: 0 };
    await hills.call('school.acknowledge', theirs);
    expect(await hills.refusal('school.acknowledge', { ...theirs, choice: 2 })).toBe(
      'INVALID_INPUT',
    );
    const page = await admin.call('school.showAnnouncementFigures', { announcementId: id });
    expect(page.figures).toStrictEqual({ children: 3, done: 2, inPerson: 0, choices: [1, 1] });
    expect(page.missing).toBeUndefined();
    expect(JSON.stringify(page)).not.toContain('小树');
  });

  test('waits for its hour, tells nobody at night, and is withdrawn for good', async () => {
    const at = monday + 14 * hourMs;
    const { id } = await announce(wang, { at });
    await scenario.test.runJobs();
    expect([await reads(grandma), await told(id)]).toEqual([[], []]);
    setClock(at + hourMs);
    await scenario.test.runJobs();
    // Eleven at night: it can be read, and nobody is woken.
    expect([await reads(grandma), await told(id)]).toEqual([['周五开家长会'], []]);
    await wang.call('school.withdrawAnnouncement', { announcementId: id });
    setClock(at + 10 * hourMs);
    await scenario.test.runJobs();
    expect([await reads(grandma), await told(id)]).toEqual([[undefined], []]);
    const mine = { announcementId: id, childId: grandma.childId };
    expect(await grandma.refusal('school.acknowledge', mine)).toBe('CANNOT_FOLLOW');
  });

  test('a run that dies in the middle of telling goes on, and nobody is told twice', async () => {
    const { id } = await announce(wang);
    await scenario.test.runJobs();
    // As a run leaves it that died after filling some inboxes and before noting it.
    const notYet = { tellAt: monday, after: null, children: 0 };
    await scenario.database.update(announcements, id, notYet);
    await scenario.database.removeWhere(notices, { to: neighbour.openid });
    await scenario.test.runJobs();
    expect((await told(id)).sort()).toEqual(
      [grandma, father, neighbour].map(({ openid }) => openid).sort(),
    );
    expect((await scenario.database.get(people, father.openid))?.unread).toBe(1);
    const left = await scenario.database.get(announcements, id);
    expect(left).toMatchObject({ tellAt: null, children: 2 });
  });

  test('a family without a phone is told in person, by whoever teaches the child', async () => {
    const { childId } = await director
      .call('family.addChildByProxy', {
        ...{ nickname: '小芽', birthYear: 2017, birthMonth: 3, schoolId: school._id },
        caregiver: 'maternalGrandmother',
      })
      .then(({ id }) => ({ childId: id }));
    const theClass = { schoolId: school._id, className };
    await wang.call('school.setClass', { childId, class: theClass, member: true });
    const { id } = await announce(wang);
    const page = await wang.call('school.showAnnouncementFigures', { announcementId: id });
    expect(page.missing?.find((one) => one.childId === childId)).toMatchObject({ inPerson: true });
    const mine = { announcementId: id, childId };
    expect(await director.refusal('school.acknowledge', mine)).toBe('FORBIDDEN');
    expect((await wang.call('school.tellInPerson', mine)).done).toBe(true);
    const after = await wang.call('school.showAnnouncementFigures', { announcementId: id });
    expect(after.missing?.map(({ nickname }) => nickname).sort()).toEqual(['小树', '豆豆'].sort());
  });

  test('a phone that is a day behind announces now, and nobody announces a year ahead', async () => {
    const { at } = await announce(wang, { at: monday - dayMs });
    expect(at).toBe(Date.now());
    const input = { ...plain, target: toClass };
    const far = Date.now() + 365 * dayMs;
    expect(await wang.refusal('school.announce', { ...input, at: far })).toBe('INVALID_INPUT');
  });

  /** Notes a picture and sends it, as the mini program does. */
  const picture = async (who: Person, file: string) => {
    const { path: cloudPath } = await who.call('school.noteAnnouncementPicture', { file });
    const { default: sdk } = await import('wx-server-sdk');
    const fileContent = Buffer.from('not really a picture');
    return { fileId: (await sdk.uploadFile({ cloudPath, fileContent })).fileID };
  };

  test('its pictures are for those it is for, are held when WeChat flags one, and stay while it stands', async () => {
    const [first, second, loose] = [
      await picture(wang, 'picture-first.jpg'),
      await picture(wang, 'picture-second.jpg'),
      await picture(wang, 'picture-loose.jpg'),
    ];
    const { id, pictures } = await announce(wang, { pictures: [first, second] });
    expect(pictures).toBe(2);
    const open = { announcementId: id, number: 1 };
    const reaches = async (who: Person) =>
      who.call('school.openAnnouncementPicture', open).then(
        ({ url }) => url.startsWith('http'),
        () => false,
      );
    expect(await reaches(grandma)).toBe(true);
    expect(await reaches(wang)).toBe(true);
    expect(await hills.refusal('school.openAnnouncementPicture', open)).toBe('NOT_FOUND');
    const none = { announcementId: id, number: 2 };
    expect(await grandma.refusal('school.openAnnouncementPicture', none)).toBe('NOT_FOUND');
    // What lies in somebody else's folder is not the author's to show.
    const theirs = { ...plain, target: { scope: 'county' as const, county }, pictures: [first] };
    expect(await admin.refusal('school.announce', theirs)).toBe('FORBIDDEN');
    const checks = await scenario.database.find(contentChecks, { where: { _id: { $gt: '' } } });
    const asked = checks.filter(({ ref, part }) => ref === id && part === 'picture');
    expect(asked.map(({ fileId }) => fileId).sort()).toEqual(
      [first, second].map(({ fileId }) => fileId).sort(),
    );
    const [check] = asked;
    if (!check) throw new Error('nothing is checked');
    await holdFlagged(scenario.database, () => 0, check, Date.now());
    expect(await reads(grandma)).toEqual([]);
    expect([await reaches(grandma), await reaches(wang)]).toEqual([false, true]);
    await releaseHeld(scenario.database, () => 0, check, Date.now());
    expect(await reaches(grandma)).toBe(true);

    const { temporaryLink } = await import('../../../cloudfunctions/platform/sdk');
    const isThere = async ({ fileId }: { fileId: string }) =>
      (await temporaryLink(fileId, 60)) !== undefined;
    moveClock(limits.looseRecordingDays * dayMs + 1);
    await scenario.test.runJobs();
    expect([await isThere(first), await isThere(second), await isThere(loose)]).toEqual([
      ...[true, true, false],
    ]);
    await wang.call('school.withdrawAnnouncement', { announcementId: id });
    expect([await reaches(grandma), await reaches(wang)]).toEqual([false, false]);
    moveClock(400 * dayMs);
    const { sweep } = await import('../../../cloudfunctions/platform/sweep');
    await sweep(scenario.database, Date.now());
    expect([await isThere(first), await isThere(second)]).toEqual([false, false]);
    expect(await scenario.database.get(announcements, id)).toBeUndefined();
  });

  /** One of WeChat's own two phrases that its check objects to. */
  const objectionable = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级';
  const resolve = async (who: Person, alertId: string, release: boolean) => {
    await who.call('safety.acceptAlert', { alertId });
    await who.call('safety.resolveAlert', {
      ...{ alertId, outcome: 'noConcern', text: '没有事', judgement: 'wrong', release },
    });
  };
  const flagged = async (who: Person) =>
    (await who.call('safety.listAlerts', { show: 'open' })).rows.filter(
      ({ source }) => source === 'announcement',
    );

  test("what WeChat flags goes to safeguarding; its words are the author's and theirs alone until it is let through", async () => {
    const post = { schoolId: school._id, classes: [className] };
    const ma = await scenario.staff({ openid: 'wx-ma', role: 'teacher', ...post });
    scenario.test.cloud.visit(wang.openid);
    const sent = await announce(wang, { text: objectionable });
    const { id } = sent;
    expect(sent).toMatchObject({ held: true, mine: true, text: objectionable });
    const list = (who: Person) => who.call('school.listSentAnnouncements', {});
    const figures = (who: Person) =>
      who.call('school.showAnnouncementFigures', { announcementId: id });
    for (const page of [await list(ma), await figures(ma)]) {
      expect(JSON.stringify(page)).toContain(id);
      expect(JSON.stringify(page)).not.toContain(objectionable);
    }
    expect((await list(wang)).announcements).toMatchObject([{ text: objectionable }]);
    expect((await figures(wang)).announcement.text).toBe(objectionable);

    const [row] = await flagged(admin);
    expect(row).toMatchObject({ level: 'S2', reason: 'contentCheck', placeName: school.name });
    const alertId = row?.id ?? '';
    const { alert } = await admin.call('safety.showAlert', { alertId });
    expect(alert).toMatchObject({ held: true, said: { text: objectionable, kind: 'text' } });
    await resolve(admin, alertId, true);
    await scenario.test.runJobs();
    expect(await reads(grandma)).toEqual([objectionable]);
    expect(await told(id)).toHaveLength(3);
    expect((await list(ma)).announcements).toMatchObject([{ text: objectionable, mine: false }]);
  });

  test('who announced it never judges it, and what was taken back is told to nobody when it is let through', async () => {
    const target = { scope: 'county' as const, county };
    const chief = await scenario.staff({ openid: 'wx-chief', role: 'admin', name: '周科长' });
    scenario.test.cloud.visit(admin.openid);
    const { id } = await announce(admin, { target, text: objectionable });
    expect(await flagged(admin)).toEqual([]);
    const [row] = await flagged(chief);
    await admin.call('school.withdrawAnnouncement', { announcementId: id });
    await resolve(chief, row?.id ?? '', true);
    expect(await scenario.database.get(announcements, id)).toMatchObject({
      ...{ held: false, tellAt: null },
    });
    await scenario.test.runJobs();
    expect(await told(id)).toEqual([]);
  });

  test('its author learns who can let it through; where there is nobody, it is taken back and written anew', async () => {
    const target = { scope: 'county' as const, county };
    scenario.test.cloud.visit(admin.openid);
    const { id } = await announce(admin, { target, text: objectionable });
    const releaseFor = async (who: Person) =>
      (await who.call('school.showAnnouncementFigures', { announcementId: id })).release;
    expect(await releaseFor(admin)).toBe('nobody');
    // Not even by asking for it by name.
    const [held] = await scenario.database.find(alerts, {
      where: { county, open: true },
      order: [['order', 'asc']],
      limit: 1,
    });
    expect(await admin.refusal('safety.acceptAlert', { alertId: held?._id ?? '' })).toBe(
      'NOT_FOUND',
    );
    // Being on duty oneself helps nothing.
    await putOnDuty(scenario, [{ duty: admin.openid }]);
    expect(await releaseFor(admin)).toBe('nobody');
    const chief = await scenario.staff({ openid: 'wx-chief', role: 'admin', name: '周科长' });
    expect(await releaseFor(admin)).toBe('admin');
    expect(await releaseFor(chief)).toBeUndefined();
    const yang = await scenario.staff({ openid: 'wx-yang', role: 'director', name: '杨主任' });
    await scenario.database.removeWhere(dutyRoster, { _id: { $gt: '' } });
    await putOnDuty(scenario, [{ duty: yang.openid }]);
    expect(await releaseFor(admin)).toBe('duty');
    expect(await flagged(yang)).toHaveLength(1);
    await admin.call('school.withdrawAnnouncement', { announcementId: id });
    expect(await releaseFor(admin)).toBeUndefined();
    expect((await announce(admin, { target, text: '明天开会' })).held).toBe(false);
  });

  test('each flagged picture is looked at by itself: one let through lets no other through', async () => {
    const files = [await picture(wang, 'picture-one.jpg'), await picture(wang, 'picture-two.jpg')];
    const { id } = await announce(wang, { pictures: files });
    const checks = await scenario.database.find(contentChecks, { where: { _id: { $gt: '' } } });
    for (const check of checks.filter(({ ref, part }) => ref === id && part === 'picture')) {
      await holdFlagged(scenario.database, () => 0, check, Date.now());
    }
    const rows = await flagged(admin);
    expect(rows).toHaveLength(2);
    for (const [number, { id: alertId }] of rows.entries()) {
      expect(await reads(grandma)).toEqual([]);
      const { alert } = await admin.call('safety.showAlert', { alertId });
      expect(alert.said.kind).toBe('picture');
      moveClock(number);
      await resolve(admin, alertId, true);
    }
    expect(await reads(grandma)).toEqual(['周五开家长会']);
  });

  test('before its hour a teacher of a class sees nothing of what the school is to announce', async () => {
    const office = await scenario.staff({
      ...{ openid: 'wx-office', role: 'admin', schoolId: school._id },
    });
    const at = monday + 14 * hourMs;
    const target = { scope: 'school' as const, schoolId: school._id };
    const { id: announcementId } = await announce(office, { target, at });
    expect(await wang.refusal('school.showAnnouncementFigures', { announcementId })).toBe(
      'NOT_FOUND',
    );
    setClock(at + hourMs);
    const page = await wang.call('school.showAnnouncementFigures', { announcementId });
    expect(page.announcement.text).toBe('周五开家长会');
  });
});
