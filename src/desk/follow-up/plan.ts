import type { WeekEntry } from '@contract/visits';
import { addDays, dayMs, dayOf } from '@rules/dates';
import { mondayOf } from '../parts/monday-of';
import { freeOf } from '../parts/free-of';

export type Repeat = 'once' | 'weekly' | 'twoWeekly';

/** A child has at most so many visits in one series. */
export const mostTimes = 4;

export const stepDays: Record<Repeat, number> = { once: 0, weekly: 7, twoWeekly: 14 };

/** The days of a series after its first visit. */
export function daysAfter(first: WeekEntry, repeat: Repeat, times: number): string[] {
  if (repeat === 'once') return [];
  return Array.from({ length: times - 1 }, (_, index) =>
    addDays(dayOf(first.start), stepDays[repeat] * (index + 1)),
  );
}

/** The week in which a day lies, as it is asked for. */
export const weekOf = (day: string | undefined) => (day ? { from: mondayOf(day) } : undefined);

/**
 * The place of a day that is nearest to the hour of the first visit, so that a family can remember
 * it; undefined when the day has none.
 */
export function placeOn(
  day: string,
  first: WeekEntry,
  entries: WeekEntry[],
  now: number,
): WeekEntry | undefined {
  const hourOf = (start: number) => start % dayMs;
  const distance = ({ start }: WeekEntry) => Math.abs(hourOf(start) - hourOf(first.start));
  return freeOf(entries, now)
    .filter(({ start, kind }) => dayOf(start) === day && kind === first.kind)
    .sort((a, b) => distance(a) - distance(b))[0];
}
