import { addDays, dayOf, hourMs, minuteMs, startOfDay } from './dates';
import { isSchoolDay } from './office-hours';

/** A day at school, in minutes from midnight: what answering is measured by. */
const schoolFrom = 8 * 60;
const schoolTo = 17 * 60;
/** An answer within so many hours of school came within a school day. */
export const schoolDayHours = (schoolTo - schoolFrom) / 60;
/** Nobody counts further than that. */
const longestDays = 120;

/** Hours of school between two moments: nights, weekends and holidays do not count. */
export function schoolHoursBetween(
  from: number,
  to: number,
  holidays: ReadonlySet<string>,
): number {
  let passed = 0;
  let day = dayOf(from);
  for (let ahead = 0; ahead <= longestDays && startOfDay(day) < to; ahead += 1) {
    if (isSchoolDay(day, holidays)) {
      const midnight = startOfDay(day);
      const begins = Math.max(from, midnight + schoolFrom * minuteMs);
      const ends = Math.min(to, midnight + schoolTo * minuteMs);
      passed += Math.max(0, ends - begins);
    }
    day = addDays(day, 1);
  }
  return passed / hourMs;
}
