import type { GuideText, NextStep } from '@contract/guides';
import { faultsOf } from '../../config/check-guides/guide-checks';
import { isBuilt, readLibrary } from '../../config/check-guides/library';
import { fewestGuides, libraryFaults } from '../../config/check-guides/library-checks';
import {
  lengthOf,
  mean,
  percentile,
  rareCharacters,
  rareShare,
  sentenceLengths,
} from '../../cloudfunctions/rules/guide-checks/measures';
import { totals } from '../../config/check-guides/table';

const library = readLibrary();

function guideOf(id: string): GuideText {
  const found = library.guides.find((guide) => guide.id === id);
  if (!found) throw new Error(`no guide ${id}`);
  return found;
}

const plain = guideOf('c2-three-small-things');
const crisis = guideOf('c4-not-want-to-live');
const teachers = guideOf('t3-duty-to-report');

/** The guide with something added to the text of its second block. */
const saying = (text: string, guide = plain): GuideText => ({
  ...guide,
  blocks: guide.blocks.map((block, at) =>
    at === 1 ? { ...block, text: `${block.text}\n${text}` } : block,
  ),
});
const faults = (guide: GuideText) => faultsOf(guide).join('\n');

describe('the library', () => {
  test('has the guides that were asked for, and none has a fault', () => {
    expect(library.faults).toStrictEqual([]);
    expect(library.guides.length).toBeGreaterThanOrEqual(fewestGuides);
    expect(library.guides.flatMap(faultsOf)).toStrictEqual([]);
    expect(libraryFaults(library.guides)).toStrictEqual([]);
    expect(totals(library.guides).sentence95).toBeLessThanOrEqual(18);
  });

  test('is what the functions carry', () => {
    expect(isBuilt(library.guides)).toBe(true);
    expect(isBuilt(library.guides.slice(1))).toBe(false);
  });

  test('every theme of the list has its guide: nine, eight and seven, and two for teachers', () => {
    const ids = library.guides.map(({ id }) => id.split('-')[0]);
    const asked = { c: 9, m: 8, t: 9 };
    for (const [letter, count] of Object.entries(asked)) {
      for (let at = 1; at <= count; at += 1) expect(ids).toContain(`${letter}${at}`);
    }
  });

  test('what speaks of a crisis is looked at again after half a year', () => {
    const halfYearly = library.guides.filter(({ reviewMonths }) => reviewMonths === 6);
    const ids = halfYearly.map(({ id }) => id.split('-')[0]);
    for (const id of ['c4', 'c5', 'c6', 'm7', 'm8', 't3', 't4']) expect(ids).toContain(id);
  });

  test('the guide on abuse does not send what was said to the rest of the family', () => {
    const { nextSteps, otherHalf } = guideOf('c6-somebody-touched');
    expect(nextSteps.map(({ kind }) => kind)).not.toContain('tellFamily');
    expect(otherHalf).toBeUndefined();
  });

  test('the class talks have cards', () => {
    for (const id of ['t8-missing-home', 't9-many-kinds-of-homes']) {
      expect(guideOf(id).cards.length).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('a guide is refused', () => {
  test('when it is too long to listen to', () => {
    expect(faults(saying('好好听他说。\n'.repeat(40)))).toMatch(/too many to listen to/);
  });

  test('when its sentences are long', () => {
    const sentence = '您今天吃晚饭的时候坐到他旁边去好好地听他说一说';
    expect(faults(saying(`${sentence}。`))).toMatch(/a sentence has 23 characters/);
    const middling = `${'今天吃饭的时候坐到他身边听他好好说一说。\n'.repeat(60)}`;
    expect(faults(saying(middling))).toMatch(/on average/);
  });

  test('when its characters are not those of the fourth year', () => {
    expect(faults(saying('踟蹰彷徨，蹉跎龃龉。'))).toMatch(/fourth year of school: .*踟蹰彷徨/);
  });

  test.each([
    ['打 12356。', '12356'],
    ['打 138-0013-8000。', '138-0013-8000'],
    ['打一一〇。', '一一〇'],
    ['打幺二零。', '幺二零'],
  ])('when a telephone number is typed in: %s', (text, number) => {
    expect(faults(saying(text))).toContain(`"${number}" looks like a telephone number`);
  });

  test.each([
    ['他可能是抑郁。', 'jargon'],
    ['做个评估。', 'jargon'],
    ['留守的孩子多看看。', 'a label for a child'],
    ['他有病。', 'a label for a child'],
    ['您要是早点发现。', 'blame'],
    ['都怪大人。', 'blame'],
    ['一定会好的。', 'a promise'],
    ['我们绝对不说。', 'a promise'],
    ['您必须去。', 'an order'],
    ['这样不得了。', 'an order'],
    ['他去了河边。', 'a method or a place'],
    ['监护人来签字。', 'a word for grown-ups at court'],
    ['看看APP。', 'letters'],
  ])('when it says %j', (text, reason) => {
    expect(faults(saying(text))).toContain(`is ${reason}`);
  });

  test('but not for words that only look like one of those', () => {
    expect(faults(saying('妈妈也舍不得你。'))).toBe('');
    expect(faults(saying('监护人来签字。', teachers))).toBe('');
  });

  test('when the question or a prepared message says it, too', () => {
    const { question } = plain;
    expect(faults({ ...plain, question: { ...question, ask: '他有病吗？' } })).toMatch(/label/);
    const step: NextStep = { kind: 'askSchool', message: '打 12356' };
    expect(faults({ ...plain, nextSteps: [step] })).toMatch(/telephone number/);
  });

  test.each<[string, Partial<GuideText>, RegExp]>([
    ['no block for today first', { blocks: plain.blocks.slice(1) }, /what to do today/],
    ['nobody to turn to at the end', { blocks: plain.blocks.slice(0, -1) }, /whom to turn to/],
    [
      'nobody named at the end',
      { blocks: plain.blocks.map((block) => ({ ...block, text: '慢慢来。' })) },
      /names somebody/,
    ],
    ['today again later', { blocks: [...plain.blocks.slice(0, 1), ...plain.blocks] }, /alone/],
    [
      'nothing to say',
      { blocks: plain.blocks.filter(({ kind }) => kind !== 'say') },
      /what one may say/,
    ],
    [
      'only another guide to go to',
      { nextSteps: [{ kind: 'guide', guideId: 'c1-signs' }] },
      /leads to somebody/,
    ],
    ['a next step twice', { nextSteps: [{ kind: 'book' }, { kind: 'book' }] }, /there twice/],
    [
      'a message too long to send',
      { nextSteps: [{ kind: 'askSchool', message: '老师您好。'.repeat(15) }] },
      /prepared message/,
    ],
    ['one signature', { reviewers: ['C'] }, /two people sign/],
    ['the same signature twice', { reviewers: ['C', 'C'] }, /two people sign/],
    ['nobody who knows children’s minds or the law to sign it', { reviewers: ['T', 'G'] }, /minds/],
    ['a card too long to show', { cards: [{ title: '画', text: '画一画。'.repeat(30) }] }, /card/],
    [
      'somebody else’s text quoted',
      { sources: [{ title: '一篇文章', terms: '保留版权', use: 'quote' }] },
      /no official document/,
    ],
  ])('when it has %s', (_, part, fault) => {
    expect(faults({ ...plain, ...part })).toMatch(fault);
  });

  test('but an official document may be quoted', () => {
    const law = { title: '《中华人民共和国未成年人保护法》', terms: '官方文件', use: 'quote' };
    expect(faults({ ...plain, sources: [{ ...law, use: 'quote' }] })).toBe('');
  });

  test.each<[string, Partial<GuideText>, RegExp]>([
    ['is looked at once a year only', { reviewMonths: 12 }, /every 6 months/],
    ['does not begin with the telephone', { nextSteps: [{ kind: 'book' }] }, /is the telephone/],
    ['nobody clinical signs', { reviewers: ['C', 'L'] }, /psychiatrist or child protection/],
    ['only the place and the law sign', { reviewers: ['S', 'L'] }, /psychiatrist or counsellor/],
    ['is not marked', { crisisRelated: false }, /not marked as a crisis/],
    [
      'leaves out that asking is safe',
      { blocks: crisis.blocks.map((block) => ({ ...block, text: '陪着他。' })) },
      /asking is safe/,
    ],
  ])('when it speaks of dying and %s', (_, part, fault) => {
    expect(faults(crisis)).toBe('');
    expect(faults({ ...crisis, ...part })).toMatch(fault);
  });
});

describe('the library is refused', () => {
  const withFault = (guides: GuideText[]) =>
    libraryFaults(guides)
      .map(([id, fault]) => `${id}: ${fault}`)
      .join('\n');
  const changed = (id: string, part: Partial<GuideText>) =>
    withFault(library.guides.map((guide) => (guide.id === id ? { ...guide, ...part } : guide)));

  test('when there are too few, or none for somebody', () => {
    expect(withFault(library.guides.slice(0, 25))).toMatch(/25 guides: at least 26/);
    const withoutTeachers = library.guides.filter(({ audience }) => audience !== 'teacher');
    expect(withFault(withoutTeachers)).toMatch(/nothing for teacher/);
  });

  test('when two halves do not belong together', () => {
    expect(changed(plain.id, { otherHalf: 'c99' })).toMatch(/other half c99 is not there/);
    expect(changed(plain.id, { otherHalf: undefined })).toMatch(/does not name it/);
    expect(changed(plain.id, { audience: 'parent' })).toMatch(/one for caregivers and one for/);
    expect(changed(plain.id, { crisisRelated: true })).toMatch(/only one of two halves/);
  });

  test('when a link leads nowhere or back', () => {
    const to = (guideId: string): Partial<GuideText> => ({
      nextSteps: [{ kind: 'book' }, { kind: 'guide', guideId }],
    });
    expect(changed(plain.id, to('c99'))).toMatch(/leads to c99, which is not there/);
    expect(changed(plain.id, to(plain.id))).toMatch(/leads to itself/);
  });

  test('when a title is used twice', () => {
    expect(changed(plain.id, { title: crisis.title })).toMatch(/title is used twice/);
  });
});

describe('what is measured', () => {
  test('sentences end at their marks and at the end of a line; marks do not count', () => {
    expect(sentenceLengths('今天，先陪他。\n“疼不疼？”好')).toStrictEqual([5, 3, 1]);
    expect(sentenceLengths('。\n！')).toStrictEqual([]);
  });

  test('length counts marks, as they take time, and no blanks', () => {
    expect(lengthOf('好，\n 好。')).toBe(4);
  });

  test('rare characters are those outside the common list', () => {
    expect(rareCharacters('孩子踟蹰')).toStrictEqual(['踟', '蹰']);
    expect(rareShare('孩子踟蹰')).toBe(0.5);
    expect(rareShare('，。')).toBe(0);
  });

  test('mean and percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
    expect(mean(hundred)).toBe(50.5);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([], 0.95)).toBe(0);
    expect(mean([])).toBe(0);
  });
});
