/** Faults that the inspector can switch on and off; further ones that tests ordered are shown beside them. */
import { invalidParam } from '../errors';
import type { Fault, Faults } from '../faults';

/** Switches by name; `fullDisk` is not a fault that strikes by number. */
const SWITCHES = {
  slow: { on: 'call', effect: { delayMs: 3000 }, times: Infinity },
  loseAnswer: { on: 'call', effect: 'loseAnswer' },
  failCall: { on: 'call', effect: { fail: 'SYSTEM_ERROR' } },
  killInstance: { on: 'request', effect: 'killBefore' },
} as const satisfies Record<string, Fault>;
const DISK = 'fullDisk';
const labelOf = (name: string) => `inspector:${name}`;

export interface SwitchView {
  name: string;
  /** Still going to strike. */
  on: boolean;
  struck: number;
  /** It strikes until it is switched off. */
  lasting: boolean;
}

export class FaultSwitches {
  private readonly takeBack = new Map<string, () => void>();

  constructor(private readonly faults: Faults) {}

  /** Throws INVALID_PARAM for a switch that does not exist. */
  turn(name: string, on: boolean): void {
    if (name === DISK) return on ? this.faults.fillDisk() : this.faults.freeDisk();
    const fault = Object.entries(SWITCHES).find(([known]) => known === name)?.[1];
    if (!fault) throw invalidParam(`no fault is called ${name}`);
    this.takeBack.get(name)?.();
    this.takeBack.delete(name);
    if (on) this.takeBack.set(name, this.faults.add({ ...fault, label: labelOf(name) }));
  }

  clear(): void {
    this.faults.clear();
    this.takeBack.clear();
  }

  list() {
    const all = this.faults.list();
    const { disk } = this.faults;
    const switches: SwitchView[] = Object.entries<Fault>(SWITCHES).map(([name, fault]) => {
      const ordered = all.find(({ label }) => label === labelOf(name));
      const struck = ordered?.struck ?? 0;
      const times = fault.times ?? 1;
      const on = ordered !== undefined && struck < times;
      return { name, on, struck, lasting: times === Infinity };
    });
    switches.push({ name: DISK, on: disk.full, struck: disk.struck, lasting: true });
    const others = all
      .filter(({ label }) => !label?.startsWith(labelOf('')))
      .map(({ on, name, nth, times, effect, seen, struck }) => ({
        ...{ on, name, nth, times, effect, seen, struck },
      }));
    return { switches, others };
  }
}
