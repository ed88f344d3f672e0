/** The instances of one function: started when needed, kept warm, each busy with one request; the rest wait in line. */
import type { Instance, Job, Outcome } from './instance';

export interface PoolOptions {
  max: number;
  /** Started ahead. */
  warm: number;
  timeoutSeconds: number;
  start(): Instance;
}

const CLOSING = { error: 'the local cloud is closing' };

export class Pool {
  private readonly all = new Set<Instance>();
  private readonly idle: Instance[] = [];
  private readonly line: ((instance: Instance | null) => void)[] = [];
  private closed = false;

  constructor(private readonly options: PoolOptions) {
    for (let i = 0; i < Math.min(options.warm, options.max); i++) this.idle.push(this.add());
  }

  /**
   * Runs a job on a free instance. `started` is told which, just before the job begins; what it
   * returns is called when the job is over, before the instance takes the next one.
   */
  async run(job: Job, started: (instance: Instance) => () => void): Promise<Outcome> {
    const instance = this.closed ? null : await this.take();
    if (!instance) return CLOSING;
    const ended = started(instance);
    const outcome = await instance.run(job, this.options.timeoutSeconds);
    ended();
    this.release(instance);
    return outcome;
  }

  close(): void {
    this.closed = true;
    for (const instance of this.all) instance.kill(CLOSING.error);
    for (const next of this.line.splice(0)) next(null);
  }

  private take(): Instance | Promise<Instance | null> {
    for (let instance = this.idle.pop(); instance; instance = this.idle.pop()) {
      if (instance.usable) return instance;
      this.all.delete(instance);
    }
    if (this.all.size < this.options.max) return this.add();
    return new Promise((resolve) => this.line.push(resolve));
  }

  /** Back in the pool, or to whoever has waited longest; a dead one is replaced only when somebody needs it. */
  private release(instance: Instance): void {
    if (!instance.usable) this.all.delete(instance);
    const next = this.closed ? undefined : this.line.shift();
    if (next) next(instance.usable ? instance : this.add());
    else if (instance.usable) this.idle.push(instance);
  }

  private add(): Instance {
    const instance = this.options.start();
    this.all.add(instance);
    return instance;
  }
}
