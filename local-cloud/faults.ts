/** Faults on order: what goes wrong with networks, functions and disks, switched on by name. */

/** What goes wrong. */
export type Effect =
  /** It takes so long, then goes on. */
  | { delayMs: number }
  /** It is not carried out, and this code is answered. */
  | { fail: string; message?: string }
  /** It never arrives. */
  | 'loseRequest'
  /** It is carried out; the answer never arrives. */
  | 'loseAnswer'
  /** The function instance dies as it asks, or as it would be answered. */
  | 'killBefore'
  | 'killAfter';

export interface Fault {
  /** A call of a function, or a request that a function (or the SDK in this process) makes of the cloud. */
  on: 'call' | 'request';
  /** The function's name, or the request's action such as `database.commitTransaction`; any, if absent. */
  name?: string;
  /** Only where the event or the body contains this text. */
  containing?: string;
  /** Only requests made during a call whose event contains this text, such as `"booking.book"`. */
  during?: string;
  /** Which of those that fit it strikes first, from 1. */
  nth?: number;
  /** By which whoever ordered it finds it again. */
  label?: string;
  /** How many it strikes from there on, default 1. */
  times?: number;
  effect: Effect;
}

/** A fault that was ordered, and what came of it. */
export interface OrderedFault extends Fault {
  /** How many fitted so far, and how many were struck. */
  seen: number;
  struck: number;
}

/** Something a fault may strike. */
export interface Occasion {
  on: Fault['on'];
  name: string;
  text: string;
  /** The event of the call in which a request is made. */
  during?: string;
}

/** What a full disk says; SQLite's own code. */
const diskFull = () => Object.assign(new Error('the disk is full'), { code: 'SQLITE_FULL' });

export class Faults {
  private readonly ordered = new Set<OrderedFault>();
  private full = false;
  private refusedWrites = 0;

  /** Orders a fault; the function that is returned takes it back. */
  add(fault: Fault): () => void {
    if (fault.on === 'call' && (fault.effect === 'killBefore' || fault.effect === 'killAfter'))
      throw new Error('an instance is killed at one of its requests: on: "request"');
    const ordered = { ...fault, seen: 0, struck: 0 };
    this.ordered.add(ordered);
    return () => void this.ordered.delete(ordered);
  }

  /** From now on nothing can be written, as on a full disk, until `freeDisk`. */
  fillDisk(): void {
    this.full = true;
    this.refusedWrites = 0;
  }

  /** Whether the disk is full, and how many writes failed of it. */
  get disk(): { full: boolean; struck: number } {
    return { full: this.full, struck: this.refusedWrites };
  }

  freeDisk(): void {
    this.full = false;
  }

  /** Everything works again. */
  clear(): void {
    this.ordered.clear();
    this.full = false;
  }

  list(): OrderedFault[] {
    return [...this.ordered].map((fault) => ({ ...fault }));
  }

  /** Throws while the disk is full. Called when everything is written and nothing is final. */
  readonly onWrite = (): void => {
    if (!this.full) return;
    this.refusedWrites++;
    throw diskFull();
  };

  /** The effects that strike now, in the order in which they were ordered. */
  strike(occasion: Occasion): Effect[] {
    return [...this.ordered].flatMap((fault) => {
      if (!fits(fault, occasion)) return [];
      fault.seen++;
      if (fault.seen < (fault.nth ?? 1) || fault.struck >= (fault.times ?? 1)) return [];
      fault.struck++;
      return [fault.effect];
    });
  }
}

function fits(fault: Fault, { on, name, text, during }: Occasion): boolean {
  return (
    fault.on === on &&
    (fault.name ?? name) === name &&
    text.includes(fault.containing ?? '') &&
    (during ?? '').includes(fault.during ?? '')
  );
}

/** Waits out the delays and tells what else is to happen, the first of each kind. */
export async function undergo(effects: readonly Effect[]): Promise<{
  fail: { fail: string; message?: string } | undefined;
  has: (effect: Extract<Effect, string>) => boolean;
}> {
  let fail: { fail: string; message?: string } | undefined;
  for (const effect of effects) {
    if (typeof effect === 'string') continue;
    if ('delayMs' in effect) await new Promise((resolve) => setTimeout(resolve, effect.delayMs));
    else fail ??= effect;
  }
  return { fail, has: (effect) => effects.includes(effect) };
}
