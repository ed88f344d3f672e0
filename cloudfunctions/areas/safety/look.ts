import type { Context } from '../../platform/action';
import { safeguardingLog, type DocumentOf } from '../../platform/collections';
import type { Desk } from './desk';

/**
 * Notes in safeguarding's own log that somebody looked: a child's guardians never read it, since one
 * of them may be the one who does harm. One round trip.
 */
export async function noteLook(
  { database, newId, now }: Pick<Context, 'database' | 'newId' | 'now'>,
  { openid: viewer, postId }: Desk,
  what: DocumentOf<typeof safeguardingLog>['what'],
  ref = '',
): Promise<void> {
  await database.add(safeguardingLog, { _id: newId('l'), viewer, postId, what, ref, at: now });
}
