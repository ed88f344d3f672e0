import fc from 'fast-check';
import * as v from 'valibot';

/** Malformed inputs for one action, generated from its schema. */

const UnknownObjectSchema = v.looseObject({ type: v.string() });
const ObjectLikeSchema = v.looseObject({ entries: v.record(v.string(), UnknownObjectSchema) });
const OptionsSchema = v.looseObject({ options: v.array(UnknownObjectSchema) });
const WrappedSchema = v.looseObject({ wrapped: UnknownObjectSchema });
const ItemSchema = v.looseObject({ item: UnknownObjectSchema });

type Node = v.InferOutput<typeof UnknownObjectSchema>;

/** The fields of an object schema, those of every variant together. */
function fieldsOf(schema: unknown): Record<string, Node> {
  if (v.is(OptionsSchema, schema)) {
    return Object.assign({}, ...schema.options.map((option) => fieldsOf(option))) as Record<
      string,
      Node
    >;
  }
  return v.is(ObjectLikeSchema, schema) ? schema.entries : {};
}

const long = (characters: number) => 'x'.repeat(characters);

const evilTexts = [
  ...['', ' ', '\u0000', '\n', '\u202e', '\u200b', '\ufeff', '\ud800', '😀', '𠮷', 'ﷺ', 'e\u0301'],
  ...['../../people', '/etc/passwd', 'cloud://x/voice/../y.mp3', '<b>小树</b>', '${7*7}', "' OR 1"],
  ...['__proto__', 'constructor', 'toString', '$where', '$ne', 'null', 'undefined', 'NaN', '-0'],
  ...[
    '2026-02-31',
    '9999-99-99',
    '１２３',
    '13800001234x',
    'child-1\u0000',
    'adult-1',
    'demo-admin',
  ],
  ...[long(81), long(500), long(5_000), '长'.repeat(300), '😀'.repeat(40)],
];
const evilNumbers = [-1, 0, -0, 0.5, 1e300, -1e300, 13, 1989, 2201, 2 ** 53, Number.MAX_VALUE];
const operators: unknown[] = [
  ...[{ $ne: null }, { $gt: '' }, { $where: 'sleep(1)' }, { $regex: '.*' }, { $in: ['child-1'] }],
  ...[{ $set: { roles: ['admin'] } }, { $inc: { rev: 1 } }, { _operator: 'gt', operands: [''] }],
  ...[{ length: 1 }, { toJSON: 'x' }, { constructor: { prototype: { admin: true } } }],
];

const text = fc.oneof(fc.constantFrom(...evilTexts), fc.string({ unit: 'binary', maxLength: 40 }));
const nested = fc.jsonValue({ maxDepth: 4 });
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom(...evilNumbers),
  fc.constantFrom<unknown>(null, true, false),
  fc.constantFrom(...operators),
  nested,
  fc.integer({ min: 1, max: 60 }).map((depth) => deep(depth)),
);

function deep(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}

/** Values for one field: near to what it takes, and far from it. */
function wrongFor(node: Node): fc.Arbitrary<unknown> {
  if (v.is(WrappedSchema, node)) return wrongFor(node.wrapped);
  const near: fc.Arbitrary<unknown>[] = [anything];
  if (node.type === 'array' && v.is(ItemSchema, node)) {
    near.push(fc.array(wrongFor(node.item), { maxLength: 12 }), fc.constant({ 0: 'x', length: 1 }));
  }
  if (v.is(OptionsSchema, node) || v.is(ObjectLikeSchema, node)) near.push(objectFor(node));
  if (node.type === 'picklist') near.push(text);
  if (node.type === 'number') near.push(fc.double(), fc.integer().map(String));
  if (node.type === 'string') near.push(text, fc.integer(), fc.array(text, { maxLength: 3 }));
  return fc.oneof(...near);
}

function objectFor(schema: unknown): fc.Arbitrary<object> {
  const fields = Object.entries(fieldsOf(schema)).map(([name, node]) => [name, wrongFor(node)]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  });
}

const extraKeys = fc.constantFrom(
  ...['openid', 'OPENID', 'userInfo', 'roles', 'rev', '$where', '$set', '_id', '_openid', '账号'],
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'then', 'a.b', ''],
);

/** As JSON would bring it: `__proto__` is then a field like any other. */
function withField(object: object, key: string, value: unknown): object {
  const copy = { ...object };
  const descriptor = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(copy, key, descriptor);
  return copy;
}

/** Inputs that the action's schema does not take. */
export function malformedInputs(schema: v.GenericSchema, valid: object): fc.Arbitrary<unknown> {
  const fields = Object.entries(fieldsOf(schema));
  const change: fc.Arbitrary<object>[] = [
    // One field too many,
    fc.tuple(extraKeys, anything).map(([key, value]) => withField(valid, key, value)),
    // everything wrong at once,
    objectFor(schema),
  ];
  for (const [name, node] of fields) {
    // or one field wrong, or missing.
    change.push(wrongFor(node).map((value) => withField(valid, name, value)));
    change.push(
      fc.constant(Object.fromEntries(Object.entries(valid).filter(([key]) => key !== name))),
    );
  }
  return fc
    .oneof({ weight: 1, arbitrary: anything }, { weight: 6, arbitrary: fc.oneof(...change) })
    .filter((input) => Array.isArray(input) || !v.is(schema, input));
}
