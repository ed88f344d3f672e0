import type { Database } from '../../platform/database';
import { lapseOffer } from './lapse-offer';

/** What the job does when a deadline of booking has come, by kind. */
export function dueHandlers(
  database: Database,
  now: number,
  random: () => number,
): Record<'offerDeadline', (ref: string) => Promise<void>> {
  return {
    offerDeadline: (waitlistId) => lapseOffer({ database, now, random }, waitlistId),
  };
}
