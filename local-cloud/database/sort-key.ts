/**
 * Values as text that sorts as MongoDB sorts values, mixed types included. An index entry in
 * SQLite is such text, so equality, ranges and order by an index are plain text comparisons.
 */
import { toEjson } from './ejson';
import { isFields, type Value } from './values';

/** First character of a key; in MongoDB's order of types. */
export const RANK = {
  empty: '0',
  null: '1',
  number: '2',
  string: '3',
  object: '4',
  array: '5',
  boolean: '8',
  date: '9',
  pattern: 'b',
} as const;

const scratch = new DataView(new ArrayBuffer(8));

/** A double as 16 hex digits whose text order is the numeric order. NaN sorts first, as in MongoDB. */
function orderedHex(n: number): string {
  if (Number.isNaN(n)) return '0000000000000000';
  scratch.setFloat64(0, n === 0 ? 0 : n);
  const high = scratch.getUint32(0);
  const low = scratch.getUint32(4);
  const negative = high >= 0x80000000;
  const a = (negative ? ~high : high | 0x80000000) >>> 0;
  const b = (negative ? ~low : low) >>> 0;
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}

/** The key of one value. A missing field has the key of null. */
export function sortKey(value: Value | undefined): string {
  if (value === undefined || value === null) return RANK.null;
  if (typeof value === 'number') return RANK.number + orderedHex(value);
  // SQLite's C strings end at NUL; U+0001 in its place keeps keys whole (mingo decides last anyway).
  if (typeof value === 'string') return RANK.string + value.replaceAll('\0', '\u0001');
  if (typeof value === 'boolean') return RANK.boolean + (value ? '1' : '0');
  if (value instanceof Date) return RANK.date + orderedHex(value.getTime());
  if (Array.isArray(value)) return RANK.array + toEjson(value);
  if (value instanceof RegExp) return RANK.pattern + String(value);
  return RANK.object + toEjson(value);
}

/** Whether the key of this value can stand for it in an equality: lists and objects compare in ways a key cannot. */
export function isKeyable(value: Value): boolean {
  return !Array.isArray(value) && !isFields(value) && !(value instanceof RegExp);
}

/** The exclusive upper end of all keys of the same type: ranges never cross types. */
export function endOfType(key: string): string {
  return String.fromCharCode(key.charCodeAt(0) + 1);
}
