import type { Index } from '../../cloudfunctions/platform/collections';

/** A function as it is to be, or as it is deployed. */
export interface FunctionSettings {
  timeout: number;
  memory: number;
  environment: Record<string, string>;
}
export interface Timer {
  name: string;
  config: string;
}
export interface DeployedFunction extends FunctionSettings {
  runtime: string;
  timers: Timer[];
}
export interface WantedFunction extends DeployedFunction {
  name: string;
  /** Its built folder. */
  dir: string;
  /** Names of open interfaces in its config.json. */
  openapi: string[];
}

export interface StorageRule {
  read: boolean | string;
  write: boolean | string;
}

/** Everything that deployment asks of WeChat: one environment of WeChat Cloud and the mini program. */
export interface Target {
  listCollections(): Promise<string[]>;
  createCollection(name: string): Promise<void>;
  /** Without those that WeChat makes itself. */
  listIndexes(collection: string): Promise<Index[]>;
  createIndex(collection: string, index: Index): Promise<void>;
  dropIndex(collection: string, name: string): Promise<void>;
  /** Whether nobody but functions may read or write it. */
  isClosed(collection: string): Promise<boolean>;
  close(collection: string): Promise<void>;
  storageRule(): Promise<StorageRule | undefined>;
  setStorageRule(rule: StorageRule): Promise<void>;
  findFunction(name: string): Promise<DeployedFunction | undefined>;
  createFunction(wanted: WantedFunction): Promise<void>;
  uploadCode(wanted: WantedFunction): Promise<void>;
  setFunction(name: string, settings: FunctionSettings): Promise<void>;
  createTimer(functionName: string, timer: Timer): Promise<void>;
  removeTimer(functionName: string, timerName: string): Promise<void>;
  /** Runs the job once, as its timer does, and answers what it said. */
  runJobs(): Promise<string>;
  uploadMiniProgram(version: string, description: string): Promise<void>;
}
