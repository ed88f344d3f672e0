import { setTimeout as wait } from 'node:timers/promises';
import { parseDocument, type Database } from './database';
import type { AnyCollection, DocumentOf } from './collections';
import type { Effect } from './effects';
import { ActionError, isConflict, isDuplicate } from './errors';
import { startTransaction, type Fields, type SdkTransaction } from './sdk';

/** Reads and writes that happen together or not at all. One document at a time: WeChat allows no WHERE here. */
export class Transaction {
  private effects: Effect[] = [];

  constructor(
    private readonly sdk: SdkTransaction,
    private readonly database: Database,
  ) {}

  /** For what is looked up and does not depend on the transaction, such as whom to tell. */
  get outside(): Database {
    return this.database;
  }

  /**
   * Nothing is sent from inside a transaction: it is told after the commit, from the event that `once`
   * writes (platform/idempotency).
   */
  tell(effect: Effect): void {
    this.effects.push(effect);
  }

  /** What is to be told once this is committed: for whoever writes it down in this transaction. */
  takeEffects(): Effect[] {
    const taken = this.effects;
    this.effects = [];
    return taken;
  }

  async get<C extends AnyCollection>(from: C, id: string): Promise<DocumentOf<C> | undefined> {
    this.database.trips += 1;
    return parseDocument(from, await this.sdk.get(from.name, id));
  }

  async add<C extends AnyCollection>(to: C, document: DocumentOf<C>): Promise<void> {
    this.database.trips += 1;
    await this.sdk.add(to.name, document);
  }

  async remove(from: AnyCollection, id: string): Promise<void> {
    this.database.trips += 1;
    await this.sdk.remove(from.name, id);
  }

  async update(to: AnyCollection, id: string, change: Fields): Promise<void> {
    this.database.trips += 1;
    await this.sdk.update(to.name, id, change);
  }

  /**
   * Changes a document, or makes it when it is the first time: mostly one round trip. Only for a
   * change that always changes something (a count, a moment): WeChat answers how many documents are
   * other than before, and one that is as it was looks like one that is not there.
   */
  async updateOrAdd<C extends AnyCollection>(
    to: C,
    change: Fields,
    first: DocumentOf<C>,
  ): Promise<void> {
    this.database.trips += 1;
    if (!(await this.sdk.update(to.name, first._id, change))) await this.add(to, first);
  }
}

const attempts = 6;
const firstPauseMs = 15;

/**
 * Runs `work` in a transaction and tries again on a conflict, with a jittered pause that doubles.
 * The SDK's own runTransaction retries at once, which turns a crowd into a storm, and gives up.
 * `work` may run several times, so it must send nothing and change nothing outside.
 * @throws ActionError BUSY when every attempt met a conflict; Error when `work` tells something that
 * nobody has written down: it would reach nobody.
 */
export async function inTransaction<Result>(
  database: Database,
  random: () => number,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await wait(firstPauseMs * 2 ** attempt * (0.5 + random()));
    database.trips += 1;
    const sdk = await startTransaction();
    try {
      const transaction = new Transaction(sdk, database);
      const result = await work(transaction);
      if (transaction.takeEffects().length > 0) throw new Error('what is told here needs once()');
      database.trips += 1;
      await sdk.commit();
      return result;
    } catch (error) {
      await sdk.rollback().catch(() => undefined); // the server has ended it by itself on a conflict
      if (!isConflict(error) && !isDuplicate(error)) throw error;
    }
  }
  throw new ActionError('BUSY');
}
