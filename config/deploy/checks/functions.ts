import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parseCron } from '../../../local-cloud/functions/cron';
import type { Findings } from '../../check-weapp/findings';
import type { WantedFunction } from '../target';
import { environmentBytes, forbidden } from '../variables';

/** WeChat's limit for the code of one function, dependencies that are installed there not counted. */
const codeBytes = 50 * 1024 * 1024;

const ManifestSchema = v.object({
  main: v.literal('index.js'),
  // An exact version: WeChat installs what this project was tested with.
  dependencies: v.record(v.string(), v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/))),
});
const ConfigSchema = v.strictObject({
  timeout: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  permissions: v.strictObject({ openapi: v.array(v.string()) }),
  triggers: v.optional(
    v.array(v.strictObject({ name: v.string(), type: v.literal('timer'), config: v.string() })),
    [],
  ),
});

export interface ReadFunction {
  name: string;
  dir: string;
  code: string;
  /** Of code, settings and dependencies: another one is sent again. */
  build: string;
  timeout: number;
  openapi: string[];
  timers: { name: string; config: string }[];
}

/** A built function; throws when it is not what WeChat takes. */
export function readFunction(dir: string): ReadFunction {
  const name = path.basename(dir);
  const read = (file: string) => readFileSync(path.join(dir, file), 'utf8');
  v.parse(v.pipe(v.string(), v.parseJson(), ManifestSchema), read('package.json'));
  const config = v.parse(v.pipe(v.string(), v.parseJson(), ConfigSchema), read('config.json'));
  return {
    name,
    dir,
    code: read('index.js'),
    build: digestOf(['index.js', 'config.json', 'package.json'].map(read)),
    timeout: config.timeout,
    openapi: config.permissions.openapi,
    timers: config.triggers.map(({ name, config }) => ({ name, config })),
  };
}

const digestOf = (texts: string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12);

/** Names of our variables that a function's code reads. */
export const variablesIn = (code: string): string[] =>
  [
    ...new Set([...code.matchAll(/process\.env\.(XINQIAO_\w+)/g)].map(([, name = '']) => name)),
  ].sort();

/** Open interfaces that a function's code calls (platform/sdk). */
export const openapiIn = (code: string): string[] =>
  [
    ...new Set(
      [...code.matchAll(/openApi\(\)\.(\w+)\.(\w+)\(/g)].map(
        ([, group = '', name = '']) => `${group}.${name}`,
      ),
    ),
  ].sort();

/** Holds the built functions to what WeChat takes. */
export function checkFunctions(
  built: ReadFunction[],
  wanted: WantedFunction[],
  findings: Findings,
): void {
  const names = built.map(({ name }) => name);
  for (const name of ['app', 'jobs', 'callback']) {
    findings.require(names.includes(name), `function ${name} is not built`);
  }
  for (const each of built) {
    const bytes = sizeOf(each.dir);
    findings.require(bytes <= codeBytes, `function ${each.name}: ${bytes} bytes, above 50 MB`);
    checkOpenapi(each, findings);
    checkTimers(each, findings);
  }
  const pushes = built.some(({ openapi }) => openapi.includes('subscribeMessage.send'));
  const templates = wanted.some(({ environment }) => 'XINQIAO_TEMPLATES' in environment);
  findings.advise(
    !pushes || templates,
    'messages can be pushed, and XINQIAO_TEMPLATES is not set: nobody will be told outside of the app',
  );
  for (const { name, environment } of wanted) {
    const bytes = Buffer.byteLength(JSON.stringify(environment));
    findings.require(
      bytes <= environmentBytes,
      `function ${name}: its variables take ${bytes} bytes, above 4 KB`,
    );
    for (const variable of forbidden) {
      findings.require(!(variable in environment), `function ${name} must not have ${variable}`);
    }
  }
}

function checkOpenapi({ name, code, openapi }: ReadFunction, findings: Findings): void {
  const called = openapiIn(code);
  for (const each of called) {
    findings.require(
      openapi.includes(each),
      `function ${name} calls ${each}, which its config.json does not list (-604101)`,
    );
  }
  for (const each of openapi) {
    findings.advise(called.includes(each), `function ${name} lists ${each} and does not call it`);
  }
}

function checkTimers({ name, timers }: ReadFunction, findings: Findings): void {
  findings.require(timers.length <= 1, `function ${name}: WeChat takes one timer, not several`);
  for (const timer of timers) {
    try {
      parseCron(timer.config);
    } catch (error) {
      findings.errors.push(`function ${name}: ${error instanceof Error ? error.message : 'cron'}`);
    }
  }
  findings.require(
    name !== 'jobs' || timers.length === 1,
    'function jobs has no timer: nothing that is due would happen',
  );
}

function sizeOf(dir: string): number {
  if (!existsSync(dir)) return 0;
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
