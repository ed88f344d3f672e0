import { addDays, dayMs, dayOf, hourMs, minuteMs, startOfDay } from '@rules/dates';
import { limits } from '@contract/limits';
import {
  clockTime,
  dayLine,
  dayName,
  deskTime,
  fullDate,
  longDate,
  minutesLeft,
  savedText,
  shortDate,
  whenText,
} from '@/wording/when';

const today = '2026-11-23'; // a Monday
const midnight = startOfDay(today);
const at = (hours: number, minutes = 0) => midnight + hours * hourMs + minutes * minuteMs;

describe('how days are called', () => {
  test.each([
    [-1, '昨天 · 周日 11月22日'],
    [0, '今天 · 周一 11月23日'],
    [2, '后天 · 周三 11月25日'],
    [3, '周四 11月26日'],
    [8, '周二 12月1日'],
  ])('%i days from today, with its date: %s', (ahead, line) => {
    expect(dayLine(dayOf(midnight + ahead * dayMs), today)).toBe(line);
  });

  test.each([
    [-2, '11月21日'],
    [-1, '昨天'],
    [0, '今天'],
    [1, '明天'],
    [2, '后天'],
    [3, '周四'],
    [6, '周日'],
    [7, '11月30日'],
    [8, '12月1日'],
  ])('%i days from today: %s', (ahead, name) => {
    expect(dayName(addDays(today, ahead), today)).toBe(name);
  });

  test('with weekday, and with the year', () => {
    expect(shortDate('2026-03-05')).toBe('3月5日');
    expect(longDate('2026-11-24')).toBe('周二 11月24日');
    expect(fullDate(at(0))).toBe('2026年11月23日');
    expect(fullDate(at(0) - 1)).toBe('2026年11月22日');
  });
});

describe('how times are said', () => {
  test.each([
    [0, 5, '半夜 0:05'],
    [4, 59, '半夜 4:59'],
    [5, 0, '早上 5:00'],
    [7, 59, '早上 7:59'],
    [8, 0, '上午 8:00'],
    [11, 59, '上午 11:59'],
    [12, 0, '中午 12:00'],
    [12, 59, '中午 12:59'],
    [13, 0, '下午 1:00'],
    [17, 59, '下午 5:59'],
    [18, 0, '晚上 6:00'],
    [23, 30, '晚上 11:30'],
  ])('%i:%i is %s', (hours, minutes, said) => {
    expect(clockTime(at(hours, minutes))).toBe(said);
  });

  test('a counsellor reads a column of plain times', () => {
    expect(deskTime(at(9, 5))).toBe('9:05');
    expect(deskTime(at(14))).toBe('14:00');
  });

  test('day and time together, across midnight in Beijing', () => {
    const late = at(23, 59);
    expect(whenText(at(9, 30), late)).toBe('今天上午 9:30');
    expect(whenText(at(33, 30), late)).toBe('明天上午 9:30');
    expect(whenText(at(33, 30), late + 2 * minuteMs)).toBe('今天上午 9:30');
  });

  test('what was saved: just now, when, or on which day', () => {
    const now = at(12);
    expect(savedText(now - 1, now)).toBe('刚才');
    expect(savedText(at(9, 30), now)).toBe('今天上午 9:30');
    expect(savedText(at(9, 30) - dayMs, now)).toBe('昨天上午 9:30');
    expect(savedText(now - 20 * dayMs, now)).toBe('11月3日');
  });

  test('a kept place has at least one minute left and never more than was promised', () => {
    const now = at(12);
    expect(minutesLeft(now - 1, now)).toBe(1);
    expect(minutesLeft(now + minuteMs, now)).toBe(1);
    expect(minutesLeft(now + minuteMs + 1, now)).toBe(2);
    expect(minutesLeft(now + dayMs, now)).toBe(limits.holdMinutes);
  });
});
