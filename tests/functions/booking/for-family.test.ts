import {
  accessLog,
  children,
  consentRecords,
  slots,
} from '../../../cloudfunctions/platform/collections';
import { at, moveClock } from '../support/clock';
import { otherSchool, school, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

const phone = '13700000001';
const tree = { nickname: '小树', birthYear: 2017, birthMonth: 3, relation: 'maternalGrandmother' };

describe('booking for a family that telephones or comes by', () => {
  let scenario: Scenario;
  let teacher: Person;
  let director: Person;
  let counsellor: Person;
  let family: Booker;
  let nine: string;

  beforeEach(async () => {
    scenario = await Scenario.start();
    const { _id: schoolId, name: schoolName } = school;
    teacher = await scenario.staff({ openid: 'wx-wang', role: 'teacher', schoolId, schoolName });
    director = await scenario.staff({ openid: 'wx-director', role: 'director', township });
    counsellor = await scenario.counsellor('wx-li');
    family = await scenario.family({ nickname: '小石头', phone: '13800001234' });
    [nine = ''] = await scenario.free(['9:00']);
  });
  afterEach(async () => {
    await scenario.close();
  });

  const known = (childId = family.childId) => ({ known: true as const, childId });
  const unknown = (part: { schoolId?: string; township?: string } = { schoolId: school._id }) => ({
    known: false as const,
    ...tree,
    relation: 'maternalGrandmother' as const,
    phone,
    ...part,
  });
  const wish = (who: ReturnType<typeof known> | ReturnType<typeof unknown>, slotId = nine) => ({
    ...{ slotId, who },
    worries: ['school' as const],
  });
  const visit = async (slotId = nine) => {
    const { entries } = await counsellor.call('booking.listDay', { day: '2026-11-24' });
    return entries.find((entry) => entry.slotId === slotId)?.visit;
  };

  test('a teacher books for a child of the school; the family hears of it and is called', async () => {
    const booked = await teacher.call('booking.bookForFamily', wish(known()));
    expect(booked).toMatchObject({ nickname: '小石头', start: at('9:00') });
    expect(await visit()).toMatchObject({
      ...{ phone: '13800001234', relation: 'paternalGrandmother', state: 'booked' },
    });
    await scenario.test.runJobs();
    const { notices } = await family.call('notify.listInbox', {});
    expect(notices).toMatchObject([{ kind: 'visitBooked' }]);
    const looks = await scenario.database.find(accessLog, { where: { childId: family.childId } });
    expect(looks.map(({ purpose }) => purpose).sort()).toStrictEqual(['day', 'phoneIn']);
    // A number that the teacher changes is not the family's.
    await teacher.call('account.updateSettings', { phone: '13911112222' });
    expect((await visit())?.phone).toBe('13800001234');
  });

  test('a child that was not known is written down with its number and what the family said', async () => {
    const booked = await director.call('booking.bookForFamily', wish(unknown()));
    expect(await visit()).toMatchObject({
      ...{ nickname: '小树', phone, relation: 'maternalGrandmother', visitNumber: 1 },
      state: 'booked',
    });
    const { children: mine } = await director.call('family.listChildren', {});
    expect(mine).toMatchObject([{ nickname: '小树', standing: 'proxy' }]);
    const childId = mine[0]?.id ?? '';
    const [record] = await scenario.database.find(consentRecords, { where: { childId } });
    expect(record).toMatchObject({ by: 'wx-director', standing: 'proxy' });
    // As a proxy the director is family: the visit can be moved and given up for them.
    const { appointmentId } = booked;
    expect(await director.call('booking.cancel', { appointmentId })).toMatchObject({
      state: 'cancelled',
      changedBy: 'family',
    });
  });

  test('a counsellor takes a call into a place of their own, of the county, not of a colleague', async () => {
    const [theirs = ''] = await scenario.free(['9:00'], { counsellorId: 'counsellor-two' });
    const refused = wish(unknown(), theirs);
    expect(await counsellor.refusal('booking.bookForFamily', refused)).toBe('NOT_FOUND');
    const far = unknown({ township: '990102001' });
    expect(await counsellor.refusal('booking.bookForFamily', wish(far))).toBe('NOT_FOUND');
    // A child of the county that is not theirs to look up.
    expect(await counsellor.refusal('booking.bookForFamily', wish(known()))).toBe('NOT_FOUND');
    await counsellor.call('booking.bookForFamily', wish(unknown()));
    expect(await visit()).toMatchObject({ nickname: '小树', phone });
    expect(
      await scenario.database.find(children, { where: { schoolId: school._id } }),
    ).toHaveLength(2);
  });

  test('nobody books for the children of another place, nor into what is taken or kept', async () => {
    const hills = await scenario.family({ at: otherSchool });
    const other = wish(known(hills.childId));
    expect(await teacher.refusal('booking.bookForFamily', other)).toBe('NOT_FOUND');
    expect(await teacher.refusal('booking.bookForFamily', wish(known('child-0')))).toBe(
      'NOT_FOUND',
    );
    const [ten = '', eleven = ''] = await scenario.free(['10:00', '11:00']);
    await family.call('booking.holdSlot', { slotId: ten, childId: family.childId });
    expect(await teacher.refusal('booking.bookForFamily', wish(known(), ten))).toBe('SLOT_TAKEN');
    await scenario.database.update(slots, eleven, { openFrom: Date.now() + 1 });
    expect(await teacher.refusal('booking.bookForFamily', wish(known(), eleven))).toBe(
      'SLOT_TAKEN',
    );
    moveClock(1);
    await teacher.call('booking.bookForFamily', wish(known(), eleven));
  });

  test('without the family’s agreement nothing is booked', async () => {
    const { childId } = family;
    await family.call('account.withdrawConsent', { childId, purpose: 'booking' });
    expect(await teacher.refusal('booking.bookForFamily', wish(known()))).toBe('CONSENT_NEEDED');
  });

  test('where a grandmother has begun and a parent is there, the parent is asked', async () => {
    const father = scenario.as('wx-father');
    const pending = await scenario.family({
      pending: true,
      with: [{ openid: father.openid, relation: 'father' }],
    });
    await teacher.call('booking.bookForFamily', wish(known(pending.childId)));
    expect(await visit()).toMatchObject({ state: 'awaitingConsent' });
    await scenario.test.runJobs();
    expect(await father.call('notify.listInbox', {})).toMatchObject({
      notices: [{ kind: 'consentWanted' }],
    });
  });

  test('the places to choose from are those the family may use', async () => {
    const [clinic = ''] = await scenario.free(['9:30'], {
      ...{ kind: 'clinic', counsellorId: 'counsellor-two' },
    });
    const [theirs = ''] = await scenario.free(['9:40'], {
      ...{ schoolId: otherSchool._id, counsellorId: 'counsellor-three' },
    });
    const found = async (who: Person, input: object) =>
      (await who.call('booking.findForFamily', input)).slots.map(({ slotId }) => slotId);
    expect(await found(teacher, {})).toStrictEqual([nine, clinic]);
    expect(await found(teacher, { childId: family.childId })).toStrictEqual([nine, clinic]);
    expect(await found(director, {})).toStrictEqual([clinic]);
    expect(await found(counsellor, { own: true })).toStrictEqual([nine]);
    expect(await found(counsellor, { schoolId: otherSchool._id })).toStrictEqual([clinic, theirs]);
    expect(await found(teacher, { day: '2026-11-25' })).toStrictEqual([]);
    const hills = { schoolId: otherSchool._id };
    expect(await teacher.refusal('booking.findForFamily', hills)).toBe('NOT_FOUND');
    expect(await teacher.refusal('booking.findForFamily', { own: true })).toBe('FORBIDDEN');
    expect(await counsellor.refusal('booking.findForFamily', {})).toBe('INVALID_INPUT');
    const { childId } = family;
    expect(await counsellor.refusal('booking.findForFamily', { childId })).toBe('NOT_FOUND');
  });
});
