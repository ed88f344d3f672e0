import { limits } from '@contract/limits';
import { dayMs, dayOf, hourMs } from '@rules/dates';
import { sweepAlerts } from '../../../cloudfunctions/areas/safety/sweep-alerts';
import {
  alerts,
  contentChecks,
  people,
  unheard,
} from '../../../cloudfunctions/platform/collections';
import { monday, moveClock } from '../support/clock';
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
    expect(await scenario.database.get(unheard, ref)).toMatchObject({ waiting: false });
  });

  /** A recording of the child's day, of which nothing else is kept once the day is put right. */
  const spokenOfToday = async () => {
    const { grandma, li } = here;
    const day = { childId: grandma.childId, day: dayOf(monday), face: 'low' as const };
    const voice = await record(grandma);
    await grandma.call('family.recordMood', { ...day, voice });
    // WeChat has nothing against it: the day keeps only what is said of it last.
    await here.scenario.database.removeWhere(contentChecks, { lookAt: { $gt: 0 } });
    await grandma.call('family.recordMood', { ...day, voice: await record(grandma, 'two') });
    const { recordings } = await li.call('safety.listUnheard', {});
    const opened = await Promise.all(
      recordings.map(({ ref }) => here.scenario.database.get(unheard, ref)),
    );
    const ref = opened.find((one) => voice.fileId.endsWith(one?.files[0] ?? '-'))?._id ?? '';
    return { voice, ref };
  };
  const isThere = async (fileId: string) => {
    const { temporaryLink } = await import('../../../cloudfunctions/platform/sdk');
    return (await temporaryLink(fileId, 60)) !== undefined;
  };

  test('who hears nothing in it does not take it from the other one who hears danger', async () => {
    const { scenario, li, yang, admin, standard, rowsOf, told } = here;
    await standard();
    const { voice, ref } = await spokenOfToday();
    // Both have listened.
    await li.call('safety.openUnheard', { ref });
    await yang.call('safety.openUnheard', { ref });
    expect(await li.call('safety.markVoiceHeard', { ref, level: 'S0' })).toEqual({});
    expect((await yang.call('safety.listUnheard', {})).recordings).toHaveLength(1);
    moveClock(dayMs);
    await scenario.test.runJobs();
    const { alertId = '' } = await yang.call('safety.markVoiceHeard', { ref, level: 'S3' });
    expect(await rowsOf(admin)).toMatchObject([{ id: alertId, level: 'S3', reason: 'heard' }]);
    const { alert } = await yang.call('safety.showAlert', { alertId });
    expect(alert.said.url).toContain('http');
    expect(await told(here.next)).toBe(1);
    moveClock(limits.heardDays * dayMs + hourMs);
    await sweepAlerts(scenario.database, Date.now());
    // The alert holds the recording now.
    expect(await scenario.database.get(unheard, ref)).toBeUndefined();
    expect(await isThere(voice.fileId)).toBe(true);
  });

  test('who hears more in it makes the same alert graver', async () => {
    const { scenario, li, yang, standard } = here;
    await standard();
    const { ref } = await spokenOfToday();
    const { alertId = '' } = await li.call('safety.markVoiceHeard', { ref, level: 'S1' });
    expect(await yang.call('safety.markVoiceHeard', { ref, level: 'S3' })).toEqual({ alertId });
    expect(await scenario.database.get(alerts, alertId)).toMatchObject({ level: 'S3' });
    // Nobody takes back by a tap what another has heard.
    expect(await li.call('safety.markVoiceHeard', { ref, level: 'S0' })).toEqual({});
    expect(await scenario.database.get(alerts, alertId)).toMatchObject({ level: 'S3' });
  });

  test('a link that does not come takes no recording from those who are to listen; a file that is gone does', async () => {
    const { li, scenario, standard } = here;
    await standard();
    const { voice, ref } = await spokenOfToday();
    const { cloud } = await import('../../../cloudfunctions/platform/sdk/cloud');
    // What the SDK makes of an answer of cloud storage that it does not know.
    const failed = { tempFileURL: '', status: -501001, errMsg: '', maxAge: 0 };
    const fileList = [{ fileID: voice.fileId, ...failed }];
    const links = jest.spyOn(cloud, 'getTempFileURL');
    links.mockResolvedValueOnce({ fileList, errMsg: '' });
    expect(await li.refusal('safety.openUnheard', { ref })).toBe('INTERNAL');
    links.mockRestore();
    expect(await scenario.database.get(unheard, ref)).toMatchObject({ waiting: true });
    expect((await li.call('safety.openUnheard', { ref })).url).toContain('http');
    const { deleteFiles } = await import('../../../cloudfunctions/platform/sdk');
    await deleteFiles([voice.fileId]);
    expect(await li.refusal('safety.openUnheard', { ref })).toBe('NOT_FOUND');
    expect(await scenario.database.get(unheard, ref)).toBeUndefined();
  });

  test('what nobody heard anything in goes after some days, with its recording', async () => {
    const { scenario, li, standard } = here;
    await standard();
    const { voice, ref } = await spokenOfToday();
    await li.call('safety.markVoiceHeard', { ref, level: 'S0' });
    await sweepAlerts(scenario.database, monday + limits.heardDays * dayMs - hourMs);
    expect(await isThere(voice.fileId)).toBe(true);
    await sweepAlerts(scenario.database, monday + limits.heardDays * dayMs + hourMs);
    expect(await scenario.database.get(unheard, ref)).toBeUndefined();
    expect(await isThere(voice.fileId)).toBe(false);
  });

  test('nor does it outlive the account that recorded it', async () => {
    const { scenario, grandma, father, li, standard } = here;
    await standard();
    const { voice, ref } = await spokenOfToday();
    await li.call('safety.markVoiceHeard', { ref, level: 'S0' });
    for (const { openid } of [grandma, father]) {
      await scenario.database.update(people, openid, { deleteAt: monday });
    }
    moveClock(hourMs);
    await scenario.test.runJobs();
    expect(await scenario.database.get(unheard, ref)).toBeUndefined();
    expect(await isThere(voice.fileId)).toBe(false);
  });
});
