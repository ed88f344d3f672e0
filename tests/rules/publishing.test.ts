import { guideStatuses, type DraftText, type Review } from '@contract/guides';
import type { Progress } from '@contract/reading';
import { submitFaults } from '@rules/guide-checks/submit';
import { differencesOf, piecesOf, withPart } from '@rules/guide-difference';
import { countsSince } from '@rules/guide-progress';
import { isOfCounty, mayTarget, reaches, wholeCountry } from '@rules/guide-regions';
import {
  afterStep,
  codesOfPost,
  codesToSign,
  deskSteps,
  mayPublish,
  waitsFor,
  type Judged,
} from '@rules/guide-states';
import { libraryTexts } from '../../cloudfunctions/areas/guides/library';
import { chosenNames } from '@/publish/parts/chosen-names';
import { faultText, partName } from '@/wording/publishing';

const review = (code: Review['code'], name: string, part: Partial<Review> = {}): Review => ({
  ...{ code, name, title: '老师', organisation: '一小', day: '2026-11-20' },
  ...{ demonstration: true, ...part },
});

describe('how a version stands at the desk', () => {
  const reviewers: DraftText['reviewers'] = ['T', 'C', 'P', 'G'];
  const judged = (part: Partial<Judged> = {}): Judged => ({
    ...{ status: 'inReview', reviewers, reviews: [], authors: ['writer'], signers: [], ...part },
  });
  const all = [
    review('P', '陈'),
    review('C', '李'),
    review('T', '王'),
    review('G', '周', { readers: 2 }),
  ];

  test('every state has its steps, and what was submitted is never written over', () => {
    expect(Object.keys(deskSteps).sort()).toEqual([...guideStatuses].sort());
    for (const status of guideStatuses) {
      expect(afterStep(status, 'write') !== undefined).toBe(status === 'draft');
      expect(afterStep(status, 'publish') !== undefined).toBe(status === 'inReview');
    }
    expect(deskSteps.replaced).toEqual({});
  });

  test('children’s minds come first, then the place, then a publisher', () => {
    expect(waitsFor({ reviewers }, [])).toEqual(['C', 'P']);
    expect(waitsFor({ reviewers }, all.slice(0, 2))).toEqual(['T', 'G']);
    expect(waitsFor({ reviewers }, all)).toEqual(['publisher']);
  });

  test('one grandparent is not two; a number of them is one signature', () => {
    expect(waitsFor({ reviewers: ['G'] }, [review('G', '刘奶奶')])).toEqual(['G']);
    expect(waitsFor({ reviewers: ['G'] }, [review('G', '刘奶奶'), review('G', '石爷爷')])).toEqual([
      'publisher',
    ]);
    expect(waitsFor({ reviewers: ['G'] }, [review('G', '周', { readers: 2 })])).toEqual([
      'publisher',
    ]);
  });

  test('who wrote it and who has signed it sign no more; others what they are trusted with', () => {
    const chen = { openid: 'chen', codes: ['P', 'T'] as const };
    expect(codesToSign(judged(), chen)).toEqual(['P']);
    expect(codesToSign(judged({ authors: ['chen'] }), chen)).toEqual([]);
    expect(codesToSign(judged({ signers: ['chen'] }), chen)).toEqual([]);
    for (const status of ['draft', 'needsChange', 'published'] as const) {
      expect(codesToSign(judged({ status }), chen)).toEqual([]);
    }
  });

  test('published only when all have signed, two at least, by somebody who did not write it', () => {
    expect(mayPublish(judged({ reviews: all }), 'admin')).toBe(true);
    expect(mayPublish(judged({ reviews: all.slice(1) }), 'admin')).toBe(false);
    expect(mayPublish(judged({ reviews: all }), 'writer')).toBe(false);
    const alone = [review('C', '李'), review('T', '李')];
    expect(mayPublish(judged({ reviewers: ['C', 'T'], reviews: alone }), 'admin')).toBe(false);
  });

  test('a teacher is never trusted with a doctor’s signature', () => {
    expect(codesOfPost.teacher).toEqual(['T']);
    expect(codesOfPost.admin).not.toContain('P');
  });
});

describe('for whom a guide is published', () => {
  test.each([
    [[wholeCountry], true],
    [['990101'], true],
    [['990101001', '990101002'], true],
    [['990102'], false],
    [['990101001', '990102001'], false],
    [['990101', '990101001'], false],
    [['990101001', '990101001'], false],
    [[], false],
  ])('by the administrator of 990101: %j', (regions, allowed) => {
    expect(mayTarget(regions, '990101')).toBe(allowed);
  });

  test('it reaches the country, the county or the township it names', () => {
    expect(reaches([wholeCountry], undefined)).toBe(true);
    expect(reaches(['990101'], '990101001')).toBe(true);
    expect(reaches(['990101001'], '990101002')).toBe(false);
    expect(reaches(['990101001'], undefined)).toBe(false);
    expect(isOfCounty(['990101001'], '990102')).toBe(false);
    expect(isOfCounty([wholeCountry], '990102')).toBe(true);
  });
});

describe('differences between two texts', () => {
  const [text] = libraryTexts();
  if (!text) throw new Error('the library is empty');
  const [first, ...others] = text.blocks;
  if (!first) throw new Error('no blocks');

  test('what stays, came and went, in pieces that can be read', () => {
    expect(piecesOf('今天吃饭问一句', '今天睡前问一句')).toEqual([
      { kind: 'same', text: '今天' },
      { kind: 'removed', text: '吃饭' },
      { kind: 'added', text: '睡前' },
      { kind: 'same', text: '问一句' },
    ]);
    expect(piecesOf('', '新')).toEqual([{ kind: 'added', text: '新' }]);
    expect(piecesOf('同', '同')).toEqual([{ kind: 'same', text: '同' }]);
    expect(piecesOf('', '')).toEqual([]);
  });

  test('both texts can be put together again from the pieces, whatever they are', () => {
    const pairs = [
      ['abc def', 'abd def g'],
      ['😀好', '好😀'],
      ['甲乙丙丁', '丁丙乙甲'],
      ['长'.repeat(1600), '短'],
    ];
    for (const [before = '', after = ''] of pairs) {
      const pieces = piecesOf(before, after);
      const without = (kind: string) =>
        pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text);
      expect(without('added').join('')).toBe(before);
      expect(without('removed').join('')).toBe(after);
    }
  });

  test('only the parts that differ, each with a name, and either can be taken', () => {
    expect(differencesOf(text, text, chosenNames)).toEqual([]);
    const changed: DraftText = {
      ...text,
      title: '改过的标题',
      blocks: [{ ...first, text: '今天，坐到他旁边。' }, ...others.slice(0, -1)],
      crisisRelated: !text.crisisRelated,
    };
    const differences = differencesOf(text, changed, chosenNames);
    const parts = differences.map(({ part }) => part);
    expect(parts).toEqual(['title', 'block-0', 'settings', `block-${others.length}`]);
    for (const part of parts) expect(partName(part)).not.toBe(part);
    // A signer reads words, never the names that a program has for them.
    for (const { pieces } of differences) {
      expect(pieces.map((piece) => piece.text).join('')).not.toMatch(/[A-Za-z]/);
    }
    const back = [...parts].reverse().reduce((all, part) => withPart(all, part, text), changed);
    expect(differencesOf(text, back, chosenNames)).toEqual([]);
  });
});

describe('what keeps a draft from being submitted', () => {
  const [text] = libraryTexts();
  if (!text) throw new Error('the library is empty');

  test('nothing for a text of the library', () => {
    expect(submitFaults('g', 1, text)).toEqual([]);
  });

  test('each fault stands at its place and has a plain sentence', () => {
    const [block, ...blocks] = text.blocks;
    if (!block) throw new Error('no blocks');
    const faulty: DraftText = {
      ...text,
      purpose: '打 12356。',
      words: [],
      blocks: [{ ...block, text: `${block.text}\n他可能是抑郁。` }, ...blocks],
      question: { ...text.question, answers: text.question.answers.slice(0, 1) },
    };
    const faults = submitFaults('g', 1, faulty);
    expect(faults.map(({ code, at }) => `${code} ${at}`).sort()).toEqual([
      'missing question',
      'missing words',
      'rare whole',
      'telephone purpose',
      'word block-0',
    ]);
    for (const fault of faults) expect(faultText(fault)).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('figures without names', () => {
  test('each thing counts once for a listener and a version', () => {
    const item = (part: Partial<Progress>): Progress => ({
      ...{ guideId: 'c1', version: 1, blocks: 5, of: 5, at: 1, ...part },
    });
    expect(countsSince([], [item({ blocks: 4 })])).toEqual([]);
    expect(countsSince([], [item({ contacts: ['book'] })])).toEqual([
      ['c1', { heard: 1, contacts: 1 }],
    ]);
    expect(
      countsSince([item({ contacts: ['book'] })], [item({ contacts: ['book', 'call'] })]),
    ).toEqual([]);
    const answered = { choice: 0, at: 1, right: true };
    expect(countsSince([item({})], [item({ answered })])).toEqual([
      ['c1', { answered: 1, right: 1 }],
    ]);
    expect(
      countsSince([item({ answered })], [item({ answered: { ...answered, right: false } })]),
    ).toEqual([]);
    expect(countsSince([item({})], [item({ version: 2 })])).toEqual([['c1', { heard: 1 }]]);
  });
});
