import { checkedContent, type FoundWanting } from '../../platform/checked-content';
import { causeOfThing } from '../../platform/alert-causes';
import { raiseAlert } from '../../platform/alerts';
import {
  contentChecks,
  type CheckedThing,
  type ContentCheckDocument,
} from '../../platform/collections';
import type { Database } from '../../platform/database';
import { inTransaction } from '../../platform/transaction';

type Check = Pick<ContentCheckDocument, '_id' | 'thing' | 'ref'> & FoundWanting;

/** What a check found wanting is kept from the family, and a person of safeguarding is to look at it. */
export async function holdFlagged(
  database: Database,
  random: () => number,
  { _id, thing, ref, fileId = null, openid }: Check,
  now: number,
): Promise<void> {
  await inTransaction(database, random, async (transaction) => {
    const childId = await checkedContent[thing]?.hold(transaction, ref, now, { fileId, openid });
    const cause =
      childId === undefined
        ? undefined
        : await causeOfThing(transaction, { thing, ref, childId, fileId, openid }, now);
    if (cause) {
      const flagged = { reason: 'contentCheck' as const, level: 'S2' as const };
      await raiseAlert(transaction, { ...cause, ...flagged });
    }
    await transaction.remove(contentChecks, _id);
  });
}

/** Somebody of the school has looked: it was flagged wrongly and goes to the family after all. */
export async function releaseHeld(
  database: Database,
  random: () => number,
  { thing, ref }: { thing: CheckedThing; ref: string },
  now: number,
): Promise<void> {
  await inTransaction(database, random, async (transaction) => {
    await checkedContent[thing]?.release(transaction, ref, now);
  });
}
