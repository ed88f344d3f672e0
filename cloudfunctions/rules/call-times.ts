import type { BusySpan, WeekTime } from '@contract/warmth';
import { addDays, dayMs, dayOf, hourMs, minuteMs, startOfDay, weekdayOf } from './dates';
import { lastAwake } from './quiet-hours';

/**
 * When a parent on shifts and a child can talk: everything on one circle of a week in Beijing time,
 * in minutes from Monday 0:00, so that a shift over midnight, also from Sunday to Monday, is one
 * piece like any other. Pure; both sides run it.
 */
const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
/** A talk that need not be cut short, and on which quarter it begins. */
const leastMinutes = 30;
const gridMinutes = 15;
/** Nobody is rung up earlier or later than that, whatever was said of the week. */
const wakeMinute = 7 * 60;
const nightMinute = 21 * 60;
/** A longer common time is no better than this. */
const enoughMinutes = 120;
/** When families talk; nearer is better among times that are long enough. */
const usualMinute = 19 * 60 + 30;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const schoolDays = [1, 2, 3, 4, 5];

/** Assumed until somebody says otherwise: day shift six days a week, and the night. */
export const usualAway: readonly BusySpan[] = [
  { weekdays: [1, 2, 3, 4, 5, 6], from: 8 * 60, to: 18 * 60 },
  { weekdays: everyDay, from: 22 * 60 + 30, to: 6 * 60 + 30 },
];
/** Assumed until somebody says otherwise: school, an hour of homework, and bed. */
export const usualHome: readonly BusySpan[] = [
  { weekdays: schoolDays, from: 7 * 60, to: 17 * 60 },
  { weekdays: schoolDays, from: 18 * 60, to: 19 * 60 },
  { weekdays: everyDay, from: 20 * 60 + 30, to: 7 * 60 },
];

/** Marks the minutes of a week that are taken. */
function taken(spans: readonly BusySpan[]): boolean[] {
  const week = Array.from({ length: weekMinutes }, () => false);
  for (const { weekdays, from, to } of spans) {
    // `to` at or before `from` ends on the next day; the whole day when both are the same.
    const length = to > from ? to - from : to + dayMinutes - from;
    for (const weekday of weekdays) {
      const start = (weekday - 1) * dayMinutes + from;
      for (let minute = 0; minute < length; minute += 1) {
        week[(start + minute) % weekMinutes] = true;
      }
    }
  }
  return week;
}

const night: BusySpan = { weekdays: everyDay, from: nightMinute, to: wakeMinute };

/**
 * Times of the week that suit all of them, the best first, at most `most` and one for each weekday:
 * long enough to talk, then near the time families talk at, then early in the week.
 */
export function callTimes(busy: readonly (readonly BusySpan[])[], most = 3): WeekTime[] {
  const week = taken([...busy.flat(), night]);
  const best = everyDay.flatMap((weekday) => bestOfDay(week, weekday) ?? []);
  return best
    .sort((a, b) => a.cost - b.cost || a.weekday - b.weekday)
    .slice(0, most)
    .map(({ weekday, minute }) => ({ weekday, minute }));
}

/** The best start of a day; the night between keeps every common time within one day. */
function bestOfDay(week: readonly boolean[], weekday: number) {
  const first = (weekday - 1) * dayMinutes;
  let best: (WeekTime & { cost: number }) | undefined;
  for (let minute = wakeMinute; minute < nightMinute; minute += gridMinutes) {
    let free = 0;
    while (free < enoughMinutes && week[first + minute + free] === false) free += 1;
    if (free < leastMinutes) continue;
    // Half an hour more to talk is worth as much as an hour nearer to the evening.
    const cost = Math.abs(minute - usualMinute) - 2 * free;
    if (!best || cost < best.cost) best = { weekday, minute, cost };
  }
  return best;
}

/** When (ms) a time of the week is next, later than `after`. */
export function nextOf({ weekday, minute }: WeekTime, after: number): number {
  const today = dayOf(after);
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const at = startOfDay(addDays(today, ahead)) + minute * minuteMs;
  return at > after ? at : startOfDay(addDays(today, ahead + 7)) + minute * minuteMs;
}

/** A time of the week that holds from its first occurrence (ms) on, once or every week. */
export interface Recurring extends WeekTime {
  weekly: boolean;
  first: number;
}

/** The call that is next or just going on, ms; undefined for a single one that is over. */
export function nextCall(plan: Recurring, now: number): number | undefined {
  const from = now - hourMs;
  if (plan.first > from) return plan.first;
  return plan.weekly ? nextOf(plan, from) : undefined;
}

/** The latest call that has begun, ms; undefined before the first. */
export function lastCall(plan: Recurring, now: number): number | undefined {
  if (plan.first > now) return undefined;
  return plan.weekly ? nextOf(plan, now) - 7 * dayMs : plan.first;
}

/** When both are reminded of a call: an hour before, but never in the quiet hours. */
export const reminderOf = (start: number) => lastAwake(start - hourMs);
