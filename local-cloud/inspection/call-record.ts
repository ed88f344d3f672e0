/** One call of a function, as the inspector shows it. */
import type { Caller, FunctionAnswer } from '../functions/types';
import { outlineOf } from './outline';
import type { PrintedLine } from './printouts';

const MOST_TRIPS = 300;
const MOST_LINES = 200;
const NAME = /^[\w.:/-]{1,80}$/;

/** One round trip of a call; its query as a shape. */
export interface TripRecord {
  action: string;
  collection: string | null;
  shape: string;
  /** `_id`, an index, or null for a scan, one for each query; null when nothing was planned. */
  index: (string | null)[] | null;
  code: string | null;
  examined: number;
  returned: number;
  bytesIn: number;
  bytesOut: number;
  ms: number;
  /** Milliseconds after the call began. */
  after: number;
}

export class CallRecord {
  readonly requestId: string;
  readonly functionName: string;
  /** The event's `action`, or the name of the timer. */
  readonly action: string | null;
  readonly openid: string | null;
  readonly source: string | null;
  /** The instance that took it, once one has. */
  instance: string | null = null;
  state: 'running' | 'ok' | 'failed' = 'running';
  /** The error's code, of the function's own answer or of WeChat's. */
  code: string | null = null;
  /** What is known of an error, without values. */
  error: string | null = null;
  ms = 0;
  /** Grows with every change. */
  version = 0;
  /** What it takes in memory, roughly. */
  bytes = 0;
  readonly trips: TripRecord[] = [];
  readonly lines: PrintedLine[] = [];
  tripsLeftOut = 0;
  linesLeftOut = 0;
  readonly cost = { roundTrips: 0, examined: 0, returned: 0, bytes: 0 };
  readonly #begun = performance.now();

  constructor(
    readonly serial: number,
    /** The cloud's time, milliseconds since 1970. */
    readonly at: number,
    call: { requestId: string; name: string; event: unknown; caller: Caller },
  ) {
    this.requestId = call.requestId;
    this.functionName = call.name;
    this.action = nameIn(call.event, 'action') ?? nameIn(call.event, 'TriggerName');
    this.openid = call.caller.openid ?? null;
    this.source = call.caller.source ?? null;
  }

  /** Returns about how many bytes it took. */
  addTrip(given: Omit<TripRecord, 'after'>): number {
    const after = Math.max(0, Math.round(performance.now() - this.#begun) - given.ms);
    const trip = { ...given, after };
    this.cost.roundTrips++;
    this.cost.examined += trip.examined;
    this.cost.returned += trip.returned;
    this.cost.bytes += trip.bytesIn + trip.bytesOut;
    if (this.trips.length >= MOST_TRIPS) {
      this.tripsLeftOut++;
      return 0;
    }
    this.trips.push(trip);
    return 300 + trip.shape.length * 2;
  }

  /** Returns about how many bytes it took. */
  addLine(line: PrintedLine): number {
    if (this.lines.length >= MOST_LINES) {
      this.linesLeftOut++;
      return 0;
    }
    this.lines.push(line);
    return 100 + line.line.length * 2;
  }

  end(answer: FunctionAnswer): void {
    this.ms = Math.round(performance.now() - this.#begun);
    if (!answer.ok) {
      this.state = 'failed';
      this.code = String(answer.errCode);
      this.error = outlineOf(answer.errMsg);
      return;
    }
    const { result } = answer;
    const refused =
      typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
    this.state = refused ? 'failed' : 'ok';
    if (refused) this.code = 'error' in result ? nameIn(result.error, 'code') : null;
  }

  /** It was not even begun. */
  refuse(thrown: unknown): void {
    this.state = 'failed';
    this.code = nameIn(thrown, 'code');
  }

  /** Without the round trips and the lines. */
  summary() {
    const { trips: _trips, lines: _lines, bytes: _bytes, ...rest } = this;
    return rest;
  }
}

/** A text that is a name, not something a person wrote. */
function nameIn(holder: unknown, key: string): string | null {
  if (typeof holder !== 'object' || holder === null || !(key in holder)) return null;
  const value: unknown = Reflect.get(holder, key);
  return typeof value === 'string' && NAME.test(value) ? value : null;
}
