import type { Review, ReviewerCode } from '@contract/guides';
import { addMonths } from '@rules/dates';
import { missingSignatures, reviewDueDay, signedByTwo } from '@rules/guide-review';

const review = (code: ReviewerCode, name: string, day = '2026-11-24'): Review => ({
  code,
  name,
  title: '医生',
  organisation: '镇卫生院',
  day,
  demonstration: false,
});
const missing = (needed: ReviewerCode[], ...reviews: Review[]) =>
  missingSignatures({ reviewers: needed }, reviews);

test('a guide lacks every signature that nobody has given', () => {
  expect(missing(['P', 'C', 'S'])).toStrictEqual(['P', 'C', 'S']);
  expect(missing(['P', 'C', 'S'], review('C', '甲'))).toStrictEqual(['P', 'S']);
  expect(missing(['P', 'C'], review('P', '甲'), review('C', '乙'))).toStrictEqual([]);
});

test('two grandparents read it back, and one of them twice is not two', () => {
  expect(missing(['G'])).toStrictEqual(['G', 'G']);
  expect(missing(['G'], review('G', '甲'), review('G', '甲'))).toStrictEqual(['G']);
  expect(missing(['G'], review('G', '甲'), review('G', '乙'))).toStrictEqual([]);
  // Two teachers of one name have each read it with somebody.
  const read = { ...review('G', '甲'), readers: 1 };
  expect(missing(['G'], read, read)).toStrictEqual([]);
});

test('one person with two codes is still one person', () => {
  expect(signedByTwo([review('P', '甲'), review('C', '甲')])).toBe(false);
  expect(signedByTwo([review('P', '甲'), review('C', '乙')])).toBe(true);
});

test('two people of one name are two people', () => {
  const both = [review('C', '王芳'), review('T', '王芳')];
  expect(signedByTwo(both, ['wx-one', 'wx-two'])).toBe(true);
  expect(signedByTwo(both, ['wx-one'])).toBe(false);
});

test('signatures count from the oldest of them', () => {
  const reviews = [review('P', '甲', '2026-11-24'), review('C', '乙', '2026-08-31')];
  expect(reviewDueDay(6, reviews)).toBe('2027-02-28');
  expect(reviewDueDay(12, reviews)).toBe('2027-08-31');
  expect(reviewDueDay(6, [])).toBeUndefined();
});

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths('2026-11-24', 6)).toBe('2027-05-24');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addMonths('2026-12-31', 1)).toBe('2027-01-31');
});
