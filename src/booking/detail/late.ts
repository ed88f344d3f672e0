import type { Appointment } from '@contract/appointment';

/** Too near to be moved or given up here: only the telephone helps. */
export function isLate({ state, canCancel, canMove, end }: Appointment, now: number): boolean {
  const ahead = state === 'booked' || state === 'awaitingConsent';
  return ahead && !canCancel && !canMove && end > now;
}
