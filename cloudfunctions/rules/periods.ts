import { addDays, addMonths } from './dates';

export const monthOfDay = (day: string): string => day.slice(0, 7);
export const yearOfDay = (day: string): string => day.slice(0, 4);

/** `2026-Q4` of a day, or of a month. */
export function quarterOfDay(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${yearOfDay(day)}-Q${Math.ceil(month / 3)}`;
}

/** The months of a period, the earliest first. */
export function monthsOfPeriod(period: string): string[] {
  const year = yearOfDay(period);
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  const quarter = /Q([1-4])$/.exec(period)?.[1];
  if (quarter !== undefined) {
    return [1, 2, 3].map((part) => month((Number(quarter) - 1) * 3 + part));
  }
  if (period.length === 7) return [period];
  return Array.from({ length: 12 }, (_, index) => month(index + 1));
}

/** The last day of a period. */
export function lastDayOf(period: string): string {
  const last = monthsOfPeriod(period).at(-1) ?? period;
  return addDays(addMonths(`${last}-01`, 1), -1);
}

/** Over, and every day of it counted: from then on it never changes. */
export const isClosed = (period: string, through: string): boolean => lastDayOf(period) <= through;

const monthsListed = 12;

/**
 * What may be looked at when the days from `from` to `through` are counted, the newest first:
 * closed months and quarters. A year is the sum of its shown months, so it may be looked at while
 * it goes on: the sum says nothing that the months do not say.
 */
export function periodsShown(from: string, through: string): string[] {
  const months: string[] = [];
  for (let back = 0; back <= monthsListed; back += 1) {
    const month = monthOfDay(addMonths(`${monthOfDay(through)}-01`, -back));
    if (isClosed(month, through) && month >= monthOfDay(from)) months.push(month);
  }
  const shown = months.slice(0, monthsListed);
  const quarters = [...new Set(shown.map(quarterOfDay))].filter(
    (quarter) => isClosed(quarter, through) && shown.includes(monthsOfPeriod(quarter)[2] ?? ''),
  );
  return [...shown, ...quarters, ...new Set(shown.map(yearOfDay))];
}
