import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import * as definitions from '../../cloudfunctions/platform/collections';
import { collections, type AnyCollection } from '../../cloudfunctions/platform/collections';
import { buildFunctions } from '../build-functions';
import type { Findings } from '../check-weapp/findings';
import { checkCollections, checkStorageRule } from './checks/database';
import { checkFunctions, readFunction, variablesIn, type ReadFunction } from './checks/functions';
import { checkMiniProgram } from './checks/mini-program';
import { checkVariables } from './checks/variables';
import type { Environment } from './environments';
import type { Wanted } from './steps';
import type { WantedFunction } from './target';

export interface Prepared {
  wanted: Wanted;
  built: ReadFunction[];
}

const RuleSchema = v.strictObject({
  read: v.union([v.boolean(), v.string()]),
  write: v.union([v.boolean(), v.string()]),
});
const rulesFile = path.resolve(__dirname, '..', '..', 'cloudfunctions', 'storage-rules.json');

/** Builds the functions and says what is to be there. */
export async function prepare(
  environment: Environment,
  values: Record<string, string>,
  miniProgram: Wanted['miniProgram'],
  outDir?: string,
): Promise<Prepared> {
  const folders = await buildFunctions(outDir === undefined ? {} : { outDir });
  const built = folders.map(({ dir }) => readFunction(dir));
  const storageRule = v.parse(
    v.pipe(v.string(), v.parseJson(), RuleSchema),
    readFileSync(rulesFile, 'utf8'),
  );
  return {
    built,
    wanted: {
      collections,
      storageRule,
      functions: built.map((each) => wantedOf(each, environment, values)),
      miniProgram,
    },
  };
}

function wantedOf(
  { name, dir, code, build, timeout, openapi, timers }: ReadFunction,
  { runtime, memory }: Environment,
  values: Record<string, string>,
): WantedFunction {
  // Each function has what its code reads, and no more.
  const read = variablesIn(code).filter((variable) => variable !== 'XINQIAO_DEMONSTRATION');
  const environment = Object.fromEntries(
    read.flatMap((variable) => {
      const value = values[variable];
      return value === undefined ? [] : [[variable, value]];
    }),
  );
  return {
    name,
    dir,
    runtime,
    memory,
    timeout,
    openapi,
    timers,
    environment: { ...environment, XINQIAO_BUILD: build },
  };
}

/** Everything that can be checked here. Answers which required variables are not set. */
export function checkEverything(
  root: string,
  { wanted, built }: Prepared,
  values: Record<string, string>,
  findings: Findings,
): string[] {
  checkCollections(wanted.collections, definedCollections(), findings);
  checkStorageRule(wanted.storageRule, findings);
  checkFunctions(built, wanted.functions, findings);
  checkMiniProgram(root, values.TARO_APP_CLOUD_ENV, findings);
  const read = [...new Set(built.flatMap(({ code }) => variablesIn(code)))];
  return checkVariables(
    values,
    read.filter((name) => name !== 'XINQIAO_DEMONSTRATION'),
    findings,
  );
}

/** Every collection that a file of the list's folder defines. */
export function definedCollections(): AnyCollection[] {
  const isCollection = (value: unknown): value is AnyCollection =>
    typeof value === 'object' && value !== null && 'indexes' in value && 'schema' in value;
  const exported: unknown[] = Object.values(definitions);
  return exported.filter(isCollection);
}
