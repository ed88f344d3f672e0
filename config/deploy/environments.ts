import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

export const environmentNames = ['test', 'production'] as const;
export type EnvironmentName = (typeof environmentNames)[number];

/** One environment of WeChat Cloud. Nothing in it is secret: ids and keys come from variables. */
export interface Environment {
  name: EnvironmentName;
  /** A function's runtime is settled when it is created; WeChat's newest that the SDK is tested with. */
  runtime: string;
  memory: number;
  /** WeChat keeps one development version for each of its thirty robots. */
  robot: number;
  /** What an uploaded version is called beside its number. */
  label: string;
  /** Only what is committed may go there. */
  committedOnly: boolean;
}

export const environments: Record<EnvironmentName, Environment> = {
  test: {
    name: 'test',
    runtime: 'Nodejs20.19',
    memory: 256,
    robot: 1,
    label: '测试',
    committedOnly: false,
  },
  production: {
    name: 'production',
    runtime: 'Nodejs20.19',
    memory: 512,
    robot: 2,
    label: '正式',
    committedOnly: true,
  },
};

/**
 * The variables of an environment: those of the process over those of `.env.test` or
 * `.env.production`, which git ignores. An empty one counts as not set.
 */
export function readVariables(
  name: EnvironmentName,
  from: NodeJS.ProcessEnv,
  folder: string,
): Record<string, string> {
  const file = path.join(folder, `.env.${name}`);
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const all = Object.entries({ ...written, ...from });
  return Object.fromEntries(
    all.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}
