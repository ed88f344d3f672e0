import { dayMs, dayOf, hourMs } from '@rules/dates';
import { libraryDrafts } from '../../../cloudfunctions/areas/guides/library';
import {
  accessLog,
  appointments,
  guides,
  tallies,
} from '../../../cloudfunctions/platform/collections';
import { guideDocuments } from '../../../demo/guides';
import { at, moveClock, setClock } from '../support/clock';
import { service } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

const note = '孩子说晚上睡不着，下次带画来。';

describe('a visit on the counsellor’s day', () => {
  let scenario: Scenario;
  let counsellor: Person;
  let colleague: Person;
  let me: Booker;
  let slotId: string;
  let appointmentId: string;

  beforeEach(async () => {
    scenario = await Scenario.start();
    counsellor = await scenario.counsellor('wx-li');
    colleague = await scenario.counsellor('wx-yang', 'counsellor-two');
    me = await scenario.family({ phone: '13800001234' });
    [slotId = ''] = await scenario.freeAt([at('10:00', 0)]);
    ({ id: appointmentId } = await scenario.book(me, slotId));
    setClock(at('10:00', 0));
  });
  afterEach(async () => {
    await scenario.close();
  });

  const state = async () => {
    const { entries } = await counsellor.call('booking.listDay', {});
    return entries.find(({ visit }) => visit?.appointmentId === appointmentId)?.visit?.state;
  };
  const complete = (next: Parameters<typeof finish>[1] = { kind: 'none' }) =>
    finish(counsellor, next);
  const finish = (
    who: Person,
    next:
      | { kind: 'none' }
      | { kind: 'followUp'; inWeeks: number }
      | { kind: 'guide'; guideId: string }
      | { kind: 'referral'; serviceId: string },
  ) => who.ask('booking.complete', { appointmentId, note, next });
  const month = async () => {
    const { months } = await counsellor.call('booking.showStatistics', {});
    return months[0];
  };

  test('they come, it is over: the day, the family and the month say so', async () => {
    await counsellor.call('booking.checkIn', { appointmentId });
    expect(await state()).toBe('arrived');
    const { appointments: now } = await me.call('booking.listAppointments', { when: 'upcoming' });
    expect(now).toMatchObject([{ state: 'arrived', canCancel: false, canMove: false }]);
    expect(await complete({ kind: 'followUp', inWeeks: 2 })).toMatchObject({ ok: true });
    expect(await state()).toBe('done');
    // Over at once, not an hour later.
    const { appointments: past } = await me.call('booking.listAppointments', { when: 'past' });
    expect(past).toMatchObject([{ state: 'done', next: { kind: 'followUp', inWeeks: 2 } }]);
    expect((await me.call('booking.listAppointments', { when: 'upcoming' })).appointments).toEqual(
      [],
    );
    expect(await month()).toStrictEqual({
      ...{ month: '2026-11', done: 1, missed: 0, cancelled: 0, first: 1, referred: 0 },
    });
    await scenario.test.runJobs();
    expect(await me.call('notify.listInbox', {})).toMatchObject({
      notices: [{ kind: 'nextStep' }],
    });
  });

  test('only a guide that families can open becomes the next step', async () => {
    const [draft] = libraryDrafts(Date.now());
    const [, told] = guideDocuments(Date.now());
    if (!draft || !told) throw new Error('the library is empty');
    await scenario.database.addMany(guides, [draft, told]);
    for (const guideId of [draft.id, 'never-was']) {
      expect(await complete({ kind: 'guide', guideId })).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    }
    expect(await state()).toBe('booked');
    expect(await complete({ kind: 'guide', guideId: told.id })).toMatchObject({ ok: true });
    expect(await me.call('booking.showAppointment', { appointmentId })).toMatchObject({
      ...{ state: 'done', next: { kind: 'guide', guideId: told.id } },
    });
  });

  test.each(['visitMissed', 'nextStep'] as const)(
    'of two children in one visit every adult around either is told once: %s',
    async (kind) => {
      const siblingId = 'child-sister';
      await scenario.sibling(me, { childId: siblingId, nickname: '小花' });
      const { code } = await me.call('family.inviteFamily', { childId: siblingId });
      const father = scenario.as('wx-father');
      await father.call('family.joinFamily', { code, relation: 'father' });
      const [noon = ''] = await scenario.freeAt([at('12:00', 0)]);
      await me.call('booking.holdSlot', { slotId: noon, childId: me.childId });
      const wish = { slotId: noon, childId: me.childId, siblingId, worries: [] };
      const both = await me.call('booking.book', wish);
      setClock(at('12:00', 0));
      if (kind === 'visitMissed') {
        await counsellor.call('booking.markNoShow', { appointmentId: both.id });
      } else {
        const next = { kind: 'followUp' as const, inWeeks: 2 };
        await counsellor.call('booking.complete', { appointmentId: both.id, next });
      }
      await scenario.test.runJobs();
      for (const who of [me, father]) {
        const { notices } = await who.call('notify.listInbox', {});
        expect(notices.filter((notice) => notice.kind === kind)).toMatchObject([
          { appointmentId: both.id },
        ]);
      }
    },
  );

  test('the note is the counsellor’s: the family’s answers do not hold it', async () => {
    await complete();
    for (const answer of [
      await me.call('booking.listAppointments', { when: 'past' }),
      await me.call('account.home', {}),
      await me.call('account.exportMyData', { part: 'visits' }),
    ]) {
      expect(JSON.stringify(answer)).not.toContain('睡不着');
    }
    const kept = await scenario.database.get(appointments, appointmentId);
    expect(kept?.outcome).toMatch(/^e1\./);
    expect(await counsellor.call('booking.showVisit', { appointmentId })).toMatchObject({ note });
  });

  test('not come: a kind word, no punishment; come late after all, it is put right', async () => {
    await counsellor.call('booking.markNoShow', { appointmentId });
    expect(await state()).toBe('missed');
    expect(await month()).toMatchObject({ missed: 1 });
    await scenario.test.runJobs();
    const { notices } = await me.call('notify.listInbox', {});
    expect(notices).toMatchObject([{ kind: 'visitMissed', appointmentId }]);
    await counsellor.call('booking.checkIn', { appointmentId });
    expect(await month()).toMatchObject({ missed: 0 });
    // They may book again at once.
    const [later = ''] = await scenario.free(['9:00']);
    expect((await scenario.book(me, later)).state).toBe('booked');
  });

  test('what cannot follow is refused: too early, another day, or over', async () => {
    setClock(at('9:59', 0));
    expect(await counsellor.refusal('booking.markNoShow', { appointmentId })).toBe('CANNOT_FOLLOW');
    expect(await complete()).toMatchObject({ error: { code: 'CANNOT_FOLLOW' } });
    setClock(at('10:00', 1));
    expect(await counsellor.refusal('booking.checkIn', { appointmentId })).toBe('CANNOT_FOLLOW');
    // Written down a day late: that is better than never.
    expect(await complete()).toMatchObject({ ok: true });
    for (const action of ['booking.checkIn', 'booking.markNoShow', 'booking.cancel'] as const) {
      expect(await counsellor.refusal(action, { appointmentId })).toBe('CANNOT_FOLLOW');
    }
  });

  test('a colleague sees and changes nothing of it', async () => {
    for (const action of [
      ...(['booking.checkIn', 'booking.markNoShow', 'booking.showVisit'] as const),
      'booking.cancel' as const,
    ]) {
      expect(await colleague.refusal(action, { appointmentId })).toBe('NOT_FOUND');
    }
    expect(await finish(colleague, { kind: 'none' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  test('one visit shows earlier ones with this counsellor, and not those with a colleague', async () => {
    await complete({ kind: 'followUp', inWeeks: 1 });
    const [theirs = ''] = await scenario.free(['9:00'], { counsellorId: 'counsellor-two' });
    await scenario.book(me, theirs);
    const [own = ''] = await scenario.free(['14:00']);
    const second = await scenario.book(me, own);
    const shown = await counsellor.call('booking.showVisit', { appointmentId: second.id });
    expect(shown).toMatchObject({
      entry: { slotId: own, visit: { visitNumber: 3, phone: '13800001234', state: 'booked' } },
      earlier: [{ appointmentId, state: 'done', note, next: { kind: 'followUp' } }],
    });
    expect(shown.earlier).toHaveLength(1);
    const [look] = await scenario.database.find(accessLog, { where: { childId: me.childId } });
    expect(look).toMatchObject({ viewer: 'wx-li', purpose: 'day', count: 1 });
  });

  test('a further visit goes into a free place of one’s own, with the same number to call', async () => {
    await complete({ kind: 'followUp', inWeeks: 1 });
    const [own = '', held = ''] = await scenario.free(['14:00', '15:00']);
    const [theirs = ''] = await scenario.free(['14:00'], { counsellorId: 'counsellor-two' });
    await me.call('booking.holdSlot', { slotId: held, childId: me.childId });
    const next = (to: string) => ({ appointmentId, slotId: to });
    expect(await counsellor.refusal('booking.bookNext', next(theirs))).toBe('NOT_FOUND');
    expect(await counsellor.refusal('booking.bookNext', next(held))).toBe('SLOT_TAKEN');
    const booked = await counsellor.call('booking.bookNext', next(own));
    expect(booked).toMatchObject({ start: at('14:00'), state: 'booked', worries: ['unhappy'] });
    const { entries } = await counsellor.call('booking.listDay', { day: dayOf(at('14:00')) });
    expect(entries.find((entry) => entry.slotId === own)?.visit).toMatchObject({
      ...{ phone: '13800001234', relation: 'paternalGrandmother', visitNumber: 2 },
    });
    await scenario.test.runJobs();
    const { notices } = await me.call('notify.listInbox', {});
    expect(notices.map(({ kind }) => kind).sort()).toStrictEqual(['nextStep', 'visitBooked']);
  });

  test('a parent takes part from afar, and the day says who', async () => {
    const father = scenario.as('wx-father');
    const family = await scenario.family({
      with: [{ openid: father.openid, relation: 'father' }],
    });
    const [eleven = ''] = await scenario.free(['11:00']);
    const visit = await scenario.book(family, eleven);
    const join = (who: Person, wanted: boolean) =>
      who.call('booking.joinVisit', { appointmentId: visit.id, join: wanted });
    expect(await join(father, true)).toMatchObject({ joiners: [{ relation: 'father', me: true }] });
    expect((await join(father, true)).joiners).toHaveLength(1);
    const joining = async () => {
      const { entries } = await counsellor.call('booking.listDay', { day: dayOf(at('11:00')) });
      return entries[0]?.visit?.joining;
    };
    expect(await joining()).toStrictEqual(['father']);
    const seen = await family.call('booking.listAppointments', { when: 'upcoming' });
    expect(seen.appointments[0]?.joiners).toStrictEqual([{ relation: 'father', me: false }]);
    expect(await join(father, false)).toMatchObject({ joiners: [] });
    expect(await joining()).toStrictEqual([]);
    const ask = { appointmentId: visit.id, join: true };
    expect(await me.refusal('booking.joinVisit', ask)).toBe('NOT_FOUND');
    expect(await counsellor.refusal('booking.joinVisit', ask)).toBe('NOT_FOUND');
  });

  test('reminded, the family says once that it comes, and the day shows it until it moves', async () => {
    const father = scenario.as('wx-father');
    const family = await scenario.family({
      with: [{ openid: father.openid, relation: 'father' }],
    });
    const [eleven = '', other = ''] = await scenario.free(['11:00', '14:00']);
    const visit = await scenario.book(family, eleven);
    const ask = { appointmentId: visit.id };
    const shown = () => family.call('booking.showAppointment', ask);
    expect(await shown()).toMatchObject({ confirmed: false, canConfirm: false });
    setClock(visit.start - dayMs + hourMs);
    expect(await shown()).toMatchObject({ confirmed: false, canConfirm: true, canCancel: true });

    const yes = { confirmed: true, canConfirm: false, canCancel: true };
    expect(await family.call('booking.confirmVisit', ask)).toMatchObject(yes);
    const at = (await scenario.slot(eleven)).confirmedAt;
    moveClock(hourMs);
    expect(await father.call('booking.confirmVisit', ask)).toMatchObject(yes);
    expect((await scenario.slot(eleven)).confirmedAt).toBe(at);
    const onTheDay = async () => {
      const { entries } = await counsellor.call('booking.listDay', { day: dayOf(visit.start) });
      return entries.flatMap(({ visit: one }) => (one ? one.confirmed : []));
    };
    expect(await onTheDay()).toStrictEqual([true]);
    expect(await me.refusal('booking.confirmVisit', ask)).toBe('NOT_FOUND');
    expect(await counsellor.refusal('booking.confirmVisit', ask)).toBe('NOT_FOUND');

    // Of another time nothing was said, and a place that is given up keeps nothing of it.
    await family.call('booking.holdSlot', { slotId: other, childId: family.childId });
    const moved = await family.call('booking.reschedule', { ...ask, slotId: other });
    expect(moved).toMatchObject({ confirmed: false });
    expect(await onTheDay()).toStrictEqual([false]);
    expect((await scenario.slot(eleven)).confirmedAt).toBeNull();
    await family.call('booking.confirmVisit', ask);
    await family.call('booking.cancel', ask);
    expect((await scenario.slot(other)).confirmedAt).toBeNull();
    expect(await family.refusal('booking.confirmVisit', ask)).toBe('CANNOT_FOLLOW');
  });

  test('a visit that has begun is no longer confirmed', async () => {
    expect(await me.refusal('booking.confirmVisit', { appointmentId })).toBe('TOO_LATE');
  });

  test('the week shows places without who comes', async () => {
    await scenario.freeAt([at('9:00', 3), at('9:00', 8)]);
    const week = await counsellor.call('booking.listWeek', { from: '2026-11-23' });
    expect(week.entries.map(({ state: of }) => of)).toStrictEqual(['booked', 'free']);
    expect(JSON.stringify(week)).not.toContain(appointmentId);
  });

  test('the year in months, the newest first; what families gave up is counted too', async () => {
    await complete({ kind: 'referral', serviceId: service._id });
    const [later = ''] = await scenario.freeAt([at('9:00', 3)]);
    const { id } = await scenario.book(me, later);
    await me.call('booking.cancel', { appointmentId: id });
    await scenario.database.add(tallies, {
      ...{ _id: 'counsellor-one_2026-10', counsellorId: 'counsellor-one', month: '2026-10' },
      ...{ done: 7, missed: 1, first: 2, referred: 0 },
    });
    await scenario.database.add(tallies, {
      ...{ _id: 'counsellor-one_2025-11', counsellorId: 'counsellor-one', month: '2025-11' },
      ...{ done: 9, missed: 9, first: 9, referred: 9 },
    });
    const { months } = await counsellor.call('booking.showStatistics', {});
    expect(months).toStrictEqual([
      { month: '2026-11', done: 1, missed: 0, cancelled: 1, first: 1, referred: 1 },
      { month: '2026-10', done: 7, missed: 1, cancelled: 0, first: 2, referred: 0 },
    ]);
    moveClock(hourMs + dayMs);
    expect(await colleague.call('booking.showStatistics', {})).toStrictEqual({ months: [] });
  });
});
