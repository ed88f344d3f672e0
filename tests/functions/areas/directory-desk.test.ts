import type { InputOf } from '@contract';
import { limits } from '@contract/limits';
import { dayMs, dayOf, addDays, startOfDay } from '@rules/dates';
import {
  counsellors,
  directoryChanges,
  regions,
  services,
  slots,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { monday, moveClock } from '../support/clock';
import {
  county,
  farCounty,
  otherTownship,
  schoolService,
  service,
  serviceFieldsAt,
  township,
} from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';

type Save = InputOf<'directory.saveService'>;

/** Issue 10, "Directory editing". */
describe('the directory, edited by administrators', () => {
  let scenario: Scenario;
  let admin: Person;
  let second: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin', name: '何老师' });
    second = await scenario.staff({ openid: 'wx-second', role: 'admin', name: '吴老师' });
    await scenario.database.addMany(
      regions,
      [township, otherTownship].map((_id) => ({ _id, name: '一镇', countyName: '一县' })),
    );
  });
  afterEach(async () => {
    await scenario.close();
  });

  const fields = serviceFieldsAt(township);
  const save = (who: Person, input: Save) => who.call('directory.saveService', input);
  const show = (who: Person, id: string) =>
    who.call('directory.showRecord', { kind: 'service', id });
  const listed = async () =>
    (await scenario.as('wx-anyone').call('directory.listServices', { county })).services.map(
      ({ id }) => id,
    );

  test('a new service is there for families; a change says who, when, what was and is', async () => {
    const made = await save(admin, { fields });
    const { id } = made;
    expect(await listed()).toContain(id);
    moveClock(dayMs);
    const changed = { ...fields, hours: '周六', phone: undefined, ways: ['walkIn' as const] };
    expect(await save(second, { base: { id, rev: 1 }, fields: changed })).toMatchObject({ rev: 2 });
    const { service: now, history } = await show(admin, id);
    expect(now).toMatchObject({ hours: '周六', ways: ['walkIn'] });
    expect(now).not.toHaveProperty('phone');
    expect(history.entries).toEqual([
      {
        ...{ at: monday + dayMs, what: 'changed', name: '吴老师' },
        changes: [
          { field: 'ways', old: ['call'], new: ['walkIn'] },
          { field: 'phone', old: '0739-7654321' },
          { field: 'hours', old: '周一到周五', new: '周六' },
        ],
      },
      { at: monday, what: 'made', name: '何老师', changes: [] },
    ]);
    // The name is nobody's to read in the database.
    const stored = await scenario.database.find(directoryChanges, { where: {} });
    expect(JSON.stringify(stored)).not.toContain('吴老师');
  });

  test('two at once: the second one is shown the newer state and nothing is overwritten', async () => {
    const { id } = await save(admin, { fields });
    const base = { id, rev: 1 };
    await save(admin, { base, fields: { ...fields, cost: '5 元' } });
    const answer = await save(second, { base, fields: { ...fields, bring: '带医保卡' } });
    expect(answer).toMatchObject({
      ...{ state: 'changed', rev: 2, name: '何老师', at: monday },
      fields: { cost: '5 元', bring: '不用带' },
    });
    expect((await show(second, id)).service).toMatchObject({ cost: '5 元', bring: '不用带' });
    // With what was merged, over the newer state.
    const merged = { ...fields, cost: '5 元', bring: '带医保卡' };
    expect(await save(second, { base: { id, rev: 2 }, fields: merged })).toMatchObject({ rev: 3 });
  });

  test('of two that save in the same moment one is told, whatever the order', async () => {
    const { id } = await save(admin, { fields });
    const base = { id, rev: 1 };
    const answers = await Promise.all(
      [admin, second].map((who, at) =>
        save(who, { base, fields: { ...fields, cost: `${at} 元` } }),
      ),
    );
    expect(answers.map(({ state }) => state).sort()).toEqual(['changed', 'saved']);
    expect((await show(admin, id)).rev).toBe(2);
  });

  test('a request that is repeated is carried out once', async () => {
    const first = await admin.call('directory.saveService', { fields }, 'one-and-the-same');
    const again = await admin.call('directory.saveService', { fields }, 'one-and-the-same');
    expect(again).toEqual(first);
    expect((await show(admin, first.id)).history.entries).toHaveLength(1);
  });

  test('what promises a way in that is not there is refused', async () => {
    const without = { ...fields, phone: undefined };
    const answers = [
      await admin.refusal('directory.saveService', { fields: without }),
      await admin.refusal('directory.saveService', {
        fields: { ...fields, ways: ['referral'] },
      }),
    ];
    expect(answers).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
  });

  test('a school’s administrator has the school’s own services and no others', async () => {
    await scenario.database.add(services, schoolService);
    const head = await scenario.staff({
      ...{ openid: 'wx-head', role: 'admin', schoolId: 'school-one' },
    });
    const { rows, schoolOnly } = await head.call('directory.listForDesk', {});
    expect([rows.map(({ id }) => id), schoolOnly]).toEqual([[schoolService._id], true]);
    const { id } = await save(head, { fields: { ...fields, schoolId: 'school-two' } });
    expect((await show(head, id)).service?.schoolId).toBe('school-one');
    expect(
      await head.refusal('directory.saveService', {
        base: { id: service._id, rev: 0 },
        fields,
      }),
    ).toBe('NOT_FOUND');
    expect(await head.refusal('directory.saveHotline', { fields: line })).toBe('FORBIDDEN');
  });

  test('called today: checked, in the history, and in nobody’s way', async () => {
    await scenario.database.update(services, service._id, { verifiedAt: monday - 200 * dayMs });
    const before = await admin.call('directory.listForDesk', { show: 'overdue' });
    expect(before.rows.map(({ id }) => id)).toEqual([service._id]);
    const { rev } = await show(second, service._id);
    await admin.call('directory.verifyService', { id: service._id });
    expect((await admin.call('directory.listForDesk', {})).counts.overdue).toBe(0);
    const { history, verifiedAt } = await show(second, service._id);
    expect([verifiedAt, history.entries[0]]).toEqual([
      monday,
      { at: monday, what: 'checked', name: '何老师', changes: [] },
    ]);
    const saved = await save(second, { base: { id: service._id, rev }, fields });
    expect(saved.state).toBe('saved');
    moveClock((limits.serviceCheckDays + 1) * dayMs);
    expect((await admin.call('directory.listForDesk', {})).counts.overdue).toBe(1);
  });

  test('five hundred services: overdue first, in pages, found by a few letters, in one question', async () => {
    await scenario.database.addMany(
      services,
      Array.from({ length: 500 }, (_, at) => ({
        ...service,
        ...{ _id: `many-${String(at).padStart(3, '0')}`, name: `第${at}村服务站` },
        verifiedAt: monday - (at % 300) * dayMs,
      })),
    );
    await scenario.database.add(services, { ...service, _id: 'far', county: farCounty });
    const first = await admin.call('directory.listForDesk', {});
    expect([first.counts.all, first.rows.length, first.next]).toEqual([501, 20, 20]);
    const ages = first.rows.map(({ verifiedAt }) => verifiedAt);
    expect(ages).toEqual([...ages].sort((one, other) => one - other));
    expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(16 * 1024);
    const seen = new Set(first.rows.map(({ id }) => id));
    for (let { next } = first; next !== undefined;) {
      const page = await admin.call('directory.listForDesk', { from: next });
      page.rows.forEach(({ id }) => seen.add(id));
      next = page.next;
    }
    expect([seen.size, seen.has('far')]).toEqual([501, false]);
    const found = await admin.call('directory.listForDesk', { search: '第77村 一镇' });
    expect(found.rows.map(({ name }) => name)).toEqual(['第77村服务站']);
  });

  test('closed: gone for families from that day, what is booked stays and the counsellor is asked', async () => {
    await scenario.week();
    const mother = await scenario.family({ openid: 'wx-mother' });
    const tomorrow = addDays(dayOf(monday), 1);
    const after = addDays(tomorrow, 1);
    await scenario.test.runJobs();
    const ofThatDay = await scenario.database.find(slots, {
      where: { counsellorId: 'counsellor-one', start: command.gte(startOfDay(after)) },
      order: [['start', 'asc']],
    });
    // Not one of those that are reserved for now.
    const free = ofThatDay.find(({ openFrom }) => openFrom === 0);
    const { id: visit } = await scenario.book(mother, free?._id ?? '');
    const ending = await admin.call('directory.showEnding', {
      ...{ id: service._id, closedOn: tomorrow },
    });
    expect(ending).toEqual({ visits: 1, counsellors: ['李老师'] });
    const { service: now, rev } = await show(admin, service._id);
    await save(admin, {
      base: { id: service._id, rev },
      fields: { ...fields, ...now, ways: ['book'], kinds: ['counselling'], closedOn: tomorrow },
    });
    await scenario.test.runJobs();
    const later = await scenario.database.find(slots, {
      where: { counsellorId: 'counsellor-one', start: command.gte(startOfDay(tomorrow)) },
      order: [['start', 'asc']],
      limit: 1000,
    });
    // Nothing is left to book but today's; the visit stands and waits for its counsellor.
    expect(later.map(({ state, outsideHours }) => [state, outsideHours])).toEqual([
      ['booked', true],
    ]);
    const mine = await mother.call('booking.listAppointments', { when: 'upcoming' });
    expect(mine.appointments.map(({ id, state }) => [id, state])).toEqual([[visit, 'booked']]);
    expect(await listed()).toContain(service._id);
    moveClock(dayMs);
    expect(await listed()).not.toContain(service._id);
    // Whoever has an appointment can still open where it is, and reads that it has closed.
    const seen = await mother.call('directory.getService', { id: service._id });
    expect(seen.closedOn).toBe(tomorrow);
    const closed = await admin.call('directory.listForDesk', { show: 'closed' });
    expect(closed.rows.map(({ id }) => id)).toEqual([service._id]);
    // Opened again: places are made again, and the visit fits as before.
    await save(admin, {
      base: { id: service._id, rev: rev + 1 },
      fields: { ...fields, ways: ['book'], phone: undefined },
    });
    await scenario.test.runJobs();
    const again = await scenario.database.find(slots, {
      where: { counsellorId: 'counsellor-one', state: 'booked' },
    });
    expect(again.map(({ outsideHours }) => outsideHours)).toEqual([false]);
    const [li] = await scenario.database.find(counsellors, { where: { county } });
    expect(li?.services[0]).not.toHaveProperty('closedOn');
  });

  const line = {
    ...{ name: '县心理热线', number: '0739-1234567', purpose: '想找人说说' },
    ...{ hours: '全天', urgent: false, order: 10 },
  };

  test('a line: written down, changed, called, closed; one of the whole country stays as it is', async () => {
    const { id } = await admin.call('directory.saveHotline', { fields: line });
    const lines = async () =>
      (await second.call('directory.listHotlines', { county })).hotlines.map((one) => one.id);
    expect(await lines()).toEqual([id]);
    const changed = { ...line, purpose: '孩子的事都能问' };
    moveClock(1000);
    await second.call('directory.saveHotline', { base: { id, rev: 1 }, fields: changed });
    const late = await admin.call('directory.saveHotline', { base: { id, rev: 1 }, fields: line });
    expect(late).toMatchObject({ state: 'changed', rev: 2, name: '吴老师', fields: changed });
    await admin.call('safety.verifyLine', { lineId: id });
    await admin.call('safety.verifyLine', { lineId: id, number: '0739-7654321' });
    const { history, rev, editable } = await admin.call('directory.showRecord', {
      ...{ kind: 'line', id },
    });
    expect([rev, editable]).toEqual([3, true]);
    expect(history.entries.map(({ what }) => what).sort()).toEqual([
      ...['changed', 'changed', 'checked', 'made'],
    ]);
    await admin.call('directory.saveHotline', {
      base: { id, rev: 3 },
      fields: { ...changed, closedOn: dayOf(monday) },
    });
    expect(await lines()).toEqual([]);
    const national = await admin.call('directory.showRecord', { kind: 'line', id: 'national-120' });
    expect(national.editable).toBe(false);
    expect(
      await admin.refusal('directory.saveHotline', {
        base: { id: 'national-120', rev: 0 },
        fields: line,
      }),
    ).toBe('NOT_FOUND');
  });

  test('the history comes in pages, and an account that goes takes its name along', async () => {
    const { id } = await save(admin, { fields });
    for (let at = 1; at < 8; at += 1) {
      moveClock(1000);
      await save(admin, { base: { id, rev: at }, fields: { ...fields, cost: `${at} 元` } });
    }
    const { history } = await show(admin, id);
    expect(history.entries).toHaveLength(5);
    const rest = await admin.call('directory.listChanges', {
      ...{ kind: 'service', id, before: history.next ?? 0 },
    });
    expect([rest.entries.length, rest.next]).toEqual([3, undefined]);
    await admin.call('account.deleteAccount', {});
    moveClock((limits.deletionDays + 1) * dayMs);
    await scenario.test.runJobs();
    const after = await show(second, id);
    expect(after.history.entries.map(({ name }) => name)).toEqual(Array(5).fill(undefined));
  });
});
