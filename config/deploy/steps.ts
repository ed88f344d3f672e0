import type { AnyCollection, Index } from '../../cloudfunctions/platform/collections';
import { isDeepStrictEqual } from 'node:util';
import type { StorageRule, Target, WantedFunction } from './target';
import { ringLoss } from './variables';

/** What is to be there in the end. */
export interface Wanted {
  collections: readonly AnyCollection[];
  storageRule: StorageRule;
  functions: WantedFunction[];
  miniProgram: { version: string; description: string };
}

export const parts = ['database', 'rules', 'functions', 'timers', 'mini-program', 'tidy'] as const;
export type Part = (typeof parts)[number];

/** One thing to bring about. Doing it twice does no harm: `run` looks first and says what it did. */
export interface Step {
  part: Part;
  title: string;
  /** Through which official interface. */
  by: string;
  run(target: Target): Promise<string>;
}

const same = 'as it should be';

/**
 * Every step in the order that never breaks what is running: what new code needs comes first, what
 * only old code needs is taken away last.
 */
export function planOf(wanted: Wanted): Step[] {
  return [
    ...wanted.collections.map(createCollection),
    ...wanted.collections.flatMap((each) => each.indexes.map((index) => createIndex(each, index))),
    ...wanted.collections.map(closeCollection),
    ruleOfStorage(wanted.storageRule),
    ...wanted.functions.map(deployFunction),
    runJobsOnce(),
    ...wanted.functions.map(setTimers),
    uploadMiniProgram(wanted.miniProgram),
    ...wanted.collections.map(dropOldIndexes),
  ];
}

function createCollection({ name }: AnyCollection): Step {
  return {
    part: 'database',
    title: `collection ${name}`,
    by: 'manager-node database.createCollection',
    async run(target) {
      if ((await target.listCollections()).includes(name)) return same;
      await target.createCollection(name);
      return 'created';
    },
  };
}

const fieldsOf = ({ fields }: Index) =>
  fields.map(([path, direction]) => `${path} ${direction === 1 ? '↑' : '↓'}`).join(', ');

const sameIndex = (one: Index, other: Index) =>
  isDeepStrictEqual(one.fields, other.fields) && Boolean(one.unique) === Boolean(other.unique);

function createIndex({ name }: AnyCollection, index: Index): Step {
  return {
    part: 'database',
    title: `index ${name}.${index.name} (${fieldsOf(index)}${index.unique ? ', unique' : ''})`,
    by: 'manager-node database.updateCollection CreateIndexes',
    async run(target) {
      const there = (await target.listIndexes(name)).find((each) => each.name === index.name);
      if (there && sameIndex(there, index)) return same;
      // Its name is taken by another one: for a moment queries of it read everything.
      if (there) await target.dropIndex(name, index.name);
      await target.createIndex(name, index);
      return there ? 'made anew' : 'created';
    },
  };
}

function closeCollection({ name }: AnyCollection): Step {
  return {
    part: 'rules',
    title: `rule of ${name}: nobody but functions (ADMINONLY)`,
    by: 'Tencent Cloud tcb ModifyDatabaseACL',
    async run(target) {
      if (await target.isClosed(name)) return same;
      await target.close(name);
      if (!(await target.isClosed(name))) throw new Error(`${name} is still open to phones`);
      return 'closed';
    },
  };
}

function ruleOfStorage(rule: StorageRule): Step {
  return {
    part: 'rules',
    title: `rule of storage: ${JSON.stringify(rule)}`,
    by: 'manager-node storage.setStorageAcl CUSTOM',
    async run(target) {
      if (isDeepStrictEqual(await target.storageRule(), rule)) return same;
      await target.setStorageRule(rule);
      return 'set';
    },
  };
}

const marker = 'XINQIAO_BUILD';

function deployFunction(wanted: WantedFunction): Step {
  const { name, runtime, timeout, memory, environment } = wanted;
  const names = Object.keys(environment).join(', ');
  return {
    part: 'functions',
    title: `function ${name}: ${runtime}, ${timeout} s, ${memory} MB, with ${names}`,
    by: 'manager-node functions.*, code by miniprogram-ci cloud.uploadFunction',
    async run(target) {
      const there = await target.findFunction(name);
      if (!there) {
        await target.createFunction(wanted);
        return 'created';
      }
      if (there.runtime !== runtime) {
        throw new Error(
          `${name} runs on ${there.runtime}, which cannot be changed: delete it in the console and deploy again`,
        );
      }
      keepKeys(name, there.environment.XINQIAO_KEYRING, environment.XINQIAO_KEYRING);
      const did: string[] = [];
      if (there.environment[marker] !== environment[marker]) {
        await target.uploadCode(wanted);
        did.push('code');
      }
      // The marker is part of it, so a code that did not arrive is sent again.
      if (!isDeepStrictEqual(settingsOf(there), settingsOf(wanted))) {
        await target.setFunction(name, settingsOf(wanted));
        did.push('settings');
      }
      return did.length === 0 ? same : did.join(', ');
    },
  };
}

const settingsOf = ({ timeout, memory, environment }: WantedFunction | DeployedLike) => ({
  timeout,
  memory,
  environment,
});
type DeployedLike = Pick<WantedFunction, 'timeout' | 'memory' | 'environment'>;

function keepKeys(name: string, deployed: string | undefined, wanted: string | undefined): void {
  if (deployed === undefined || wanted === undefined) return;
  const loss = ringLoss(deployed, wanted);
  if (loss) throw new Error(`XINQIAO_KEYRING is not put into ${name}: ${loss}`);
}

function runJobsOnce(): Step {
  return {
    part: 'functions',
    title: 'jobs runs once: it starts, reads its keys and its database, and migrates',
    by: 'manager-node functions.invokeFunction',
    run: (target) => target.runJobs(),
  };
}

function setTimers({ name, timers }: WantedFunction): Step {
  const list = timers.map((timer) => `${timer.name} (${timer.config})`).join(', ');
  return {
    part: 'timers',
    title: `timers of ${name}: ${list === '' ? 'none' : list}`,
    by: 'manager-node functions.createFunctionTriggers',
    async run(target) {
      const there = (await target.findFunction(name))?.timers ?? [];
      const holds = (list: typeof timers, timer: (typeof timers)[number]) =>
        list.some((each) => isDeepStrictEqual(each, timer));
      const wrong = there.filter((timer) => !holds(timers, timer));
      const missing = timers.filter((timer) => !holds(there, timer));
      for (const timer of wrong) await target.removeTimer(name, timer.name);
      for (const timer of missing) await target.createTimer(name, timer);
      return wrong.length + missing.length === 0 ? same : 'set';
    },
  };
}

function uploadMiniProgram({ version, description }: Wanted['miniProgram']): Step {
  return {
    part: 'mini-program',
    title: `mini program ${version} (${description})`,
    by: 'miniprogram-ci upload',
    async run(target) {
      await target.uploadMiniProgram(version, description);
      return 'uploaded as a development version: make it the trial version (体验版), then submit it';
    },
  };
}

function dropOldIndexes({ name, indexes }: AnyCollection): Step {
  return {
    part: 'tidy',
    title: `indexes of ${name} that nothing uses any more`,
    by: 'manager-node database.updateCollection DropIndexes',
    async run(target) {
      const listed = new Set(indexes.map((index) => index.name));
      const old = (await target.listIndexes(name)).filter((index) => !listed.has(index.name));
      for (const index of old) await target.dropIndex(name, index.name);
      return old.length === 0 ? 'none' : `dropped ${old.map((index) => index.name).join(', ')}`;
    },
  };
}
