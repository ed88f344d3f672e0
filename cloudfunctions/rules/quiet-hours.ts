import { limits } from '@contract/limits';
import { addDays, dayOf, hourMs, minuteMs, partsOf, startOfDay } from './dates';

/** Whether people are left alone at this moment: no offers, and no deadline. */
export function isQuiet(moment: number): boolean {
  const { hour } = partsOf(moment);
  return hour >= limits.quietFromHour || hour < limits.quietToHour;
}

/** When (ms) the quiet hours of a day's evening begin. */
export const evening = (day: string) => startOfDay(day) + limits.quietFromHour * hourMs;
/** When (ms) the quiet hours before a day end. */
export const morning = (day: string) => startOfDay(day) + limits.quietToHour * hourMs;

/** The moment itself, or the last minute before the night it lies in. */
export function lastAwake(moment: number): number {
  if (!isQuiet(moment)) return moment;
  const day = dayOf(moment);
  return (moment < morning(day) ? evening(addDays(day, -1)) : evening(day)) - minuteMs;
}
