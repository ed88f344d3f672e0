import { useWaiting, type VisitEntry } from '@/session/queue';

/** Visits that lie on this phone still, the oldest first; of one child, or all of them. */
export function useUnsentVisits(childId?: string): VisitEntry[] {
  const entries = useWaiting('visit');
  return entries.filter(({ input }) => childId === undefined || input.childId === childId);
}
