import { searches } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { isDuplicate } from '../../platform/errors';
import { faultOf, log } from '../../platform/log';

/**
 * That a family looked for a time and there was none: the case for another counsellor
 * (areas/reports). A note that fails is no reason not to answer.
 */
export async function noteSearch(
  database: Database,
  childId: string,
  { township, schoolId }: { township: string; schoolId?: string | undefined },
  now: number,
): Promise<void> {
  const note = { township, schoolId: schoolId ?? null, at: now };
  try {
    if ((await database.updateWhere(searches, { _id: childId }, note)) > 0) return;
    await database.add(searches, { _id: childId, ...note });
  } catch (error) {
    if (!isDuplicate(error)) log({ action: 'noteSearch', code: 'INTERNAL', ...faultOf(error) });
  }
}
