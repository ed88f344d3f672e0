import type { HomeVisitRecord } from '@contract/rights';
import type { Database } from '../../platform/database';
import { pageOfVisits } from '../director/visit-note';
import type { Adult } from '../family/circle';

/**
 * Guardians have a right to a copy of what was written of their child (PIPL 45). What is about its
 * safety is in nobody's copy.
 */
export async function exportHomeVisits(
  database: Database,
  { standing }: Adult,
  childId: string,
  before: number | undefined,
): Promise<{ visits: HomeVisitRecord[]; next?: number }> {
  if (standing !== 'guardian') return { visits: [] };
  const page = await pageOfVisits(database, { childId, before, viewer: '', safety: false });
  const visits = page.visits.map(({ day, met, state, words }) => ({ day, met, state, words }));
  return { ...page, visits };
}
