/** The shape of a request: field names and operators, never values. What people write stays out of it. */
import * as v from 'valibot';

const LONGEST_SHAPE = 1200;
/** Larger bodies are not looked into. */
const LARGEST_BODY = 256 * 1024;
const MAX_DEPTH = 8;
const MAX_KEYS = 60;

/** EJSON's way of writing one value. */
const TYPED =
  /^\$(number(Int|Long|Double)|date|regularExpression|tcb_server_date|oid|binary|numberDecimal|timestamp)$/;
/** Anything else as a key may itself be something that a person wrote. */
const FIELD_NAME = /^(?!.*\d{5})[\w$][\w$.-]{0,99}$/;
const FIELD_PATH = /^\${1,2}[A-Za-z_][\w.]*$/;

const bodySchema = v.object({
  collectionName: v.optional(v.string()),
  query: v.optional(v.string()),
  order: v.optional(v.string()),
  projection: v.optional(v.string()),
  limit: v.optional(v.number()),
  offset: v.optional(v.number()),
  data: v.optional(v.union([v.string(), v.array(v.string())])),
  multi: v.optional(v.boolean()),
  stages: v.optional(
    v.array(v.object({ stageKey: v.string(), stageValue: v.optional(v.string(), '{}') })),
  ),
  function_name: v.optional(v.string()),
});

export interface RequestShape {
  collection: string | null;
  shape: string;
}

/** The collection a request is about, and its shape. Nothing is thrown: what cannot be read has no shape. */
export function shapeOfRequest(text: string): RequestShape {
  const body = text.length > LARGEST_BODY ? null : v.safeParse(bodySchema, parsed(text));
  if (!body?.success) return { collection: null, shape: body ? '' : '(large body)' };
  const { collectionName, query, order, projection, limit, offset, data, multi, stages } =
    body.output;
  const parts = [
    query === undefined ? '' : shapeOf(parsed(query)),
    order === undefined ? '' : `orderBy ${directions(parsed(order))}`,
    projection === undefined ? '' : `field ${shapeOf(parsed(projection))}`,
    offset ? `skip ${offset}` : '',
    limit === undefined ? '' : `limit ${limit}`,
    data === undefined ? '' : `→ ${shapesOf([data].flat().map(parsed)).join(' | ')}`,
    Array.isArray(data) && data.length > 1 ? `×${data.length}` : '',
    multi ? 'multi' : '',
    ...(stages ?? []).map(({ stageKey, stageValue }) => stageShape(stageKey, parsed(stageValue))),
    body.output.function_name ?? '',
  ];
  return { collection: collectionName ?? null, shape: cut(parts.filter(Boolean).join(' ')) };
}

/** The shape of a query or an order as the database has read them. */
export function shapeOfQuery(
  query: unknown,
  order: readonly (readonly [string, 1 | -1])[],
): string {
  const sorted = order.length > 0 ? ` orderBy ${directions(Object.fromEntries(order))}` : '';
  return cut(shapeOf(query) + sorted);
}

function shapeOf(value: unknown, depth = 0, paths = false): string {
  if (typeof value === 'string' && paths && FIELD_PATH.test(value)) return value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return '?';
  if (value instanceof RegExp) return '?';
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value))
    return `[${shapesOf(value.slice(0, MAX_KEYS), depth + 1, paths).join(', ')}]`;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first && TYPED.test(first[0])) return '?';
  const fields = entries.slice(0, MAX_KEYS).map(([key, inner]) => {
    const deeper = shapeOf(inner, depth + 1, paths && key !== '$literal');
    return `${FIELD_NAME.test(key) ? key : '?'}: ${deeper}`;
  });
  if (entries.length > MAX_KEYS) fields.push('…');
  return `{${fields.filter(unique).join(', ')}}`;
}

/** Each shape once: how many values there were is nobody's business. */
const shapesOf = (values: unknown[], depth = 0, paths = false): string[] =>
  values.map((value) => shapeOf(value, depth, paths)).filter(unique);

/** An order's 1 and -1 say nothing of anybody. */
function directions(order: unknown): string {
  if (typeof order !== 'object' || order === null) return '?';
  const fields = Object.entries(order).map(([path, direction]: [string, unknown]) => {
    const number: unknown =
      typeof direction === 'object' && direction !== null ? Object.values(direction)[0] : direction;
    return `${FIELD_NAME.test(path) ? path : '?'}: ${Number(number) === -1 ? '-1' : '1'}`;
  });
  return `{${fields.join(', ')}}`;
}

function stageShape(name: string, value: unknown): string {
  const stage = FIELD_NAME.test(name) ? name : '?';
  if (name === '$sort') return `${stage} ${directions(value)}`;
  // Elsewhere than in a condition, `$name` is a field and not a value.
  return `${stage} ${shapeOf(value, 0, name !== '$match')}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unique = (item: string, at: number, all: string[]) => all.indexOf(item) === at;

const cut = (text: string) =>
  text.length > LONGEST_SHAPE ? `${text.slice(0, LONGEST_SHAPE)}…` : text;
