import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../commands/root';
import type { Wording } from './pack';
import type { Fault } from './sheet';

/** What a file of src/wording exports, the same for everybody in this process; undefined: no such file. */
async function textsOf(file: string): Promise<unknown> {
  const place = path.join(root, 'src', 'wording', `${file}.ts`);
  return existsSync(place) ? import(place) : undefined;
}

/** Overrides of texts that the program does not have, or that are put together and no plain text. */
export async function wordingFaults(wording: Wording): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [file, texts] of Object.entries(wording)) {
    const found = await textsOf(file);
    for (const name of Object.keys(texts)) {
      if (typeof name.split('.').reduce(inside, found) !== 'string') {
        faults.push({
          file: 'wording.json',
          row: 1,
          heading: `${file} ${name}`,
          message: '没有这句话',
        });
      }
    }
  }
  return faults;
}

/**
 * Puts a county's own texts in the place of the program's, for what a command prints (papers, slips).
 * The app has them built in (config/wording-loader.js). For the rest of the process: a command is of
 * one county. Texts that the program does not have are left out; `wordingFaults` names them.
 */
export async function putOwnTexts(wording: Wording): Promise<void> {
  for (const [file, texts] of Object.entries(wording)) {
    const found = await textsOf(file);
    for (const [name, text] of Object.entries(texts)) {
      const keys = name.split('.');
      const last = keys.pop() ?? '';
      const around = keys.reduce(inside, found);
      if (isGroup(around) && typeof inside(around, last) === 'string') around[last] = text;
    }
  }
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const inside = (value: unknown, key: string): unknown =>
  isGroup(value) && Object.hasOwn(value, key) ? value[key] : undefined;
