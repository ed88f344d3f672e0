/** The keys of encrypted fields, as the functions' environment holds them (XINQIAO_KEYRING). */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const KeyRingSchema = v.object({
  current: v.string(),
  keys: v.record(v.string(), v.string()),
  index: v.string(),
});
export type KeyRing = v.InferOutput<typeof KeyRingSchema>;

const newKey = () => randomBytes(32).toString('base64');

export function newKeyRing(): string {
  return JSON.stringify({ current: 'k1', keys: { k1: newKey() }, index: newKey() });
}

/** Throws a plain sentence when the text is no key ring. */
export function parseKeyRing(text: string): KeyRing {
  const ring = v.safeParse(v.pipe(v.string(), v.parseJson(), KeyRingSchema), text);
  if (!ring.success) throw new Error('This is no key ring: see XINQIAO_KEYRING in README.md.');
  return ring.output;
}

/** A ring with one key more, which is the current one. Old keys stay; the index never changes. */
export function withNewKey(ring: KeyRing): KeyRing {
  const numbers = Object.keys(ring.keys).map((id) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0));
  const current = `k${Math.max(0, ...numbers) + 1}`;
  return { ...ring, current, keys: { ...ring.keys, [current]: newKey() } };
}

/** Whole or not at all, and readable by its owner alone. */
export function writeKeyRing(file: string, ring: KeyRing): void {
  writeFileSync(`${file}.new`, JSON.stringify(ring), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export const keyFileOf = (dataDir: string): string => path.join(dataDir, 'keys.json');

/**
 * The keys of a local data folder, made at its first start. They lie beside the data, which is fine
 * for fictional people on one's own machine and for nothing else.
 */
export function readKeyRing(dataDir: string): string {
  if (dataDir === ':memory:') return newKeyRing();
  const file = keyFileOf(dataDir);
  try {
    if (existsSync(file)) return JSON.stringify(parseKeyRing(readFileSync(file, 'utf8')));
    mkdirSync(dataDir, { recursive: true });
    const ring = newKeyRing();
    writeKeyRing(file, parseKeyRing(ring));
    return ring;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder ${dataDir} cannot be used (${reason}). Choose another one with --data DIR.`,
      { cause: error },
    );
  }
}
