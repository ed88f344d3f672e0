import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { channels } from '@contract/arriving';
import { nationalLines } from '@contract/national-lines';
import { papers } from '@/wording/papers';
import { groupTextOf, speechOf, spoken } from '@/wording/reach';
import { orderCodes, realCodes, sampleCodes } from '../../config/campaign/codes';
import { factsOf, placesOf } from '../../config/campaign/facts';
import { escaped } from '../../config/campaign/html';
import { codesOf } from '../../config/campaign/kit';
import * as paper from '../../config/campaign/papers';
import { putOwnTexts, wordingFaults } from '../../config/county/wording';
import { readPack, type Pack } from '../../config/county/pack';

/** Issue 10, "Being found": what the papers say, and where their codes come from. */
const hegu = path.resolve(__dirname, '..', '..', 'packs', 'hegu');
/** As long as names of townships get. */
const longName = '新晃侗族自治县';

const hanzi = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).length;
const shown = (html: string) => html.replace(/<style>.*?<\/style>/su, '').replace(/<[^>]*>/gu, ' ');

let pack: Pack;
beforeAll(async () => {
  const read = await readPack(hegu);
  if (!read.pack) throw new Error('no pack');
  ({ pack } = read);
});

test('a loudspeaker says it within twenty seconds, with a number that can be read aloud', () => {
  for (const place of ['谷口镇', longName]) {
    const speech = speechOf(place, '12356');
    expect(Array.from(speech).length).toBeLessThanOrEqual(80);
    expect(speech).toContain('一二三五六');
    expect(speech).not.toMatch(/[\dA-Za-z]/);
  }
  expect(spoken('0980-0003001')).toBe('零九八零零零零三零零一');
  expect(Array.from(groupTextOf(longName)).length).toBeLessThanOrEqual(60);
});

test('a television shows at most twenty characters', () => {
  const [whole] = placesOf(pack);
  if (!whole) throw new Error('no place');
  const code = { picture: '', sample: false };
  const words = shown(paper.television(factsOf(pack, whole), code).html);
  expect(words).toContain('12356');
  expect(hanzi(words)).toBeGreaterThan(0);
  expect(hanzi(words)).toBeLessThanOrEqual(20);
});

test('a county and each of its townships has a code for each channel', () => {
  const scenes = codesOf(pack).map(({ scene }) => scene);
  expect(scenes).toHaveLength(4 * channels.length);
  expect(new Set(scenes).size).toBe(scenes.length);
  expect(scenes).toEqual(expect.arrayContaining(['poster.990301000', 'group.990301003']));
});

test('numbers and places come from the pack: the nearest first, the oldest check told', () => {
  const place = placesOf(pack).find(({ name }) => name === '竹坪乡');
  if (!place) throw new Error('no place');
  const facts = factsOf(pack, place);
  expect(facts.urgent.map(({ number }) => number)).toEqual(['120', '110']);
  expect(facts.talk.map(({ number }) => number).slice(0, 2)).toEqual(['12356', '0980-0003001']);
  expect(facts.services.map(({ id }) => id)).toEqual([
    ...['hegu-04-phone', 'hegu-03-shanghe-clinic', 'hegu-01-gukou-room', 'hegu-02-hospital'],
  ]);
  const oldest = Math.min(...nationalLines.map(({ verifiedAt }) => verifiedAt));
  expect(facts.checked).toBe(new Date(oldest + 8 * 3_600_000).toISOString().slice(0, 10));
  const sheet = shown(paper.poster(facts, { picture: '', sample: true }).html);
  for (const words of ['120', '110', '12356', '0980-0003001', papers.sample, papers.fictional]) {
    expect(sheet).toContain(words);
  }
  expect(shown(paper.poster(facts, { picture: '', sample: false }).html)).not.toContain(
    papers.sample,
  );
});

test('a county’s own texts stand on its papers and slips too', async () => {
  const before = papers.question;
  const put = (question: string, step: string) =>
    putOwnTexts({ papers: { 'papers.question': question, 'papers.steps.0': step } });
  const [first = ''] = papers.steps;
  try {
    await put('娃儿有心事，找哪个？', '先打开微信');
    const [whole] = placesOf(pack);
    if (!whole) throw new Error('no place');
    const code = { picture: '', sample: false };
    for (const draw of [paper.poster, paper.leaflet]) {
      const words = shown(draw(factsOf(pack, whole), code).html);
      expect(words).toContain('娃儿有心事，找哪个？');
      expect(words).toContain('先打开微信');
      expect(words).not.toContain(before);
    }
    // What the program does not have is named as a fault, and changes nothing.
    const wrong = { papers: { 'papers.nothing': '新', 'papers.services': '不是一句话' } };
    await putOwnTexts(wrong);
    expect(await wordingFaults(wrong)).toHaveLength(2);
    expect(typeof papers.services).toBe('function');
  } finally {
    await put(before, first);
  }
});

test('what stands in a spreadsheet is never markup', () => {
  expect(escaped('<img onerror="x"> & \'y\'')).toBe(
    '&lt;img onerror=&quot;x&quot;&gt; &amp; &#39;y&#39;',
  );
});

describe('codes', () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const account = { appId: 'wx-app', secret: 'the-secret' };
  const wanted = ['poster.990301001', 'leaflet.990301001'].map((scene) => ({
    ...{ scene, page: 'pages/home/index' },
  }));
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-codes-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** WeChat, as far as it is asked here; it remembers what it was asked. */
  function weChat(draw: (scene: string) => Buffer) {
    const asked: string[] = [];
    const answer: typeof fetch = async (address, init) => {
      const request = new Request(address, init);
      const body = (await request.json()) as { scene?: string; secret?: string };
      const to = new URL(request.url);
      asked.push(body.scene ?? to.pathname);
      if (to.pathname === '/cgi-bin/stable_token') {
        const good = body.secret === account.secret;
        return Response.json(
          good ? { access_token: 'token' } : { errcode: 40001, errmsg: 'bad secret' },
        );
      }
      expect(to.searchParams.get('access_token')).toBe('token');
      return new Response(new Uint8Array(draw(body.scene ?? '')));
    };
    return { asked, answer };
  }

  test('are ordered once; what is missing after a failure is ordered the next time', async () => {
    const refused = Buffer.from(JSON.stringify({ errcode: 45009, errmsg: 'reach max api' }));
    const first = weChat((scene) => (scene.startsWith('leaflet') ? refused : jpeg));
    await expect(orderCodes(folder, wanted, account, first.answer)).rejects.toThrow(
      'no code for leaflet.990301001: 45009 reach max api',
    );
    const second = weChat(() => jpeg);
    expect(await orderCodes(folder, wanted, account, second.answer)).toBe(1);
    expect(second.asked).toEqual(['/cgi-bin/stable_token', 'leaflet.990301001']);
    expect(readdirSync(folder).sort()).toEqual(['leaflet.990301001.jpg', 'poster.990301001.jpg']);
    expect(await orderCodes(folder, wanted, account, weChat(() => jpeg).answer)).toBe(0);
    const codes = realCodes(folder);
    expect(codes.sample).toBe(false);
    expect(wanted.map((one) => codes.of(one).slice(0, 22))).toEqual(
      wanted.map(() => 'data:image/jpeg;base64'),
    );
  });

  test('a wrong secret is said without the secret; a missing code is no empty square', async () => {
    const wrong = { ...account, secret: 'another-secret' };
    const failure = await orderCodes(folder, wanted, wrong, weChat(() => jpeg).answer).catch(
      String,
    );
    expect(failure).toContain('40001 bad secret');
    expect(failure).not.toContain('another-secret');
    writeFileSync(path.join(folder, 'poster.990301001.png'), 'x');
    expect(() => realCodes(folder).of({ scene: 'group.990301001', page: '' })).toThrow('--order');
  });

  test('samples say that they are samples', () => {
    expect(sampleCodes.sample).toBe(true);
    expect(sampleCodes.of(wanted[0] ?? { scene: '', page: '' })).toMatch(
      /^data:image\/png;base64,/,
    );
  });
});
