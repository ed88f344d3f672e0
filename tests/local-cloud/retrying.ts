/** Transactions that are tried again after a conflict, as functions must do it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Db, Transaction } from './helpers';

/** A generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whether an error of any version of the SDK tells of a conflict: the code is lost on the way, the text is not. */
export const isConflict = (thrown: unknown): boolean =>
  /TransactionConflict|TRANSACTION_CONFLICT/.test(
    `${JSON.stringify(thrown)} ${thrown instanceof Error ? thrown.message : ''}`,
  );

/** Runs `work` until it commits, with a jittered pause after each conflict. Returns its result and how often it ran. */
export async function untilCommitted<T>(
  db: Db,
  random: () => number,
  work: (transaction: Transaction) => Promise<T>,
): Promise<{ result: T; runs: number }> {
  for (let runs = 1; ; runs++) {
    const transaction = await db.startTransaction();
    try {
      const result = await work(transaction);
      await transaction.commit();
      return { result, runs };
    } catch (thrown) {
      await transaction.rollback().catch(() => undefined); // ended by the server already
      if (!isConflict(thrown)) throw thrown;
      await wait(random() * Math.min(100, 4 * runs));
    }
  }
}

/** The SDK's own runTransaction retries only errors that carry the code, which it drops itself. */
export async function withConflictCode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!isConflict(thrown)) throw thrown;
    throw Object.assign(new Error('conflict'), { code: 'DATABASE_TRANSACTION_CONFLICT' });
  }
}
