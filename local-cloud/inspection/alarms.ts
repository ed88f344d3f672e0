/** Queries that no index serves, and those that read far more than they gave; one entry a shape. */
import type { Order } from '../database/planner';
import type { Fields } from '../database/values';
import { shapeOfQuery } from './query-shape';

const MOST_ALARMS = 200;
/** A query that reads fewer documents than this is nobody's trouble. */
const WORTH_A_WORD = 200;
/** So many times what it gave is much more. */
const MUCH_MORE = 4;

/** What the database decided on for one query. */
export interface PlanNote {
  collection: string;
  query: Fields;
  order: Order;
  /** `_id`, the name of an index, or null for a scan. */
  by: string | null;
  /** The index to add; null when the query is served. */
  wanted: Order | null;
}

export interface Alarm {
  /** `refused` by strict mode, or a `scan` that went through. */
  kind: 'refused' | 'scan';
  collection: string;
  shape: string;
  by: string | null;
  wanted: Order | null;
  count: number;
  /** Of the worst one. */
  examined: number;
  returned: number;
  /** Milliseconds since 1970. */
  lastAt: number;
  /** The function whose call it was last, or `local`. */
  lastCaller: string;
}

/** One answered request with its plans. */
export interface Judged {
  plans: readonly PlanNote[];
  refused: boolean;
  examined: number;
  returned: number;
  at: number;
  caller: string;
}

export class Alarms {
  private readonly byShape = new Map<string, Alarm>();

  /** Looks at a request and keeps what it does not like. */
  judge(request: Judged): void {
    const note = request.refused ? request.plans.at(-1) : wasteful(request);
    if (!note) return;
    const kind = request.refused ? 'refused' : 'scan';
    const shape = shapeOfQuery(note.query, note.order);
    const key = `${kind} ${note.collection} ${shape}`;
    const known = this.byShape.get(key);
    const worst = known && known.examined > request.examined ? known : request;
    this.byShape.delete(key);
    this.byShape.set(key, {
      kind,
      collection: note.collection,
      shape,
      by: note.by,
      wanted: note.wanted,
      count: (known?.count ?? 0) + 1,
      examined: worst.examined,
      returned: worst.returned,
      lastAt: request.at,
      lastCaller: request.caller,
    });
    if (this.byShape.size > MOST_ALARMS)
      for (const oldest of [...this.byShape.keys()].slice(0, 1)) this.byShape.delete(oldest);
  }

  /** The latest first. */
  list(): Alarm[] {
    return [...this.byShape.values()].reverse();
  }

  clear(): void {
    this.byShape.clear();
  }
}

/** The plan to blame: the first that no index serves, else the first. */
function wasteful({ plans, examined, returned }: Judged): PlanNote | undefined {
  if (examined <= WORTH_A_WORD || examined <= returned * MUCH_MORE) return undefined;
  return plans.find((plan) => plan.wanted !== null) ?? plans[0];
}
