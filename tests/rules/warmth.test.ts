import type { Mood } from '@contract/enums';
import type { DayMood } from '@contract/warmth';
import { addDays, dayMs } from '@rules/dates';
import { isQuiet, weeksOf, wereHarder } from '@rules/warmth';

const today = '2026-11-26';
/** Faces by how many days ago they were. */
const faces = (...list: [ago: number, face: Mood][]): DayMood[] =>
  list.map(([ago, face]) => ({ day: addDays(today, -ago), face }));

const goodBefore = faces([8, 'good'], [10, 'good'], [14, 'great'], [20, 'good']);

describe('whether the last days were harder', () => {
  test('two low days of three, after good weeks: a guide is offered', () => {
    const days = [...goodBefore, ...faces([0, 'low'], [2, 'low'], [4, 'plain'])];
    expect(wereHarder(days, today)).toBe(true);
  });

  test.each<[string, DayMood[]]>([
    ['one low day', [...goodBefore, ...faces([0, 'sad'], [2, 'good'], [4, 'good'])]],
    ['too few faces lately', [...goodBefore, ...faces([0, 'low'], [1, 'sad'])]],
    [
      'too few faces before',
      [...goodBefore.slice(1), ...faces([0, 'low'], [1, 'low'], [2, 'low'])],
    ],
    [
      'a child who is often low: no worse than before',
      faces([8, 'low'], [9, 'low'], [12, 'plain'], [15, 'low'], [0, 'low'], [1, 'low'], [3, 'low']),
    ],
    ['low days that are over', [...goodBefore, ...faces([7, 'sad'], [8, 'sad'], [0, 'good'])]],
    ['nothing said at all', []],
  ])('nothing is offered: %s', (_why, days) => {
    expect(wereHarder(days, today)).toBe(false);
  });
});

test('weeks go from Monday to Sunday, the present first; gaps are blank and days to come are none', () => {
  // A Thursday.
  const [week, before] = weeksOf(faces([0, 'good'], [3, 'low'], [4, 'great']), today, 2);
  expect(week?.map(({ day, face, ahead }) => [day.slice(-2), face, ahead])).toEqual([
    ['23', 'low', false],
    ['24', undefined, false],
    ['25', undefined, false],
    ['26', 'good', false],
    ['27', undefined, true],
    ['28', undefined, true],
    ['29', undefined, true],
  ]);
  expect(before?.map(({ face }) => face).filter(Boolean)).toEqual(['great']);
  expect(before?.[6]?.day).toBe('2026-11-22');
});

test('quiet after a week without a word, and not a moment before', () => {
  const now = 1_800_000_000_000;
  expect([isQuiet(now - 7 * dayMs, now), isQuiet(now - 7 * dayMs - 1, now)]).toEqual([false, true]);
});
