import { findGuides } from '@rules/guide-search';
import { guides as wording } from '@/wording/guides';
import { libraryTexts } from '../../cloudfunctions/areas/guides/library';

const library = libraryTexts();
const found = (text: string) => findGuides(library, text).map(({ id }) => id);

test('every common word on the page finds a guide for those who live with the child', () => {
  for (const word of wording.common) {
    const [best] = findGuides(library, word);
    expect([word, best?.words.includes(word)]).toEqual([word, true]);
  }
});

test('plain words find the guide that knows them first', () => {
  expect(found('不想上学')[0]).toBe('c7-not-to-school');
  expect(found(' 发脾气， ')[0]).toBe('c3-crying-and-anger');
  expect(found('班会')).toContain('t9-many-kinds-of-homes');
});

test('a sentence around the word, or words that are partly the same, find it too', () => {
  expect(found('孩子老说肚子疼怎么办')).toContain('c7-not-to-school');
  expect(found('不肯上学')).toContain('c7-not-to-school');
});

test('nothing asked, and what no guide is about, finds nothing', () => {
  expect(found('')).toEqual([]);
  expect(found('  ')).toEqual([]);
  expect(found('拖拉机')).toEqual([]);
});
