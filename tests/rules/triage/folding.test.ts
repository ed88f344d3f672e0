import { triage } from '@rules/triage';
import { fold } from '@rules/triage/fold';

const level = (text: string) => triage(text).level;

describe('one spelling for many', () => {
  test.each([
    ['full width and capitals', 'ＺＩＳＨＡ', '自杀'],
    ['spaces and signs between characters', '自 杀', '自杀'],
    ['emoji and invisible characters', '自🙂\u200b杀', '自杀'],
    ['traditional characters', '跳樓', '跳楼'],
    ['homophones', '自鲨', '自杀'],
    ['pinyin', 'buxianghuole', '不想活'],
    ['abbreviations', 'bxhl', '不想活'],
    ['Cantonese', '佢话唔想活', '他话不想活'],
    ['Hunan', '冇得', '没'],
    ['voice transcription', '喝浓药', '喝毒'],
    ['names of poisons', '百草枯', '毒'],
  ])('%s', (_, written, read) => expect(fold(written).text).toBe(read));

  test.each(['感冒', '讲座', '被子', '紫砂壶', '风扇'])('%s stays what it is', (word) =>
    expect(fold(word).text).toBe(word),
  );

  test.each(['想亖了', '割万了 好多血', '他要跳樓', '莫想活了', '喝了敌敌威', '我要zisha'])(
    'is read like the plain word: %s',
    (text) => expect(level(text) >= 'S2').toBe(true),
  );
});

describe('where the words stand', () => {
  test('is told in the text as it was written', () => {
    const text = '老师您好。 她 说 想 自 杀 ，怎么办？';
    const reason = triage(text).reasons.find(({ rule }) => rule === 'suicide/word');
    expect(text.slice(reason?.start, reason?.end)).toBe('自 杀');
  });

  test('every character of the folded text has its place, in order', () => {
    const { text, at, ends } = fold('Ａ，孙女 说👧不想活了');
    expect(at).toHaveLength(text.length);
    expect(ends).toHaveLength(text.length);
    expect(at).toStrictEqual([...at].sort((a, b) => a - b));
  });
});
