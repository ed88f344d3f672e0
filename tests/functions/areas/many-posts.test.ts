import { mondayOf } from '@rules/duty';
import { dayMs, dayOf } from '@rules/dates';
import { people, posts } from '../../../cloudfunctions/platform/collections';
import { monday, moveClock } from '../support/clock';
import { school, staffDocuments, type Staff } from '../support/documents';
import type { Person } from '../support/person';
import { withPhone } from '../support/roster';
import { Scenario, type Booker } from '../support/scenario';

/** A page of posts is less; whoever is meant stands behind all of these. */
const crowd = 320;
const className = '三年级一班';

describe('a county and a school with more posts than are read at once', () => {
  let scenario: Scenario;
  let family: Booker;
  let own: Person;
  let schoolAdmin: Person;
  let duty: Person;
  let admin: Person;

  const many = async (part: Omit<Staff, 'openid'>) => {
    const documents = Array.from({ length: crowd }, (_none, number) =>
      staffDocuments({ ...part, openid: `wx-a${String(number).padStart(3, '0')}` }),
    );
    for (let from = 0; from < crowd; from += 80) {
      const some = documents.slice(from, from + 80);
      await scenario.database.addMany(
        people,
        some.map(({ person }) => person),
      );
      await scenario.database.addMany(
        posts,
        some.map(({ post }) => post),
      );
    }
  };

  beforeEach(async () => {
    scenario = await Scenario.start();
    const at = { schoolId: school._id };
    await many({ role: 'teacher', classes: ['四年级'], ...at });
    own = await scenario.staff({ openid: 'wx-own', role: 'teacher', classes: [className], ...at });
    schoolAdmin = await scenario.staff({ openid: 'wx-principal', role: 'admin', ...at });
    duty = await scenario.staff({ openid: 'wx-yang', role: 'director', name: '杨主任' });
    admin = await scenario.staff({ openid: 'wx-zhou', role: 'admin', name: '周科长' });
    family = await scenario.family({ className });
  });
  afterEach(() => scenario.close());

  const send = (text: string) =>
    family.call('school.sendMessage', {
      ...{ threadId: family.childId, audience: 'all', content: { kind: 'text', text } },
    });
  const told = async (who: Person) => {
    await scenario.test.runJobs();
    const { notices } = await who.call('notify.listInbox', {});
    return notices.filter(({ childId }) => childId === family.childId).map(({ kind }) => kind);
  };

  test('the teacher of the class is told, and no other', async () => {
    await send('老师好');
    expect(await told(own)).toEqual(['familyMessage']);
    expect(await told(scenario.as('wx-a000'))).toEqual([]);
  });

  test('what nobody answers goes to the administrator of the school', async () => {
    await send('老师好');
    moveClock(4 * dayMs);
    await scenario.test.runJobs();
    expect(await told(schoolAdmin)).toEqual(['questionRaised']);
    expect(await told(scenario.as('wx-a000'))).toEqual([]);
  });

  test('anybody can be put on duty, is named there, and an alert handed to them', async () => {
    await withPhone(scenario, duty.openid);
    const week = mondayOf(dayOf(monday));
    const shift = { day: dayOf(monday), from: 0, to: 1440, postId: `post-${duty.openid}` };
    const set = await admin.call('safety.setDuty', { week, rev: 0, entries: [shift] });
    expect(set).toMatchObject({ set: true });
    const shown = await admin.call('safety.listDuty', { from: week });
    expect(shown.shifts).toMatchObject([{ duty: { name: '杨主任' } }]);
    expect(shown.people[0]).toMatchObject({ name: '杨主任', reachable: true });
    await send('孩子说不想活了，手里拿着农药');
    const [row] = (await admin.call('safety.listAlerts', { show: 'open' })).rows;
    const alertId = row?.id ?? '';
    await admin.call('safety.acceptAlert', { alertId });
    const { alert } = await admin.call('safety.showAlert', { alertId });
    expect(alert.colleagues).toMatchObject([{ name: '杨主任' }]);
    const toPostId = alert.colleagues[0]?.postId ?? '';
    await admin.call('safety.handOverAlert', { alertId, toPostId });
    expect((await duty.call('safety.listAlerts', { show: 'open' })).rows).toMatchObject([
      { acceptedBy: { mine: true } },
    ]);
  });
});
