/** Counting what the database and the other services are asked. */
export interface RoundTripStats {
  /** Requests to `/admin`. */
  roundTrips: number;
  byAction: Record<string, number>;
  /** Requests by function; `local` is the process itself. */
  byCaller: Record<string, number>;
  /** Documents read to answer queries, and documents handed out. */
  examined: number;
  returned: number;
  bytesIn: number;
  bytesOut: number;
}

export interface RoundTrip {
  action: string;
  caller: string;
  examined: number;
  returned: number;
  bytesIn: number;
  bytesOut: number;
}

const empty = (): RoundTripStats => ({
  roundTrips: 0,
  byAction: {},
  byCaller: {},
  examined: 0,
  returned: 0,
  bytesIn: 0,
  bytesOut: 0,
});

export class Stats {
  private totals = empty();

  add(trip: RoundTrip): void {
    const t = this.totals;
    t.roundTrips++;
    t.byAction[trip.action] = (t.byAction[trip.action] ?? 0) + 1;
    t.byCaller[trip.caller] = (t.byCaller[trip.caller] ?? 0) + 1;
    t.examined += trip.examined;
    t.returned += trip.returned;
    t.bytesIn += trip.bytesIn;
    t.bytesOut += trip.bytesOut;
  }

  /** A copy of the figures so far. */
  read(): RoundTripStats {
    return {
      ...this.totals,
      byAction: { ...this.totals.byAction },
      byCaller: { ...this.totals.byCaller },
    };
  }

  reset(): void {
    this.totals = empty();
  }
}
