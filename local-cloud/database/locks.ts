/** Locks on documents and unique keys. A transaction holds what it has written until it ends. */
import { transactionConflict } from '../errors';

/** Thrown inside an operation without a transaction that must wait for somebody's lock. */
export class Locked extends Error {
  constructor(readonly resource: string) {
    super(`locked: ${resource}`);
  }
}

interface Lock {
  owner: string;
  waiting: (() => void)[];
}

export class Locks {
  private readonly held = new Map<string, Lock>();

  /** Takes a lock for a transaction. First writer wins: throws DATABASE_TRANSACTION_CONFLICT at once. */
  take(resource: string, owner: string): void {
    const lock = this.held.get(resource);
    if (lock && lock.owner !== owner) throw transactionConflict();
    if (!lock) this.held.set(resource, { owner, waiting: [] });
  }

  /** For a writer without a transaction: throws Locked when somebody holds the resource. */
  requireFree(resource: string): void {
    if (this.held.has(resource)) throw new Locked(resource);
  }

  releaseAll(owner: string): void {
    for (const [resource, lock] of this.held) {
      if (lock.owner !== owner) continue;
      this.held.delete(resource);
      for (const wake of lock.waiting) wake();
    }
  }

  /**
   * Runs `work` again each time the lock that stopped it is released, for at most `patienceMs`;
   * then throws DATABASE_TRANSACTION_CONFLICT. `work` must be synchronous and leave nothing behind when it throws.
   */
  async patiently<T>(patienceMs: number, work: () => T): Promise<T> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        return work();
      } catch (thrown) {
        if (!(thrown instanceof Locked)) throw thrown;
        const left = deadline - performance.now();
        if (left <= 0 || !(await this.released(thrown.resource, left))) throw transactionConflict();
      }
    }
  }

  private released(resource: string, withinMs: number): Promise<boolean> {
    const lock = this.held.get(resource);
    if (!lock) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), withinMs);
      lock.waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
