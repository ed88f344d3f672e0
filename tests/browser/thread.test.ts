/** Grandmother by voice, the teacher by quick reply, both parents see it; what is for the teacher stays there. */
import type { Browser } from 'playwright-core';
import { sentences, thread } from '@/wording/thread';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { Look, says, seen } from './support/look';
import { Walk } from './support/walk';

let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
}, 540_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

const route = 'school/thread/index?id=demo-child-xiaoshu';

test('a voice message is answered in two taps and seen by both parents; a note only for the teacher stays with the teacher', async () => {
  const look = new Look();
  const phoneOf = async (as: string, size: 'standard' | 'large') =>
    new Walk(await newPhone(browser, { url: preview.url, as, size }), size, look);
  const grandma = await phoneOf('demo-grandma', 'large');
  await grandma.lendMicrophone();
  await grandma.tap('#to-teacher');
  await grandma.at('thread', thread.prepared);
  await grandma.speak();
  await grandma.at('thread, recorded', thread.hear);
  await grandma.tap('#send-voice');
  await grandma.sees(thread.unseen);
  await grandma.tap('#sentences');
  await grandma.at('thread, sentences', thread.harmHeading);
  await grandma.tap('#say-bullied');
  await grandma.sees(thread.privateChip);

  const teacher = await phoneOf('demo-teacher', 'standard');
  await teacher.phone.open(route);
  await teacher.at('thread, teacher', sentences.bullied.text('小树'));
  // The last word was for the teacher alone: so would be the answer, unless the teacher says else.
  await teacher.sees(thread.onlyOneOn('奶奶'));
  await teacher.tap('#only-one');
  await teacher.tap('#sentences');
  await teacher.tap('#say-willTalk');
  await teacher.sees(sentences.willTalk.text('小树'));

  for (const as of ['demo-father', 'demo-mother']) {
    const parent = await phoneOf(as, 'standard');
    await parent.phone.open(route);
    await parent.sees(sentences.willTalk.text('小树'));
    await seen(parent.phone, '[id^=voice-]').first().waitFor();
    expect(await says(parent.phone, sentences.bullied.text('小树')).count()).toBe(0);
    expect(await says(parent.phone, thread.privateChip).count()).toBe(0);
  }
  await grandma.phone.open(route);
  await grandma.at('thread, seen', /王老师.*看过/);
  expect(look.violations).toEqual([]);
}, 300_000);
