import type { InputOf } from '@contract';
import { limits } from '@contract/limits';
import { addDays, dayMs, dayOf } from '@rules/dates';
import {
  accessLog,
  notices,
  recordings,
  threads,
  unheard,
} from '../../../cloudfunctions/platform/collections';
import { moveClock } from '../support/clock';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';
import { anyWish } from '../support/waiting';

/** What nobody needs any more goes by itself (rules.md, "retention"). */
describe('what is kept only so long', () => {
  let scenario: Scenario;
  let grandma: Booker;

  beforeEach(async () => {
    scenario = await Scenario.start();
    grandma = await scenario.family({ openid: 'wx-grandma' });
  });
  afterEach(async () => {
    await scenario.close();
  });

  /** Notes a recording and sends it, as the mini program does. */
  const record = async (who: Person, childId: string, file: string) => {
    const { path } = await who.call('account.noteRecording', { childId, file });
    const { default: sdk } = await import('wx-server-sdk');
    const { fileID } = await sdk.uploadFile({ cloudPath: path, fileContent: Buffer.from('hum') });
    return { fileId: fileID, seconds: 2 };
  };
  const isThere = async ({ fileId }: { fileId: string }) => {
    const { temporaryLink } = await import('../../../cloudfunctions/platform/sdk');
    return (await temporaryLink(fileId, 60)) !== undefined;
  };
  const book = async (voice: { fileId: string; seconds: number }) => {
    const [slotId = ''] = await scenario.freeAt([Date.now() + dayMs]);
    const { childId } = grandma;
    await grandma.call('booking.holdSlot', { slotId, childId });
    await grandma.call('booking.book', { slotId, childId, worries: ['sleep'], voice });
  };
  const dropped = async () => (await scenario.test.runJobs()).recordingsDropped;
  const notes = () => scenario.database.find(recordings, { where: { _id: { $gt: '' } } });

  test('a recording that was booked stays; one that nothing came of goes after some days', async () => {
    const { childId } = grandma;
    const taken = await record(grandma, childId, 'recording-taken.mp3');
    const loose = await record(grandma, childId, 'recording-loose.mp3');
    await book(taken);
    // Its upload never came through: there is nothing to delete, and that is no error.
    await grandma.call('account.noteRecording', { childId, file: 'recording-lost.mp3' });
    moveClock((limits.looseRecordingDays - 1) * dayMs);
    expect(await dropped()).toBe(0);
    expect(await isThere(loose)).toBe(true);
    moveClock(dayMs + 1);
    expect(await dropped()).toBe(2);
    expect(await isThere(loose)).toBe(false);
    expect(await isThere(taken)).toBe(true);
    expect(await notes()).toStrictEqual([]);
  });

  test('what was said when joining the waiting list stays while the family waits, and no longer', async () => {
    const { childId } = grandma;
    const voice = await record(grandma, childId, 'recording-waiting.mp3');
    const wish = anyWish({ until: addDays(dayOf(Date.now()), 6) });
    await grandma.call('booking.joinWaitlist', { childId, wish, worries: [], voice });
    // Somebody of the staff has heard it.
    await scenario.database.removeWhere(unheard, { childId });
    moveClock(limits.looseRecordingDays * dayMs + 1);
    expect(await dropped()).toBe(0);
    expect(await isThere(voice)).toBe(true);
    // The days it asked for are over: nothing will come of it any more.
    moveClock(limits.looseRecordingDays * dayMs + dayMs);
    await scenario.test.runJobs();
    moveClock(limits.looseRecordingDays * dayMs + 1);
    await scenario.test.runJobs();
    expect(await isThere(voice)).toBe(false);
    expect(await notes()).toStrictEqual([]);
  });

  test('with the account go its recordings, but not those of a visit that stands', async () => {
    const { childId } = grandma;
    const { code } = await grandma.call('family.inviteFamily', { childId });
    await scenario.as('wx-father').call('family.joinFamily', { code, relation: 'father' });
    const loose = await record(grandma, childId, 'recording-loose.mp3');
    const taken = await record(grandma, childId, 'recording-taken.mp3');
    await book(taken);
    const other = await scenario.family({ openid: 'wx-neighbour' });
    await grandma.call('account.deleteAccount', {});
    moveClock(limits.deletionDays * dayMs + 61_000);
    // Recorded just now: too young for the job, and somebody else's.
    const neighbours = await record(other, other.childId, 'recording-other.mp3');
    const young = await record(grandma, childId, 'recording-young.mp3');
    expect((await scenario.test.runJobs()).accountsErased).toBe(1);
    expect(await Promise.all([loose, young, taken, neighbours].map(isThere))).toStrictEqual([
      ...[false, false],
      ...[true, true],
    ]);
    expect((await notes()).map(({ openid }) => openid)).toStrictEqual(['wx-neighbour']);
  });

  test('a run that is cut short is taken up again', async () => {
    const loose = await record(grandma, grandma.childId, 'recording-loose.mp3');
    moveClock(limits.looseRecordingDays * dayMs + 1);
    const { dropRecordings } =
      await import('../../../cloudfunctions/areas/account/drop-recordings');
    const { faults } = scenario.test.cloud;
    let cuts = 0;
    for (let nth = 1; ; nth += 1) {
      faults.add({ on: 'request', nth, effect: { fail: 'DATABASE_REQUEST_FAILED' } });
      const done = await dropRecordings(scenario.database, Date.now()).catch(() => undefined);
      faults.clear();
      if (done !== undefined) break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(2);
    await dropRecordings(scenario.database, Date.now());
    expect(await isThere(loose)).toBe(false);
    expect(await notes()).toStrictEqual([]);
  });

  test('messages go after twelve months with their files, and so does what a head tells of them', async () => {
    const { database } = scenario;
    const { childId } = grandma;
    const { sweepMessages } = await import('../../../cloudfunctions/areas/school/sweep-messages');
    const { openCard } = await import('../../../cloudfunctions/platform/desk-card');
    const voice = await record(grandma, childId, 'recording-said.mp3');
    const said = (who: Person, content: InputOf<'school.sendMessage'>['content']) =>
      who.call('school.sendMessage', { threadId: childId, audience: 'all', content });
    await said(grandma, { kind: 'voice', voice });
    // Somebody has listened to it: until then safeguarding keeps it (platform/kept-files).
    expect(await database.removeWhere(unheard, { childId })).toBe(1);
    const head = () => database.get(threads, childId);
    moveClock(300 * dayMs);
    const young = await said(grandma, { kind: 'text', text: '老师，他今天好多了。' });
    expect(await sweepMessages(database, Date.now())).toBe(0);
    moveClock(70 * dayMs);
    expect(await sweepMessages(database, Date.now())).toBe(1);
    expect(await isThere(voice)).toBe(false);
    expect((await head())?.tail.map(({ seq }) => seq)).toContain(young.seq);
    moveClock(300 * dayMs);
    expect(await sweepMessages(database, Date.now())).toBe(1);
    const left = await head();
    expect(left?.tail).toStrictEqual([]);
    expect(left && openCard(left)).toStrictEqual({ nickname: '', seq: 0 });
    expect(await sweepMessages(database, Date.now())).toBe(0);
  });

  test('a line of the inbox goes after half a year', async () => {
    const { sweep } = await import('../../../cloudfunctions/platform/sweep');
    const at = (days: number) => Date.now() - days * dayMs;
    const line = (days: number) => ({
      ...{ _id: `n${days}`, to: 'wx-grandma', kind: 'announced' as const, at: at(days) },
      details: '',
    });
    await scenario.database.addMany(notices, [line(0), line(180), line(limits.noticeDays + 1)]);
    await sweep(scenario.database, Date.now());
    const found = await scenario.database.find(notices, { where: { to: 'wx-grandma' } });
    expect(found.map(({ _id }) => _id).sort()).toStrictEqual(['n0', 'n180']);
  });

  describe('the log of who looked', () => {
    const look = (day: string, number: number) => ({
      ...{ _id: `${day}_wx_${number}_roster`, day, viewer: 'wx', childId: `child-${number}` },
      ...{ purpose: 'roster' as const, who: '', count: 1, firstAt: 0, lastAt: 0 },
    });
    const days = async () =>
      (
        await scenario.database.find(accessLog, {
          where: { _id: { $gt: '' } },
          limit: 1000,
        })
      ).map(({ day }) => day);

    test('goes back at least six months, and nothing younger is touched', async () => {
      expect(limits.accessLogDays).toBeGreaterThanOrEqual(184);
      const today = dayOf(Date.now());
      const firstKept = addDays(today, -limits.accessLogDays);
      const kept = [today, addDays(today, -1), addDays(firstKept, 1), firstKept];
      const old = [addDays(firstKept, -1), addDays(firstKept, -400), '1999-01-01'];
      const { database } = scenario;
      await database.addMany(
        accessLog,
        [...kept, ...old].map((day, at) => look(day, at)),
      );
      await scenario.test.runJobs();
      expect((await days()).sort()).toStrictEqual(kept.sort());
    });

    test('is cleared in steps: a run takes so much and the next one the rest', async () => {
      const { sweep } = await import('../../../cloudfunctions/platform/sweep');
      const today = dayOf(Date.now());
      const old = addDays(today, -limits.accessLogDays - 1);
      for (let at = 0; at < 2500; at += 500) {
        await scenario.database.addMany(
          accessLog,
          Array.from({ length: 500 }, (_, number) => look(old, at + number)),
        );
      }
      await scenario.database.add(accessLog, look(today, 0));
      const before = scenario.database.trips;
      await sweep(scenario.database, Date.now());
      // Two a step of twenty, and one for each kind of record.
      expect(scenario.database.trips - before).toBeLessThan(70);
      expect((await days()).length).toBe(501);
      await sweep(scenario.database, Date.now());
      expect(await days()).toStrictEqual([today]);
    });
  });
});
