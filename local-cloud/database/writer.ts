/** The one way into the database: with a transaction writes are kept aside, without one they wait for locks and land at once. */
import {
  codeOf,
  duplicateKey,
  requestFailed,
  type CloudError,
  type DuplicateForm,
} from '../errors';
import type { Catalog, Collection } from './catalog';
import { History } from './history';
import { uniqueKeysOf } from './index-entries';
import { Locks } from './locks';
import { documentOf, type NewBody, type Rows } from './rows';
import type { Statements } from './statements';
import { documentResource, Transactions, uniqueResource, type PendingWrite } from './transactions';

export interface WriterOptions {
  /** Which of the two forms a duplicate is reported in; default `request-failed`. */
  duplicates?: DuplicateForm;
  /** How long a transaction may live, default 30,000 ms as in WeChat Cloud. */
  transactionMs?: number;
  /** How long a writer waits for somebody else's transaction, default 5,000 ms. */
  patienceMs?: number;
  /** Called when everything is written and before it is final; may throw, as a full disk does. */
  onWrite?: () => void;
  /** Called for each document that was written, once it is final. */
  onChanged?: (collection: string) => void;
}

export class Writer {
  readonly transactions: Transactions;
  private readonly locks = new Locks();
  private readonly history = new History();
  private readonly duplicates: DuplicateForm;
  private readonly patienceMs: number;

  constructor(
    private readonly statements: Statements,
    private readonly rows: Rows,
    private readonly catalog: Catalog,
    private readonly options: WriterOptions,
  ) {
    this.duplicates = options.duplicates ?? 'request-failed';
    this.patienceMs = options.patienceMs ?? 5_000;
    const { locks, history, duplicates } = this;
    this.transactions = new Transactions({
      rows,
      locks,
      history,
      duplicates,
      lifetimeMs: options.transactionMs ?? 30_000,
      apply: (writes) => this.apply(writes, true),
    });
  }

  /**
   * Runs one operation. Within a transaction any failure ends the transaction, as in MongoDB; without one,
   * `work` is started anew whenever the lock that stopped it is released.
   */
  run<T>(transactionId: string | undefined, work: () => T): Promise<T> {
    if (transactionId === undefined) return this.locks.patiently(this.patienceMs, work);
    return Promise.resolve(this.guarded(transactionId, work));
  }

  /** Runs a synchronous step of a transaction; a failure ends the transaction. */
  guarded<T>(transactionId: string, work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      this.transactions.end(transactionId);
      throw thrown;
    }
  }

  /** The body of a document as the caller sees it, or null. */
  current(collection: Collection, id: string, transactionId: string | undefined): string | null {
    if (transactionId !== undefined) return this.transactions.read(transactionId, collection, id);
    return this.rows.byId(collection, id)?.body ?? null;
  }

  /** Writes together. Throws Locked (retried by `run`), a conflict, or the E11000 form. */
  write(changes: PendingWrite[], transactionId: string | undefined): void {
    if (transactionId !== undefined) {
      for (const { collection, id, next } of changes)
        this.transactions.write(transactionId, collection, id, next);
      return;
    }
    for (const change of changes) this.requireFree(change);
    if (changes.length > 0) this.apply(changes, false);
  }

  /** The E11000 error of a collection's `_id`. */
  duplicateId(collection: Collection, printedId: string): CloudError {
    return duplicateKey(this.duplicates, collection.name, '_id_', printedId);
  }

  private requireFree({ collection, id, next }: PendingWrite): void {
    this.locks.requireFree(documentResource(collection, id));
    if (!next) return;
    for (const index of collection.indexes) {
      if (!index.definition.unique) continue;
      for (const keys of uniqueKeysOf(next.document, index.definition))
        this.locks.requireFree(uniqueResource(index.id, keys));
    }
  }

  /** One SQLite transaction. A commit has claimed its unique keys already; only the end result counts for it. */
  private apply(writes: PendingWrite[], claimed: boolean): void {
    const before: [string, string | null][] = [];
    try {
      this.statements.atomically(() => {
        for (const { collection, id, next } of writes) {
          const old = this.rows.byId(collection, id);
          if (next && !claimed) this.requireUnique(collection, id, next);
          this.rows.write(collection, id, old, next);
          before.push([documentResource(collection, id), old?.body ?? null]);
          // A key that was held until now is a change to whoever takes it from an older snapshot.
          if (old)
            for (const index of collection.indexes.filter(({ definition }) => definition.unique))
              for (const keys of uniqueKeysOf(documentOf(old.body), index.definition))
                before.push([uniqueResource(index.id, keys), null]);
        }
        this.options.onWrite?.();
      });
    } catch (thrown) {
      this.catalog.forgetStoredMarks();
      if (codeOf(thrown).startsWith('SQLITE_FULL')) throw requestFailed('the disk is full');
      throw thrown;
    }
    this.history.record(before);
    for (const { collection } of writes) this.options.onChanged?.(collection.name);
  }

  private requireUnique(collection: Collection, id: string, next: NewBody): void {
    for (const index of collection.indexes) {
      if (!index.definition.unique) continue;
      for (const keys of uniqueKeysOf(next.document, index.definition)) {
        if (this.rows.holderOf(collection, index, keys, id) !== null) {
          throw duplicateKey(
            this.duplicates,
            collection.name,
            index.definition.name,
            JSON.stringify(keys),
          );
        }
      }
    }
  }
}
