import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { collections } from '../../cloudfunctions/platform/collections';
import { startLocalCloud } from '../../local-cloud';
import { root } from '../commands/root';

/** Documents read or written at once. */
const pageSize = 200;

const AnswerSchema = v.looseObject({
  code: v.optional(v.string()),
  message: v.optional(v.string()),
  data: v.optional(v.looseObject({ list: v.optional(v.array(v.string())) })),
});
const IdSchema = v.pipe(v.string(), v.parseJson(), v.looseObject({ _id: v.string() }));

/** Data in a local folder as a backup sees it: documents as they are kept, and files. */
export interface Store {
  /** Every document of a collection, a line each, in order of id. */
  read(collection: string): Promise<string[]>;
  write(collection: string, documents: string[]): Promise<void>;
  create(collection: string): Promise<void>;
  /** Names of all files in storage: the hashes of their paths. */
  files(): string[];
  readFile(name: string): Buffer;
  writeFile(name: string, content: Buffer): void;
}

/**
 * Opens a data folder that no cloud is using just now, and closes it again. Functions and timers do
 * not run, so what is read is of one moment.
 */
export async function withStore<Result>(
  dataDir: string,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: path.join(root, 'dist', 'no-functions'),
    collections,
    timers: false,
    warmInstances: 0,
  });
  try {
    return await work(storeAt(cloud.adminUrl, path.join(dataDir, 'files')));
  } finally {
    await cloud.close();
  }
}

/** The same of a cloud that runs: what is written meanwhile may be in it or not. */
export function storeAt(adminUrl: string, filesDir: string): Store {
  async function ask(action: string, body: Record<string, unknown>) {
    const response = await fetch(adminUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action, ...body }),
    });
    const answer = v.parse(AnswerSchema, await response.json());
    if (answer.code !== undefined)
      throw new Error(`${action}: ${answer.code} ${answer.message ?? ''}`);
    return answer.data?.list ?? [];
  }
  return {
    async read(collectionName) {
      const all: string[] = [];
      for (let after = ''; ;) {
        const page = await ask('database.getDocument', {
          collectionName,
          query: JSON.stringify({ _id: { $gt: after } }),
          order: JSON.stringify({ _id: 1 }),
          limit: pageSize,
        });
        all.push(...page);
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) return all;
        after = v.parse(IdSchema, last)._id;
      }
    },
    async write(collectionName, documents) {
      for (let at = 0; at < documents.length; at += pageSize) {
        const data = documents.slice(at, at + pageSize);
        await ask('database.insertDocument', { collectionName, data });
      }
    },
    async create(collectionName) {
      await ask('database.addCollection', { collectionName });
    },
    files: () =>
      existsSync(filesDir)
        ? readdirSync(filesDir, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
            .map(({ name }) => name)
            .sort()
        : [],
    readFile: (name) => readFileSync(placeOf(filesDir, name)),
    writeFile(name, content) {
      const place = placeOf(filesDir, name);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, content);
    },
  };
}

/** Where the local storage keeps a file (local-cloud/storage/files.ts). */
const placeOf = (filesDir: string, name: string) => path.join(filesDir, name.slice(0, 2), name);
