/** What the actions work with, and what they tell about a request. */
import type { Files } from '../storage/files';
import type { Store } from '../database/store';
import type { FunctionAnswer } from '../functions/types';

export interface Services {
  store: Store;
  files: Files;
  /** Milliseconds since 1970; what `db.serverDate()` becomes. */
  now(): number;
  /** A function calls another: no caller's identity travels along. */
  invoke(name: string, event: unknown, source: string): Promise<FunctionAnswer>;
}

/** Costs of one request, filled in by its action. */
export interface Cost {
  examined: number;
  returned: number;
}

export interface Request {
  services: Services;
  cost: Cost;
  /** TCB_SOURCE of the calling function, such as `wx_client,scf`. */
  source: string;
}

/** Reads the body it is given and answers; throws CloudError. */
export type Action = (body: unknown, request: Request) => Promise<object> | object;
