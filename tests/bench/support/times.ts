import { addDays, dayOf, minuteMs, startOfDay } from '@rules/dates';

/** So many minutes after midnight in Beijing, so many days from today. */
export function at(daysAhead: number, minutes: number): number {
  return startOfDay(addDays(dayOf(Date.now()), daysAhead)) + minutes * minuteMs;
}
