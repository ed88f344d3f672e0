/** Fires timer triggers when they are due, or by hand. */
import type { Clock } from '../clock';
import { invalidParam } from '../errors';
import { nextFiring } from './cron';
import type { TimerTrigger } from './definitions';
import type { FunctionAnswer } from './types';

const LONGEST_WAIT_MS = 3_600_000; // looked at again each hour: long waits overflow setTimeout, and laptops sleep
const MOST_FIRINGS = 1000;

/** The event a timer trigger gives its function; `Time` in UTC. */
export const timerEvent = (name: string, at: number) => ({
  Type: 'Timer',
  TriggerName: name,
  Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
  Message: '',
});

export interface TimerView {
  name: string;
  functionName: string;
  cron: string;
  next: number | null;
}

export class Timers {
  private readonly pending = new Map<TimerTrigger, NodeJS.Timeout>();
  /** How often the clock was set: an advance under way sees that it was. */
  private jumps = 0;
  /** Advances wait for each other. */
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly triggers: readonly TimerTrigger[],
    private readonly clock: Clock,
    /** Whether they fire by themselves. */
    private readonly running: boolean,
    private readonly fire: (trigger: TimerTrigger, at: number) => Promise<FunctionAnswer>,
  ) {
    this.start();
  }

  /** Whether they fire by themselves, and when each is due next (milliseconds since 1970, null: never). */
  list(): { running: boolean; timers: TimerView[] } {
    return {
      running: this.running,
      timers: this.triggers.map(({ name, functionName, cron }) => ({
        ...{ name, functionName, cron: cron.text },
        next: nextFiring(cron, this.clock.now()),
      })),
    };
  }

  /** Fires the trigger of this name now. Throws when there is none. */
  async run(name: string): Promise<FunctionAnswer> {
    const trigger = this.triggers.find((candidate) => candidate.name === name);
    if (!trigger) throw new Error(`no function has a timer trigger named ${name}`);
    return this.fire(trigger, this.clock.now());
  }

  /** Sets the clock; what lies between then and now does not fire, nor what an advance had left. */
  jump(moment: number): void {
    this.clock.set(moment);
    this.jumps++;
    this.start();
  }

  /** Moves the clock forward and fires what comes due on the way, each at its time. One after the other. */
  advance(byMs: number): Promise<{ name: string; at: number; answer: FunctionAnswer }[]> {
    const turn = this.line.then(() => this.advanceNow(byMs));
    this.line = turn.catch(() => undefined);
    return turn;
  }

  private async advanceNow(byMs: number): ReturnType<Timers['advance']> {
    const from = this.clock.now();
    if (!(byMs >= 0)) throw invalidParam('the clock is moved forward; set() takes any moment');
    const due = this.dueBetween(from, from + byMs);
    if (due.length > MOST_FIRINGS)
      throw invalidParam(`more than ${MOST_FIRINGS} timers would fire: move less, or set()`);
    const { jumps } = this;
    this.close();
    const fired = [];
    try {
      for (const { trigger, at } of due) {
        // The clock was set meanwhile: that is where it stands, and nothing is due any more.
        if (this.jumps !== jumps) return fired;
        // A firing may have taken longer than it is to the next one.
        this.clock.set(Math.max(at, this.clock.now()));
        fired.push({ name: trigger.name, at, answer: await this.fire(trigger, at) });
      }
    } finally {
      if (this.jumps === jumps) {
        // What the firings themselves took is not lost, nor added.
        this.clock.set(Math.max(from + byMs, this.clock.now()));
        this.start();
      }
    }
    return fired;
  }

  close(): void {
    for (const timer of this.pending.values()) clearTimeout(timer);
    this.pending.clear();
  }

  /** After `from`, up to and with `to`, in the order of time. */
  private dueBetween(from: number, to: number): { trigger: TimerTrigger; at: number }[] {
    return this.triggers
      .flatMap((trigger) => {
        const found: { trigger: TimerTrigger; at: number }[] = [];
        let at = nextFiring(trigger.cron, from);
        while (at !== null && at <= to && found.length <= MOST_FIRINGS) {
          found.push({ trigger, at });
          at = nextFiring(trigger.cron, at);
        }
        return found;
      })
      .sort((a, b) => a.at - b.at);
  }

  private start(): void {
    this.close();
    if (this.running) for (const trigger of this.triggers) this.arm(trigger);
  }

  private arm(trigger: TimerTrigger): void {
    const { now } = this.clock;
    const due = nextFiring(trigger.cron, now());
    if (due === null) return;
    const timer = setTimeout(
      () => {
        if (now() >= due) void this.fire(trigger, due);
        this.arm(trigger);
      },
      Math.min(Math.max(0, due - now()), LONGEST_WAIT_MS),
    );
    timer.unref();
    this.pending.set(trigger, timer);
  }
}
