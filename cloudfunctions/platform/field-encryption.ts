import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import * as v from 'valibot';

/**
 * Field encryption: AES-256-GCM, a key ring from the function's environment, the key's id in each
 * value, and collection, document and field as additional data, so that a value cannot be moved
 * to another place. Source: GB/T 45574-2025 and 儿童个人信息网络保护规定 (rules.md).
 */
const KeyRingSchema = v.object({
  current: v.string(),
  /** Base64 of 32 bytes each. Old keys stay, so that old values can be read. */
  keys: v.record(v.string(), v.string()),
  /** Base64 of 32 bytes: for looking a value up without decrypting. Never rotated. */
  index: v.string(),
});

interface KeyRing {
  current: string;
  keys: Map<string, Buffer>;
  index: Buffer;
}

let ring: KeyRing | undefined;

function keyBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32) throw new Error('XINQIAO_KEYRING: every key must be 32 bytes in base64');
  return bytes;
}

function keyRing(): KeyRing {
  if (ring) return ring;
  const text = process.env.XINQIAO_KEYRING;
  if (!text) throw new Error('XINQIAO_KEYRING is not set: the functions need their keys');
  const raw = v.parse(v.pipe(v.string(), v.parseJson(), KeyRingSchema), text);
  const keys = new Map(Object.entries(raw.keys).map(([id, key]) => [id, keyBytes(key)]));
  if (!keys.has(raw.current)) throw new Error('XINQIAO_KEYRING: the current key is not among keys');
  ring = { current: raw.current, keys, index: keyBytes(raw.index) };
  return ring;
}

/** Where a value lives. */
export interface Place {
  collection: string;
  id: string;
  field: string;
}

const tagBytes = 16;

function boundTo(place: Place): Buffer {
  return Buffer.from(JSON.stringify([place.collection, place.id, place.field]));
}

/** `e1.{key id}.{iv}.{tag}.{ciphertext}`, the last three in base64url. */
export function encrypt(place: Place, plain: string): string {
  const { current, keys } = keyRing();
  const key = keys.get(current);
  if (!key) throw new Error('no current key');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'));
  return ['e1', current, ...parts].join('.');
}

/** The id of the key that new values are encrypted with. */
export function currentKeyId(): string {
  return keyRing().current;
}

/** The id of the key that a value is encrypted with; undefined when it is none of ours. */
export function keyIdOf(value: string): string | undefined {
  const [version, keyId] = value.split('.');
  return version === 'e1' ? keyId : undefined;
}

/** A value that cannot be opened: it was moved or changed, or its key is missing. */
export class SealError extends Error {}

/**
 * The value under the current key, or undefined when it is so already.
 * @throws SealError when it cannot be opened.
 */
export function reseal(place: Place, value: string): string | undefined {
  if (value.startsWith(`e1.${keyRing().current}.`)) return undefined;
  let plain: string;
  try {
    plain = decrypt(place, value);
  } catch (error) {
    throw new SealError('cannot be opened', { cause: error });
  }
  return encrypt(place, plain);
}

/** Throws when the value was moved, changed, or its key is missing. */
export function decrypt(place: Place, value: string): string {
  const [version, keyId, iv, tag, sealed] = value.split('.');
  const key = keyRing().keys.get(keyId ?? '');
  if (version !== 'e1' || !iv || !tag || sealed === undefined)
    throw new Error('not an encrypted value');
  if (!key) throw new Error(`key ${keyId ?? ''} is not in the ring`);
  const nonce = Buffer.from(iv, 'base64url');
  // Without the length Node takes a tag of four bytes as well, which is soon guessed.
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  const plain = Buffer.concat([
    decipher.update(Buffer.from(sealed, 'base64url')),
    decipher.final(),
  ]);
  return plain.toString('utf8');
}

/** A seal over a text that nobody can make without the key; in full, to be kept outside too. */
export function keyedSeal(purpose: string, text: string): string {
  return createHmac('sha256', keyRing().index).update(`${purpose}\0${text}`).digest('base64url');
}

/** The same text gives the same index, which tells nothing of it without the key. */
export function blindIndex(purpose: string, text: string): string {
  return createHmac('sha256', keyRing().index)
    .update(`${purpose}\0${text}`)
    .digest('base64url')
    .slice(0, 24);
}
