/** What `startLocalCloud` takes and gives. */
import type { StoreOptions } from './database/store';
import type { IndexDefinition } from './database/index-entries';
import type { Caller, FunctionAnswer } from './functions/types';
import type { OpenApi } from './protocol/openapi';
import type { RoundTripStats } from './stats';

export interface CollectionDefinition {
  name: string;
  indexes: IndexDefinition[];
}

export interface LocalCloudOptions {
  /** 0: any free port. Listens on 127.0.0.1 only. */
  port: number;
  /** Where everything is kept; ':memory:' uses a temporary folder that `close` removes. */
  dataDir: string;
  /** Built functions, one folder each with index.js and config.json. */
  functionsDir: string;
  /** Added to the environment of every function. */
  functionEnv?: Record<string, string>;
  /** Created at start where missing, with their indexes. */
  collections?: CollectionDefinition[];
  /** Built H5 preview, served under /h5/. */
  staticDir?: string;
  /** Folder with index.html and its assets, served under /. */
  previewDir?: string;
  /** Origins besides our own that may use the bridge. */
  extraOrigins?: string[];
  /** Instances of one function at most, default 4. */
  maxInstances?: number;
  /** Instances of each function started ahead, default 1. */
  warmInstances?: number;
  /** Gets one object for each thing that happened. */
  log?: (line: Record<string, unknown>) => void;
  /** Refuse a query that no index serves, default false. */
  strictIndexes?: boolean;
  /** Fire timer triggers when due, default true; `runTimer` works either way. */
  timers?: boolean;
  /** Milliseconds since 1970, for server dates, links and timers; default the machine's clock. */
  now?: () => number;
  /** Reports of duplicates, life of transactions, patience of writers: for tests. */
  database?: Pick<StoreOptions, 'duplicates' | 'transactionMs' | 'patienceMs'>;
  /** What `cloud.openapi.*` answers. */
  openApi?: OpenApi;
  /** The environment's id, default `local-env`. */
  env?: string;
}

export interface LocalCloud {
  /** `http://127.0.0.1:{port}` */
  url: string;
  port: number;
  /** For `sdkEnvironment`. */
  adminUrl: string;
  /** Calls a function as `wx.cloud.callFunction` would; rejects only when the event is not an object. */
  callFunction(name: string, event: unknown, as: Caller): Promise<FunctionAnswer>;
  /** Fires a timer trigger by hand, once. Throws when no function has a trigger of this name. */
  runTimer(triggerName: string): Promise<FunctionAnswer>;
  stats(): RoundTripStats;
  resetStats(): void;
  /** Stops functions and server and closes the data file. */
  close(): Promise<void>;
}
