/** Events that WeChat pushes to a function later: kept until the function has taken them, also over a restart. */
import type { Statements } from '../database/statements';
import { textOf } from '../errors';
import type { FunctionAnswer } from '../functions/types';

const ATTEMPTS = 4;
/** WeChat waits 5 s for an answer before it pushes again. */
const RETRY_MS = 5_000;
/** Longer waits overflow setTimeout, and laptops sleep. */
const LONGEST_WAIT_MS = 3_600_000;

export interface PendingDelivery {
  id: string;
  event: Record<string, unknown>;
  /** Milliseconds since 1970, by the cloud's clock. */
  due: number;
  /** How often it was tried in vain. */
  attempts: number;
}

export interface Delivered {
  id: string;
  answer: FunctionAnswer;
  /** No further attempt will be made. */
  over: boolean;
}

export interface DeliveryParts {
  statements: Statements;
  now: () => number;
  /** Calls the function that takes events; null when there is none. */
  call: (event: Record<string, unknown>) => Promise<FunctionAnswer> | null;
  /** Whether they go out by themselves when due. */
  automatic: boolean;
  onWrite: () => void;
  log: (line: Record<string, unknown>) => void;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class Deliveries {
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly underWay = new Set<string>();

  constructor(private readonly parts: DeliveryParts) {
    parts.statements.run(
      'CREATE TABLE IF NOT EXISTS wx_delivery(id TEXT PRIMARY KEY, event TEXT NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL)',
    );
  }

  add(id: string, event: Record<string, unknown>, due: number): void {
    const { statements, onWrite } = this.parts;
    statements.atomically(() => {
      statements.run(
        'INSERT INTO wx_delivery(id, event, due, attempts) VALUES(?,?,?,0)',
        id,
        JSON.stringify(event),
        Math.round(due),
      );
      onWrite();
    });
    this.arm();
  }

  /** The oldest first. */
  pending(): PendingDelivery[] {
    return this.parts.statements
      .rows('SELECT id, event, due, attempts FROM wx_delivery ORDER BY due, rowid')
      .map(([id, event, due, attempts]) => {
        const parsed: unknown = JSON.parse(String(event));
        return {
          id: String(id),
          event: isObject(parsed) ? parsed : {},
          due: Number(due),
          attempts: Number(attempts),
        };
      });
  }

  /** One attempt at each that is due by `until` and not under way. */
  async deliver(until: number): Promise<Delivered[]> {
    const done: Delivered[] = [];
    for (const delivery of this.pending()) {
      if (delivery.due > until || this.underWay.has(delivery.id)) continue;
      this.underWay.add(delivery.id);
      try {
        const answer = await this.parts.call(delivery.event);
        // A closing cloud answers for the function: the attempt does not count.
        if (this.closed) return done;
        if (answer) done.push(this.settle(delivery, answer));
        else this.drop(delivery);
      } finally {
        this.underWay.delete(delivery.id);
      }
    }
    this.arm();
    return done;
  }

  /** Sets the timer anew: at the start, and when the clock was moved. */
  arm(): void {
    clearTimeout(this.timer);
    const waiting = this.closed || !this.parts.automatic ? [] : this.pending();
    // One that is under way arms anew when it is over.
    const next = waiting.find(({ id }) => !this.underWay.has(id));
    if (!next) return;
    const wait = Math.max(0, next.due - this.parts.now());
    const go = () =>
      this.deliver(this.parts.now()).catch((thrown: unknown) =>
        this.parts.log({ event: 'fault', error: textOf(thrown) }),
      );
    this.timer = setTimeout(() => void go(), Math.min(wait, LONGEST_WAIT_MS));
    this.timer.unref();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /** Nobody takes events any more: the function was there when this one was kept. */
  private drop({ id }: PendingDelivery): void {
    this.parts.statements.run('DELETE FROM wx_delivery WHERE id=?', id);
    this.parts.log({ event: 'push', id, ok: false, over: true, error: 'no function takes it' });
  }

  /** Removed once the function has taken it, or after the last attempt. */
  private settle({ id, attempts }: PendingDelivery, answer: FunctionAnswer): Delivered {
    const { statements, now, log } = this.parts;
    const tried = attempts + 1;
    const over = answer.ok || tried >= ATTEMPTS;
    if (over) statements.run('DELETE FROM wx_delivery WHERE id=?', id);
    else
      statements.run(
        'UPDATE wx_delivery SET attempts=?, due=? WHERE id=?',
        tried,
        Math.round(now() + RETRY_MS),
        id,
      );
    log({ event: 'push', id, ok: answer.ok, attempt: tried, ...(over ? { over } : {}) });
    return { id, answer, over };
  }
}
