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
import { FaultSwitches } from './inspection/fault-switches';
import { Journal } from './journal';
import type { LocalCloud, LocalCloudOptions } from './options';
import type { Services } from './protocol/context';
import { WeChat } from './openapi/we-chat';
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
export type { OpenApi, OpenApiAnswer, OpenApiCall } from './openapi/types';
export type { ContentCheck, MediaCheck, Suggestion, Verdict } from './openapi/checks';
export type { Delivered, PendingDelivery } from './openapi/deliveries';
export type { PhoneMessage } from './openapi/ledger';
export type { MessageTemplate, WeChatOptions, WeChatSide } from './openapi/options';
export type { RoundTripStats } from './stats';
export { CloudError, LocalCloudError } from './errors';
export { sdkEnvironment } from './sdk/environment';
export { withCaller } from './sdk/with-caller';

const ignore = (): void => undefined;

/** What requests need is there once the start is over. */
function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the local cloud is still starting');
  return part;
}

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
  const inspected = options.inspector ?? options.previewDir !== undefined;
  const journal = new Journal(inspected, now);
  const log = journal.listening(options.log ?? ignore);
  const strictIndexes = options.strictIndexes === true;
  const definitions = readFunctions(resolve(options.functionsDir));
  const db = openSqlite(dataDir);
  const changes = new Map<string, number>();
  const store = new Store(db, {
    ...options.database,
    onWrite: faults.onWrite,
    onChanged: (name) => changes.set(name, (changes.get(name) ?? 0) + 1),
    onPlan: (...planned) => {
      journal.plan(...planned);
      if (strictIndexes) requireIndex(...planned);
    },
  });
  undo.push(() => store.close());
  for (const { name, indexes } of options.collections ?? []) store.ensureCollection(name, indexes);

  // Server, files and functions need the port, which is known only once the server listens.
  let port = 0;
  const url = () => `http://127.0.0.1:${port}`;
  const files = new Files(join(dataDir, 'files'), env, url, now, faults.onWrite);
  const stats = new Stats();
  const late: { runtime?: Runtime; timers?: Timers; cloud?: LocalCloud } = {};
  const runtime = () => started(late.runtime);
  const services: Services = {
    store,
    files,
    now,
    invoke: (name, event, source) => runtime().call(name, event, { source }),
  };
  const weChat = new WeChat(options, {
    ...{ db, now, url, log, onWrite: faults.onWrite },
    automatic: options.timers !== false,
    hasFunction: (name) => definitions.has(name),
    call: (name, event) => runtime().call(name, event, { source: 'wx_unknown' }),
  });
  const guard = new Guard(() => port, options.extraOrigins ?? []);
  const server = makeServer({
    services,
    stats,
    files,
    guard,
    faults,
    log,
    runtime,
    openApi: options.openApi ?? weChat.openApi,
    device: weChat.device,
    journal,
    inspector: inspected
      ? {
          ...{ journal, store, faults, strictIndexes, now, runtime },
          faultSwitches: new FaultSwitches(faults),
          unmovedNow: options.now ?? Date.now,
          timers: () => started(late.timers),
          clock: () => started(late.cloud).clock,
          messages: () => weChat.side.messages().map((sent) => ({ ...sent, at: sent.sentAt })),
        }
      : undefined,
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
    journal,
    log,
  });
  late.runtime = functions;
  undo.push(() => functions.close());
  weChat.deliveries.arm();
  undo.push(() => weChat.deliveries.close());

  const triggers = [...definitions.values()].flatMap((definition) => definition.triggers);
  const timers = new Timers(triggers, clock, options.timers !== false, (trigger, at) =>
    functions.call(trigger.functionName, timerEvent(trigger.name, at), { source: 'wx_trigger' }),
  );
  late.timers = timers;
  undo.push(() => timers.close());
  log({ event: 'started', url: url(), dataDir, functions: [...definitions.keys()] });

  late.cloud = {
    url: url(),
    port,
    adminUrl: `${url()}/admin`,
    callFunction: (name, event, as) => {
      weChat.device.visit(as.openid ?? '');
      return functions.call(name, event, as);
    },
    runTimer: (name) => timers.run(name),
    clock: {
      now,
      set: (moment) => {
        timers.jump(moment);
        weChat.deliveries.arm();
      },
      advance: async (byMs) => {
        const fired = await timers.advance(byMs);
        await weChat.deliveries.deliver(now());
        return fired;
      },
    },
    faults,
    ...weChat.side,
    stats: () => stats.read(),
    changes: () => changes,
    resetStats: () => stats.reset(),
    close: () => Promise.resolve(close()),
  };
  return late.cloud;
}
