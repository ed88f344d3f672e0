/**
 * Indexes may only make queries cheaper, never change their result: the same documents are asked
 * through indexes and without any, with random queries, and mingo alone is the judge of what matches.
 */
import fc from 'fast-check';
import { Query } from 'mingo';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../local-cloud/database/sqlite';
import { Store } from '../../local-cloud/database/store';
import { entriesOf, type IndexDefinition } from '../../local-cloud/database/index-entries';
import type { Order } from '../../local-cloud/database/planner';
import { requireClear } from '../../local-cloud/database/pitfalls';
import { checkQuery } from '../../local-cloud/database/strict-query';
import type { Document, Fields, Value } from '../../local-cloud/database/values';
import { parseFields } from '../../local-cloud/database/ejson';

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom<Value>('', 'a', 'b', 'ab', null, true, false, 1.5, -0.5, 5_000_000_000),
  fc.constantFrom(0, 1, 5_000_000_000).map((ms) => new Date(ms)),
);
const small = fc.integer({ min: -3, max: 3 });
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(small, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar }) },
);
const documentFields: fc.Arbitrary<Fields> = fc.record(
  {
    a: value,
    b: value,
    c: fc.oneof(
      fc.record({ x: value, y: scalar }),
      fc.array(fc.record({ x: scalar, y: scalar }), { maxLength: 3 }),
      scalar,
    ),
  },
  { requiredKeys: [] },
);
const path = fc.constantFrom('a', 'b', 'c.x', 'c.y');
const bound = scalar.filter((v) => v !== null);
const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $gte: small, $lt: small }),
  fc.record({ $gt: small, $lte: small }),
  fc.record({ $gt: bound }),
  fc.record({ $lte: bound }),
  fc.record({ $gte: bound, $lt: bound }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
);
const query: fc.Arbitrary<Fields> = fc.oneof(
  fc.dictionary(path, condition, { maxKeys: 3 }),
  fc
    .array(fc.dictionary(path, condition, { minKeys: 1, maxKeys: 2 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts): Fields => ({ $and: parts })),
  fc
    .tuple(
      fc.dictionary(path, condition, { minKeys: 1, maxKeys: 1 }),
      fc.array(fc.dictionary(path, condition, { minKeys: 1, maxKeys: 1 }), {
        minLength: 1,
        maxLength: 2,
      }),
    )
    .map(([own, or]): Fields => ({ ...own, $or: or })),
);
const either = fc
  .array(fc.dictionary(path, condition, { minKeys: 1, maxKeys: 2 }), { minLength: 1, maxLength: 3 })
  .chain((branches) =>
    fc.constantFrom<Fields>(
      { $or: branches },
      { $and: [{ $or: branches }, { a: { $exists: true } }] },
    ),
  );
const order: fc.Arbitrary<Order> = fc.uniqueArray(fc.tuple(path, fc.constantFrom<1 | -1>(1, -1)), {
  maxLength: 2,
  selector: ([p]) => p,
});

const INDEXES: IndexDefinition[] = [
  {
    name: 'ab',
    fields: [
      ['a', 1],
      ['b', -1],
    ],
  },
  { name: 'b', fields: [['b', 1]] },
  {
    name: 'cxy',
    fields: [
      ['c.x', 1],
      ['c.y', 1],
    ],
  },
  {
    name: 'cya',
    fields: [
      ['c.y', -1],
      ['a', 1],
    ],
  },
];

let folder: string;
let store: Store;
let round = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'narrowing-'));
  store = new Store(openSqlite(folder));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** The keys by which the answer is sorted, in its order. */
function sorted(name: string, query: Fields, by: Order, skip: number, limit: number): string[][] {
  return store
    .get({ collection: name, queryType: 'WHERE', query }, { order: by, skip, limit })
    .bodies.map((body) =>
      by.map(([path, direction]) => {
        const keys = entriesOf(
          parseFields(body, 0),
          { name: '', fields: [[path, direction]] },
          true,
        )
          .rows.flat()
          .sort();
        return (direction === 1 ? keys[0] : keys.at(-1)) ?? '';
      }),
    );
}

/** Parallel lists cannot be in one index; such documents are not worth asking about. */
const indexable = (fields: Fields) =>
  [fields.a, fields.b, fields.c].filter(Array.isArray).length +
    (Array.isArray((fields.c as Fields | undefined)?.x) ? 1 : 0) <
  2;

/** Whether no document is one that the query is refused for, as mingo would judge it wrongly. */
function judgeable(asked: Fields, all: Document[]): boolean {
  const pitfalls = checkQuery(asked);
  try {
    for (const document of all) requireClear(document, pitfalls);
    return true;
  } catch {
    return false;
  }
}

test('with indexes or without, and after changes, the answer is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(documentFields.filter(indexable), { maxLength: 25 }),
      fc.array(documentFields.filter(indexable), { maxLength: 5 }),
      fc.array(
        fc.tuple(
          fc.oneof({ weight: 2, arbitrary: query }, { weight: 1, arbitrary: either }),
          order,
          fc.nat(4),
          fc.integer({ min: 1, max: 8 }),
        ),
        {
          minLength: 5,
          maxLength: 10,
        },
      ),
      async (first, changed, asks) => {
        const [plain, indexed] = [`plain${++round}`, `indexed${round}`];
        store.ensureCollection(plain, []);
        store.ensureCollection(indexed, INDEXES);
        const documents = first.map((fields, i): Document => ({ _id: `d${i}`, ...fields }));
        for (const name of [plain, indexed]) {
          if (documents.length > 0) await store.insert(name, documents);
          for (const [i, fields] of changed.entries())
            await store.set(
              { collection: name, queryType: 'DOC', query: { _id: `d${i * 3}` } },
              fields,
            );
          await store.remove({ collection: name, queryType: 'DOC', query: { _id: 'd1' } }, false);
        }
        const all = store.matching(plain, {}).documents;
        for (const [asked, by, skip, limit] of asks.filter(([given]) => judgeable(given, all))) {
          const test = new Query<Fields>(asked);
          const expected = all
            .filter((d) => test.test(d))
            .map((d) => d._id)
            .sort();
          const ids = (name: string, options: { order?: Order; skip?: number; limit?: number }) =>
            store
              .get({ collection: name, queryType: 'WHERE', query: asked }, options)
              .bodies.map((body) => parseFields(body, 0)._id);
          expect(ids(indexed, {}).sort()).toEqual(expected);
          expect(ids(plain, {}).sort()).toEqual(expected);
          expect(store.count({ collection: indexed, queryType: 'WHERE', query: asked }).total).toBe(
            expected.length,
          );
          // `_id` last makes the order complete, so that both must agree on every place.
          const full: Order = [...by, ['_id', 1]];
          expect(ids(indexed, { order: full, skip, limit })).toEqual(
            ids(plain, { order: full, skip, limit }),
          );
          // Without `_id` ties may differ, the sorted values may not.
          expect(sorted(indexed, asked, by, skip, limit)).toEqual(
            sorted(plain, asked, by, skip, limit),
          );
        }
      },
    ),
    { numRuns: 80 },
  );
});

test('a list is sorted by its smallest value even where the range looks only at a larger one', async () => {
  store.ensureCollection('lists', [{ name: 'a', fields: [['a', 1]] }]);
  await store.insert('lists', [
    { _id: 'one', a: 1 },
    { _id: 'list', a: [-3, 2] },
  ]);
  const { bodies } = store.get(
    { collection: 'lists', queryType: 'WHERE', query: { a: { $gte: 0 } } },
    { order: [['a', 1]] },
  );
  expect(bodies.map((body) => parseFields(body, 0)._id)).toEqual(['list', 'one']);
});

test('an index knows after a restart, and after a write that was taken back, that it has met lists', async () => {
  const own = mkdtempSync(join(tmpdir(), 'narrowing-'));
  const index: IndexDefinition = { name: 'a', fields: [['a', 1]] };
  const ask = (from: Store) =>
    from.count({ collection: 'c', queryType: 'WHERE', query: { a: { $gte: 0, $lt: 1 } } }).total;
  let current = new Store(openSqlite(own));
  current.ensureCollection('c', [index, { name: 'u', fields: [['u', 1]], unique: true }]);
  await current.insert('c', [{ _id: 'first', u: 1 }]);
  await expect(
    current.insert('c', [
      { _id: 'x', a: [-3, 3], u: 2 },
      { _id: 'y', u: 1 },
    ]),
  ).rejects.toThrow(/E11000/);
  await current.insert('c', [{ _id: 'x', a: [-3, 3], u: 2 }]);
  expect(ask(current)).toBe(1);
  current.close();
  current = new Store(openSqlite(own));
  expect(ask(current)).toBe(1);
  current.close();
  rmSync(own, { recursive: true });
});
