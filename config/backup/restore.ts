import { readFileSync } from 'node:fs';
import { collections } from '../../cloudfunctions/platform/collections';
import { digestOf, fileOf, readDocuments, readManifest, type Manifest } from './format';
import type { Store } from './local-store';

/**
 * Puts a backup back to where nothing is, and reads all of it again to compare. What is damaged is
 * found before anything is written.
 * @throws Error when there is something already, or when what was read is not what was written.
 */
export async function restore(store: Store, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  await requireEmpty(store);
  const known = new Set(collections.map(({ name }) => name));
  for (const { name } of manifest.collections) {
    if (!known.has(name)) await store.create(name);
    await store.write(name, readDocuments(folder, name));
  }
  for (const { name } of manifest.files) store.writeFile(name, readFileSync(fileOf(folder, name)));
  await compare(store, folder, manifest);
  return manifest;
}

async function requireEmpty(store: Store): Promise<void> {
  for (const { name } of collections) {
    if ((await store.read(name)).length > 0) {
      throw new Error(`There are documents in ${name} already: restore into an empty folder.`);
    }
  }
  if (store.files().length > 0) {
    throw new Error('There are files already: restore into an empty folder.');
  }
}

/** Document by document and file by file. Throws at the first that differs. */
export async function compare(store: Store, folder: string, manifest: Manifest): Promise<void> {
  for (const { name } of manifest.collections) {
    const wanted = readDocuments(folder, name);
    const found = await store.read(name);
    const at = wanted.findIndex((line, place) => found[place] !== line);
    if (at >= 0 || found.length !== wanted.length) {
      throw new Error(
        `${name} differs at document ${at < 0 ? wanted.length : at} (${found.length} of ${wanted.length}).`,
      );
    }
  }
  const names = manifest.files.map(({ name }) => name).sort();
  if (JSON.stringify(store.files()) !== JSON.stringify(names)) {
    throw new Error('The files in storage are not those of the backup.');
  }
  for (const { name, sha256 } of manifest.files) {
    if (digestOf(store.readFile(name)) !== sha256) throw new Error(`File ${name} differs.`);
  }
}
