import * as v from 'valibot';
import { ProgressSchema, type Progress } from '@contract/reading';
import { countsSince, mergeProgress } from '@rules/guide-progress';
import type { Context } from '../../platform/action';
import { guideProgress, guideTallies, type DocumentOf } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { isDuplicate } from '../../platform/errors';
import { decrypt, encrypt } from '../../platform/field-encryption';
import { faultOf, log } from '../../platform/log';
import { inTransaction } from '../../platform/transaction';

const placeOf = (id: string) => ({ collection: guideProgress.name, id, field: 'items' });

/** What somebody has heard, the latest first. */
export function openProgress(kept: DocumentOf<typeof guideProgress> | undefined): Progress[] {
  if (!kept) return [];
  return v.parse(v.array(ProgressSchema), JSON.parse(decrypt(placeOf(kept._id), kept.items)));
}

/**
 * Adds to what the caller has heard, and answers what it comes to. What it is told twice changes
 * nothing. What is new is also counted for the caller's township, without a name; a count that fails
 * is lost and no reason to fail.
 */
export async function keepProgress(
  { caller, database, random }: Pick<Context, 'caller' | 'database' | 'random'>,
  added: readonly Progress[],
): Promise<Progress[]> {
  const _id = caller.openid;
  const { list, fresh } = await inTransaction(database, random, async (transaction) => {
    const document = await transaction.get(guideProgress, _id);
    const kept = openProgress(document);
    const merged = mergeProgress(kept, added);
    const items = encrypt(placeOf(_id), JSON.stringify(merged));
    if (document) await transaction.update(guideProgress, _id, { items });
    else await transaction.add(guideProgress, { _id, items });
    return { list: merged, fresh: countsSince(kept, merged) };
  });
  const township = caller.person?.township;
  if (township !== undefined && fresh.length > 0) await count(database, township, fresh);
  return list;
}

async function count(
  database: Database,
  township: string,
  fresh: ReturnType<typeof countsSince>,
): Promise<void> {
  const counts = Object.fromEntries(
    fresh.map(([guideId, kinds]) => [
      guideId,
      Object.fromEntries(Object.keys(kinds).map((kind) => [kind, command.inc(1)])),
    ]),
  );
  try {
    const countUp = () => database.updateWhere(guideTallies, { _id: township }, { counts });
    if ((await countUp()) > 0) return;
    await database.add(guideTallies, { _id: township, counts: {} }).catch(unlessDuplicate);
    await countUp();
  } catch (error) {
    log({ action: 'countGuides', code: 'INTERNAL', ...faultOf(error) });
  }
}

function unlessDuplicate(error: unknown): void {
  if (!isDuplicate(error)) throw error;
}
