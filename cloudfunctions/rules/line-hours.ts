import { addDays, dayOf, minuteMs, startOfDay, weekdayOf } from './dates';

/** Whether somebody answers a telephone line by its own hours; `unknown`: they do not say so exactly. */
export type LineState = 'open' | 'closed' | 'unknown';

const names = '一二三四五六日';
const weekday = (name: string) => names.indexOf(name === '天' ? '日' : name) + 1;
const every = [1, 2, 3, 4, 5, 6, 7];

const span = /(\d{1,2})[:：](\d{2})\s*(?:–|—|-|~|到|至)\s*(第二天|次日)?\s*(\d{1,2})[:：](\d{2})/g;

/** Monday 1 … Sunday 7; undefined where the words name no days. */
function daysIn(hours: string): number[] | undefined {
  if (hours.includes('每天')) return every;
  const range = /周([一二三四五六日天])(?:到|至|–|—|-)周?([一二三四五六日天])/.exec(hours);
  if (range?.[1] && range[2]) {
    const [from, to] = [weekday(range[1]), weekday(range[2])];
    return every.filter((day) =>
      from <= to ? day >= from && day <= to : day >= from || day <= to,
    );
  }
  const single = hours.match(/周[一二三四五六日天]/g);
  return single?.map((name) => weekday(name.charAt(1)));
}

/** The hours as they are written in the directory, read for a moment (ms). */
export function lineState(hours: string, now: number): LineState {
  if (/^(?:全天|24 ?小时)$/.test(hours.trim())) return 'open';
  const days = daysIn(hours);
  const times: RegExpExecArray[] = [];
  span.lastIndex = 0;
  for (let found = span.exec(hours); found; found = span.exec(hours)) times.push(found);
  if (!days || times.length === 0) return 'unknown';
  const open = times.some(([, fromHour, fromMinute, next, toHour, toMinute]) => {
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    const length = to - from + (next !== undefined || to <= from ? 24 * 60 : 0);
    // A night that began yesterday goes on.
    return [0, -1].some((back) => {
      const day = addDays(dayOf(now), back);
      const start = startOfDay(day) + from * minuteMs;
      return days.includes(weekdayOf(day)) && now >= start && now < start + length * minuteMs;
    });
  });
  return open ? 'open' : 'closed';
}
