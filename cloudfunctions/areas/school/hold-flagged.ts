import * as v from 'valibot';
import { checkedContent, type FoundWanting } from '../../platform/checked-content';
import { causeOfThing } from '../../platform/alert-causes';
import { raiseAlert } from '../../platform/alerts';
import {
  contentChecks,
  type CheckedThing,
  type ContentCheckDocument,
} from '../../platform/collections';
import type { Database } from '../../platform/database';
import { blindIndex } from '../../platform/field-encryption';
import { jobRequest, onceAndTell, type Tell } from '../../platform/once-and-tell';
import { inTransaction } from '../../platform/transaction';

type Check = Pick<ContentCheckDocument, '_id' | 'thing' | 'ref'> &
  Partial<Pick<ContentCheckDocument, 'at'>> &
  FoundWanting;

const DoneSchema = v.object({});

/**
 * What a check found wanting is kept from the family, and a person of safeguarding is to look at it and
 * is told so. Once for each check that was begun: a second answer changes nothing.
 */
export async function holdFlagged(
  database: Database,
  random: () => number,
  { _id, thing, ref, at, fileId = null, openid }: Check,
  now: number,
  tell?: Tell,
): Promise<void> {
  // Digested: what a check is called tells whose it is.
  const request = jobRequest('holdFlagged', blindIndex('event', `${_id}_${at ?? now}`), now);
  await onceAndTell({ database, random, tell }, request, DoneSchema, async (transaction) => {
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
    return {};
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
