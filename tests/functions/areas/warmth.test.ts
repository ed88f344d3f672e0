/** Notes, moods and calls between a child at home and parents away. */
import { hourMs, dayMs, minuteMs } from '@rules/dates';
import {
  children,
  due,
  people,
  recordings,
  timeline,
} from '../../../cloudfunctions/platform/collections';
import { memberId } from '../../../cloudfunctions/areas/family/circle';
import { command } from '../../../cloudfunctions/platform/database';
import { monday, moveClock } from '../support/clock';

import { school } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';
import { record } from '../support/things';

const today = '2026-11-23';

describe('between a child and those away', () => {
  let scenario: Scenario;
  let grandma: Booker;
  let father: Person;
  let childId: string;

  beforeEach(async () => {
    scenario = await Scenario.start();
    father = scenario.as('wx-father');
    grandma = await scenario.family({ with: [{ openid: father.openid, relation: 'father' }] });
    ({ childId } = grandma);
  });
  afterEach(async () => {
    await scenario.close();
  });

  const runJobs = async () => {
    const { main } = await import('../../../cloudfunctions/jobs');
    await main();
  };
  const toldTo = async (who: Person) => {
    await runJobs();
    return (await who.call('notify.listInbox', {})).notices.map(({ kind }) => kind);
  };
  const warmthOf = async (who: Person) => (await who.call('account.home', {})).warmth?.[0];

  test('the loop closes: a note is sent, heard, answered, and the answer taken in', async () => {
    const voice = await record(father);
    const note = await father.call('family.sendNote', { childId, voice, picture: 'moon' });
    moveClock(minuteMs);
    await father.call('family.sendNote', { childId, words: '想你了' });
    expect((await warmthOf(grandma))?.waiting).toEqual(['father', 'father']);
    // Two that wait are told of once.
    expect(await toldTo(grandma)).toEqual(['noteArrived']);
    const link = { childId, entryId: note.id, part: 'own' as const };
    expect((await grandma.call('family.hearVoice', link)).seconds).toBe(2);

    await grandma.call('family.markNoteHeard', { childId, noteId: note.id });
    const answer = { childId, noteId: note.id, face: 'great' as const };
    await grandma.call('family.answerNote', answer, 'answer-once-1');
    await grandma.call('family.answerNote', answer, 'answer-once-1');
    expect(await grandma.refusal('family.answerNote', answer)).toBe('CANNOT_FOLLOW');
    expect(await toldTo(father)).toEqual(['noteAnswered']);
    expect((await warmthOf(father))?.answer).toMatchObject({ noteId: note.id, face: 'great' });

    await father.call('family.markNoteHeard', { childId, noteId: note.id });
    expect((await warmthOf(father))?.answer).toBeUndefined();
    const { entries } = await father.call('family.listTimeline', { childId });
    expect(entries.at(-1)).toMatchObject({
      ...{ kind: 'note', mine: true, heardAt: monday + minuteMs },
      answerHeardAt: monday + minuteMs,
      answer: { face: 'great' },
    });
    // Nothing of it lies in the clear, and the recording is kept by its note.
    const stored = JSON.stringify(await scenario.database.find(timeline, { where: { childId } }));
    for (const secret of ['想你了', 'great', 'moon']) expect(stored).not.toContain(secret);
    await scenario.database.add(recordings, {
      ...{ _id: 'r', openid: father.openid, childId, at: 0 },
      path: voice.fileId.slice(voice.fileId.indexOf('/voice/') + 1),
    });
    moveClock(2 * hourMs);
    await runJobs();
    expect((await grandma.call('family.hearVoice', link)).url).toContain('http');
    await grandma.call('account.withdrawConsent', { childId, purpose: 'recordings' });
    expect(await grandma.refusal('family.hearVoice', link)).toBe('NOT_FOUND');
    expect((await grandma.call('family.listNotes', { childId })).notes[1]?.voice).toBeUndefined();
    expect(await father.refusal('family.sendNote', { childId, voice })).toBe('CONSENT_NEEDED');
  });

  test('a note sent twice is there once; another family, a proxy and whoever left see none', async () => {
    const once = { childId, words: '好好吃饭' };
    await father.call('family.sendNote', once, 'note-twice-1');
    await father.call('family.sendNote', once, 'note-twice-1');
    expect((await grandma.call('family.listNotes', { childId })).notes).toHaveLength(1);
    const other = await scenario.family();
    expect(await other.refusal('family.listTimeline', { childId })).toBe('FORBIDDEN');
    const proxy = await scenario.family({ openid: 'wx-proxy', childId: 'child-none' });
    await scenario.database.update(children, childId, {
      circle: command.push([
        { openid: proxy.openid, relation: 'other', standing: 'proxy', since: monday },
      ]),
    });
    const entry = { id: childId, relation: 'other', township: school.township, proxy: true };
    await scenario.database.update(people, proxy.openid, { children: command.push([entry]) });
    expect((await proxy.call('family.showCircle', { childId })).child.id).toBe(childId);
    expect(await proxy.refusal('family.listTimeline', { childId })).toBe('FORBIDDEN');

    const leaving = { childId, memberId: memberId(childId, grandma.openid) };
    await father.call('family.removeFromCircle', leaving);
    expect(await grandma.refusal('family.listTimeline', { childId })).toBe('FORBIDDEN');
    expect(await grandma.refusal('family.recordMood', { childId, day: today, face: 'low' })).toBe(
      'FORBIDDEN',
    );
  });

  test('one face a day; the same day corrects it and keeps what else was told', async () => {
    const mood = { childId, day: today };
    await grandma.call('family.recordMood', {
      ...mood,
      face: 'low',
      sleep: 'badly',
      words: '话少',
    });
    moveClock(minuteMs);
    await grandma.call('family.recordMood', { ...mood, face: 'good' });
    const { entries, days } = await father.call('family.listTimeline', { childId });
    expect(days).toEqual([{ day: today, face: 'good' }]);
    expect(entries).toMatchObject([
      { at: monday, face: 'good', sleep: 'badly', words: '话少', by: 'paternalGrandmother' },
    ]);
    expect((await warmthOf(father))?.said?.words).toBe('话少');
    for (const day of ['2026-11-20', '2026-11-25']) {
      const late = { childId, day, face: 'good' as const };
      expect(await grandma.refusal('family.recordMood', late)).toBe('TOO_LATE');
    }
  });

  test('a call is proposed, agreed to, recalled, and asked after once', async () => {
    const time = { weekday: 1, minute: 19 * 60 + 30, weekly: true };
    const proposed = await father.call('family.planCall', { step: 'propose', childId, ...time });
    const planId = proposed.plans[0]?.id ?? '';
    const agree = { step: 'agree' as const, childId, planId };
    expect(await father.refusal('family.planCall', agree)).toBe('FORBIDDEN');
    expect(await toldTo(grandma)).toEqual(['callProposed']);
    expect((await grandma.call('family.planCall', agree)).plans[0]?.state).toBe('agreed');
    await runJobs();
    // An hour before, both; once, however often the job runs.
    moveClock(10.5 * hourMs);
    expect(await toldTo(father)).toEqual(['callSoon', 'callAgreed']);
    expect(await toldTo(father)).toEqual(['callSoon', 'callAgreed']);
    const [waiting] = await scenario.database.find(due, { where: { at: command.gt(0) } });
    expect(waiting?.at).toBe(monday + 7 * dayMs + 10.5 * hourMs);

    moveClock(2 * hourMs);
    const start = monday + 11.5 * hourMs;
    expect((await warmthOf(grandma))?.call?.ask).toBe(start);
    const said = { childId, planId, start, happened: true };
    const after = await grandma.call('family.noteCall', said);
    expect(after.plans[0]).toMatchObject({ next: start + 7 * dayMs });
    expect(after.plans[0]?.ask).toBeUndefined();
    expect(await father.refusal('family.noteCall', said)).toBe('CANNOT_FOLLOW');
  });

  test('what is busy shapes the times; a parent says it of themselves, home of the child', async () => {
    const busy = [{ weekdays: [1, 2, 3, 4, 5, 6], from: 0, to: 0 }];
    const mine = await father.call('family.setFreeTimes', { childId, busy });
    expect(mine).toMatchObject({ side: 'away', busy, assumed: { away: false, home: true } });
    expect(mine.times.map(({ weekday }) => weekday)).toEqual([7]);
    const home = await grandma.call('family.showCallPlan', { childId });
    expect(home).toMatchObject({ side: 'home', times: mine.times });
    expect(home.busy).not.toEqual(busy);
  });

  test('a deleted account takes its notes along; a deleted child everything; a year ends it', async () => {
    await father.call('family.sendNote', { childId, voice: await record(father) });
    await grandma.call('family.recordMood', { childId, day: today, face: 'plain' });
    await father.call('account.deleteAccount', {});
    moveClock(16 * dayMs);
    await runJobs();
    const { entries } = await grandma.call('family.listTimeline', { childId });
    expect(entries.map(({ kind }) => kind)).toEqual(['mood']);
    expect((await warmthOf(grandma))?.waiting).toEqual([]);
    const copy = await grandma.call('account.exportMyData', { part: 'timeline', childId });
    expect(copy).toMatchObject({ entries: [{ kind: 'mood', face: 'plain' }] });
    moveClock(366 * dayMs);
    await runJobs();
    expect((await grandma.call('family.listTimeline', { childId })).entries).toEqual([]);
    await grandma.call('family.recordMood', { childId, day: '2027-12-10', face: 'good' });
    await grandma.call('account.deleteAccount', {});
    moveClock(16 * dayMs);
    await runJobs();
    expect(await scenario.database.find(timeline, { where: { childId } })).toEqual([]);
  });
});
