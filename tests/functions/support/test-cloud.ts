import path from 'node:path';
import { collections, leases } from '../../../cloudfunctions/platform/collections';
import type { Done as JobsDone } from '../../../cloudfunctions/jobs';
import type { Database } from '../../../cloudfunctions/platform/database';
import { newKeyRing } from '../../../config/commands/run-local-cloud';
import {
  sdkEnvironment,
  startLocalCloud,
  withCaller,
  type LocalCloud,
  type LocalCloudOptions,
} from '../../../local-cloud';
import { Person } from './person';

const root = path.resolve(__dirname, '..', '..', '..');

/** What the operator would have put into the functions' environment. */
export const setupCode = 'set-up-code-of-the-tests';

/** A local cloud with the project's collections, and the project's own code pointed at it. */
export interface TestCloud {
  cloud: LocalCloud;
  /** The database as the functions see it: for arranging and for looking afterwards. */
  database: Database;
  /** A person whose calls run in this process. Quick, and the clock of the test counts. */
  as(openid: string): Person;
  /** A person whose calls run in processes of their own, as on WeChat Cloud. */
  asThroughInstances(openid: string): Person;
  /** The `jobs` function in this process. */
  runJobs(): Promise<Partial<JobsDone>>;
  close(): Promise<void>;
}

/** Starts it and points this process at it; one at a time. */
export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  // The keys are read once a process, so every cloud of a process has the same.
  const keyRing = process.env.XINQIAO_KEYRING ?? newKeyRing();
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: ':memory:',
    functionsDir: path.join(root, 'no-functions-needed'),
    collections,
    strictIndexes: true,
    timers: false,
    warmInstances: 0,
    ...options,
    // NODE_PATH: built functions find the SDK there, wherever the build lies.
    functionEnv: {
      XINQIAO_KEYRING: keyRing,
      NODE_PATH: path.join(root, 'node_modules'),
      ...options.functionEnv,
    },
  });
  Object.assign(process.env, sdkEnvironment(cloud.adminUrl), {
    XINQIAO_KEYRING: keyRing,
    XINQIAO_SETUP_CODE: setupCode,
    XINQIAO_COUNTY: '990101',
    XINQIAO_DEMONSTRATION: 'yes',
  });
  const [app, jobs, platform] = await Promise.all([
    import('../../../cloudfunctions/app'),
    import('../../../cloudfunctions/jobs'),
    import('../../../cloudfunctions/platform/database'),
  ]);
  const database = new platform.Database();
  return {
    cloud,
    database,
    as: (openid) =>
      new Person(openid, async (event) => {
        const userInfo = { appId: 'test', openId: openid };
        const answer = await withCaller(openid, () => app.main({ ...event, userInfo }));
        // As it arrives at the mini program: what is undefined here does not exist there.
        return JSON.parse(JSON.stringify(answer)) as unknown;
      }),
    asThroughInstances: (openid) =>
      new Person(openid, async (event) => {
        const answer = await cloud.callFunction('app', event, { openid });
        if (!answer.ok) throw new InstanceFailed(answer.errMsg);
        return answer.result;
      }),
    async runJobs() {
      // As if an hour had passed: what is done once an hour is done by every run.
      await database.removeWhere(leases, { _id: 'hour' });
      return withCaller(undefined, () => jobs.main());
    },
    close: () => cloud.close(),
  };
}

/** The function gave no answer at all: it crashed or ran out of time. */
export class InstanceFailed extends Error {}
