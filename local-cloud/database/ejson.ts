/**
 * Canonical Extended JSON, the form documents and queries take on the wire and on disk.
 * Own codec instead of bson's: it is on the path of every document read, knows exactly the types
 * the SDK can send, and refuses the others instead of carrying them along half-understood.
 */
import { invalidParam, textOf } from '../errors';
import { isFields, type Fields, type Value } from './values';

const MAX_DEPTH = 100; // as MongoDB

/** Reads canonical EJSON text. `now` (ms) stands in for `db.serverDate()`. Throws INVALID_PARAM. */
export function parseEjson(text: string, now: number): Value {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (thrown) {
    throw invalidParam(`not valid EJSON: ${textOf(thrown)}`);
  }
  return decode(raw, now, 0);
}

/** Reads EJSON that must be an object, such as a query, an update or a document. */
export function parseFields(text: string, now: number): Fields {
  const value = parseEjson(text, now);
  if (!isFields(value)) throw invalidParam('an object is expected');
  return value;
}

function decode(raw: unknown, now: number, depth: number): Value {
  if (raw === null || typeof raw !== 'object') {
    if (
      typeof raw === 'string' ||
      typeof raw === 'number' ||
      typeof raw === 'boolean' ||
      raw === null
    )
      return raw;
    throw invalidParam(`cannot store a ${typeof raw}`);
  }
  if (depth > MAX_DEPTH) throw invalidParam(`nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(raw)) return raw.map((item) => decode(item, now, depth + 1));
  const out: Fields = {};
  for (const [key, inner] of Object.entries(raw)) {
    if (key.charCodeAt(0) === 36 /* $ */) {
      const typed = decodeTyped(key, inner, now);
      if (typed !== undefined) return typed;
    }
    if (key === '__proto__') throw invalidParam('a field cannot be named __proto__');
    out[key] = decode(inner, now, depth + 1);
  }
  return out;
}

/** The value behind a `$type` wrapper; undefined when the key is an operator such as `$set`. */
function decodeTyped(key: string, inner: unknown, now: number): Value | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
      return whole(inner);
    case '$numberDouble':
      return double(inner);
    case '$date':
      return dateOf(
        typeof inner === 'string'
          ? Date.parse(inner)
          : whole(member(inner, '$numberLong') ?? inner),
      );
    case '$tcb_server_date':
      return dateOf(now + offsetOf(member(inner, 'offset')));
    case '$regularExpression':
      return pattern(member(inner, 'pattern'), member(inner, 'options') ?? '');
    case '$oid':
    case '$binary':
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$undefined':
    case '$code':
    case '$symbol':
    case '$uuid':
    case '$dbPointer':
      throw invalidParam(`local cloud: values of type ${key} are not implemented`);
    default:
      return undefined;
  }
}

/** A whole number that a JavaScript number can hold: a rounded one would be a wrong one. */
function whole(given: unknown): number {
  const n = typeof given === 'string' ? Number(given) : typeof given === 'number' ? given : NaN;
  if (Number.isSafeInteger(n) && given !== '') return n;
  if (!/^-?\d+$/.test(String(given)) || BigInt(String(given)) !== BigInt(n))
    throw invalidParam(
      `local cloud: not a whole number that can be kept exactly: ${textOf(given)}`,
    );
  return n;
}

function double(given: unknown): number {
  const n = typeof given === 'string' ? Number(given) : typeof given === 'number' ? given : NaN;
  if (!Number.isNaN(n) && given !== '') return n;
  if (given === 'NaN') throw invalidParam('local cloud: NaN is not implemented');
  throw invalidParam(`not a number: ${textOf(given)}`);
}

function dateOf(ms: number): Date {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw invalidParam('not a date');
  return date;
}

function offsetOf(offset: unknown): number {
  return offset === undefined
    ? 0
    : double(
        member(offset, '$numberInt') ??
          member(offset, '$numberLong') ??
          member(offset, '$numberDouble') ??
          offset,
      );
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Reflect.get(value, name)
    : undefined;
}

function pattern(source: unknown, options: unknown): RegExp {
  if (typeof source !== 'string' || typeof options !== 'string')
    throw invalidParam('bad regular expression');
  if (!/^[imsu]*$/.test(options))
    throw invalidParam(
      `local cloud: the options ${options} of a regular expression are not implemented`,
    );
  try {
    return new RegExp(source, options);
  } catch (thrown) {
    throw invalidParam(`bad regular expression: ${textOf(thrown)}`);
  }
}

/** Writes a value as canonical EJSON text, byte for byte what WeChat Cloud's SDK writes. */
export function toEjson(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  // `Array.from` and not `map`: a list may have holes, and a hole is null.
  if (Array.isArray(value))
    return `[${Array.from(value, (item) => toEjson(item ?? null)).join(',')}]`;
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  if (value instanceof RegExp) {
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${value.flags}"}}`;
  }
  let out = '';
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (inner !== undefined) out += `${out ? ',' : ''}${JSON.stringify(key)}:${toEjson(inner)}`;
  }
  return `{${out}}`;
}

function encodeNumber(n: number): string {
  if (Number.isInteger(n) && !Object.is(n, -0)) {
    if (n >= -2147483648 && n <= 2147483647) return `{"$numberInt":"${n}"}`;
    if (Number.isSafeInteger(n)) return `{"$numberLong":"${n}"}`;
  }
  const text = Object.is(n, -0)
    ? '-0.0'
    : Number.isInteger(n)
      ? n.toString().replace(/^(-?\d+)$/, '$1.0')
      : String(n);
  return `{"$numberDouble":"${text}"}`;
}
