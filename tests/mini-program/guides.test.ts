/** Guides in the built mini program: found, read, answered, acted on; also without network. */
import { guides } from '@/wording/guides';
import { recording } from '@/wording/recording';
import { signs } from '@/wording/signs';
import { libraryTexts } from '../../cloudfunctions/areas/guides/library';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';
import type { Visitor } from './support/visitor';

const demo = useDemo();
const LIST = 'pages/guides/index';
const READ = 'guide/read/index';
const textOf = (id: string) => {
  const found = libraryTexts().find((guide) => guide.id === id);
  if (!found) throw new Error(`the library has no ${id}`);
  return found;
};
const c1 = textOf('c1-signs');
const c4 = textOf('c4-not-want-to-live');
const firstLine = (guide: typeof c1) => guide.blocks[0]?.text.split('\n')[0] ?? '';
const explanation = (guide: typeof c1, answer: number) =>
  guide.question.answers[answer]?.explanation ?? '';

const asked = (visitor: Visitor, action: string) =>
  visitor.app.calls.filter(({ data }) => JSON.stringify(data).includes(action)).length;

/** What the account has been told of a guide. */
async function toldOf(openid: string, guideId: string) {
  const { items } = await demo.cloud.ask(openid, 'guides.listProgress', {});
  return items.find((item) => item.guideId === guideId);
}

async function toldAnswer(openid: string, choice: number): Promise<void> {
  const deadline = Date.now() + 15_000;
  let told: number | undefined;
  while (told !== choice && Date.now() < deadline) {
    told = (await toldOf(openid, c1.id))?.answered?.choice;
  }
  expect(told).toBe(choice);
}

test('a grandmother finds a guide, reads it, answers, and it is marked as heard', async () => {
  const { openid } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await grandma.app.open(LIST);
  await grandma.go(`#guide-${c1.id}`, READ);
  await grandma.sees(firstLine(c1));
  await grandma.sees(guides.demonstration);
  await grandma.tap('#answer-1');
  await grandma.sees(explanation(c1, 1));
  await toldAnswer(openid, 1);
  await grandma.app.back();
  await grandma.sees(guides.heard);
});

test('without network what was opened is there, an answer counts, and is told after a new start', async () => {
  const { openid } = await newFamily(demo.cloud);
  const storage = new Map<string, string>();
  const before = await demo.visit(openid, { storage });
  await before.app.open(READ, { id: c1.id });
  await before.sees(firstLine(c1));
  await before.app.setOffline(true);
  await before.app.open(LIST);
  await before.app.open(READ, { id: c1.id });
  await before.sees(firstLine(c1));
  await before.tap('#answer-0');
  await before.sees(explanation(c1, 0));
  expect(await toldOf(openid, c1.id)).toBeUndefined();

  await demo.visit(openid, { storage });
  await toldAnswer(openid, 0);
});

test('somebody without an account reads and answers; nothing leaves the phone', async () => {
  const stranger = await demo.visit('reads-without-account');
  await stranger.app.open(READ, { id: c1.id });
  await stranger.tap('#answer-2');
  await stranger.sees(explanation(c1, 2));
  await stranger.app.open(LIST);
  await stranger.sees(guides.heard);
  expect(asked(stranger, 'guides.saveProgress')).toBe(0);
});

test('a guide about a crisis shows the telephone before its first word, and one tap calls', async () => {
  const grandma = await demo.visit('demo-grandma');
  await grandma.app.open(READ, { id: c4.id });
  await grandma.sees(firstLine(c4));
  const text = grandma.text();
  expect(text.indexOf('120')).toBeGreaterThanOrEqual(0);
  expect(text.indexOf('120')).toBeLessThan(text.indexOf(c4.title));
  await grandma.tap('#call-national-120');
  expect(grandma.app.shown.at(-1)).toEqual({
    api: 'makePhoneCall',
    options: { phoneNumber: '120' },
  });
});

test('a withdrawn guide goes from the phone at the next contact; about a crisis the numbers stay', async () => {
  const storage = new Map<string, string>();
  let withdrawn = false;
  const cloud = demo.cloud.as('demo-grandma');
  const error = { code: 'NOT_FOUND', message: '没有找到。', retry: 'never' };
  const callFunction = (name: string, data: unknown) =>
    withdrawn && JSON.stringify(data).includes('guides.getGuide')
      ? Promise.resolve({ ok: false, error })
      : cloud(name, data);
  const grandma = await demo.visit('demo-grandma', { storage, callFunction });
  await grandma.app.open(READ, { id: c4.id });
  await grandma.sees(firstLine(c4));
  withdrawn = true;
  // Once with the copy still there, and once when it has gone.
  for (let visit = 0; visit < 2; visit += 1) {
    await grandma.app.open(READ, { id: c4.id });
    await grandma.sees(guides.gone);
    expect(grandma.text()).toContain('120');
    expect(grandma.text()).not.toContain(firstLine(c4));
  }
  expect([...storage.values()].join('')).not.toContain(firstLine(c4));
});

test('all are loaded once, then every one opens without network', async () => {
  const grandma = await demo.visit('demo-grandma');
  await grandma.app.open(LIST);
  await grandma.tap('#pack');
  await grandma.sees(guides.packDone);
  const loaded = asked(grandma, 'guides.getGuide');
  expect(loaded).toBe(libraryTexts().filter(({ audience }) => audience === 'caregiver').length);
  await grandma.tap('#pack');
  await grandma.sees(guides.packDone);
  expect(asked(grandma, 'guides.getGuide')).toBe(loaded);
  await grandma.app.setOffline(true);
  const other = textOf('c8-rest-yourself');
  await grandma.app.open(READ, { id: other.id });
  await grandma.sees(firstLine(other));
});

test('plain words find guides of all three lists; what nobody wrote about says what to do', async () => {
  const grandma = await demo.visit('demo-grandma');
  await grandma.app.open(LIST);
  await grandma.tap('#word-0');
  await grandma.sees(textOf('c7-not-to-school').title);
  await grandma.sees(textOf('m9-not-to-school').title);
  await grandma.app.page.input('#search', '拖拉机');
  await grandma.sees(guides.notFoundHint);
});

test('whoever has no child at a school copies the prepared words for it', async () => {
  const stranger = await demo.visit('demo-stranger');
  await stranger.app.open(READ, { id: c1.id });
  await stranger.tap('#step-school');
  await stranger.tap('#step-school-copy');
  const step = c1.nextSteps.find(({ kind }) => kind === 'askSchool');
  const data = step?.kind === 'askSchool' ? step.message : '';
  const { shown } = stranger.app;
  expect(shown.find(({ api }) => api === 'setClipboardData')?.options).toEqual({ data });
});

test('a card for the family leads to their half and says nothing of the child', async () => {
  const grandma = await demo.visit('demo-grandma');
  await grandma.app.open(READ, { id: c1.id });
  await grandma.sees(firstLine(c1));
  const card = await grandma.app.page.call('onShareAppMessage', { from: 'button' });
  expect(card).toEqual({ title: guides.shareTitle, path: `/${READ}?id=${c1.otherHalf ?? ''}` });
});

test('of several signs the most urgent leads: telephone first, then its guide; nothing is kept', async () => {
  const storage = new Map<string, string>();
  const grandma = await demo.visit('demo-grandma', { storage });
  await grandma.app.open('guide/signs/index', { who: 'caregiver' });
  await grandma.tap('#sign-noSchool');
  await grandma.tap('#sign-cuts');
  const before = grandma.app.calls.length;
  await grandma.tap('#next');
  await grandma.sees(textOf('c5-marks-on-the-arm').title);
  const text = grandma.text();
  expect(text.indexOf('120')).toBeLessThan(text.indexOf(signs.results.danger));
  expect(text.indexOf(textOf('c5-marks-on-the-arm').title)).toBeLessThan(
    text.indexOf(textOf('c7-not-to-school').title),
  );
  const said = JSON.stringify([...storage, ...grandma.app.calls.slice(before)]);
  for (const sign of ['noSchool"', 'cuts"']) expect(said).not.toContain(sign);
});

test('a recording that is cut off waits on the phone, also closed, and is not sent twice', async () => {
  const storage = new Map<string, string>();
  const cloud = demo.cloud.as('demo-counsellor');
  const sent: string[] = [];
  const kept: string[] = [];
  let cut = true;
  const options = {
    storage,
    uploadFile: (cloudPath: string) => {
      sent.push(cloudPath);
      return Promise.resolve(`cloud://test/${cloudPath}`);
    },
    callFunction: (name: string, data: unknown) => {
      const asked = JSON.stringify(data);
      if (!asked.includes('guides.keepRecording')) return cloud(name, data);
      if (cut) return Promise.reject(new Error('request:fail'));
      kept.push(asked);
      return Promise.resolve({ ok: true, data: { state: 'draft', rev: 1, recorded: 1 } });
    },
  };
  const route = 'record/guide/index';
  const query = { id: c1.id, language: 'dialect' };
  const before = await demo.visit('demo-counsellor', options);
  await before.app.open(route, query);
  await before.tap('#record');
  await before.tap('#record-stop');
  await before.tap('#take-keep');
  await before.sees(recording.waiting(1));
  expect(sent).toHaveLength(1);

  cut = false;
  const after = await demo.visit('demo-counsellor', options);
  await after.app.open(route, query);
  await after.sees(recording.waiting(1));
  await after.tap('#send');
  await after.app.page.waitForText(recording.block(1, c1.blocks.length));
  while (kept.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(sent).toHaveLength(1);
  expect(kept[0]).toContain(sent[0]?.split('/').at(-1) ?? 'nothing');
  expect([...storage.keys()].join()).not.toContain('takes:');
});
