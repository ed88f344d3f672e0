/** What lies on a phone and is still to be sent, when the phone has changed hands. */
import { limits } from '@contract/limits';
import { dayMs, dayOf } from '@rules/dates';
import { sentences, thread } from '@/wording/thread';
import { warm } from '@/wording/warm-pages';
import { waitFor } from './support';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';

const demo = useDemo();
const THREAD = 'school/thread/index';

test('somebody else on the same phone neither sees nor sends what waits; its owner sends it once, in order', async () => {
  const mine = await newFamily(demo.cloud, ['messages']);
  const other = await newFamily(demo.cloud, ['messages']);
  const storage = new Map<string, string>();
  const before = await demo.visit(mine.openid, { storage });
  await before.app.page.waitFor('#to-teacher');
  await before.go('#to-teacher', THREAD);
  await before.sees(thread.empty);
  await before.app.setOffline(true);
  for (const said of ['unwell', 'callMe'] as const) {
    await before.tap('#sentences');
    await before.tap(`#say-${said}`);
    await before.sees(sentences[said].text('小禾'));
  }
  await before.app.close();
  const kept = JSON.parse(storage.get('queue') ?? '[]') as { of: string }[];
  expect(kept.map(({ of }) => of)).toEqual(['message', 'message']);

  const stranger = await demo.visit(other.openid, { storage });
  const asked = () => stranger.app.calls.map(({ data }) => (data as { action: string }).action);
  await waitFor(() => asked().includes('account.home'), 'the server to say who is here');
  await stranger.app.open(THREAD, { id: other.childId });
  await stranger.sees(thread.empty);
  // Their own words go, past what is not theirs.
  await stranger.tap('#sentences');
  await stranger.tap('#say-thanks');
  await waitFor(() => asked().includes('school.sendMessage'), 'the own words to go out');
  const end = Date.now() + 60_000;
  while ((await said(other.childId)).length === 0 && Date.now() < end);
  await waitFor(() => !stranger.text().includes(thread.unsent), 'the page to say so');
  expect(stranger.text()).not.toContain(sentences.unwell.text('小禾'));
  expect(asked().filter((action) => action === 'school.sendMessage')).toHaveLength(1);
  expect(await said(mine.childId)).toEqual([]);
  expect(await said(other.childId)).toEqual(['thanks']);
  await stranger.app.close();

  const back = await demo.visit(mine.openid, { storage });
  await back.app.page.waitFor('#to-teacher');
  await waitFor(() => storage.get('queue') === '[]', 'what waited to be sent');
  expect(await said(mine.childId)).toEqual(['callMe', 'unwell']);
  expect(await said(other.childId)).toEqual(['thanks']);

  async function said(threadId: string) {
    const { messages } = await demo.cloud.ask('demo-teacher', 'school.getThread', {
      threadId,
    });
    return messages.filter(({ kind }) => kind !== 'note').map(({ situation }) => situation);
  }
});

interface Access {
  path: string;
  success: () => void;
  fail: (result: { errMsg: string }) => void;
}

/** A phone on which these recordings are no longer. */
const phoneWithout = (gone: Set<string>) => ({
  wx: {
    getFileSystemManager: () => ({
      access: ({ path, success, fail }: Access) =>
        gone.has(path)
          ? fail({ errMsg: `access:fail no such file or directory ${path}` })
          : success(),
      saveFileSync: () => {
        throw new Error('no room');
      },
      unlink: () => undefined,
    }),
  },
});
test('a recording that is gone is said to be; its thread waits for what is decided, others go on, then it goes on in order', async () => {
  const mine = await newFamily(demo.cloud, ['messages', 'recordings']);
  const other = await newFamily(demo.cloud, ['messages']);
  const gone = new Set<string>();
  const storage = new Map<string, string>();
  const grandma = await demo.visit(mine.openid, { storage, ...phoneWithout(gone) });
  const prepared = async (said: 'unwell' | 'callMe') => {
    await grandma.tap('#sentences');
    await grandma.tap(`#say-${said}`);
    await grandma.sees(sentences[said].text('小禾'));
  };
  const speak = async () => {
    await grandma.tap('#hold');
    await grandma.tap('#hold');
    await grandma.sees(thread.heardTitle(3));
    await grandma.tap('#send-voice');
  };
  await grandma.app.page.waitFor('#to-teacher');
  await grandma.go('#to-teacher', THREAD);
  await grandma.sees(thread.empty);
  await grandma.app.setOffline(true);
  await grandma.tap('#only-teacher');
  await speak();
  await grandma.sees(thread.unsent);
  await prepared('unwell');
  gone.add('wxfile://tmp/voice.mp3');
  await grandma.app.setOffline(false);
  await grandma.sees(thread.gone);
  await grandma.sees(thread.behindGone);
  expect(await said(mine.childId)).toEqual([]);
  // Nothing of it is lost when the app is closed meanwhile.
  expect(JSON.parse(storage.get('queue') ?? '[]')).toMatchObject([
    { kind: 'voice', gone: true },
    { kind: 'prepared' },
  ]);
  // Words that cannot wait do not wait for a recording that is not to be had.
  await grandma.tap('#urgent');
  await grandma.tap('#urgent-hurt');
  await prepared('callMe');
  const waiting = () => (JSON.parse(storage.get('queue') ?? '[]') as object[]).length;
  await waitFor(() => waiting() === 2, 'what is urgent to go out');
  expect(await said(mine.childId)).toEqual(['prepared callMe all']);

  gone.clear();
  await grandma.tap(await grandma.button(thread.goneAgain));
  await grandma.sees(thread.goneRecord);
  await grandma.sees(thread.onlyTeacherOn);
  await speak();
  await waitFor(() => storage.get('queue') === '[]', 'what waited to be sent');
  // To the same people as before, and in the place it had.
  expect(await said(mine.childId)).toEqual([
    'prepared callMe all',
    'voice  teacher',
    'prepared unwell all',
  ]);
  expect(await said(other.childId)).toEqual([]);

  async function said(threadId: string) {
    const { messages } = await demo.cloud.ask('demo-teacher', 'school.getThread', { threadId });
    return messages
      .filter(({ kind }) => kind !== 'note')
      .map(({ kind, situation = '', audience }) => `${kind} ${situation} ${audience}`)
      .reverse();
  }
});

test('a recording that is gone may be thrown away: what stands behind it goes out', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages', 'recordings']);
  const gone = new Set(['wxfile://tmp/voice.mp3']);
  const storage = new Map<string, string>();
  const grandma = await demo.visit(openid, { storage, ...phoneWithout(gone) });
  await grandma.app.page.waitFor('#to-teacher');
  await grandma.go('#to-teacher', THREAD);
  await grandma.sees(thread.empty);
  await grandma.tap('#hold');
  await grandma.tap('#hold');
  await grandma.tap('#send-voice');
  await grandma.sees(thread.gone);
  await grandma.tap('#sentences');
  await grandma.tap('#say-thanks');
  await grandma.sees(thread.behindGone);
  await grandma.tap(await grandma.button(thread.goneDrop));
  await waitFor(() => storage.get('queue') === '[]', 'what waited to be sent');
  const { messages } = await demo.cloud.ask('demo-teacher', 'school.getThread', {
    threadId: childId,
  });
  const kinds = messages.filter(({ kind }) => kind !== 'note').map(({ situation }) => situation);
  expect(kinds).toEqual(['thanks']);
});

const path = 'wxfile://tmp/voice.mp3';
const left = (entry: object) => new Map([['queue', JSON.stringify([entry])]]);

test('what the cloud has thrown away meanwhile is sent there once more', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages', 'recordings']);
  const writtenAt = Date.now() - (limits.looseRecordingDays + 1) * dayMs;
  const file = { path, name: 'left-behind.mp3', seconds: 3, fileId: 'cloud://gone/voice/a/b.mp3' };
  const storage = left({
    ...{ of: 'message', requestId: 'left-behind-1', writtenAt, threadId: childId },
    ...{ kind: 'voice', audience: 'all', file },
  });
  const sent: string[] = [];
  await demo.visit(openid, {
    storage,
    ...phoneWithout(new Set()),
    uploadFile: (cloudPath) => {
      sent.push(cloudPath);
      return Promise.resolve(`cloud://test/${cloudPath}`);
    },
  });
  await waitFor(() => storage.get('queue') === '[]', 'what waited to be sent');
  expect(sent).toEqual([expect.stringMatching(/^voice\/.+\/left-behind\.mp3$/)]);
});

test('of a day whose recording is gone the rest can still go', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages', 'recordings']);
  const input = { childId, day: dayOf(Date.now()), face: 'low', words: '没睡好' };
  const storage = left({
    ...{ of: 'warm', requestId: 'left-behind-2', writtenAt: Date.now() },
    ...{ action: 'family.recordMood', input },
    recording: { path, seconds: 3, format: 'mp3' },
  });
  const grandma = await demo.visit(openid, { storage, ...phoneWithout(new Set([path])) });
  await grandma.app.open('warm/timeline/index', { childId });
  await grandma.sees(warm.gone);
  await grandma.tap('#without-left-behind-2');
  await waitFor(() => storage.get('queue') === '[]', 'what waited to be sent');
  const { entries } = await demo.cloud.ask(openid, 'family.listTimeline', { childId });
  expect(entries).toMatchObject([{ kind: 'mood', face: 'low', words: '没睡好' }]);
});

test('urgent words go past a recording that will not upload; what else stands behind it waits for it', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages', 'recordings']);
  const message = { of: 'message', writtenAt: Date.now(), threadId: childId, audience: 'all' };
  const file = { path, name: 'left-behind.mp3', seconds: 3 };
  const words = (requestId: string, text: string) => ({
    ...message,
    requestId,
    kind: 'text',
    text,
  });
  const entries = [
    { ...message, requestId: 'left-behind-3', kind: 'voice', file },
    words('left-behind-4', '老师好'),
    { ...words('left-behind-5', '他摔伤了'), urgent: 'hurt' },
  ];
  const storage = new Map([['queue', JSON.stringify(entries)]]);
  let isWeak = true;
  const grandma = await demo.visit(openid, {
    storage,
    ...phoneWithout(new Set()),
    uploadFile: (cloudPath) =>
      isWeak ? Promise.reject(new Error('timeout')) : Promise.resolve(`cloud://test/${cloudPath}`),
  });
  const waiting = () => (JSON.parse(storage.get('queue') ?? '[]') as object[]).length;
  await waitFor(() => waiting() === 2, 'what is urgent to go out');
  expect(await said()).toEqual(['他摔伤了']);
  isWeak = false;
  await grandma.app.setOffline(false);
  await waitFor(() => waiting() === 0, 'what waited to be sent');
  expect(await said()).toEqual(['他摔伤了', 'voice', '老师好']);

  async function said() {
    const { messages } = await demo.cloud.ask(openid, 'school.getThread', { threadId: childId });
    return messages
      .filter(({ kind }) => kind !== 'note')
      .map(({ kind, text }) => text ?? kind)
      .reverse();
  }
});
