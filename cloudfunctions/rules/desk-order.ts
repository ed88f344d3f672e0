import { dayMs } from './dates';
import { waitingSince, type Wait } from './threads';
import { raiseAfterSchoolDays } from './office-hours';

/** Greater than every moment (until the year 2286). */
const later = 1e13;

/**
 * A thread's place at the desk, the greatest first: what is urgent, then who waits, the longest wait
 * first, then what was said last. `lastAt`: 0 while nothing was said; such a thread is not shown.
 */
export function deskOrder({
  waiting,
  lastAt,
}: {
  waiting: readonly Wait[];
  lastAt: number;
}): number {
  const urgent = waitingSince(waiting.filter((wait) => wait.urgent));
  if (urgent !== null) return 3 * later - urgent;
  const since = waitingSince(waiting);
  return since === null ? lastAt : 2 * later - since;
}

/** The least place at the desk of a thread in which somebody waits. */
export const waitingFrom = later;
export const isWaiting = (order: number) => order >= waitingFrom;
export const isUrgent = (order: number) => order >= 2 * later;

/** Nobody can have waited so many school days before that moment (ms). */
export const firstLook = (since: number) => since + raiseAfterSchoolDays * dayMs;
