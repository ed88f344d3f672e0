/** The parent's side of one function instance. */
import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import * as v from 'valibot';

const LOAD_MS = 30_000;
const messageSchema = v.union([
  v.object({ ready: v.literal(true) }),
  v.object({ loadError: v.string() }),
  v.object({ result: v.string() }),
  v.object({ error: v.string() }),
]);

export interface Job {
  event: string;
  context: Record<string, unknown>;
  identity: Record<string, string>;
  source: string;
}

export type Outcome = { result: string } | { error: string };

export interface InstanceOptions {
  /** Path of instance-process.cjs. */
  script: string;
  entry: string;
  env: Record<string, string>;
  memoryMb: number;
  /** What the function's clock is to show, in milliseconds since 1970. */
  now(): number;
  onLine(stream: 'stdout' | 'stderr', line: string): void;
}

/** One process. It loads, then takes one job at a time, until it is killed or dies. */
export class Instance {
  /** Resolves to null when loaded, or to the reason why not. */
  readonly loaded: Promise<string | null>;
  private readonly child: ChildProcess;
  private alive = true;
  private settleLoad: (problem: string | null) => void = () => undefined;
  private settleJob: ((outcome: Outcome) => void) | null = null;

  constructor(private readonly options: InstanceOptions) {
    this.loaded = new Promise((resolve) => (this.settleLoad = resolve));
    this.child = fork(options.script, [options.entry], {
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [`--max-old-space-size=${options.memoryMb}`],
    });
    this.child.on('message', (raw) => this.receive(raw));
    this.child.on('error', (thrown) => this.die(thrown.message));
    this.child.on('exit', (code, signal) =>
      this.die(`the function's process ended (${signal ?? `exit code ${code}`})`),
    );
    this.lines(this.child.stdout, 'stdout', options);
    this.lines(this.child.stderr, 'stderr', options);
    const timer = setTimeout(
      () => this.kill(`loading took longer than ${LOAD_MS / 1000} seconds`),
      LOAD_MS,
    );
    timer.unref();
    void this.loaded.then(() => clearTimeout(timer));
  }

  get usable(): boolean {
    return this.alive;
  }

  /** Runs one job. After `seconds` the process is killed and the answer is the error WeChat gives. */
  async run(job: Job, seconds: number): Promise<Outcome> {
    const problem = await this.loaded;
    if (problem !== null || !this.alive) return { error: problem ?? 'the instance is gone' };
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.kill(`Invoking task timed out after ${seconds} seconds`),
        seconds * 1000,
      );
      this.settleJob = (outcome) => {
        clearTimeout(timer);
        this.settleJob = null;
        resolve(outcome);
      };
      // Only now, when it is loaded: the moment is compared with the process's own clock.
      this.child.send({ ...job, now: this.options.now() }, (thrown) => {
        if (thrown) this.die(thrown.message);
      });
    });
  }

  /** Ends the process at once; a job that runs gets `why` as its error. */
  kill(why: string): void {
    this.child.kill('SIGKILL');
    this.die(why);
  }

  private receive(raw: unknown): void {
    const message = v.safeParse(messageSchema, raw);
    if (!message.success) return;
    if ('ready' in message.output) this.settleLoad(null);
    else if ('loadError' in message.output) this.die(message.output.loadError);
    else this.settleJob?.(message.output);
  }

  private die(why: string): void {
    this.alive = false;
    this.settleLoad(why);
    this.settleJob?.({ error: why });
  }

  private lines(
    stream: Readable | null,
    name: 'stdout' | 'stderr',
    options: InstanceOptions,
  ): void {
    if (stream) createInterface({ input: stream }).on('line', (line) => options.onLine(name, line));
  }
}
