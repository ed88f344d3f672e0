import type { DueDocument } from '../../platform/collections';
import type { Database } from '../../platform/database';

/** What the job does when a deadline of booking has come, by kind. */
export function dueHandlers(
  _database: Database,
  _now: number,
  _random: () => number,
): Record<DueDocument['kind'], (ref: string) => Promise<void>> {
  return {
    offerDeadline: () => Promise.resolve(),
  };
}
