import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/**
 * A backup is one folder: `documents/{collection}.jsonl`, a document a line as the database keeps it
 * (canonical EJSON, what is encrypted stays so), `files/{hash}`, a file of storage under the hash of
 * its path, and `manifest.json` with the digest of each. The keys are never in it.
 */
const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const NameSchema = v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]*$/));

const ManifestSchema = v.strictObject({
  format: v.literal(1, 'it was written by another version of this program'),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  collections: v.array(
    v.strictObject({ name: NameSchema, documents: v.number(), sha256: DigestSchema }),
  ),
  files: v.array(v.strictObject({ name: DigestSchema, bytes: v.number(), sha256: DigestSchema })),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;

export const manifestOf = (folder: string) => path.join(folder, 'manifest.json');
export const documentsOf = (folder: string, collection: string) =>
  path.join(folder, 'documents', `${collection}.jsonl`);
export const fileOf = (folder: string, name: string) => path.join(folder, 'files', name);

export const digestOf = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

/** The lines of a collection, in order of id. */
export function readDocuments(folder: string, collection: string): string[] {
  return readFileSync(documentsOf(folder, collection), 'utf8').split('\n').filter(Boolean);
}

/**
 * Reads a backup's list and holds everything in it to its digest, before anything is written.
 * @throws Error with a plain sentence that names what is missing or was changed.
 */
export function readManifest(folder: string): Manifest {
  const file = manifestOf(folder);
  if (!existsSync(file)) throw new Error(`There is no ${file}: this is no whole backup.`);
  const read = v.safeParse(
    v.pipe(v.string(), v.parseJson(), ManifestSchema),
    readFileSync(file, 'utf8'),
  );
  if (!read.success) throw new Error(`${file} cannot be used: ${read.issues[0].message}.`);
  const manifest = read.output;
  const check = (place: string, sha256: string) => {
    if (!existsSync(place)) throw new Error(`${place} is missing from the backup.`);
    if (digestOf(readFileSync(place)) !== sha256) {
      throw new Error(`${place} is not as it was written: this backup is damaged.`);
    }
  };
  for (const { name, sha256 } of manifest.collections) check(documentsOf(folder, name), sha256);
  for (const { name, sha256 } of manifest.files) check(fileOf(folder, name), sha256);
  return manifest;
}
