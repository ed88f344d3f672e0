import { slots } from '../../../cloudfunctions/platform/collections';
import { Scenario } from '../support/scenario';

describe('the log of a fault of ours', () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await Scenario.start();
  });
  afterAll(async () => {
    await scenario.close();
  });

  test('says which kind and where, and quotes nothing', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const counsellor = await scenario.counsellor('wx-li');
    await scenario.book(await scenario.family(), nine);
    await scenario.database.update(slots, nine, { card: '小石头 13812345678' });
    const answer = await counsellor.ask('booking.listDay', { day: '2026-11-24' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', retry: 'same' } });
    expect(JSON.stringify(answer)).not.toMatch(/encrypted|小石头|\.ts/);
    const line: unknown = JSON.parse(scenario.log.lines.at(-1) ?? '');
    expect(line).toMatchObject({ action: 'booking.listDay', code: 'INTERNAL', kind: 'Error' });
    expect(scenario.log.lines.at(-1)).not.toMatch(/小石头|138/);
  });

  test('quotes nothing of a message that has several lines either', async () => {
    const { serve } = await import('../../../cloudfunctions/platform/serve');
    const { withCaller } = await import('../../../local-cloud');
    const failing = serve([
      {
        name: 'account.home',
        allow: 'anyone',
        run: () => Promise.reject(new Error('bad document:\n  nickname: 小石头\n  phone: 138')),
      },
    ]);
    const event = { action: 'account.home', input: {}, requestId: 'failing-request-1' };
    const answer = await withCaller('wx-somebody', () => failing(event));
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    const line = scenario.log.lines.at(-1) ?? '';
    expect(line).toContain('"code":"INTERNAL"');
    expect(line).toContain('log.test');
    expect(line).not.toMatch(/小石头|138|wx-somebody/);
  });
});
