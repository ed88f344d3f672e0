/** A guide goes from hand to hand: a counsellor, a teacher, an administrator, and a family hears it. */
import type { Browser } from 'playwright-core';
import { publishing } from '@/wording/publishing';
import { guides } from '@/wording/guides';
import { townships } from '../../demo/county/townships';
import { launchBrowser, newPhone, startPreview, type Phone, type Preview } from './support';
import { ask } from './support/ask';
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

const LIST = 'publish/list/index';
const GUIDES = 'pages/guides/index';
const fresh = { guideId: 'c2-three-small-things', version: 2 };
const title = '今天就能做的两件小事';
const row = `#row-${fresh.guideId}-2`;

const type = ({ page }: Phone, id: string, text: string) =>
  page.locator(`#${id} input:visible, #${id} textarea:visible`).fill(text);

test('signed by two, published to one township, heard there, and taken back', async () => {
  const look = new Look();
  const { url } = preview;
  const counsellor = await newPhone(browser, {
    url,
    as: 'demo-counsellor',
    size: 'standard',
    route: LIST,
  });
  const left = new Walk(counsellor, 'standard', look);
  await left.at('the desk, what waits for me', title);
  await left.tap(row);
  await left.sees(publishing.sign('C'));
  await left.tap('#compare');
  await left.at('differences', publishing.compareHint);
  await left.tap('#back');
  await left.tap('#sign');
  await left.at('signing', publishing.signHint);
  await left.tap('#decide');
  await left.at('signed', publishing.signedDone);

  const teacher = await newPhone(browser, { url, as: 'demo-teacher', size: 'large', route: LIST });
  const middle = new Walk(teacher, 'large', look);
  await middle.tap(row);
  await middle.at('a version, large', publishing.sign('T'));
  await middle.tap('#sign');
  await middle.tap('#decide');
  await middle.sees(publishing.signedDone);
  await teacher.close();

  const admin = await newPhone(browser, { url, as: 'demo-admin', size: 'standard', route: LIST });
  const right = new Walk(admin, 'standard', look);
  await right.tap(row);
  await right.tap('#release');
  await right.tap('#where-townships');
  await right.tap(`#township-${townships.liuxi.code}`);
  await right.at('publishing', publishing.narrower);
  await right.tap('#do-release');
  await right.sees(publishing.released);

  const grandma = await newPhone(browser, {
    url,
    as: 'demo-grandma',
    size: 'large',
    route: GUIDES,
  });
  const home = new Walk(grandma, 'large', look);
  await home.sees(title);
  await home.tap(`#guide-${fresh.guideId}`);
  await home.sees(guides.signed);
  await right.tap('#end');
  await right.tap('#withdraw');
  await type(admin, 'reasons', '有一句要改');
  await right.at('withdrawing', publishing.withdrawHint);
  await right.tap('#decide');
  await right.sees(publishing.withdrawn);
  await grandma.open(`guide/read/index?id=${fresh.guideId}`);
  await home.sees(guides.gone);
  await grandma.close();
  await admin.close();
  await counsellor.close();
  expect(look.violations).toEqual([]);
}, 300_000);

test('faults bar the way, and of two who write at once nobody loses a word', async () => {
  const look = new Look();
  const { url } = preview;
  const route = 'publish/write/index?id=c8-rest-yourself&version=2';
  const opening = { url, as: 'demo-counsellor', size: 'standard' as const, route };
  const counsellor = await newPhone(browser, opening);
  const left = new Walk(counsellor, 'standard', look);

  // What came back is changed: faults stand beside what they are about.
  await left.sees(publishing.ready);
  await left.tap('#part-title');
  await type(counsellor, 'purpose', '累了就打 12356。');
  await left.at('a fault at its place', '像电话号码');
  await seen(counsellor, '#submit.button--inactive').waitFor();
  await type(counsellor, 'purpose', '累了，您也歇一歇。');
  await left.tap('#submit');
  await left.sees(publishing.mine);

  // Two write at once: the second chooses, and nothing is lost.
  const draft = { guideId: 'c9-what-a-visit-is', version: 2 };
  await counsellor.open(`publish/write/index?id=${draft.guideId}&version=2`);
  await left.tap('#part-title');
  await type(counsellor, 'title', '我写的标题');
  const { guide } = await ask(url, 'demo-admin', 'guides.showDraft', draft);
  const text = { ...guide.text, purpose: '知道见老师是怎么一回事。' };
  const base = { ...draft, rev: guide.rev };
  await ask(url, 'demo-admin', 'guides.saveDraft', { base, text, submit: false });
  await left.tap('#save');
  await left.at('two at once', publishing.changedHint);
  await left.tap('#take-purpose-theirs');
  await left.tap('#merge');
  await left.sees(publishing.saved);
  const after = await ask(url, 'demo-admin', 'guides.showDraft', draft);
  expect(after.guide.text).toMatchObject({ title: '我写的标题', purpose: text.purpose });
  await counsellor.close();
  expect(look.violations).toEqual([]);
}, 300_000);

/** What the counsellor writes, by the field it goes into. */
const written: [part: string, fields: [id: string, text: string][]][] = [
  [
    'title',
    [
      ['title', '饭桌上问一句'],
      ['purpose', '一天问一句，孩子愿意说。'],
    ],
  ],
  [
    'block-0',
    [
      ['block-title-0', '吃饭时问一句'],
      ['block-text-0', '今天吃饭，放下手里的活。\n问他：“今天有啥好玩的？”'],
    ],
  ],
  [
    'block-1',
    [
      ['block-title-1', '夸一件看得见的事'],
      ['block-text-1', '“今天你自己收了碗，真好。”\n夸他做的事，不和别人比。'],
    ],
  ],
  [
    'block-2',
    [
      ['block-title-2', '试了还是没话说'],
      ['block-text-2', '做到一件，就是好的。\n孩子还是不开口，问问老师。'],
    ],
  ],
  [
    'question',
    [
      ['ask', '孩子把碗收了，怎么夸更好？'],
      ['answer-0', '“你自己收了碗，真好”'],
      ['why-0', '对。说清楚好在哪里，他还愿意做。'],
      ['answer-1', '“真乖”'],
      ['why-1', '这也是好话。再说出是哪件事。'],
    ],
  ],
  ['words', [['words', '没话说、夸孩子']]],
  [
    'sources',
    [
      ['source-0', 'Parenting for Lifelong Health, parenting tip sheets'],
      ['terms-0', '许可以原页面为准，文字是自己写的'],
    ],
  ],
];

test('a counsellor writes, a clinician asks for a change, and one township gets what both agree on', async () => {
  const look = new Look();
  const { url } = preview;
  const walkOf = async (as: string, route = LIST) => {
    const opening = { url, as, size: 'standard' as const, route };
    return new Walk(await newPhone(browser, opening), 'both', look);
  };
  const writer = await walkOf('demo-counsellor');
  await writer.tap('#write-new');
  for (const [part, fields] of written) {
    await writer.tap(`#part-${part}`);
    for (const [id, text] of fields) await type(writer.phone, id, text);
  }
  await writer.tap('#part-settings');
  for (const code of ['P', 'T', 'C', 'G']) await writer.tap(`#reviewer-${code}`);
  await writer.tap('#part-other-half');
  await writer.tap('#pick-other-half');
  await writer.tap('#guide-m1-phone-call');
  await writer.at('written', publishing.ready);
  await writer.tap('#submit');
  await writer.sees(publishing.mine);

  const doctor = await walkOf('demo-doctor');
  await says(doctor.phone, '饭桌上问一句').click();
  await doctor.tap('#send-back');
  await type(doctor.phone, 'reasons', '第一块再短一点，老人记不住。');
  await doctor.at('asking for a change', publishing.reasonsTitle);
  await doctor.tap('#decide');
  await doctor.at('sent back', publishing.sentBack);

  await writer.phone.open(LIST);
  await says(writer.phone, '饭桌上问一句').click();
  await writer.at('what came back', '老人记不住');
  await writer.tap('#change');
  await writer.tap('#part-block-0');
  await type(writer.phone, 'block-text-0', '问他：“今天有啥好玩的？”');
  await writer.tap('#submit');
  await writer.sees(publishing.mine);
  await writer.phone.close();

  for (const as of ['demo-doctor', 'demo-teacher']) {
    const signer = await walkOf(as);
    await says(signer.phone, '饭桌上问一句').click();
    await signer.tap('#sign');
    await signer.tap('#decide');
    await signer.sees(publishing.signedDone);
    await signer.phone.close();
  }
  const admin = await walkOf('demo-admin');
  await says(admin.phone, '饭桌上问一句').click();
  await admin.tap('#release');
  await admin.tap('#where-townships');
  await admin.tap(`#township-${townships.liuxi.code}`);
  await admin.tap('#do-release');
  await admin.sees(publishing.released);
  await admin.phone.close();

  const there = await walkOf('demo-grandma', GUIDES);
  await there.sees('饭桌上问一句');
  await there.phone.close();
  const titles = async (township: string) => {
    const wish = { audience: 'caregiver' as const, township };
    const { guides } = await ask(url, 'demo-stranger', 'guides.listGuides', wish);
    return guides.map(({ title }) => title);
  };
  expect(await titles(townships.liuxi.code)).toContain('饭桌上问一句');
  const elsewhere = await titles(townships.yunwu.code);
  expect(elsewhere).toContain('孩子不想上学，老说肚子疼');
  expect(elsewhere).not.toContain('饭桌上问一句');
  await doctor.phone.close();
  expect(look.violations).toEqual([]);
}, 300_000);

test('cards for a talk in class are written beside a guide for teachers', async () => {
  const look = new Look();
  const { url } = preview;
  const route = 'publish/write/index?id=t5-bullying&version=1';
  const opening = { url, as: 'demo-counsellor', size: 'standard' as const, route };
  const writer = new Walk(await newPhone(browser, opening), 'both', look);
  await writer.tap('#part-cards');
  await writer.at('cards, none', publishing.cardsHint);
  await writer.tap('#add-card');
  await type(writer.phone, 'card-title-0', '同桌不说话');
  await type(writer.phone, 'card-text-0', '同桌一天没说话，你会怎么做？');
  await writer.at('a card', publishing.ready);
  await writer.tap('#save');
  await writer.sees(publishing.saved);
  const draft = { guideId: 't5-bullying', version: 2 };
  const { guide } = await ask(url, 'demo-counsellor', 'guides.showDraft', draft);
  expect(guide.text.cards).toEqual([{ title: '同桌不说话', text: '同桌一天没说话，你会怎么做？' }]);
  await writer.phone.close();
  expect(look.violations).toEqual([]);
}, 300_000);
