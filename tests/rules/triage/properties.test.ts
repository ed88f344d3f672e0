import fc from 'fast-check';
import { triage as triageOnPhone } from '@rules/triage';
import { triageInCloud } from '@rules/triage/cloud';

const urgent = [
  '孙女喝了农药',
  '他说不想活了',
  '她用刀片划手',
  '他爸天天用皮带打他',
  '舅舅摸我下面',
  '娃昨晚没回来到处找不到',
  '弟弟掉河里了',
  '他们把他堵在厕所里打',
  '后妈把他锁在屋里不给饭吃',
  '我怕我哪天忍不住掐死他',
];
const everyday = [
  '今天的作业是什么',
  '明天几点开家长会',
  '天冷了，我给他寄了棉衣',
  '谢谢老师，您辛苦了',
  '他期中考了第八名，高兴得很',
  '奶奶包了粽子，给老师带几个',
  '下雨了，让孩子等我来接',
];

const words = fc.constantFrom(
  ...urgent,
  ...everyday,
  '自杀',
  '打',
  '死',
  '药',
  '没',
  '不',
  '他爸',
  'a1',
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(words, { maxLength: 20 }).map((parts) => parts.join('')),
);

const sides = {
  phone: (text: string) => triageOnPhone(text),
  cloud: triageInCloud,
};

describe.each(Object.entries(sides))('triage on the side of the %s', (_, triage) => {
  test('answers for every text, with places that lie within it, and the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = triage(text);
        expect(found.level).toMatch(/^S[0-3]$/);
        for (const { start, end } of found.reasons) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(triage(text)).toStrictEqual(found);
      }),
    );
  });

  test('gives a reason for every level above S0', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { level, reasons } = triage(text);
        expect(level === 'S0').toBe(reasons.length === 0);
      }),
    );
  });

  test('is not moved by spaces, punctuation and emoji, wherever they stand', () => {
    const marks = fc.constantFrom(' ', '，', '。', '！', '…', '\n', '*', '-', '🙂', '\u200b');
    fc.assert(
      fc.property(anyText, fc.array(fc.tuple(fc.nat(), marks), { maxLength: 8 }), (text, added) => {
        const characters = Array.from(text);
        for (const [place, mark] of added) {
          characters.splice(place % (characters.length + 1), 0, mark);
        }
        expect(triage(characters.join('')).level).toBe(triage(text).level);
      }),
    );
  });

  const among = (text: string) => {
    const alone = triage(text).level;
    expect(alone >= 'S2').toBe(true);
    // Every pair, so that nothing here depends on chance.
    for (const before of everyday) {
      for (const after of everyday) {
        expect(triage(`${before}。${text}。${after}`).level >= alone).toBe(true);
      }
    }
  };
  const inTheMiddle = (text: string) => {
    const around = everyday.join('。');
    expect(triage(`${around}。${text}。${around}。${around}`).level >= 'S2').toBe(true);
  };
  test.each(urgent)('is not calmed by everyday words before and after: %s', among);
  test.each(urgent)('is found in the middle of a long message: %s', inTheMiddle);

  test.each(['主题讲座的通知收到了', '演练很好玩', '昨晚的电视剧真好看'])(
    'a lesson or a film beside it hides nothing that is plain: %s',
    (harmless) => {
      for (const after of ['弟弟掉河里了', '他说不想活了']) {
        const text = `${harmless}，老师，我跟您讲，我家里出事了，今天下午的事，${after}`;
        expect(triage(text).level >= 'S2').toBe(true);
      }
    },
  );

  test('gets through a long text made to keep patterns busy', () => {
    for (const part of ['打', '他', '娃没', '自', '药吃', '我不想', '今天']) {
      expect(triage(part.repeat(5_000)).level).toMatch(/^S[0-3]$/);
    }
  });
});
