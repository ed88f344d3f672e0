import { hourMs } from '@rules/dates';
import { unheard } from '../../../cloudfunctions/platform/collections';
import { monday } from '../support/clock';
import { record } from '../support/things';
import { startDesk, type SafeguardingDesk } from './support';

describe('a recording without words', () => {
  let here: SafeguardingDesk;

  beforeEach(async () => {
    here = await startDesk();
  });
  afterEach(() => here.scenario.close());

  test('a recording without words waits for an ear, and becomes an alert by a person', async () => {
    const { scenario, grandma, li, yang, standard, say } = here;
    await standard();
    const voice = await record(grandma);
    const spoken = { kind: 'voice' as const, voice };
    await say('', { content: spoken, urgent: 'other' });
    const { recordings } = await li.call('safety.listUnheard', {});
    expect(recordings).toMatchObject([
      { urgent: true, hearBy: monday + 2 * hourMs, nickname: '小石头', seconds: 2 },
    ]);
    const ref = recordings[0]?.ref ?? '';
    expect((await li.call('safety.openUnheard', { ref })).url).toContain('http');
    const heard = { ref, level: 'S2' as const, text: '说身上疼' };
    const { alertId = '' } = await li.call('safety.markVoiceHeard', heard, 'heard-once-1');
    await li.call('safety.markVoiceHeard', heard, 'heard-once-1');
    expect((await li.call('safety.listUnheard', {})).recordings).toEqual([]);
    const { alert } = await yang.call('safety.showAlert', { alertId });
    expect(alert).toMatchObject({ reason: 'heard', said: { kind: 'voice', text: '说身上疼' } });
    expect(await grandma.refusal('safety.openUnheard', { ref })).toBe('FORBIDDEN');
    expect(await scenario.database.get(unheard, ref)).toBeUndefined();
  });
});
