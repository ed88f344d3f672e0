import type { Guide } from '@contract/guides';
import { hasExpired } from '@rules/guide-review';
import { guides } from './collections';
import type { Database } from './database';
import { ActionError } from './errors';

/**
 * The version of a guide that families are shown. One round trip.
 * @throws ActionError NOT_FOUND when there is none: never published, run out, or withdrawn.
 */
export async function readGuide(database: Database, guideId: string, now: number): Promise<Guide> {
  const [found] = await database.find(guides, {
    where: { id: guideId, status: 'published' },
    order: [['version', 'desc']],
    limit: 1,
  });
  const expired = found !== undefined && hasExpired(found, now);
  if (!found || (expired && !found.crisisRelated)) throw new ActionError('NOT_FOUND');
  return expired ? { ...found, status: 'expired' } : found;
}
