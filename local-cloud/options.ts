/** What `startLocalCloud` takes and gives. */
import type { StoreOptions } from './database/store';
import type { IndexDefinition } from './database/index-entries';
import type { Faults } from './faults';
import type { Caller, FunctionAnswer } from './functions/types';
import type { WeChatOptions, WeChatSide } from './openapi/options';
import type { OpenApi } from './openapi/types';
import type { RoundTripStats } from './stats';

export interface CollectionDefinition {
  name: string;
  indexes: IndexDefinition[];
}

export interface LocalCloudOptions extends WeChatOptions {
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
  /** Show at /inspector/ what the cloud is doing, and keep a journal for it; default: when there is a previewDir. */
  inspector?: boolean;
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
  /** Fire timer triggers and push WeChat's events when due, default true; `runTimer` and `deliverPending` work either way. */
  timers?: boolean;
  /** Milliseconds since 1970, for server dates, links and timers; default the machine's clock. */
  now?: () => number;
  /** Reports of duplicates, life of transactions, patience of writers: for tests. */
  database?: Pick<StoreOptions, 'duplicates' | 'transactionMs' | 'patienceMs'>;
  /** Answers `cloud.openapi.*` in place of all that is built in. */
  openApi?: OpenApi;
  /** The environment's id, default `local-env`. */
  env?: string;
}

/** A trigger that came due while the clock was moved. */
export interface Firing {
  name: string;
  at: number;
  answer: FunctionAnswer;
}

/** The time of the cloud and of its functions. */
export interface CloudClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Sets it; it runs on from there. What would have come due on the way does not fire. */
  set(moment: number): void;
  /**
   * Moves it forward and fires, one after the other and each at its time, what comes due on the way, also when
   * `timers` is off; then pushes WeChat's events that have come due. Throws INVALID_PARAM backwards and above 1,000
   * firings.
   */
  advance(byMs: number): Promise<Firing[]>;
}

export interface LocalCloud extends WeChatSide {
  /** `http://127.0.0.1:{port}` */
  url: string;
  port: number;
  /** For `sdkEnvironment`. */
  adminUrl: string;
  /** Calls a function as `wx.cloud.callFunction` would; rejects only when the event is not an object. */
  callFunction(name: string, event: unknown, as: Caller): Promise<FunctionAnswer>;
  /** Fires a timer trigger by hand, once. Throws when no function has a trigger of this name. */
  runTimer(triggerName: string): Promise<FunctionAnswer>;
  clock: CloudClock;
  /** Delays, lost answers, dying instances, a full disk. */
  faults: Faults;
  stats(): RoundTripStats;
  /** How many documents were written since it began, by collection. Never reset. */
  changes(): ReadonlyMap<string, number>;
  resetStats(): void;
  /** Stops functions and server and closes the data file. */
  close(): Promise<void>;
}
