// Documents as canonical EJSON (the form they are kept in), drawn as readable JSON.
import { h } from './dom.js';
import { moment } from './format.js';

/** Letters and digits without meaning, in parts: a version or key id, then random bytes. */
const CIPHERTEXT = /^(?:[\w-]{1,16}\.){0,3}[\w+/=-]{16,}\.[\w+/=-]{16,}(?:\.[\w+/=-]+)*$/;

/** 2015 to 2045, in milliseconds. */
const EARLIEST = 1.42e12;
const LATEST = 2.37e12;

/** Whether a text looks encrypted. */
export const isCiphertext = (text) =>
  CIPHERTEXT.test(text) && /\d/.test(text) && /[A-Z]/.test(text);

/** The value behind `{$numberInt}` and the like, as `[kind, text]`; null for anything else. */
function typed(value) {
  const keys = Object.keys(value);
  const [key] = keys;
  if (keys.length !== 1) return null;
  const held = value[key];
  if (/^\$number(Int|Long|Double)$/.test(key)) return ['number', String(held)];
  if (key === '$date') return ['date', moment(Number(held.$numberLong ?? held))];
  if (key === '$regularExpression') return ['text', `/${held.pattern}/${held.options}`];
  return null;
}

/** Numbers that can only be moments are shown as such, too. */
function when([kind, text]) {
  const ms = Number(text);
  if (kind !== 'number' || !Number.isInteger(ms) || ms < EARLIEST || ms > LATEST) return null;
  return h('span.json-when', {}, ` ${moment(ms)}`);
}

function leaf(value) {
  if (typeof value !== 'string') return h('span.json-number', {}, String(value));
  if (!isCiphertext(value)) return h('span.json-text', {}, JSON.stringify(value));
  return h(
    'span.cipher',
    { title: value },
    h('b', {}, '密文'),
    ` ${value.slice(0, 14)}… ${value.length} 字符`,
  );
}

/** A value as nodes, indented. */
export function draw(value, indent = '') {
  if (value === null || typeof value !== 'object') return leaf(value);
  const known = Array.isArray(value) ? null : typed(value);
  if (known) return [h(`span.json-${known[0]}`, {}, known[1]), when(known)];
  const inner = `${indent}  `;
  const entries = Object.entries(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return h('span', {}, open + close);
  return h(
    'span',
    {},
    open,
    entries.map(([key, held], i) => [
      `\n${inner}`,
      Array.isArray(value) ? null : [h('span.json-key', {}, key), ': '],
      draw(held, inner),
      i < entries.length - 1 ? ',' : '',
    ]),
    `\n${indent}${close}`,
  );
}

/** A text or a number for one line. */
export function short(value) {
  if (value === null) return 'null';
  if (typeof value === 'string') return isCiphertext(value) ? '密文' : value;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.length}]`;
  return typed(value)?.[1] ?? '{…}';
}
