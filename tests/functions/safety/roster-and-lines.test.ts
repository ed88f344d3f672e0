import { dayOf, hourMs } from '@rules/dates';
import { monday, setClock } from '../support/clock';
import { putOnDuty, withPhone } from '../support/roster';
import { despair, startDesk, type SafeguardingDesk } from './support';

describe('the duty roster and the telephone lines', () => {
  let here: SafeguardingDesk;

  beforeEach(async () => {
    here = await startDesk();
  });
  afterEach(() => here.scenario.close());

  test('the roster takes only people who can be reached, shows its gaps, and shifts are swapped', async () => {
    const { scenario, grandma, li, yang, admin } = here;
    const week = '2026-11-23';
    const entry = { day: '2026-11-24', from: 480, to: 1080, postId: 'post-wx-li' };
    const refused = await admin.call('safety.setDuty', { week, rev: 0, entries: [entry] });
    expect(refused).toMatchObject({ set: false, unreachable: [{ postId: 'post-wx-li' }] });
    await withPhone(scenario, li.openid);
    const set = await admin.call('safety.setDuty', { week, rev: 0, entries: [entry] });
    expect(set).toMatchObject({ set: true, rev: 1 });
    expect(await admin.refusal('safety.setDuty', { week, rev: 0, entries: [] })).toBe(
      'CHANGED_MEANWHILE',
    );
    const shown = await li.call('safety.listDuty', { from: '2026-11-26' });
    expect(shown).toMatchObject({ week, mayChange: false, shifts: [{ duty: { mine: true } }] });
    expect(shown.gaps).toEqual(
      expect.arrayContaining([
        { day: '2026-11-24', from: 0, to: 480 },
        { day: '2026-11-24', from: 1080, to: 1440 },
      ]),
    );
    const shiftId = shown.shifts[0]?.id ?? '';
    const swap = { week, shiftId, toPostId: 'post-wx-yang' };
    expect(await li.refusal('safety.askSwap', swap)).toBe('UNREACHABLE');
    await withPhone(scenario, yang.openid);
    expect(await yang.refusal('safety.askSwap', { ...swap, toPostId: 'post-wx-li' })).toBe(
      'FORBIDDEN',
    );
    await li.call('safety.askSwap', swap);
    await yang.call('safety.answerSwap', { week, shiftId, agree: true });
    const after = await li.call('safety.listDuty', { from: week });
    expect(after.shifts[0]?.duty).toMatchObject({ postId: 'post-wx-yang', name: '杨主任' });
    setClock(monday + 24 * hourMs);
    expect(await grandma.call('safety.whoIsOnDuty', { childId: grandma.childId })).toMatchObject({
      onDuty: true,
      until: monday + 34 * hourMs,
    });
  });

  test('whoever loses their post is on duty no more: the stand-in is, or it is a gap', async () => {
    const { scenario, li, yang, admin, say, told } = here;
    await putOnDuty(scenario, [
      { duty: li.openid, standIn: yang.openid, to: 12 },
      { duty: li.openid, from: 12 },
    ]);
    await admin.call('account.endPost', { postId: 'post-wx-li' });
    expect((await say(despair)).help).toEqual({ level: 'S3', onDuty: true });
    expect(await told(yang)).toBe(1);
    expect(await li.refusal('safety.listAlerts', { show: 'open' })).toBe('FORBIDDEN');
    const { shifts, gaps } = await yang.call('safety.listDuty', { from: dayOf(monday) });
    expect(shifts).toMatchObject([{ duty: { postId: 'post-wx-yang', mine: true } }]);
    expect(gaps[0]).toEqual({ day: dayOf(monday), from: 720, to: 1440 });
  });

  test('a wrong number is said with one tap, and whoever has called it says so', async () => {
    const { scenario, admin } = here;
    await scenario.as('wx-nobody').call('safety.reportLine', {
      ...{ lineId: 'national-12356', what: 'noAnswer' },
    });
    const line = async () =>
      (await admin.call('safety.listLines', {})).lines.find(({ id }) => id === 'national-12356');
    expect(await line()).toMatchObject({ reports: { noAnswer: 1, wrongNumber: 0 } });
    await admin.call('safety.verifyLine', { lineId: 'national-12356' });
    expect(await line()).toMatchObject({ verifiedAt: monday, reports: { noAnswer: 0 } });
    expect(
      await admin.refusal('safety.verifyLine', { lineId: 'national-12356', number: '12345' }),
    ).toBe('FORBIDDEN');
  });
});
