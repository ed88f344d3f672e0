/**
 * Values as text that sorts as MongoDB sorts values, mixed types included. An index entry in
 * SQLite is such text, so equality, ranges and order by an index are plain text comparisons.
 */
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
  if (typeof value === 'string') return RANK.string + whole(value);
  if (typeof value === 'boolean') return RANK.boolean + (value ? '1' : '0');
  if (value instanceof Date) return RANK.date + orderedHex(value.getTime());
  if (Array.isArray(value)) return RANK.array + value.map(inner).join('') + END;
  if (value instanceof RegExp) return RANK.pattern + String(value);
  // MongoDB compares field by field: first the type, then the name, then the value.
  const fields = Object.entries(value).map(([name, held]) => {
    const key = inner(held);
    return key.charAt(0) + whole(name) + END + key.slice(1);
  });
  return RANK.object + fields.join('') + END;
}

/** Sorts before everything that can stand at its place, so that the shorter of two comes first. */
const END = '\u0001';

const ESCAPED = ['\0', END, '\u0002'];

/** SQLite's C strings end at NUL, and U+0001 is our own mark: these and the escape itself get an escape that sorts like them. */
function whole(text: string): string {
  if (!ESCAPED.some((mark) => text.includes(mark))) return text;
  return [...text]
    .map((c) => (ESCAPED.includes(c) ? `\u0002${String.fromCharCode(c.charCodeAt(0) + 1)}` : c))
    .join('');
}

/** The key of a value inside another: texts need an end there. */
function inner(value: Value | undefined): string {
  const key = sortKey(value);
  return typeof value === 'string' || value instanceof RegExp ? key + END : key;
}

/** Compares keys as SQLite does: by code points, where JavaScript's `<` puts 😀 before ！. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return lift(left) - lift(right);
  }
  return a.length - b.length;
}

/** Halves of code points above U+FFFF sort after U+E000 to U+FFFF. */
const lift = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;

/** Whether the key of this value can stand for it in an equality: lists and objects compare in ways a key cannot. */
export function isKeyable(value: Value): boolean {
  return !Array.isArray(value) && !isFields(value) && !(value instanceof RegExp);
}

/** The exclusive upper end of all keys of the same type: ranges never cross types. */
export function endOfType(key: string): string {
  return String.fromCharCode(key.charCodeAt(0) + 1);
}
