import * as v from 'valibot';
import { ProgressSchema, type Progress } from '@contract/reading';
import { mergeProgress } from '@rules/guide-progress';
import type { Context } from '../../platform/action';
import { guideProgress, type DocumentOf } from '../../platform/collections';
import { decrypt, encrypt } from '../../platform/field-encryption';
import { inTransaction } from '../../platform/transaction';

const placeOf = (id: string) => ({ collection: guideProgress.name, id, field: 'items' });

/** What somebody has heard, the latest first. */
export function openProgress(kept: DocumentOf<typeof guideProgress> | undefined): Progress[] {
  if (!kept) return [];
  return v.parse(v.array(ProgressSchema), JSON.parse(decrypt(placeOf(kept._id), kept.items)));
}

/** Adds to what the caller has heard, and answers what it comes to. What it is told twice changes nothing. */
export async function keepProgress(
  { caller, database, random }: Pick<Context, 'caller' | 'database' | 'random'>,
  added: readonly Progress[],
): Promise<Progress[]> {
  const _id = caller.openid;
  return inTransaction(database, random, async (transaction) => {
    const kept = await transaction.get(guideProgress, _id);
    const list = mergeProgress(openProgress(kept), added);
    const items = encrypt(placeOf(_id), JSON.stringify(list));
    if (kept) await transaction.update(guideProgress, _id, { items });
    else await transaction.add(guideProgress, { _id, items });
    return list;
  });
}
