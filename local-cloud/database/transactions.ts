/** Transactions: a snapshot to read from, writes kept aside, locks on what was written, all applied at commit. */
import { randomUUID } from 'node:crypto';
import {
  duplicateKey,
  transactionConflict,
  transactionMissing,
  type DuplicateForm,
} from '../errors';
import type { Collection, LiveIndex } from './catalog';
import type { History } from './history';
import { uniqueKeysOf } from './index-entries';
import type { Locks } from './locks';
import { documentOf, type NewBody, type Rows } from './rows';

/** A document about to be stored or deleted. */
export interface PendingWrite {
  collection: Collection;
  id: string;
  /** Null: delete. */
  next: NewBody | null;
}

interface Transaction {
  id: string;
  snapshot: number;
  writes: Map<string, PendingWrite>;
  /** Unique keys it will hold after commit, each with the document that holds it. */
  uniqueKeys: Map<string, string>;
  timer: NodeJS.Timeout;
}

export const documentResource = (collection: Collection, id: string) => `${collection.id}\0${id}`;
export const uniqueResource = (indexId: number, keys: readonly string[]) =>
  `unique\0${indexId}\0${keys.join('\0')}`;

export interface Parts {
  rows: Rows;
  locks: Locks;
  history: History;
  duplicates: DuplicateForm;
  /** How long a transaction may live, in ms. */
  lifetimeMs: number;
  /** Writes a set of documents atomically and records what they were. */
  apply(writes: PendingWrite[]): void;
}

export class Transactions {
  private readonly open = new Map<string, Transaction>();

  constructor(private readonly parts: Parts) {}

  begin(): string {
    const id = randomUUID().replaceAll('-', '');
    const timer = setTimeout(() => this.end(id), this.parts.lifetimeMs);
    timer.unref();
    this.open.set(id, {
      id,
      snapshot: this.parts.history.open(id),
      writes: new Map(),
      uniqueKeys: new Map(),
      timer,
    });
    return id;
  }

  /** The body of a document as this transaction sees it, or null. Throws DATABASE_TRANSACTION_NOT_EXIST. */
  read(id: string, collection: Collection, documentId: string): string | null {
    const transaction = this.get(id);
    const resource = documentResource(collection, documentId);
    const own = transaction.writes.get(resource);
    if (own) return own.next?.body ?? null;
    const past = this.parts.history.at(resource, transaction.snapshot);
    return past !== undefined ? past : (this.parts.rows.byId(collection, documentId)?.body ?? null);
  }

  /** Keeps a write aside. Throws DATABASE_TRANSACTION_CONFLICT when another was first, or the E11000 form. */
  write(id: string, collection: Collection, documentId: string, next: NewBody | null): void {
    const transaction = this.get(id);
    const resource = documentResource(collection, documentId);
    this.parts.locks.take(resource, id);
    if (this.parts.history.changedSince(resource, transaction.snapshot))
      throw transactionConflict();
    this.claimUniqueKeys(transaction, collection, documentId, next);
    transaction.writes.set(resource, { collection, id: documentId, next });
  }

  commit(id: string): void {
    const transaction = this.get(id);
    try {
      this.parts.apply([...transaction.writes.values()]);
    } finally {
      this.end(id);
    }
  }

  /** Throws DATABASE_TRANSACTION_NOT_EXIST. */
  abort(id: string): void {
    this.get(id);
    this.end(id);
  }

  /** Ends a transaction if it is still open: what a failed operation or the expiry does. */
  end(id: string): void {
    const transaction = this.open.get(id);
    if (!transaction) return;
    clearTimeout(transaction.timer);
    this.open.delete(id);
    this.parts.history.close(id);
    this.parts.locks.releaseAll(id);
  }

  endAll(): void {
    for (const id of [...this.open.keys()]) this.end(id);
  }

  private get(id: string): Transaction {
    const transaction = this.open.get(id);
    if (!transaction) throw transactionMissing();
    return transaction;
  }

  /** Whether somebody has given a key up, or passed it on, that this document does not hold in the snapshot itself. */
  private freedSince(
    resource: string,
    { snapshot }: Transaction,
    collection: Collection,
    index: LiveIndex,
    keys: readonly string[],
    documentId: string,
  ): boolean {
    if (!this.parts.history.changedSince(resource, snapshot)) return false;
    const body = this.parts.rows.byId(collection, documentId)?.body;
    if (body === undefined) return true;
    const held = uniqueKeysOf(documentOf(body), index.definition);
    return !held.some((key) => key.join('\0') === keys.join('\0'));
  }

  private claimUniqueKeys(
    transaction: Transaction,
    collection: Collection,
    documentId: string,
    next: NewBody | null,
  ): void {
    const own = documentResource(collection, documentId);
    for (const [key, holder] of transaction.uniqueKeys)
      if (holder === own) transaction.uniqueKeys.delete(key);
    if (!next) return;
    for (const index of collection.indexes) {
      if (!index.definition.unique) continue;
      for (const keys of uniqueKeysOf(next.document, index.definition)) {
        const resource = uniqueResource(index.id, keys);
        const duplicate = () =>
          duplicateKey(
            this.parts.duplicates,
            collection.name,
            index.definition.name,
            JSON.stringify(keys),
          );
        this.parts.locks.take(resource, transaction.id);
        if (this.freedSince(resource, transaction, collection, index, keys, documentId))
          throw transactionConflict();
        const ownHolder = transaction.uniqueKeys.get(resource);
        if (ownHolder !== undefined && ownHolder !== own) throw duplicate();
        const holder = this.parts.rows.holderOf(collection, index, keys, documentId);
        if (holder !== null) {
          const holderResource = documentResource(collection, holder);
          // A holder that this transaction has itself rewritten no longer counts with its old key.
          if (!transaction.writes.has(holderResource)) {
            throw this.parts.history.changedSince(holderResource, transaction.snapshot)
              ? transactionConflict()
              : duplicate();
          }
        }
        transaction.uniqueKeys.set(resource, own);
      }
    }
  }
}
