/** What mingo would let pass or answer in JavaScript's way, and MongoDB does not. Through the real SDK. */
import type { LocalCloud } from '../../local-cloud/index';
import { type Db, failure, sdkFor, startCloud } from './helpers';

let cloud: LocalCloud;
let db: Db;
beforeAll(async () => {
  cloud = await startCloud({ collections: [{ name: 'c', indexes: [] }] });
  db = sdkFor(cloud).database();
});
afterAll(() => cloud.close());
afterEach(async () => {
  await db.collection('c').where({}).remove();
});
const c = () => db.collection('c');
const _ = () => db.command;

test('the rest of a division is asked of numbers only', async () => {
  for (const [i, n] of [5, '5', '10', null, 7, 10].entries())
    await c().add({ data: { _id: `d${i}`, n } });
  const found = await c()
    .where({ n: _().mod(5, 0) })
    .get();
  expect(found.data.map(({ n }) => n)).toEqual([5, 10]);
});

test.each<[string, unknown, () => unknown]>([
  ['max of a number on a list', [1], () => _().max(7)],
  ['min of a text on a number', 3, () => _().min('a')],
  ['max of texts beyond the plain ones', '！', () => _().max('😀')],
  ['adding beyond 2^53', 9007199254740991, () => _().inc(2)],
  ['multiplying beyond 2^53', 9007199254740991, () => _().mul(3)],
  ['sorting what is pushed by 5', [1], () => _().push({ each: [2], sort: 5 })],
  ['sorting numbers among texts', ['a'], () => _().push({ each: [2], sort: 1 })],
  ['sorting texts beyond the plain ones', ['！'], () => _().push({ each: ['😀'], sort: 1 })],
])('%s is refused, and nothing changes', async (_what, value, change) => {
  await c().add({ data: { _id: 'a', value } });
  await failure(
    c()
      .doc('a')
      .update({ data: { value: change() } }),
  );
  expect((await c().doc('a').get()).data.value).toEqual(value);
});

test('what is alike is still compared, added and sorted', async () => {
  await c().add({ data: { _id: 'a', n: 3, t: 'b', list: [3, 1] } });
  await c()
    .doc('a')
    .update({ data: { n: _().max(7), t: _().min('a'), list: _().push({ each: [2], sort: -1 }) } });
  expect((await c().doc('a').get()).data).toMatchObject({ n: 7, t: 'a', list: [3, 2, 1] });
});

test('a number that is none is refused', async () => {
  await failure(c().add({ data: { _id: 'a', n: NaN } }));
  await failure(
    c()
      .where({ n: _().gte(NaN) })
      .get(),
  );
});

interface Pipeline {
  group(spec: object): Pipeline;
  unwind(path: string): Pipeline;
  project(spec: object): Pipeline;
  addFields(spec: object): Pipeline;
  end(): Promise<unknown>;
}

test.each<[string, (from: Pipeline) => Pipeline]>([
  ['a group without an accumulator', (from) => from.group({ _id: null, x: 5 })],
  ['unwinding a name without $', (from) => from.unwind('l')],
  ['a projection of nothing', (from) => from.project({})],
  ['adding a field within a field', (from) => from.addFields({ 'l.z': 1 })],
  ['an order of different types', (from) => from.project({ big: { $gt: ['$n', 4] } })],
])('in an aggregation %s is refused', async (_what, add) => {
  await c().add({ data: { _id: 'a', n: '5', l: [1] } });
  await failure(add(c().aggregate()).end());
});
