/** What documents were before they were overwritten, for as long as a transaction may still look back. */

interface Past {
  /** The document looked like `body` to every snapshot taken before this moment. */
  until: number;
  /** Null: it did not exist. */
  body: string | null;
}

const PRUNE_ABOVE = 256;

export class History {
  private moment = 0;
  private readonly snapshots = new Map<string, number>();
  private readonly past = new Map<string, Past[]>();

  /** Opens a snapshot for a transaction and returns its moment. */
  open(transaction: string): number {
    this.snapshots.set(transaction, this.moment);
    return this.moment;
  }

  close(transaction: string): void {
    this.snapshots.delete(transaction);
    if (this.snapshots.size === 0) this.past.clear();
    else if (this.past.size > PRUNE_ABOVE) this.prune(Math.min(...this.snapshots.values()));
  }

  /** Notes documents that have just been overwritten together, with what they were. */
  record(changes: Iterable<readonly [resource: string, before: string | null]>): void {
    this.moment++;
    if (this.snapshots.size === 0) return;
    for (const [resource, body] of changes) {
      const list = this.past.get(resource) ?? [];
      list.push({ until: this.moment, body });
      this.past.set(resource, list);
    }
  }

  /** The document at a snapshot: its body, null when it did not exist, undefined when unchanged since. */
  at(resource: string, snapshot: number): string | null | undefined {
    return this.past.get(resource)?.find((entry) => entry.until > snapshot)?.body;
  }

  changedSince(resource: string, snapshot: number): boolean {
    const last = this.past.get(resource)?.at(-1);
    return last !== undefined && last.until > snapshot;
  }

  private prune(oldest: number): void {
    for (const [resource, list] of this.past) {
      const kept = list.filter((entry) => entry.until > oldest);
      if (kept.length > 0) this.past.set(resource, kept);
      else this.past.delete(resource);
    }
  }
}
