/** The built functions on disk: one folder each, with index.js and config.json. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LocalCloudError, textOf } from '../errors';
import { parseCron, type Cron } from './cron';

const configSchema = v.object({
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60)), 3),
  memorySize: v.optional(v.number(), 256),
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), {
    openapi: [],
  }),
  triggers: v.optional(
    v.array(v.object({ name: v.string(), type: v.literal('timer'), config: v.string() })),
    [],
  ),
});

export interface TimerTrigger {
  name: string;
  functionName: string;
  cron: Cron;
}

export interface FunctionDefinition {
  name: string;
  /** Absolute path of index.js. */
  entry: string;
  /** Seconds a call may take; 3 by default, 60 at most. */
  timeout: number;
  memorySize: number;
  /** Names such as `subscribeMessage.send` that this function may call. */
  openapi: string[];
  triggers: TimerTrigger[];
}

/** Reads all functions of a folder. A missing folder means none. Throws LocalCloudError FUNCTIONS_UNREADABLE and names the file. */
export function readFunctions(folder: string): Map<string, FunctionDefinition> {
  const found = new Map<string, FunctionDefinition>();
  if (!existsSync(folder)) return found;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const entry = join(folder, item.name, 'index.js');
    if (item.isDirectory() && existsSync(entry))
      found.set(item.name, readOne(item.name, entry, join(folder, item.name, 'config.json')));
  }
  return found;
}

function readOne(name: string, entry: string, configFile: string): FunctionDefinition {
  try {
    const config = v.parse(
      configSchema,
      existsSync(configFile) ? JSON.parse(readFileSync(configFile, 'utf8')) : {},
    );
    return {
      name,
      entry,
      timeout: config.timeout,
      memorySize: config.memorySize,
      openapi: config.permissions.openapi,
      triggers: config.triggers.map((trigger) => ({
        name: trigger.name,
        functionName: name,
        cron: parseCron(trigger.config),
      })),
    };
  } catch (thrown) {
    throw new LocalCloudError(
      'FUNCTIONS_UNREADABLE',
      `${configFile} cannot be used: ${textOf(thrown)}. Build the functions again, or correct the file.`,
    );
  }
}
