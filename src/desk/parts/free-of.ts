import type { WeekEntry } from '@contract/visits';

/** The places that may still be given away; of a group session one, since any seat will do. */
export function freeOf(entries: WeekEntry[], now: number): WeekEntry[] {
  const free = entries.filter(
    ({ state, start, reservedUntil = 0 }) =>
      state === 'free' && start > now && reservedUntil <= now,
  );
  return free.filter(({ start }, index) => free.findIndex((one) => one.start === start) === index);
}
