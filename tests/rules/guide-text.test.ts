import fs from 'node:fs';
import path from 'node:path';
import { parseGuide } from '@rules/guide-text';

const folder = path.resolve(__dirname, '../../cloudfunctions/areas/guides/library');
const file = fs.readFileSync(path.join(folder, 'c2-three-small-things.md'), 'utf8');
const parse = (text: string) => parseGuide('c2-three-small-things', text);

/** The faults of the file after one change that a writer might make. */
function faultsAfter(from: string | RegExp, to: string): string {
  const changed = file.replace(from, to);
  expect(changed).not.toBe(file);
  const parsed = parse(changed);
  return parsed.ok ? '' : parsed.faults.join('\n');
}

describe('the text file of a guide', () => {
  test('gives every part of the guide', () => {
    const parsed = parse(file);
    if (!parsed.ok) throw new Error(parsed.faults.join());
    const { guide } = parsed;
    expect(guide).toMatchObject({
      id: 'c2-three-small-things',
      title: '今天就能做的三件小事',
      audience: 'caregiver',
      version: 1,
      otherHalf: 'm1-phone-call',
      crisisRelated: false,
      reviewMonths: 12,
      reviewers: ['C', 'G'],
      licence: 'CC BY 4.0',
      cards: [],
    });
    expect(guide.words).toContain('夸孩子');
    expect(guide.blocks.map(({ kind }) => kind)).toStrictEqual(['today', 'do', 'say', 'help']);
    expect(guide.blocks[0]).toStrictEqual({
      kind: 'today',
      title: '吃饭时问一句',
      picture: 'meal',
      text: '今天吃饭，放下手里的活。\n问他：“今天有啥好玩的？”\n他说什么都听，先不教他。',
    });
    expect(guide.question.answers.map(({ right }) => right)).toStrictEqual([true, false, false]);
    expect(guide.nextSteps.map(({ kind }) => kind)).toStrictEqual([
      'tellFamily',
      'askSchool',
      'guide',
    ]);
    expect(guide.sources[0]).toMatchObject({ use: 'facts' });
  });

  test('reads the same with the line ends and colons of other keyboards', () => {
    const windows = file.replaceAll('\n', '\r\n').replace('版本：1', '版本: 1');
    expect(parse(windows)).toStrictEqual(parse(file));
  });

  test('names telephone lines by their names in the directory', () => {
    const withCall = file.replace('- 告诉家里：', '- 打电话：急救、心理援助\n- 告诉家里：');
    const parsed = parse(withCall);
    expect(parsed.ok && parsed.guide.nextSteps[0]).toStrictEqual({
      kind: 'call',
      lines: ['national-120', 'national-12356'],
    });
  });

  test('keeps the cards of a class talk', () => {
    const id = 't8-missing-home';
    const parsed = parseGuide(id, fs.readFileSync(path.join(folder, `${id}.md`), 'utf8'));
    expect(parsed.ok && parsed.guide.cards.map(({ title }) => title)).toContain('疼我的人');
  });

  test.each<[string, string | RegExp, string, RegExp]>([
    ['a head is there', /^---\n/, '', /begins with a head/],
    ['a line of the head that nobody knows', '版本：1', '版次：1', /nobody knows: 版次/],
    ['a line of the head twice', '版本：1', '版本：1\n版本：2', /版本 twice/],
    ['somebody it is for', '给谁：照护人', '给谁：大家', /"大家" is none of/],
    ['a whole version', '版本：1', '版本：一', /version/],
    ['6 or 12 months', '几个月复审：12', '几个月复审：24', /reviewMonths/],
    ['the licence of the content', '许可：CC BY 4.0', '许可：保留', /licence/],
    ['a part that nobody knows', '# 来源', '# 出处', /nobody knows the part 出处/],
    ['a part twice', '# 来源', '# 来源\n# 来源', /来源 is there twice/],
    ['the order of the parts', '# 正文', '# 接下来\n# 正文', /order/],
    ['text before the first part', '# 正文', '随便写的话\n# 正文', /before the first part/],
    ['a block’s heading', '## 做：睡前陪十分钟（睡前）', '## 睡前陪十分钟', /headed/],
    ['a picture there is', '（睡前）', '（星星）', /"星星" is none of/],
    ['three blocks at least', /## 做：[\s\S]*?(?=## 找人)/, '', /blocks/],
    ['a right answer', '- [x]', '- [ ]', /one answer is right/],
    ['one right answer only', '- [ ]', '- [x]', /one answer is right/],
    ['an explanation', / \| 对。[^\n]*/, '', /explanation/],
    ['a next step there is', '- 告诉家里：', '- 告诉别人：', /"告诉别人" is none of/],
    ['a line of the directory', '- 告诉家里：', '- 打电话：热线\n- 告诉家里：', /called 热线/],
    ['sources', /# 来源[\s\S]*/, '# 来源\n', /sources/],
    ['how a source is used', '只取事实', '抄了一点', /"抄了一点" is none of/],
  ])('says what is wrong: %s', (_, from, to, fault) => {
    expect(faultsAfter(from, to)).toMatch(fault);
  });
});
