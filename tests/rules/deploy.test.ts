import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  collections,
  type AnyCollection,
  type Index,
} from '../../cloudfunctions/platform/collections';
import { newKeyRing, parseKeyRing, withNewKey } from '../../config/commands/key-ring';
import { Findings } from '../../config/check-weapp/findings';
import { checkCollections, checkStorageRule } from '../../config/deploy/checks/database';
import { checkFunctions, openapiIn, variablesIn } from '../../config/deploy/checks/functions';
import { checkPrivacy } from '../../config/deploy/checks/mini-program';
import { checkVariables } from '../../config/deploy/checks/variables';
import { environments, readVariables } from '../../config/deploy/environments';
import { definedCollections, prepare, type Prepared } from '../../config/deploy/prepare';
import { planOf } from '../../config/deploy/steps';
import type { DeployedFunction, StorageRule, Target } from '../../config/deploy/target';
import { ringLoss, variables } from '../../config/deploy/variables';

const root = path.resolve(__dirname, '..', '..');
const values = { XINQIAO_KEYRING: newKeyRing(), XINQIAO_COUNTY: '990101' };

/** WeChat as deployment sees it, kept in memory. `breakAt`: the change that fails, once. */
class InMemory implements Target {
  readonly changes: string[] = [];
  readonly indexes = new Map<string, Index[]>();
  readonly closed = new Set<string>();
  readonly functions = new Map<string, DeployedFunction>();
  rule: StorageRule | undefined;
  breakAt: string | undefined;

  private change(what: string): Promise<void> {
    if (this.breakAt !== undefined && what.startsWith(this.breakAt)) {
      this.breakAt = undefined;
      return Promise.reject(new Error(`${what} failed`));
    }
    this.changes.push(what);
    return Promise.resolve();
  }
  private named(name: string): DeployedFunction {
    const found = this.functions.get(name);
    if (!found) throw new Error(`no function ${name}`);
    return found;
  }
  listCollections = () => Promise.resolve([...this.indexes.keys()]);
  async createCollection(name: string) {
    await this.change(`createCollection ${name}`);
    this.indexes.set(name, []);
  }
  listIndexes = (name: string) => Promise.resolve(this.indexes.get(name) ?? []);
  async createIndex(name: string, index: Index) {
    await this.change(`createIndex ${name}.${index.name}`);
    this.indexes.set(name, [...(this.indexes.get(name) ?? []), index]);
  }
  async dropIndex(name: string, index: string) {
    await this.change(`dropIndex ${name}.${index}`);
    this.indexes.set(
      name,
      (this.indexes.get(name) ?? []).filter((each) => each.name !== index),
    );
  }
  isClosed = (name: string) => Promise.resolve(this.closed.has(name));
  async close(name: string) {
    await this.change(`close ${name}`);
    this.closed.add(name);
  }
  storageRule = () => Promise.resolve(this.rule);
  async setStorageRule(rule: StorageRule) {
    await this.change('setStorageRule');
    this.rule = rule;
  }
  findFunction = (name: string) => Promise.resolve(this.functions.get(name));
  async createFunction({
    name,
    runtime,
    timeout,
    memory,
    environment,
  }: Parameters<Target['createFunction']>[0]) {
    await this.change(`createFunction ${name}`);
    this.functions.set(name, { runtime, timeout, memory, environment, timers: [] });
  }
  uploadCode = ({ name }: { name: string }) => this.change(`uploadCode ${name}`);
  async setFunction(name: string, settings: Parameters<Target['setFunction']>[1]) {
    await this.change(`setFunction ${name}`);
    this.functions.set(name, { ...this.named(name), ...settings });
  }
  async createTimer(name: string, timer: DeployedFunction['timers'][number]) {
    await this.change(`createTimer ${name}`);
    this.named(name).timers.push(timer);
  }
  async removeTimer(name: string, timerName: string) {
    await this.change(`removeTimer ${name}`);
    const { timers } = this.named(name);
    timers.splice(
      timers.findIndex((each) => each.name === timerName),
      1,
    );
  }
  runJobs = () => Promise.resolve('{}');
  uploadMiniProgram = () => Promise.resolve();
}

let outDir: string;
let prepared: Prepared;

beforeAll(async () => {
  outDir = mkdtempSync(path.join(tmpdir(), 'xinqiao-deploy-'));
  const miniProgram = { version: '1.0.0', description: 'test' };
  prepared = await prepare(environments.test, values, miniProgram, outDir);
});
afterAll(() => {
  rmSync(outDir, { recursive: true, force: true });
});

async function deploy(target: Target, { wanted } = prepared): Promise<void> {
  for (const step of planOf(wanted)) await step.run(target);
}

describe('deployment', () => {
  test('brings everything about, and a second run changes nothing', async () => {
    const target = new InMemory();
    await deploy(target);
    expect([...target.indexes.keys()].sort()).toEqual(collections.map(({ name }) => name).sort());
    for (const { name, indexes } of collections) expect(target.indexes.get(name)).toEqual(indexes);
    expect(target.closed.size).toBe(collections.length);
    expect(target.rule).toEqual({ read: false, write: 'resource.openid == auth.openid' });
    expect([...target.functions.keys()].sort()).toEqual(['app', 'callback', 'jobs']);
    expect(target.functions.get('jobs')?.timers).toEqual([
      { name: 'minute', config: '0 * * * * * *' },
    ]);
    target.changes.length = 0;
    await deploy(target);
    expect(target.changes).toEqual([]);
  });

  test.each(['createIndex messages', 'close people', 'createFunction jobs', 'createTimer jobs'])(
    'cut short at %s, the next run finishes it',
    async (breakAt) => {
      const target = new InMemory();
      target.breakAt = breakAt;
      await expect(deploy(target)).rejects.toThrow(breakAt);
      await deploy(target);
      const whole = new InMemory();
      await deploy(whole);
      expect(target.indexes).toEqual(whole.indexes);
      expect(target.closed).toEqual(whole.closed);
      expect(target.functions).toEqual(whole.functions);
    },
  );

  test('new code is sent once, and again when it did not arrive', async () => {
    const target = new InMemory();
    await deploy(target);
    const [app, ...others] = prepared.wanted.functions;
    if (!app) throw new Error('no function');
    const newer = { ...app, environment: { ...app.environment, XINQIAO_BUILD: 'newer' } };
    const next = { ...prepared, wanted: { ...prepared.wanted, functions: [newer, ...others] } };
    target.breakAt = 'uploadCode app';
    await expect(deploy(target, next)).rejects.toThrow('uploadCode app');
    target.changes.length = 0;
    await deploy(target, next);
    expect(target.changes).toEqual(['uploadCode app', 'setFunction app']);
  });

  test('an index that is no longer listed goes last, one that changed is made anew', async () => {
    const target = new InMemory();
    await deploy(target);
    target.indexes.get('people')?.push({ name: 'old', fields: [['old', 1]] });
    const services = target.indexes.get('services');
    services?.splice(0, 1, { name: 'county', fields: [['county', -1]] });
    target.changes.length = 0;
    await deploy(target);
    expect(target.changes).toEqual([
      'dropIndex services.county',
      'createIndex services.county',
      'dropIndex people.old',
    ]);
  });

  test('keys that would be lost are refused before anything is put into a function', async () => {
    const target = new InMemory();
    await deploy(target);
    const other = { ...prepared.wanted };
    other.functions = other.functions.map((each) => ({
      ...each,
      environment: { ...each.environment, XINQIAO_KEYRING: newKeyRing() },
    }));
    target.changes.length = 0;
    await expect(deploy(target, { ...prepared, wanted: other })).rejects.toThrow('index key');
    expect(target.changes).toEqual([]);
  });

  test('a ring may grow, and lose a key under which nothing is written', () => {
    const first = parseKeyRing(newKeyRing());
    const second = withNewKey(first);
    const text = JSON.stringify;
    expect(ringLoss(text(first), text(second))).toBeUndefined();
    expect(ringLoss(text(second), text(first))).toMatch('k2');
    const { k2 = '' } = second.keys;
    expect(ringLoss(text(second), text({ ...second, keys: { k2 } }))).toBeUndefined();
  });

  test('each function gets the variables that it reads and no others', () => {
    const of = (name: string) =>
      Object.keys(prepared.wanted.functions.find((each) => each.name === name)?.environment ?? {});
    expect(of('app')).toEqual(expect.arrayContaining(['XINQIAO_KEYRING', 'XINQIAO_COUNTY']));
    expect(of('jobs')).not.toContain('XINQIAO_COUNTY');
    expect(of('app')).not.toContain('XINQIAO_DEMONSTRATION');
  });
});

describe('what can be verified without an account', () => {
  const errorsOf = (check: (findings: Findings) => void): string => {
    const findings = new Findings();
    check(findings);
    return findings.errors.join('\n');
  };

  test('the project as it is has no fault', () => {
    const { built, wanted } = prepared;
    expect(
      errorsOf((findings) => {
        checkCollections(wanted.collections, definedCollections(), findings);
        checkStorageRule(wanted.storageRule, findings);
        checkFunctions(built, wanted.functions, findings);
        checkPrivacy(path.join(root, 'src'), findings);
      }),
    ).toBe('');
    expect(definedCollections().length).toBeGreaterThan(40);
    for (const { code } of built) expect(variablesIn(code)).toContain('XINQIAO_KEYRING');
    const app = built.find(({ name }) => name === 'app');
    expect(openapiIn(app?.code ?? '')).toContain('security.msgSecCheck');
  });

  test('faults of collections and rules are named', () => {
    const [some] = collections;
    if (!some) throw new Error('no collection');
    const one: AnyCollection = { ...some, name: 'one', indexes: [] };
    const twice: Index[] = [
      { name: 'a', fields: [['x', 1]] },
      { name: 'b', fields: [['x', 1]] },
    ];
    const check = (listed: AnyCollection[], defined = listed) =>
      errorsOf((findings) => {
        checkCollections(listed, defined, findings);
      });
    expect(check([one])).toBe('');
    expect(check([], [one])).toMatch('one is not in the list');
    expect(check([one, one])).toMatch('twice');
    expect(check([{ ...one, indexes: twice }])).toMatch('same index twice');
    const many = Array.from({ length: 19 }, (_, at): Index => ({
      name: `i${at}`,
      fields: [[`f${at}`, 1]],
    }));
    expect(check([{ ...one, indexes: many }])).toMatch('19 indexes');
    expect(
      errorsOf((findings) => {
        checkStorageRule({ read: true, write: true }, findings);
      }),
    ).toMatch(/without a link[^]*files of others/);
  });

  test('faults of functions are named', () => {
    const [built] = prepared.built;
    const [wanted] = prepared.wanted.functions;
    if (!built || !wanted) throw new Error('no function');
    const faulty = {
      ...built,
      name: 'jobs',
      code: 'openApi().security.msgSecCheck(',
      openapi: [],
      timers: [{ name: 'minute', config: '* * *' }],
    };
    const environment = { XINQIAO_DEMONSTRATION: 'yes', long: 'x'.repeat(5_000) };
    const errors = errorsOf((findings) => {
      checkFunctions([faulty], [{ ...wanted, environment }], findings);
    });
    expect(errors).toMatch('app is not built');
    expect(errors).toMatch('calls security.msgSecCheck');
    expect(errors).toMatch('7 fields');
    expect(errors).toMatch('above 4 KB');
    expect(errors).toMatch('must not have XINQIAO_DEMONSTRATION');
  });

  test('an interface that is not declared, and a declaration that nothing uses', () => {
    const src = mkdtempSync(path.join(tmpdir(), 'xinqiao-src-'));
    try {
      mkdirSync(path.join(src, 'page'));
      writeFileSync(path.join(src, 'page', 'a.ts'), 'Taro.chooseLocation({});');
      writeFileSync(path.join(src, 'page', 'b.h5.ts'), 'Taro.getLocation({});');
      const errors = errorsOf((findings) => {
        checkPrivacy(src, findings);
      });
      expect(errors).toMatch('chooseLocation needs the item 位置信息');
      expect(errors).not.toMatch('getLocation');
      expect(errors).toMatch('麦克风 is declared, and nothing uses it');
    } finally {
      rmSync(src, { recursive: true, force: true });
    }
  });

  test('variables: what is missing, what is wrong, and what nobody described', () => {
    const findings = new Findings();
    const missing = checkVariables(
      { XINQIAO_APPID: 'touristappid', XINQIAO_KEYRING: '{}', XINQIAO_SETUP_CODE: 'short' },
      ['XINQIAO_COUNTY', 'XINQIAO_NEW'],
      findings,
    );
    expect(missing).toContain('TENCENTCLOUD_SECRETKEY');
    expect(findings.errors.map((error) => error.split(':')[0])).toEqual([
      'XINQIAO_APPID',
      'XINQIAO_KEYRING',
      'XINQIAO_SETUP_CODE',
    ]);
    expect(findings.warnings).toEqual([expect.stringContaining('XINQIAO_NEW')]);
    const secrets = variables.filter(({ secret }) => secret).map(({ name }) => name);
    expect(secrets).toEqual(expect.arrayContaining(['XINQIAO_KEYRING', 'XINQIAO_SETUP_CODE']));
  });

  test('variables come from the process before the file, and an empty one is not set', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-env-'));
    try {
      writeFileSync(path.join(folder, '.env.test'), 'XINQIAO_COUNTY=990101\nXINQIAO_APPID=a\n');
      const read = readVariables('test', { XINQIAO_APPID: 'b', XINQIAO_SETUP_CODE: '' }, folder);
      expect(read).toEqual({ XINQIAO_COUNTY: '990101', XINQIAO_APPID: 'b' });
      expect(readVariables('production', {}, folder)).toEqual({});
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
