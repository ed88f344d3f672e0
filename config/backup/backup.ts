import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { collections } from '../../cloudfunctions/platform/collections';
import { digestOf, documentsOf, fileOf, manifestOf, type Manifest } from './format';
import type { Store } from './local-store';

/**
 * Writes everything into a new folder, whole or not at all. Only its owner may read it.
 * @throws Error when the folder is there already.
 */
export async function backUp(store: Store, folder: string, now: number): Promise<Manifest> {
  if (existsSync(folder)) throw new Error(`${folder} is there already. Choose another one.`);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  for (const sub of ['documents', 'files']) {
    mkdirSync(path.join(part, sub), { recursive: true, mode: 0o700 });
  }
  const manifest: Manifest = {
    format: 1,
    madeAt: new Date(now).toISOString(),
    collections: [],
    files: [],
  };
  for (const { name } of collections) {
    const documents = await store.read(name);
    const text = documents.map((line) => `${line}\n`).join('');
    writeFileSync(documentsOf(part, name), text, { mode: 0o600 });
    manifest.collections.push({ name, documents: documents.length, sha256: digestOf(text) });
  }
  for (const name of store.files()) {
    const content = store.readFile(name);
    writeFileSync(fileOf(part, name), content, { mode: 0o600 });
    manifest.files.push({ name, bytes: content.length, sha256: digestOf(content) });
  }
  // Last: a folder without it is no backup.
  writeFileSync(manifestOf(part), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, folder);
  return manifest;
}
