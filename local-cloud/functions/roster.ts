/** Which instances there are and what they are doing. */
import type { Instance } from './instance';

/** So many ended ones are remembered. */
const MOST_ENDED = 10;

export interface InstanceView {
  key: string;
  functionName: string;
  state: 'loading' | 'idle' | 'busy' | 'ended';
  /** Milliseconds since 1970. */
  startedAt: number;
  calls: number;
  /** The call it is busy with. */
  requestId: string | null;
  /** Why it could not be loaded, or ended. */
  problem: string | null;
}

interface Entry extends Omit<InstanceView, 'state'> {
  instance: Instance;
  loaded: boolean;
}

export class Roster {
  private readonly entries = new Map<string, Entry>();

  add(key: string, functionName: string, instance: Instance, startedAt: number): void {
    const entry: Entry = {
      ...{ key, functionName, instance, startedAt },
      ...{ calls: 0, requestId: null, problem: null, loaded: false },
    };
    this.entries.set(key, entry);
    void instance.loaded.then((problem) => {
      entry.loaded = true;
      entry.problem = problem;
    });
    const ended = [...this.entries.values()].filter((one) => !one.instance.usable);
    for (const old of ended.slice(0, -MOST_ENDED)) this.entries.delete(old.key);
  }

  begin(key: string, requestId: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    entry.calls++;
    entry.requestId = requestId;
  }

  end(key: string): void {
    const entry = this.entries.get(key);
    if (entry) entry.requestId = null;
  }

  /** In the order in which they were started. */
  list(): InstanceView[] {
    return [...this.entries.values()].map(({ instance, loaded, ...view }) => ({
      ...view,
      state: !instance.usable ? 'ended' : view.requestId ? 'busy' : loaded ? 'idle' : 'loading',
    }));
  }
}
