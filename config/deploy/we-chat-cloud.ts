/**
 * The real target: WeChat Cloud through Tencent's @cloudbase/manager-node, code and mini program
 * through miniprogram-ci. Nobody has run it against an account yet (unverified.ts).
 */
import { existsSync } from 'node:fs';
import type CloudBase from '@cloudbase/manager-node';
import * as v from 'valibot';
import type { Index } from '../../cloudfunctions/platform/collections';
import type { Environment } from './environments';
import type { FunctionSettings, StorageRule, Target, Timer } from './target';

/** WeChat's own indexes, which every collection has. */
const builtIn = ['_id_', '_openid_'];
const collectionsAtOnce = 100;

const IndexesSchema = v.object({
  Indexes: v.optional(
    v.array(
      v.object({
        Name: v.string(),
        Unique: v.optional(v.boolean(), false),
        Keys: v.array(v.object({ Name: v.string(), Direction: v.string() })),
      }),
    ),
    [],
  ),
});
const AclSchema = v.object({ AclTag: v.string() });
const RuleSchema = v.object({
  acl: v.string(),
  rule: v.optional(
    v.object({
      read: v.union([v.boolean(), v.string()]),
      write: v.union([v.boolean(), v.string()]),
    }),
  ),
});
const CronSchema = v.pipe(v.string(), v.parseJson(), v.object({ cron: v.string() }));
const MissingSchema = v.object({ code: v.pipe(v.string(), v.includes('NotFound')) });

interface Access {
  environment: Environment;
  envId: string;
  appId: string;
  uploadKey: string;
  secretId: string;
  secretKey: string;
  root: string;
}

/** Opens the environment; throws a plain sentence when the upload key is not there. */
export async function openWeChatCloud(access: Access): Promise<Target> {
  if (!existsSync(access.uploadKey)) throw new Error(`There is no ${access.uploadKey}`);
  // Loaded only now: a dry run needs neither.
  const { default: Manager } = await import('@cloudbase/manager-node');
  const ci = await import('miniprogram-ci');
  const { envId, secretId, secretKey, environment } = access;
  const { database, functions, storage, ...manager } = parts(
    Manager.init({ secretId, secretKey, envId }),
  );
  const project = new ci.Project({
    appid: access.appId,
    type: 'miniProgram',
    projectPath: access.root,
    privateKeyPath: access.uploadKey,
    ignores: ['node_modules/**/*'],
  });
  const find: Target['findFunction'] = async (name) => {
    try {
      const found = await functions.getFunctionDetail(name);
      return {
        runtime: found.Runtime,
        timeout: found.Timeout,
        memory: found.MemorySize,
        environment: Object.fromEntries(
          found.Environment.Variables.map(({ Key, Value }) => [Key, Value]),
        ),
        timers: found.Triggers.filter(({ Type }) => Type === 'timer').map(timerOf),
      };
    } catch (error) {
      if (v.is(MissingSchema, error)) return undefined;
      throw error;
    }
  };
  return {
    async listCollections() {
      const names: string[] = [];
      for (;;) {
        const page = await database.listCollections({
          MgoLimit: collectionsAtOnce,
          MgoOffset: names.length,
        });
        names.push(...page.Collections.map(({ CollectionName }) => CollectionName));
        if (page.Collections.length < collectionsAtOnce) return names;
      }
    },
    async createCollection(name) {
      await database.createCollection(name);
    },
    async listIndexes(collection) {
      const answer: unknown = await database.describeCollection(collection);
      return v
        .parse(IndexesSchema, answer)
        .Indexes.filter(({ Name }) => !builtIn.includes(Name))
        .map(({ Name, Unique, Keys }) => ({
          name: Name,
          fields: Keys.map((key): Index['fields'][number] => [
            key.Name,
            key.Direction === '-1' ? -1 : 1,
          ]),
          ...(Unique ? { unique: true } : {}),
        }));
    },
    async createIndex(collection, index) {
      await database.updateCollection(collection, {
        CreateIndexes: [
          {
            IndexName: index.name,
            MgoKeySchema: {
              MgoIndexKeys: index.fields.map(([Name, way]) => ({ Name, Direction: String(way) })),
              MgoIsUnique: index.unique === true,
            },
          },
        ],
      });
    },
    async dropIndex(collection, name) {
      await database.updateCollection(collection, { DropIndexes: [{ IndexName: name }] });
    },
    async isClosed(CollectionName) {
      const Param = { EnvId: envId, CollectionName };
      const answer: unknown = await manager.call({ Action: 'DescribeDatabaseACL', Param });
      return v.parse(AclSchema, answer).AclTag === 'ADMINONLY';
    },
    async close(CollectionName) {
      const Param = { EnvId: envId, CollectionName, AclTag: 'ADMINONLY' };
      await manager.call({ Action: 'ModifyDatabaseACL', Param });
    },
    async storageRule() {
      return v.parse(RuleSchema, await storage.getStorageAcl({ withRule: true })).rule;
    },
    async setStorageRule(rule: StorageRule) {
      await storage.setStorageAcl('CUSTOM', rule);
    },
    findFunction: find,
    async createFunction(wanted) {
      await functions.createFunction({
        func: {
          name: wanted.name,
          runtime: wanted.runtime,
          handler: 'index.main',
          installDependency: true,
          ...configOf(wanted),
        },
        functionPath: wanted.dir,
      });
      await functions.waitFunctionActive(wanted.name);
    },
    async uploadCode({ name, dir }) {
      await ci.cloud.uploadFunction({
        project,
        env: envId,
        name,
        path: dir,
        remoteNpmInstall: true,
      });
    },
    async setFunction(name, settings) {
      await functions.waitFunctionActive(name);
      await functions.updateFunctionConfig({ name, ...configOf(settings) });
      await functions.waitFunctionActive(name);
    },
    async createTimer(functionName, timer) {
      await functions.createFunctionTriggers(functionName, [{ ...timer, type: 'timer' }]);
    },
    async removeTimer(functionName, timerName) {
      await functions.deleteFunctionTrigger(functionName, timerName);
    },
    async runJobs() {
      const { InvokeResult, RetMsg } = await functions.invokeFunction('jobs', {});
      // What it says are counts; what a fault says may quote a document.
      if (InvokeResult !== 0) throw new Error('jobs failed: look at its log in the console');
      return RetMsg;
    },
    async uploadMiniProgram(version, desc) {
      const setting = { es6: false, minify: true };
      await ci.upload({ project, version, desc, robot: environment.robot, setting });
    },
  };
}

function parts(manager: CloudBase) {
  const { database, functions, storage } = manager;
  const common = manager.commonService();
  return {
    database,
    functions,
    storage,
    call: (options: { Action: string; Param: Record<string, unknown> }): Promise<unknown> =>
      common.call(options),
  };
}

const configOf = ({ timeout, memory, environment }: FunctionSettings) => ({
  timeout,
  memorySize: memory,
  envVariables: environment,
});

function timerOf({
  TriggerName,
  TriggerDesc,
}: {
  TriggerName: string;
  TriggerDesc: string;
}): Timer {
  const described = v.safeParse(CronSchema, TriggerDesc);
  return { name: TriggerName, config: described.success ? described.output.cron : TriggerDesc };
}
