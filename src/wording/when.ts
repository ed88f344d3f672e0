import { limits } from '@contract/limits';
import { dayOf, daysBetween, partsOf, weekdayOf } from '@rules/dates';

/** By number: 1 is Monday. */
export const weekdayNames = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const nearDays = ['今天', '明天', '后天'];
const yesterday = '昨天';

/** `今天`, `明天`, `后天`, `周五`, and from a week on `12月3日`. */
export function dayName(day: string, today: string): string {
  const ahead = daysBetween(today, day);
  if (ahead === -1) return yesterday;
  if (ahead >= 0 && ahead < 7) return nearDays[ahead] ?? weekdayNames[weekdayOf(day)] ?? day;
  return shortDate(day);
}

/** `11月24日`. */
export function shortDate(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month ?? ''}月${date ?? ''}日`;
}

/** `11月23—29日`, `11月30日—12月6日`. */
export function spanText(from: string, to: string): string {
  const last = shortDate(to);
  const [month = ''] = shortDate(from).split('月');
  const sameMonth = last.startsWith(`${month}月`);
  return sameMonth
    ? `${shortDate(from).replace('日', '')}—${last.slice(month.length + 1)}`
    : `${shortDate(from)}—${last}`;
}

/** `周二 11月24日`. */
export function longDate(day: string): string {
  return `${weekdayNames[weekdayOf(day)] ?? ''} ${shortDate(day)}`;
}

/** `今天 · 周二 11月24日`; a day that is not near needs no other name: `周一 11月30日`. */
export function dayLine(day: string, today: string): string {
  const name = dayName(day, today);
  const near = name === yesterday || nearDays.includes(name);
  return near ? `${name} · ${longDate(day)}` : longDate(day);
}

/** `2026年11月1日`. */
export function fullDate(moment: number): string {
  const { year, month, date } = partsOf(moment);
  return `${year}年${month}月${date}日`;
}

function partOfDay(hour: number): string {
  if (hour < 5) return '半夜';
  if (hour < 8) return '早上';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  if (hour < 18) return '下午';
  return '晚上';
}

/** `上午 9:30`, `下午 3:00`: how people say the time. */
export function clockTime(moment: number): string {
  const { hour, minute } = partsOf(moment);
  const twelve = hour > 12 ? hour - 12 : hour;
  return `${partOfDay(hour)} ${twelve}:${String(minute).padStart(2, '0')}`;
}

/** `14:00`: for desks, where a column of times is read. */
export function deskTime(moment: number): string {
  const { hour, minute } = partsOf(moment);
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

/** `明天上午 9:30`. */
export function whenText(moment: number, now: number): string {
  return `${dayName(dayOf(moment), dayOf(now))}${clockTime(moment)}`;
}

/** How long ago or on which day something was saved: `刚才`, `今天上午 9:30`, `11月3日`. */
export function savedText(moment: number, now: number): string {
  if (now - moment < 5 * 60_000) return '刚才';
  const ahead = daysBetween(dayOf(now), dayOf(moment));
  return ahead >= -1 ? whenText(moment, now) : shortDate(dayOf(moment));
}

/** Whole minutes that a kept place stays kept: at least one, and never more than were promised. */
export function minutesLeft(until: number, now: number): number {
  return Math.min(limits.holdMinutes, Math.max(1, Math.ceil((until - now) / 60_000)));
}
