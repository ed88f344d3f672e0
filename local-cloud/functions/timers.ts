/** Fires timer triggers when they are due, or by hand. */
import { nextFiring } from './cron';
import type { TimerTrigger } from './definitions';

const LONGEST_WAIT_MS = 3_600_000; // looked at again each hour: long waits overflow setTimeout, and laptops sleep

/** The event a timer trigger gives its function; `Time` in UTC. */
export const timerEvent = (name: string, at: number) => ({
  Type: 'Timer',
  TriggerName: name,
  Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
  Message: '',
});

export class Timers {
  private readonly pending = new Map<TimerTrigger, NodeJS.Timeout>();

  constructor(
    triggers: readonly TimerTrigger[],
    private readonly now: () => number,
    private readonly fire: (trigger: TimerTrigger, at: number) => void,
  ) {
    for (const trigger of triggers) this.arm(trigger);
  }

  close(): void {
    for (const timer of this.pending.values()) clearTimeout(timer);
    this.pending.clear();
  }

  private arm(trigger: TimerTrigger): void {
    const due = nextFiring(trigger.cron, this.now());
    if (due === null) return;
    const wait = Math.max(0, due - this.now());
    const timer = setTimeout(
      () => {
        if (this.now() >= due) this.fire(trigger, due);
        this.arm(trigger);
      },
      Math.min(wait, LONGEST_WAIT_MS),
    );
    timer.unref();
    this.pending.set(trigger, timer);
  }
}
