import type { WeekAnswer } from '@contract/weekly';
import { limits } from '@contract/limits';
import { dayMs, hourMs, minuteMs, startOfDay } from '@rules/dates';
import {
  closesAt,
  isReminderTime,
  mergeWeek,
  starterOf,
  weekOf,
  weekStanding,
} from '@rules/weekly';

const at = (day: string, hours = 0) => startOfDay(day) + hours * hourMs;

describe('a week, Monday to Sunday midnight in Beijing', () => {
  test.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-29', 23.99, '2026-11-23'],
    ['2026-11-30', 0, '2026-11-30'],
    // New Year lies in the middle of a week, and February's last day as well.
    ['2026-12-31', 12, '2026-12-28'],
    ['2027-01-01', 12, '2026-12-28'],
    ['2027-01-03', 23, '2026-12-28'],
    ['2027-01-04', 0, '2027-01-04'],
    ['2028-02-29', 8, '2028-02-28'],
  ])('%s + %d h lies in the week of %s', (day, hours, week) => {
    expect(weekOf(at(day, hours))).toBe(week);
  });

  test('a UTC Sunday evening is Monday in Beijing', () => {
    expect(weekOf(Date.parse('2026-11-29T15:59:59Z'))).toBe('2026-11-23');
    expect(weekOf(Date.parse('2026-11-29T16:00:00Z'))).toBe('2026-11-30');
  });

  test('it can be corrected until Sunday night, may arrive late on Monday, and is then closed', () => {
    const week = '2026-12-28';
    const over = closesAt(week);
    expect(over).toBe(at('2027-01-04'));
    expect(weekStanding(week, over - 1)).toBe('open');
    expect(weekStanding(week, over)).toBe('late');
    expect(weekStanding(week, over + limits.weekLateHours * hourMs - 1)).toBe('late');
    expect(weekStanding(week, over + limits.weekLateHours * hourMs)).toBe('closed');
  });

  test.each(['2026-11-24', '2026-11-30', '2026-11-16', '2026-11-09'])(
    'on a Wednesday %s is no week to speak of',
    (week) => {
      expect(weekStanding(week, at('2026-11-25', 10))).toBe('closed');
    },
  );

  test('people are reminded on Friday, from four until the quiet hours', () => {
    const four = at('2026-11-27', 16);
    expect(isReminderTime(four - 1)).toBe(false);
    expect(isReminderTime(four)).toBe(true);
    expect(isReminderTime(at('2026-11-27', 21) - minuteMs)).toBe(true);
    expect(isReminderTime(at('2026-11-27', 21))).toBe(false);
    expect(isReminderTime(four + dayMs)).toBe(false);
  });
});

describe('what two people say of one class', () => {
  const entry = (childId: string) => `new ${childId}`;
  const before = { one: 'old one' };
  const said = { usual: ['one', 'two'], answers: [{ childId: 'three' }] };

  test('one tap for the rest fills what is empty and leaves what somebody noticed', () => {
    expect(mergeWeek(before, said, entry, 'open')).toStrictEqual({
      ...{ one: 'old one', two: 'new two', three: 'new three' },
    });
    expect(before).toStrictEqual({ one: 'old one' });
  });

  test('an answer to a child puts right what stood there, but not any more when it comes late', () => {
    const correction = { usual: [], answers: [{ childId: 'one' }, { childId: 'two' }] };
    expect(mergeWeek(before, correction, entry, 'open').one).toBe('new one');
    expect(mergeWeek(before, correction, entry, 'late')).toStrictEqual({
      ...{ one: 'old one', two: 'new two' },
    });
  });
});

describe('how to begin the next call', () => {
  const usual: WeekAnswer = { usual: true };
  const told = (
    face: 'happy' | 'calm' | 'low',
    facts: Extract<WeekAnswer, { usual: false }>['facts'] = {},
  ): WeekAnswer => ({ usual: false, face, facts });

  test.each([
    ['nobody has said anything', undefined, undefined, 'nothingYet'],
    ['all as usual', usual, undefined, 'usual'],
    ['as usual in both places', usual, usual, 'usual'],
    ['both happy', told('happy'), told('happy'), 'bothHappy'],
    ['low at school', told('low'), usual, 'low'],
    ['happy here, low there', told('happy'), told('low'), 'different'],
    ['did not come, whatever else', told('low', { came: false, ate: false }), usual, 'notAtSchool'],
    ['ate little at home', usual, told('calm', { ate: false }), 'ateLittle'],
    ['did not play', told('happy', { played: false }), undefined, 'alone'],
    ['lessons are hard', told('calm', { worked: false, played: true }), undefined, 'workHard'],
    ['played', told('calm', { played: true }), undefined, 'friends'],
    ['nothing known', told('calm'), undefined, 'usual'],
  ] as const)('%s', (_what, school, home, starter) => {
    expect(starterOf(school, home)).toBe(starter);
  });

  test('what a teacher wrote makes no difference: it is never quoted', () => {
    const plain = told('calm', { ate: false });
    expect(starterOf({ ...plain, sentence: '想妈妈' } as WeekAnswer, undefined)).toBe(
      starterOf(plain, undefined),
    );
  });
});
