import { at, setClock } from '../support/clock';
import { service } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

describe('a referral to another service', () => {
  let scenario: Scenario;
  let counsellor: Person;
  let me: Booker;
  let appointmentId: string;

  beforeEach(async () => {
    scenario = await Scenario.start();
    counsellor = await scenario.counsellor('wx-li');
    me = await scenario.family({ nickname: '小树' });
    const [slotId = ''] = await scenario.freeAt([at('10:00', 0)]);
    ({ id: appointmentId } = await scenario.book(me, slotId));
    setClock(at('10:00', 0));
  });
  afterEach(async () => {
    await scenario.close();
  });

  const suggest = () =>
    counsellor.call('booking.complete', {
      appointmentId,
      next: { kind: 'referral', serviceId: service._id },
    });
  const answer = (agree: boolean) => ({ appointmentId, agree });
  const open = async () =>
    (await counsellor.call('booking.listReferrals', {})).referrals.map(({ state }) => state);

  test('names the service, is agreed to by the family, and its outcome is written down', async () => {
    await suggest();
    expect(await open()).toStrictEqual(['suggested']);
    const agreed = await me.call('booking.answerReferral', answer(true));
    expect(agreed.next).toStrictEqual({
      ...{ kind: 'referral', serviceId: service._id, serviceName: service.name },
      state: 'agreed',
    });
    const { referrals } = await counsellor.call('booking.listReferrals', {});
    expect(referrals).toMatchObject([
      { appointmentId, nickname: '小树', serviceName: service.name, state: 'agreed' },
    ]);
    const attended = { appointmentId, attended: true };
    expect(await counsellor.call('booking.recordReferral', attended)).toStrictEqual({
      state: 'attended',
    });
    expect(await open()).toStrictEqual([]);
  });

  test('nobody is sent on without having agreed', async () => {
    await suggest();
    const attended = { appointmentId, attended: true };
    expect(await counsellor.refusal('booking.recordReferral', attended)).toBe('CANNOT_FOLLOW');
    await me.call('booking.answerReferral', answer(false));
    expect(await open()).toStrictEqual([]);
    expect(await counsellor.refusal('booking.recordReferral', attended)).toBe('CANNOT_FOLLOW');
    // They may think it over.
    expect((await me.call('booking.answerReferral', answer(true))).next).toMatchObject({
      state: 'agreed',
    });
  });

  test('is for the family of the visit and its counsellor', async () => {
    await suggest();
    const other = await scenario.family();
    const colleague = await scenario.counsellor('wx-yang', 'counsellor-two');
    expect(await other.refusal('booking.answerReferral', answer(true))).toBe('NOT_FOUND');
    expect(await counsellor.refusal('booking.answerReferral', answer(true))).toBe('NOT_FOUND');
    const attended = { appointmentId, attended: true };
    expect(await colleague.refusal('booking.recordReferral', attended)).toBe('NOT_FOUND');
    expect(await colleague.call('booking.listReferrals', {})).toMatchObject({ referrals: [] });
  });

  test('where there is none there is nothing to answer, and no service is made up', async () => {
    expect(await me.refusal('booking.answerReferral', answer(true))).toBe('CANNOT_FOLLOW');
    const next = { kind: 'referral' as const, serviceId: 'nowhere' };
    expect(await counsellor.refusal('booking.complete', { appointmentId, next })).toBe('NOT_FOUND');
  });
});
