/** What is recorded and heard in the built mini program: nothing is heard that was not, and nothing listens on. */
import type { Message } from '@contract/school';
import { safety } from '@/wording/safety';
import { thread } from '@/wording/thread';
import { voice } from '@/wording/voice';
import { warm } from '@/wording/warm-pages';
import { settle, waitFor } from './support';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';
import { cloudThat, createPhone } from './support/phone';

const demo = useDemo();
const CORNER = 'warm/corner/index';
const UNHEARD = 'safety/unheard/index';
const THREAD = 'school/thread/index';

const link = (of: string) => ({ url: `https://files/${of}.mp3`, seconds: 3, expiresAt: 1 });
const note = {
  ...{ kind: 'note', id: 'note-1', at: 1_000, by: 'mother', mine: false },
  voice: { seconds: 3 },
};
const listNotes = () => ({ now: Date.now(), nickname: '小禾', notes: [note] });

describe('a note to the child', () => {
  async function visitCorner(phone: ReturnType<typeof createPhone>) {
    const { openid, childId } = await newFamily(demo.cloud);
    const grandma = await demo.visit(openid, {
      wx: phone.wx,
      callFunction: cloudThat(demo.cloud, openid, {
        'family.listNotes': listNotes,
        'family.hearVoice': () => link('note'),
        'family.markNoteHeard': () => ({}),
      }),
    });
    await grandma.app.open(CORNER, { childId });
    const actions = () => grandma.app.calls.map(({ data }) => (data as { action: string }).action);
    return { grandma, actions };
  }

  test('that could not be played is not marked as heard, and the page says so', async () => {
    const phone = createPhone();
    const { grandma, actions } = await visitCorner(phone);
    await grandma.tap('#play-own-note-1');
    await grandma.sees(warm.stop);
    phone.players.at(-1)?.fail();
    await grandma.sees(warm.playFailed);
    expect(actions()).not.toContain('family.markNoteHeard');
    // What was kept may be broken: the next try fetches it anew.
    expect(phone.names()).toEqual([]);
    await grandma.tap('#play-own-note-1');
    await grandma.sees(warm.stop);
    expect(actions().filter((action) => action === 'family.hearVoice')).toHaveLength(2);
    phone.players.at(-1)?.finish();
    await waitFor(() => actions().includes('family.markNoteHeard'), 'it to be marked as heard');
  });

  test('is kept on the phone only when all of it came', async () => {
    let statusCode = 403;
    const phone = createPhone({ statusCode: () => statusCode });
    const { grandma } = await visitCorner(phone);
    await grandma.tap('#play-own-note-1');
    await grandma.sees(warm.stop);
    expect(phone.names()).toEqual([]);
    expect(phone.heard()).toEqual([link('note').url]);
    await grandma.tap('#play-own-note-1');
    statusCode = 200;
    await grandma.tap('#play-own-note-1');
    await waitFor(() => phone.names().length === 1, 'it to be kept');
  });
});

/** Recordings for safeguarding to listen to. */
const unheard = (ref: string) => ({
  ...{ ref, source: 'message', at: Date.now(), hearBy: Date.now() + 3_600_000, overdue: false },
  ...{ urgent: false, seconds: 3, nickname: '小禾', placeName: '柳溪镇中心小学' },
});

describe('a recording for safeguarding', () => {
  test('that could not be played is said to be, and nobody is asked what was heard', async () => {
    const phone = createPhone();
    const admin = await demo.visit('demo-admin', {
      wx: phone.wx,
      callFunction: cloudThat(demo.cloud, 'demo-admin', {
        'safety.listUnheard': () => ({ now: Date.now(), recordings: [unheard('one')] }),
        'safety.openUnheard': () => link('one'),
      }),
    });
    await admin.app.open(UNHEARD);
    await admin.tap('#play-one');
    await admin.sees(safety.stop);
    phone.players.at(-1)?.fail();
    await admin.sees(safety.playFailed);
    expect(admin.text()).not.toContain(safety.heard);
  });

  test('is silent once its page is left, also while its link is still on the way', async () => {
    const phone = createPhone();
    let arrive = () => undefined as void;
    const admin = await demo.visit('demo-admin', {
      wx: phone.wx,
      callFunction: cloudThat(demo.cloud, 'demo-admin', {
        'safety.listUnheard': () => ({ now: Date.now(), recordings: [unheard('one')] }),
        'safety.openUnheard': () => new Promise((resolve) => (arrive = () => resolve(link('one')))),
      }),
    });
    await admin.app.open(UNHEARD);
    await admin.tap('#play-one');
    await admin.app.open('pages/me/index');
    arrive();
    await settle(200);
    expect(phone.heard()).toEqual([]);
  });

  test('stops when another is begun, and its button says so', async () => {
    const phone = createPhone();
    const admin = await demo.visit('demo-admin', {
      wx: phone.wx,
      callFunction: cloudThat(demo.cloud, 'demo-admin', {
        'safety.listUnheard': () => ({
          now: Date.now(),
          recordings: [unheard('one'), unheard('two')],
        }),
        'safety.openUnheard': ({ ref }) => link(String(ref)),
      }),
    });
    await admin.app.open(UNHEARD);
    await admin.tap('#play-one');
    await waitFor(() => phone.heard().includes(link('one').url), 'the first to play');
    await admin.tap('#play-two');
    await waitFor(() => phone.heard().includes(link('two').url), 'the second to play');
    expect(phone.heard()).toEqual([link('two').url]);
    const { page } = admin.app;
    expect(page.text('#play-one')).toBe(safety.play(3));
    expect(page.text('#play-two')).toBe(safety.stop);
    await admin.tap('#play-two');
    expect(phone.heard()).toEqual([]);
    expect(phone.players.map((player) => player.state())).toEqual(['destroyed', 'destroyed']);
  });
});

describe('in the thread with the school', () => {
  const said = (seq: number): Message => ({
    ...{ seq, from: { id: 'teacher', side: 'staff' }, mine: false, audience: 'all' },
    ...{ state: 'sent', at: seq, kind: 'voice', seconds: 3 },
  });

  async function visitThread(phone: ReturnType<typeof createPhone>, messages: Message[] = []) {
    const { openid, childId } = await newFamily(demo.cloud, ['messages', 'recordings']);
    const asked = { threadId: childId };
    const real = await demo.cloud.ask(openid, 'school.getThread', asked);
    const grandma = await demo.visit(openid, {
      wx: phone.wx,
      callFunction: cloudThat(demo.cloud, openid, {
        'school.getThread': () => ({ ...real, messages }),
        'school.openFile': ({ seq }) => link(`message-${String(seq)}`),
      }),
    });
    await grandma.app.open(THREAD, { id: childId });
    return grandma;
  }

  test('a message that is heard falls silent when the page is left, and when another is begun', async () => {
    const phone = createPhone();
    const grandma = await visitThread(phone, [said(2), said(1)]);
    await grandma.tap('#voice-1');
    await waitFor(() => phone.heard().length === 1, 'the first to play');
    await grandma.tap('#voice-2');
    await waitFor(() => phone.heard().includes(link('message-2').url), 'the second to play');
    expect(phone.heard()).toEqual([link('message-2').url]);
    expect(grandma.app.page.text('#voice-1')).toContain(thread.play);
    await grandma.app.open('pages/me/index');
    expect(phone.heard()).toEqual([]);
  });

  test('the microphone stays closed where the finger had gone when the person agreed', async () => {
    let agree = () => undefined as void;
    const agreed = new Promise<void>((resolve) => (agree = resolve));
    const phone = createPhone({ agreed: () => agreed });
    const grandma = await visitThread(phone);
    const { page } = grandma.app;
    await page.waitFor('#hold');
    await page.longPress('#hold', 700);
    // Nothing is recorded, and the page says so before the question is answered.
    await waitFor(() => page.text('#hold') === thread.hold, 'the button to be itself again');
    agree();
    await settle(100);
    expect(phone.recorder.isRunning()).toBe(false);
    expect(page.query$('#heard-play')).toBeUndefined();
    expect(phone.names()).toEqual([]);
    // The next one is recorded as ever.
    await grandma.tap('#hold');
    await waitFor(() => phone.recorder.isRunning(), 'the recording to run');
    await grandma.tap('#hold');
    await grandma.sees(thread.heardTitle(3));
  });

  test('what was said before a call came in is kept', async () => {
    const phone = createPhone();
    const grandma = await visitThread(phone);
    await grandma.tap('#hold');
    await waitFor(() => phone.recorder.isRunning(), 'the recording to run');
    phone.recorder.interrupt();
    await grandma.sees(thread.heardTitle(3));
    expect(phone.names()).toHaveLength(1);
  });
});

test('a recording that is taken back leaves no file behind', async () => {
  const phone = createPhone();
  const { openid, childId } = await newFamily(demo.cloud, ['recordings']);
  const grandma = await demo.visit(openid, { wx: phone.wx });
  await grandma.app.open('warm/note/index', { childId });
  await grandma.tap('#record');
  await grandma.tap('#record-stop');
  await grandma.sees(voice.remove);
  expect(phone.names()).toHaveLength(1);
  await grandma.tap('#record-again');
  await waitFor(() => phone.names().length === 0, 'its file to go');
});

test('recordings and pictures that nothing names any more go a day later; what waits stays', async () => {
  const old = Date.now() - 2 * 86_400_000;
  const young = Date.now() - 3_600_000;
  const waiting = `voice-${old}.mp3`;
  const drafted = `voice-${old + 1}.mp3`;
  const kept = [waiting, drafted, `voice-${young}.mp3`, 'kept-note1own.mp3', `sound-${old}.mp3`];
  const phone = createPhone({ files: [...kept, `voice-${old + 2}.mp3`, `picture-${old}.jpg`] });
  const path = (name: string) => `wxfile://usr/${name}`;
  const entry = {
    ...{ of: 'message', requestId: 'left-behind-1', owner: 'somebody-else', writtenAt: old },
    ...{ threadId: 'thread-1', kind: 'voice', audience: 'all' },
    file: { path: path(waiting), name: 'left-behind.mp3', seconds: 3 },
  };
  const storage = new Map([
    ['queue', JSON.stringify([entry])],
    ['takes:c1:1:dialect', JSON.stringify([{ path: path(drafted) }])],
  ]);
  await demo.visit('demo-grandma', { wx: phone.wx, storage });
  await waitFor(() => phone.names().length === kept.length, 'what is loose to go');
  expect(phone.names()).toEqual([...kept].sort());
});
