import type { ItemAnswer } from '@contract/screening';
import { startOfDay } from '@rules/dates';
import {
  adviceOf,
  callsForHelp,
  figuresOf,
  isDanger,
  isScreeningAge,
  levelOf,
  needsCare,
  notBefore,
  reachedScales,
  screeningKeptFrom,
} from '@rules/screening';
import { firstCutoffs } from '@rules/screening-cutoffs';

/** Seventeen answers: nothing but what is named, by the item's number on the form. */
function answers(set: Record<number, ItemAnswer> = {}, rest: ItemAnswer = 0): ItemAnswer[] {
  return Array.from({ length: 17 }, (_, index) => {
    const one = set[index + 1];
    return one === undefined ? rest : one;
  });
}

/** So many points on one sub-scale, the first items first; item 6 is left out. */
function withPoints(items: number[], points: number): ItemAnswer[] {
  let left = points;
  const set: Record<number, ItemAnswer> = {};
  for (const item of items) {
    const give = left >= 2 ? 2 : left === 1 ? 1 : 0;
    set[item] = give;
    left -= give;
  }
  return answers(set);
}
const I = [2, 9, 11, 15];
const A = [1, 3, 7, 13, 17];
const E = [4, 5, 8, 10, 12, 14, 16];
const { caregiver, teacher } = firstCutoffs;

describe('the sub-totals', () => {
  test.each([
    [2, 'I'],
    [6, 'I'],
    [9, 'I'],
    [11, 'I'],
    [15, 'I'],
    [1, 'A'],
    [3, 'A'],
    [7, 'A'],
    [13, 'A'],
    [17, 'A'],
    [4, 'E'],
    [5, 'E'],
    [8, 'E'],
    [10, 'E'],
    [12, 'E'],
    [14, 'E'],
    [16, 'E'],
  ] as const)('item %i counts for %s and the total alone', (item, scale) => {
    const nothing = { I: 0, A: 0, E: 0, T: 2, blanks: 0 };
    expect(figuresOf(answers({ [item]: 2 }))).toEqual({ ...nothing, [scale]: 2 });
  });

  test('reach from nothing to 10, 10, 14 and 34', () => {
    expect(figuresOf(answers())).toEqual({ I: 0, A: 0, E: 0, T: 0, blanks: 0 });
    expect(figuresOf(answers({}, 2))).toEqual({ I: 10, A: 10, E: 14, T: 34, blanks: 0 });
  });

  test('count a blank as nothing; with the fourth blank there is no result', () => {
    expect(figuresOf(answers({ 1: null, 2: null, 4: null }, 2))).toEqual({
      ...{ I: 8, A: 8, E: 12, T: 28, blanks: 3 },
    });
    expect(figuresOf(answers({ 1: null, 2: null, 4: null, 17: null }, 2))).toBeUndefined();
    expect(adviceOf(answers({ 1: null, 2: null, 4: null, 17: null }), 'no', caregiver)).toBe(
      'tooFewAnswers',
    );
  });
});

describe('the cut-offs', () => {
  test.each([
    ['I', I, 5],
    ['A', A, 7],
    ['E', E, 7],
  ] as const)('%s asks for a talk from its number on, and not one below', (scale, items, from) => {
    const below = withPoints([...items], from - 1);
    const at = withPoints([...items], from);
    expect(adviceOf(below, 'no', caregiver)).toBe('fine');
    expect(adviceOf(at, 'no', caregiver)).toBe('talk');
    expect(
      reachedScales({ I: 0, A: 0, E: 0, T: 0, blanks: 0, ...figuresOf(at) }, caregiver),
    ).toEqual([scale]);
  });

  test('the total: 15 at home, 17 at school', () => {
    const fifteen = { I: 4, A: 5, E: 6, T: 15, blanks: 0 };
    expect(reachedScales({ ...fifteen, T: 14 }, caregiver)).toEqual([]);
    expect(reachedScales(fifteen, caregiver)).toEqual(['T']);
    expect(reachedScales({ ...fifteen, T: 16 }, teacher)).toEqual([]);
    expect(reachedScales({ ...fifteen, T: 17 }, teacher)).toEqual(['T']);
  });

  test('are the operator’s to set', () => {
    const own = { ...caregiver, I: 3 };
    expect(adviceOf(withPoints(I, 3), 'no', own)).toBe('talk');
    expect(adviceOf(withPoints(I, 3), 'no', caregiver)).toBe('fine');
  });
});

describe('a danger', () => {
  test('is item 6 “often”, or the separate question', () => {
    expect(callsForHelp(answers({ 6: 1 }), 'no')).toBe(false);
    expect(callsForHelp(answers({ 6: 2 }), undefined)).toBe(true);
    expect(callsForHelp(answers(), 'unsure')).toBe(false);
    expect(callsForHelp(answers(), 'yes')).toBe(true);
    expect(callsForHelp(answers(), 'now')).toBe(true);
  });

  test('is never followed by “no need to worry”, also without enough answers', () => {
    expect(adviceOf(answers({ 6: 2 }), 'no', caregiver)).toBe('talk');
    expect(adviceOf(answers({}, null), 'yes', caregiver)).toBe('talk');
  });

  test('reaches safeguarding when it was said: today is S3, before that S2', () => {
    expect([isDanger('no'), isDanger('unsure'), isDanger('yes'), isDanger('now')]).toEqual([
      ...[false, false, true, true],
    ]);
    expect(levelOf('yes')).toBe('S2');
    expect(levelOf('now')).toBe('S3');
  });
});

test('the form is for children from 4 to 17', () => {
  expect([3, 4, 17, 18].map(isScreeningAge)).toEqual([false, true, true, false]);
});

test('the same role answers again on the ninetieth day, and not on the one before', () => {
  const last = startOfDay('2026-03-01') + 20 * 3_600_000;
  expect(notBefore(undefined, last)).toBeUndefined();
  expect(notBefore(last, last)).toBe('2026-05-30');
  expect(notBefore(last, startOfDay('2026-05-30') - 1)).toBe('2026-05-30');
  expect(notBefore(last, startOfDay('2026-05-30'))).toBeUndefined();
});

test('a result is kept for twelve months', () => {
  expect(screeningKeptFrom(startOfDay('2026-11-26') + 5)).toBe(startOfDay('2025-11-26'));
});

test('one’s own mood: from a sum of 3 on there is somebody to turn to', () => {
  expect([needsCare(0, 0), needsCare(1, 1), needsCare(1, 2), needsCare(3, 3)]).toEqual([
    ...[false, false, true, true],
  ]);
});
