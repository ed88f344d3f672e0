import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** China keeps one time, UTC+8, without summer time. Minutes. */
const beijingOffset = 8 * 60;
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

function beijing(moment: number) {
  return dayjs(moment).utcOffset(beijingOffset);
}

/** The day in Beijing, `2026-11-24`, of a moment in ms. */
export function dayOf(moment: number): string {
  return beijing(moment).format('YYYY-MM-DD');
}

/** The moment (ms) at which a day, `2026-11-24`, begins in Beijing. */
export function startOfDay(day: string): number {
  return dayjs.utc(day).valueOf() - beijingOffset * minuteMs;
}

/** The day that lies `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return dayOf(startOfDay(day) + count * dayMs);
}

/** The same day `count` months later, or that month's last: 31 August and six months is 28 February. */
export function addMonths(day: string, count: number): string {
  return dayjs.utc(day).add(count, 'month').format('YYYY-MM-DD');
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / dayMs);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return beijing(startOfDay(day)).day() || 7;
}

/** Year, month, day, hour, minute in Beijing. */
export function partsOf(moment: number) {
  const at = beijing(moment);
  return {
    year: at.year(),
    month: at.month() + 1,
    date: at.date(),
    hour: at.hour(),
    minute: at.minute(),
  };
}

/** Whole years at `moment` of somebody born in that month; the birthday is taken as the month's first day. */
export function ageAt(moment: number, birthYear: number, birthMonth: number): number {
  const { year, month } = partsOf(moment);
  return year - birthYear - (month < birthMonth ? 1 : 0);
}
