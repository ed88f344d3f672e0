/** Calls functions: picks an instance, says who is calling, keeps count of the cost. */
import { newId } from '../database/ids';
import { undergo, type Faults } from '../faults';
import type { Journal } from '../journal';
import type { RoundTrip } from '../stats';
import { sdkEnvironment } from '../sdk/environment';
import type { FunctionDefinition } from './definitions';
import { Instance } from './instance';
import { jobOf, sourceOf } from './job';
import { Pool } from './pool';
import { Roster } from './roster';
import type { CallCost, Caller, FunctionAnswer } from './types';

const EXECUTE_FAIL = -504002;
/** As a phone without a network reports it. */
const NO_ANSWER = -1;
const MOST_EVENT_BYTES = 100 * 1024;
const MOST_RESULT_BYTES = 50 * 1024;

export interface RuntimeOptions {
  /** Path of instance-process.cjs. */
  script: string;
  env: string;
  adminUrl: string;
  functionEnv: Record<string, string>;
  maxInstances: number;
  warmInstances: number;
  /** Milliseconds since 1970, as the functions are to see it. */
  now(): number;
  faults: Faults;
  journal: Journal;
  log(line: Record<string, unknown>): void;
}

interface Running {
  functionName: string;
  requestId: string;
  source: string;
  event: string;
  instance: Instance;
  cost: CallCost;
}

export class Runtime {
  private readonly pools = new Map<string, Pool>();
  /** By the key each instance has in its admin URL. */
  private readonly running = new Map<string, Running>();
  /** The call an instance took last: what it prints may arrive after its answer. */
  private readonly latest = new Map<string, string>();
  private readonly keys = new WeakMap<Instance, string>();
  /** Which instances there are, for the inspector. */
  readonly roster = new Roster();
  private started = 0;

  constructor(
    readonly definitions: ReadonlyMap<string, FunctionDefinition>,
    private readonly options: RuntimeOptions,
  ) {
    for (const definition of definitions.values()) {
      this.pools.set(
        definition.name,
        new Pool({
          max: options.maxInstances,
          warm: options.warmInstances,
          timeoutSeconds: definition.timeout,
          start: () => this.start(definition),
        }),
      );
    }
  }

  /** Calls a function as WeChat would for this caller. Never throws for what the function does. */
  call(name: string, event: unknown, caller: Caller): Promise<FunctionAnswer> {
    const requestId = newId();
    return this.options.journal.around({ requestId, name, event, caller }, () =>
      this.perform(requestId, name, event, caller),
    );
  }

  private async perform(
    requestID: string,
    name: string,
    event: unknown,
    caller: Caller,
  ): Promise<FunctionAnswer> {
    const begun = performance.now();
    const cost: CallCost = { roundTrips: 0, examined: 0, returned: 0, bytes: 0, ms: 0 };
    const failed = (errMsg: string, errCode = EXECUTE_FAIL): FunctionAnswer => ({
      ok: false,
      errCode,
      errMsg,
      requestID,
      cost,
    });
    const definition = this.definitions.get(name);
    const pool = this.pools.get(name);
    if (!definition || !pool) return failed(`FunctionName parameter could not be found. ${name}`);
    const job = jobOf(definition, event, caller, requestID, this.options.env);
    const { fail, has } = await undergo(
      this.options.faults.strike({ on: 'call', name, text: job.event }),
    );
    if (has('loseRequest')) return failed('request:fail the request was lost', NO_ANSWER);
    if (fail) return failed(`errMsg: ${fail.fail} ${fail.message ?? 'a fault on order'}`);
    const outcome = await pool.run(job, (instance) => {
      const key = this.keys.get(instance) ?? '';
      this.roster.begin(key, requestID);
      this.options.journal.taken(requestID, key);
      this.running.set(key, {
        functionName: name,
        requestId: requestID,
        source: sourceOf(caller),
        event: job.event,
        instance,
        cost,
      });
      this.latest.set(key, requestID);
      return () => {
        this.running.delete(key);
        this.roster.end(key);
      };
    });
    cost.ms = Math.round(performance.now() - begun);
    const error = 'error' in outcome ? outcome.error : null;
    this.weigh(name, requestID, job.event, 'result' in outcome ? outcome.result : '');
    this.options.log({
      event: 'call',
      function: name,
      requestId: requestID,
      openid: caller.openid ?? null,
      ok: error === null,
      ...cost,
      ...(error === null ? {} : { error }),
    });
    if (has('loseAnswer')) return failed('request:fail the answer was lost', NO_ANSWER);
    if ('error' in outcome) return failed(`errMsg: ${outcome.error}`);
    return {
      ok: true,
      result: JSON.parse(outcome.result),
      resultJson: outcome.result,
      requestID,
      cost,
    };
  }

  /** WeChat advises against more; here it goes through, and is said. */
  private weigh(name: string, requestId: string, event: string, result: string): void {
    const [eventBytes, resultBytes] = [event, result].map((text) => Buffer.byteLength(text));
    if ((eventBytes ?? 0) <= MOST_EVENT_BYTES && (resultBytes ?? 0) <= MOST_RESULT_BYTES) return;
    this.options.log({ event: 'heavy', function: name, requestId, eventBytes, resultBytes });
  }

  /** Adds a request to `/admin/{key}` to the call it belongs to; says which function made it. */
  charge(key: string, trip: Omit<RoundTrip, 'caller'>): string {
    const running = this.running.get(key);
    if (!running) return key.replace(/-\d+$/, '') || 'local';
    running.cost.roundTrips++;
    running.cost.examined += trip.examined;
    running.cost.returned += trip.returned;
    running.cost.bytes += trip.bytesIn + trip.bytesOut;
    return running.functionName;
  }

  /** TCB_SOURCE for what an instance's current call goes on to call. */
  sourceBehind(key: string): string {
    return `${this.running.get(key)?.source ?? ''},scf`.replace(/^,/, '');
  }

  /** The id of the call that an instance is busy with; empty for this process itself. */
  requestBehind(key: string): string {
    return this.running.get(key)?.requestId ?? '';
  }

  /** The event of the call that an instance is busy with; empty for this process itself. */
  eventBehind(key: string): string {
    return this.running.get(key)?.event ?? '';
  }

  /** The process ends at once, as when the machine under it fails. */
  killInstance(key: string): void {
    this.running.get(key)?.instance.kill('the instance was killed');
  }

  /** The function behind the key of an admin URL. */
  functionOf(key: string): FunctionDefinition | undefined {
    return this.definitions.get(key.replace(/-\d+$/, ''));
  }

  close(): void {
    for (const pool of this.pools.values()) pool.close();
  }

  private start(definition: FunctionDefinition): Instance {
    const key = `${definition.name}-${++this.started}`;
    const { options } = this;
    const instance = new Instance({
      script: options.script,
      entry: definition.entry,
      memoryMb: definition.memorySize,
      now: () => options.now(),
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        TZ: 'UTC', // as WeChat Cloud's containers; a function that formats dates must say its time zone
        ...sdkEnvironment(`${options.adminUrl}/${key}`, options.env),
        ...options.functionEnv,
      },
      onLine: (stream, line) =>
        options.log({
          event: 'output',
          function: definition.name,
          instance: key,
          requestId: this.latest.get(key) ?? null,
          stream,
          line,
        }),
    });
    this.keys.set(instance, key);
    this.roster.add(key, definition.name, instance, options.now());
    void instance.loaded.then((problem) =>
      options.log({
        event: 'instance',
        function: definition.name,
        instance: key,
        ok: problem === null,
        ...(problem === null ? {} : { error: problem }),
      }),
    );
    return instance;
  }
}
