/** WeChat Cloud on one machine. See README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Clock } from './clock';
import { openSqlite } from './database/sqlite';
import { Store } from './database/store';
import { requireIndex } from './database/strict-indexes';
import { Faults } from './faults';
import { readFunctions } from './functions/definitions';
import { Runtime } from './functions/runtime';
import { Timers, timerEvent } from './functions/timers';
import { Guard } from './http/guard';
import { listen, makeServer } from './http/server';
import type { LocalCloud, LocalCloudOptions } from './options';
import type { Services } from './protocol/context';
import { plainOpenApi } from './protocol/openapi';
import { Stats } from './stats';
import { Files } from './storage/files';

export type {
  CloudClock,
  CollectionDefinition,
  Firing,
  LocalCloud,
  LocalCloudOptions,
} from './options';
export type { Effect, Fault, OrderedFault } from './faults';
export type { Caller, CallCost, FunctionAnswer } from './functions/types';
export type { IndexDefinition } from './database/index-entries';
export type { OpenApi, OpenApiAnswer, OpenApiCall } from './protocol/openapi';
export type { RoundTripStats } from './stats';
export { CloudError, LocalCloudError } from './errors';
export { sdkEnvironment } from './sdk/environment';
export { withCaller } from './sdk/with-caller';

const ignore = (): void => undefined;

/** Starts a local cloud. Throws LocalCloudError when the port, the data or the functions cannot be used. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const temporary = options.dataDir === ':memory:';
  const dataDir = temporary
    ? mkdtempSync(join(tmpdir(), 'local-cloud-'))
    : resolve(options.dataDir);
  const undo: (() => void)[] = [];
  if (temporary) undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const close = () => {
    for (const step of undo.splice(0).reverse()) step();
  };
  try {
    return await assemble(options, dataDir, undo, close);
  } catch (thrown) {
    close();
    throw thrown;
  }
}

async function assemble(
  options: LocalCloudOptions,
  dataDir: string,
  undo: (() => void)[],
  close: () => void,
): Promise<LocalCloud> {
  const env = options.env ?? 'local-env';
  const clock = new Clock(options.now ?? (() => Date.now()));
  const { now } = clock;
  const faults = new Faults();
  const log = options.log ?? ignore;
  const definitions = readFunctions(resolve(options.functionsDir));
  const store = new Store(openSqlite(dataDir), {
    ...options.database,
    onWrite: faults.onWrite,
    onPlan: options.strictIndexes === true ? requireIndex : undefined,
  });
  undo.push(() => store.close());
  for (const { name, indexes } of options.collections ?? []) store.ensureCollection(name, indexes);

  // Server, files and functions need the port, which is known only once the server listens.
  let port = 0;
  const url = () => `http://127.0.0.1:${port}`;
  const files = new Files(join(dataDir, 'files'), env, url, now, faults.onWrite);
  const stats = new Stats();
  const late: { runtime?: Runtime } = {};
  const runtime = () => {
    if (!late.runtime) throw new Error('the local cloud is still starting');
    return late.runtime;
  };
  const services: Services = {
    store,
    files,
    now,
    invoke: (name, event, source) => runtime().call(name, event, { source }),
  };
  const guard = new Guard(() => port, options.extraOrigins ?? []);
  const server = makeServer({
    services,
    stats,
    files,
    guard,
    faults,
    log,
    runtime,
    openApi: options.openApi ?? plainOpenApi,
    staticDir: options.staticDir,
    previewDir: options.previewDir,
  });
  port = await listen(server, options.port);
  undo.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const functions = new Runtime(definitions, {
    script: join(__dirname, 'functions', 'instance-process.cjs'),
    env,
    adminUrl: `${url()}/admin`,
    functionEnv: options.functionEnv ?? {},
    maxInstances: options.maxInstances ?? 4,
    warmInstances: options.warmInstances ?? 1,
    now,
    faults,
    log,
  });
  late.runtime = functions;
  undo.push(() => functions.close());

  const triggers = [...definitions.values()].flatMap((definition) => definition.triggers);
  const timers = new Timers(triggers, clock, options.timers !== false, (trigger, at) =>
    functions.call(trigger.functionName, timerEvent(trigger.name, at), { source: 'wx_trigger' }),
  );
  undo.push(() => timers.close());
  log({ event: 'started', url: url(), dataDir, functions: [...definitions.keys()] });

  return {
    url: url(),
    port,
    adminUrl: `${url()}/admin`,
    callFunction: (name, event, as) => functions.call(name, event, as),
    runTimer: (name) => timers.run(name),
    clock: {
      now,
      set: (moment) => timers.jump(moment),
      advance: (byMs) => timers.advance(byMs),
    },
    faults,
    stats: () => stats.read(),
    resetStats: () => stats.reset(),
    close: () => Promise.resolve(close()),
  };
}
