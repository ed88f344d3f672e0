import type { Appointment } from '@contract/appointment';

/** Too near to be moved or given up here: only the telephone helps. A parent may still agree. */
export function isLate({ state, canCancel, canMove, end }: Appointment, now: number): boolean {
  return state === 'booked' && !canCancel && !canMove && end > now;
}
