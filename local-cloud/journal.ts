/**
 * What the local cloud has been doing, for the inspector: the last calls with their round trips and log lines, the
 * last lines of each instance, and queries worth a word. In memory, bounded, and without values: shapes only.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Collection } from './database/catalog';
import type { Order, Plan } from './database/planner';
import { missingIndex } from './database/strict-indexes';
import type { Fields } from './database/values';
import type { Caller, FunctionAnswer } from './functions/types';
import { Alarms, type PlanNote } from './inspection/alarms';
import { CallRecord } from './inspection/call-record';
import { Printouts } from './inspection/printouts';
import { shapeOfRequest } from './inspection/query-shape';

const MOST_CALLS = 500;
const MOST_BYTES = 8 * 2 ** 20;

/** A request to `/admin` that was answered, or struck by a fault. */
export interface Trip {
  /** The call it belongs to; empty for this process itself. */
  requestId: string;
  caller: string;
  action: string;
  text: string;
  plans: readonly PlanNote[];
  code: string | null;
  examined: number;
  returned: number;
  bytesIn: number;
  bytesOut: number;
  ms: number;
}

export class Journal {
  readonly alarms = new Alarms();
  readonly printouts = new Printouts();
  private readonly calls = new Map<string, CallRecord>();
  private readonly plans = new AsyncLocalStorage<PlanNote[]>();
  private bytes = 0;
  private serial = 0;
  private changes = 0;

  constructor(
    /** Without an inspector nothing is kept. */
    readonly enabled: boolean,
    private readonly now: () => number,
  ) {}

  /** The calls that changed after `version`, the newest first, and the version to ask with next time. */
  callsSince(version: number): { calls: CallRecord[]; version: number; oldest: number } {
    const all = [...this.calls.values()];
    return {
      calls: all.filter((call) => call.version > version).reverse(),
      version: this.changes,
      oldest: all[0]?.serial ?? this.serial + 1,
    };
  }

  call(requestId: string): CallRecord | undefined {
    return this.calls.get(requestId);
  }

  /** Keeps a call from its beginning to its answer. */
  async around(
    call: { requestId: string; name: string; event: unknown; caller: Caller },
    work: () => Promise<FunctionAnswer>,
  ): Promise<FunctionAnswer> {
    if (!this.enabled) return work();
    const record = new CallRecord(++this.serial, this.now(), call);
    this.calls.set(record.requestId, record);
    this.changed(record, 200);
    try {
      const answer = await work();
      record.end(answer);
      return answer;
    } catch (thrown) {
      record.refuse(thrown);
      throw thrown;
    } finally {
      this.changed(record, 0);
    }
  }

  /** An instance has taken the call. */
  taken(requestId: string, instance: string): void {
    const record = this.calls.get(requestId);
    if (!record) return;
    record.instance = instance;
    this.printouts.begin(instance, requestId);
  }

  /** Runs one request and gathers the plans it makes. */
  async watch<T>(work: () => Promise<T> | T): Promise<{ result: T; plans: PlanNote[] }> {
    const plans: PlanNote[] = [];
    if (!this.enabled) return { result: await work(), plans };
    return { result: await this.plans.run(plans, async () => work()), plans };
  }

  /** To be called with every plan, before it is carried out or refused. */
  plan(collection: Collection, query: Fields, order: Order, plan: Plan): void {
    this.plans.getStore()?.push({
      collection: collection.name,
      query,
      order,
      by: plan.by,
      wanted: missingIndex(query, order, plan),
    });
  }

  trip(trip: Trip): void {
    if (!this.enabled) return;
    const { text, plans, requestId, caller, ...figures } = trip;
    const refused = trip.code === 'LOCAL_CLOUD_INDEX_MISSING';
    this.alarms.judge({ ...figures, plans, refused, caller, at: this.now() });
    const record = this.calls.get(requestId);
    if (!record) return;
    const index = plans.length > 0 ? plans.map(({ by }) => by) : null;
    this.changed(record, record.addTrip({ ...figures, ...shapeOfRequest(text), index }));
  }

  /** Passes log lines on, and keeps what functions print. */
  listening(log: (line: Record<string, unknown>) => void): (line: Record<string, unknown>) => void {
    if (!this.enabled) return log;
    return (line) => {
      const printed = this.printouts.read(line, this.now());
      const record = printed && this.calls.get(printed.requestId);
      if (record) this.changed(record, record.addLine(printed));
      log(line);
    };
  }

  private changed(record: CallRecord, added: number): void {
    record.version = ++this.changes;
    // A call that has been dropped already no longer counts.
    if (!this.calls.has(record.requestId)) return;
    record.bytes += added;
    this.bytes += added;
    for (const [id, oldest] of this.calls) {
      if (this.calls.size <= MOST_CALLS && this.bytes <= MOST_BYTES) return;
      this.calls.delete(id);
      this.bytes -= oldest.bytes;
    }
  }
}
