import type { HomeVisitRecord } from '@contract/rights';
import { homeVisits } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { viewVisit } from '../director/visit-note';
import type { Adult } from '../family/circle';

/** Notes are long: so many stay within an answer. */
const visitsAtOnce = 8;

/**
 * Guardians have a right to a copy of what was written of their child (PIPL 45). What is about its
 * safety is in nobody's copy: an adult of the circle may be the one who does harm (rules.md,
 * "Safeguarding" 3). Pages are cut before that is left out, so that not even their length tells of it.
 */
export async function exportHomeVisits(
  database: Database,
  { standing }: Adult,
  childId: string,
  before: number | undefined,
): Promise<{ visits: HomeVisitRecord[]; next?: number }> {
  if (standing !== 'guardian') return { visits: [] };
  const found = await database.find(homeVisits, {
    where: { childId, ...(before !== undefined && { at: command.lt(before) }) },
    order: [['at', 'desc']],
    limit: visitsAtOnce + 1,
  });
  const page = found.slice(0, visitsAtOnce);
  const last = found.length > page.length ? page.at(-1)?.at : undefined;
  const visits = page
    .map((visit) => viewVisit(visit, ''))
    .filter(({ safety }) => !safety)
    .map(({ day, met, state, words }) => ({ day, met, state, words }));
  return { visits, ...(last !== undefined && { next: last }) };
}
