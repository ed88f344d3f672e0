import { consentVersions } from '@contract/consent';
import type { ConsentState, Purpose } from '@contract/enums';
import { children, consentRecords } from '../../../cloudfunctions/platform/collections';
import { record } from '../support/things';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

/** rules.md, "Who is who" and "Law → functions" (PIPL 14, 15, 28, 29, 31). */
describe('consent', () => {
  let scenario: Scenario;
  let grandma: Booker;
  let father: Person;
  let childId: string;

  beforeEach(async () => {
    scenario = await Scenario.start();
    father = scenario.as('wx-father');
    grandma = await scenario.family({ with: [{ openid: 'wx-father', relation: 'father' }] });
    ({ childId } = grandma);
    await scenario.database.update(children, childId, { consents: [] });
  });
  afterEach(async () => {
    await scenario.close();
  });

  const says = (who: Person, agree: boolean, purpose: Purpose = 'booking') =>
    who.call('account.giveConsent', {
      childId,
      choices: [{ purpose, agree, version: consentVersions[purpose] }],
    });
  const takesBack = (who: Person, purpose: Purpose = 'booking') =>
    who.call('account.withdrawConsent', { childId, purpose });
  async function state(purpose: Purpose = 'booking'): Promise<ConsentState | undefined> {
    const { child } = await grandma.call('family.showCircle', { childId });
    return child.consents.find((one) => one.purpose === purpose)?.state;
  }
  async function booking(voice?: Awaited<ReturnType<typeof record>>) {
    const [slotId = ''] = await scenario.free(['9:00']);
    await grandma.call('booking.holdSlot', { slotId, childId });
    return grandma.ask('booking.book', { slotId, childId, worries: [], voice });
  }

  test('nothing is booked before anybody was asked', async () => {
    expect(await booking()).toMatchObject({ ok: false, error: { code: 'CONSENT_NEEDED' } });
  });

  test('what a grandmother begins is pending until a parent confirms it', async () => {
    await says(grandma, true);
    expect(await state()).toBe('pending');
    expect((await booking()).ok).toBe(true);
    await says(father, true);
    expect(await state()).toBe('given');
    await says(grandma, true);
    expect(await state()).toBe('given');
  });

  test.each<[string, (() => Promise<unknown>)[]]>([
    ['begins anew', [() => says(grandma, true)]],
    ['says no first and then yes', [() => says(grandma, false), () => says(grandma, true)]],
    [
      'takes it back first and then says yes',
      [() => takesBack(grandma), () => says(grandma, true)],
    ],
  ])('a caregiver who %s does not overrule a parent’s no', async (_name, steps) => {
    await says(grandma, true);
    await says(father, false);
    for (const step of steps) await step();
    expect(await state()).toBe('refused');
    expect(await booking()).toMatchObject({ error: { code: 'CONSENT_NEEDED' } });
  });

  test('nor a parent’s withdrawal', async () => {
    await says(father, true);
    await takesBack(father);
    await says(grandma, false);
    await says(grandma, true);
    expect(await state()).toBe('withdrawn');
  });

  test('a caregiver may take back what a parent gave, at once', async () => {
    await says(father, true);
    await takesBack(grandma);
    expect(await state()).toBe('withdrawn');
    expect(await booking()).toMatchObject({ error: { code: 'CONSENT_NEEDED' } });
  });

  test('a new text asks again: the older agreement counts no longer', async () => {
    await says(father, true);
    const child = await scenario.database.get(children, childId);
    const consents = child?.consents.map((one) => ({ ...one, version: '2020-01' }));
    await scenario.database.update(children, childId, { consents });
    expect(await state()).toBe('outdated');
    expect(await booking()).toMatchObject({ error: { code: 'CONSENT_NEEDED' } });
    const old = { purpose: 'booking' as const, agree: true, version: '2020-01' };
    expect(await father.refusal('account.giveConsent', { childId, choices: [old] })).toBe(
      'CONSENT_CHANGED',
    );
    await says(father, true);
    expect(await state()).toBe('given');
  });

  test('withdrawing says how many visits still stand, and they do', async () => {
    await says(father, true);
    await booking();
    expect(await takesBack(grandma)).toMatchObject({ visitsAhead: 1 });
    const { appointments } = await grandma.call('booking.listAppointments', { when: 'upcoming' });
    expect(appointments).toMatchObject([{ state: 'booked', canCancel: true }]);
  });

  test('a recording is sent and heard only while recordings are agreed to', async () => {
    const counsellor = await scenario.counsellor('wx-li');
    await says(father, true);
    const voice = await record(grandma);
    expect(await booking(voice)).toMatchObject({ error: { code: 'CONSENT_NEEDED' } });
    await says(father, true, 'recordings');
    const [slotId = ''] = await scenario.free(['11:00']);
    await grandma.call('booking.holdSlot', { slotId, childId });
    const wish = { slotId, childId, worries: [], voice };
    const { id: appointmentId } = await grandma.call('booking.book', wish);
    await counsellor.call('booking.listenToVoice', { appointmentId });
    await takesBack(father, 'recordings');
    const refused = await counsellor.refusal('booking.listenToVoice', { appointmentId });
    expect(refused).toBe('NOT_FOUND');
  });

  test('each purpose stands for itself, and the trail is only added to', async () => {
    await says(grandma, true, 'messages');
    await says(father, false, 'screening');
    await takesBack(grandma, 'messages');
    expect(await state('messages')).toBe('withdrawn');
    expect(await state('screening')).toBe('refused');
    expect(await state('booking')).toBe('none');
    const trail = await scenario.database.find(consentRecords, { where: { childId } });
    const decided = trail.flatMap(({ decisions }) => decisions.map(({ decision }) => decision));
    expect(decided.sort()).toStrictEqual(['begin', 'refuse', 'withdraw']);
    const exported = await father.call('account.exportMyData', { part: 'decisions', childId });
    expect(exported).toMatchObject({ part: 'decisions', decisions: [{}, {}, {}] });
  });
});
