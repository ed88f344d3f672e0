import { libraryTexts } from '../../cloudfunctions/areas/guides/library';
import { speechParts } from '@rules/speech-parts';

const plain = (text: string) => text.replace(/\s/g, '');

test('a text that fits is said in one piece', () => {
  expect(speechParts('坐到他旁边。', 200)).toEqual(['坐到他旁边。']);
  expect(speechParts('  ', 200)).toEqual([]);
});

test('a long text is cut where a sentence ends, and every character is said', () => {
  const text = '先陪他坐一会儿。再问一句：“怎么了？”他不说，也不急。';
  const parts = speechParts(text, 12);
  expect(parts.join('')).toBe(text);
  expect(parts[0]).toBe('先陪他坐一会儿。');
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(12);
});

test('without a sentence end it is cut at a comma, and without one anywhere', () => {
  expect(speechParts('一二三，四五六七', 5)).toEqual(['一二三，', '四五六七']);
  expect(speechParts('一二三四五六七', 3)).toEqual(['一二三', '四五六', '七']);
});

test('a mark of speech stays with the sentence it closes', () => {
  expect(speechParts('“我在。”他听着。', 6)).toEqual(['“我在。”', '他听着。']);
});

test('every block of the library is said in full, in pieces that the voice takes', () => {
  for (const { blocks } of libraryTexts()) {
    for (const { title, text } of blocks) {
      const spoken = `${title}。\n${text}`;
      const parts = speechParts(spoken, 60);
      expect(plain(parts.join(''))).toBe(plain(spoken));
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(60);
    }
  }
});
