import { addDays, dayMs, dayOf, hourMs, startOfDay } from '@rules/dates';
import { countFigures } from '../../../cloudfunctions/areas/reports/count-figures';
import {
  alerts,
  children,
  counsellors,
  counted,
  figures,
  people,
  searches,
  tallies,
} from '../../../cloudfunctions/platform/collections';
import { regions } from '../../../cloudfunctions/platform/collections/directory';
import { command } from '../../../cloudfunctions/platform/database';
import { moveClock, setClock } from '../support/clock';
import { counsellorDocument, county, farCounty, otherSchool, school } from '../support/documents';
import { dump } from '../support/dump';
import type { Person } from '../support/person';
import { putOnDuty } from '../support/roster';
import { Scenario, type Booker } from '../support/scenario';
import { join } from '../support/waiting';

const townships = [
  { _id: '990101001', name: '一镇', countyName: '一县' },
  { _id: '990101002', name: '二乡', countyName: '一县' },
  { _id: '990101003', name: '三乡', countyName: '一县' },
];
const hills = '990101002';

/** Issue 10, "Figures": counted a day at a time, shown when a period is over. */
describe('figures for administrators', () => {
  let scenario: Scenario;
  let admin: Person;
  let head: Person;
  let families: Booker[];

  beforeAll(async () => {
    scenario = await Scenario.start();
    await scenario.database.addMany(regions, townships);
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    const own = { schoolId: otherSchool._id };
    head = await scenario.staff({ openid: 'wx-head', role: 'admin', ...own });
    families = [];
    for (let count = 0; count < 12; count += 1) {
      families.push(await scenario.family({ at: otherSchool }));
    }
    await dayOfNeed();
  }, 120_000);
  afterAll(async () => {
    await scenario.close();
  });

  /** Twelve families look for a time in vain, eleven wait, three of another township book. */
  async function dayOfNeed(): Promise<void> {
    const teacher = await scenario.staff({
      ...{ openid: 'wx-teacher', role: 'teacher', schoolId: otherSchool._id },
    });
    for (const family of families) {
      const { childId } = family;
      await family.call('booking.findSlots', { childId });
      await family.call('booking.findSlots', { childId });
      await family.call('school.sendMessage', {
        ...{ threadId: childId, audience: 'all' },
        content: { kind: 'text', text: '今天请假' },
      });
    }
    for (const family of families.slice(0, 11)) await join(family);
    moveClock(2 * hourMs);
    for (const { childId } of families) {
      await teacher.call('school.sendMessage', {
        ...{ threadId: childId, audience: 'all' },
        content: { kind: 'text', text: '知道了' },
      });
    }
    const slots = await scenario.free(['9:00', '10:00', '11:00']);
    for (const slot of slots) await scenario.book(await scenario.family({ at: school }), slot);
    await scenario.database.add(counsellors, counsellorDocument());
    for (const [month, done] of [
      ['2026-11', 7],
      ['2026-12', 6],
    ] as const) {
      await scenario.database.add(tallies, {
        ...{ _id: `counsellor-one_${month}`, counsellorId: 'counsellor-one', month, done },
        ...{ missed: 0, first: 0, referred: 0 },
      });
    }
  }

  /** Counts this day; the days before it on which nothing happened are taken as counted. */
  const count = async (day: string) => {
    setClock(startOfDay(addDays(day, 1)) + hourMs);
    await scenario.database.updateWhere(
      figures,
      { _id: 'all', through: command.lt(addDays(day, -1)) },
      { through: addDays(day, -1) },
    );
    expect(await countFigures(scenario.database, Date.now())).toBe(1);
  };
  const show = (period?: string, who = admin) => who.call('reports.showOverview', { period });

  test('nothing is said while nothing is over', async () => {
    expect(await show()).toMatchObject({ place: 'county', periods: [], months: [] });
    await count('2026-11-23');
    const open = await show('2026-11');
    expect(open).toMatchObject({ through: '2026-11-23', periods: [], months: [] });
    expect(open.period).toBeUndefined();
    expect(Object.values(open.counts).every((count) => count === 0)).toBe(true);
  });

  test('a day that is counted again after a fault comes to the same', async () => {
    const before = await scenario.database.find(figures, { where: { _id: command.gt('') } });
    const marks = await scenario.database.find(counted, { where: { _id: command.gt('') } });
    // Fifteen families reached; twelve each searched, were answered and at once; eleven wait; three booked.
    expect(marks).toHaveLength(15 + 12 * 3 + 11 + 3);
    // As if the run had died before it said that the day is done.
    await scenario.database.update(figures, 'all', { through: '2026-11-22' });
    await scenario.database.update(figures, `${county}_2026`, {
      through: '',
      months: command.remove(),
    });
    expect(await countFigures(scenario.database, Date.now())).toBe(1);
    expect(await scenario.database.find(figures, { where: { _id: command.gt('') } })).toEqual(
      before,
    );
    expect(await scenario.database.find(counted, { where: { _id: command.gt('') } })).toEqual(
      marks,
    );
  });

  test('a closed month says tens; whoever is few is not seen', async () => {
    for (const day of ['2026-11-24', '2026-11-30', '2026-12-07', '2026-12-08']) await count(day);
    const month = await show();
    expect(month).toMatchObject({ period: '2026-11', periods: ['2026-11', '2026'] });
    expect(month.counts).toMatchObject({
      // Fifteen families, twelve searches and answers, eleven on the list; three bookings are not said.
      ...{ reached: 10, noTime: 10, joined: 10, answered: 10, answeredSoon: 10, answers: 10 },
      booked: 0,
      twoWeeks: 0,
    });
    expect(month.answerHours).toBe(2);
    expect(month.quarter).toBeUndefined();
    // The same of a school, by its own administrator: never asked for by name.
    const ofSchool = await show('2026-11', head);
    expect(ofSchool.place).toBe('school');
    expect(ofSchool.counts).toMatchObject({ reached: 10, answered: 10, booked: 0 });
    const far = await scenario.staff({ openid: 'wx-far', role: 'admin', county: farCounty });
    expect((await show('2026-11', far)).counts).toMatchObject({ reached: 0, answered: 0 });
  });

  test('a quarter says where help is missing, and what was done', async () => {
    for (const day of ['2026-12-31', '2027-01-06']) await count(day);
    const early = await show('2026-Q4');
    expect(early.quarter?.sessions).toBeUndefined();
    await count('2027-01-07');
    await count('2027-01-08');
    const { quarter, counts } = await show('2026-Q4');
    expect(counts).toMatchObject({ joined: 10, twoWeeks: 10 });
    expect(quarter?.townships.map(({ name }) => name)).toEqual(['二乡', '三乡']);
    expect(quarter?.townships[0]).toMatchObject({
      code: hills,
      counts: { noTime: 10, joined: 10, twoWeeks: 10, reached: 10, booked: 0 },
    });
    expect(quarter?.sessions).toEqual([{ name: '李老师', done: 13 }]);
    expect(quarter?.alerts).toEqual({ due: 0, inTime: 0 });
    expect((await show('2026-Q4', head)).quarter).toBeUndefined();
  });

  test('what is over does not change any more, whatever happens to those who were counted', async () => {
    const closed = async () => [
      await show('2026-11'),
      await show('2026-12'),
      await show('2026-Q4'),
      await show('2026-11', head),
    ];
    const kept = (answers: Awaited<ReturnType<typeof closed>>) =>
      answers.map(({ counts, months, quarter, answerHours }) => ({
        ...{ counts, months, quarter, answerHours },
      }));
    const before = kept(await closed());
    const [gone] = families;
    await scenario.database.removeWhere(children, { _id: gone?.childId });
    await scenario.database.update(tallies, 'counsellor-one_2026-12', { done: 60 });
    const late = await scenario.family({ at: otherSchool });
    await late.call('booking.findSlots', { childId: late.childId });
    await count('2027-01-12');
    expect(kept(await closed())).toEqual(before);
  });

  test('the figures name nobody, and forget with the family', async () => {
    const text = JSON.stringify(
      await scenario.database.find(figures, { where: { _id: command.gt('') } }),
    );
    for (const name of ['adult-', 'child-', 'wx-', '小石头']) expect(text).not.toContain(name);
    const [, leaver] = families;
    await leaver?.call('account.deleteAccount', {});
    moveClock(20 * dayMs);
    await scenario.test.runJobs();
    const all = await dump(scenario.database);
    for (const { name } of [counted, searches]) {
      expect(JSON.stringify(all[name] ?? [])).not.toContain(`"${leaver?.childId}"`);
    }
  });

  test('alerts count when their time is up; whoever is somebody’s family hears of none', async () => {
    const li = await scenario.counsellor('wx-li', 'counsellor-two');
    await putOnDuty(scenario, [{ duty: li.openid }]);
    const day = dayOf(Date.now());
    for (let count = 0; count < 11; count += 1) {
      const grandma = await scenario.family({ at: school });
      await grandma.call('school.sendMessage', {
        ...{ threadId: grandma.childId, audience: 'all' },
        content: { kind: 'text', text: '孩子说不想活了，手里拿着农药' },
      });
    }
    const raised = await scenario.database.find(alerts, { where: { acceptBy: command.gt(0) } });
    expect(raised).toHaveLength(11);
    for (const { _id } of raised) await li.call('safety.acceptAlert', { alertId: _id });
    await count(day);
    await count('2027-03-31');
    expect((await show('2027-Q1')).quarter?.alerts).toEqual({ due: 10, inTime: 10 });
    const both = await scenario.family({ openid: 'wx-both' });
    const posts = (await scenario.database.get(people, admin.openid))?.posts ?? [];
    await scenario.database.update(people, both.openid, { posts: command.set(posts) });
    const { quarter } = await show('2027-Q1', both);
    expect(quarter).toBeDefined();
    expect(quarter?.alerts).toBeUndefined();
  }, 120_000);
});
