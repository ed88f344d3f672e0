/** Indexes and data that outlives a start: what is listed is what there is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexDefinition, LocalCloud } from '../../local-cloud/index';
import { containing, failure, sdkFor, startCloud } from './helpers';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kept-indexes-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const phone: IndexDefinition = { name: 'phone', fields: [['phone', 1]] };
const unique: IndexDefinition = { ...phone, unique: true };
const start = (indexes: IndexDefinition[], strictIndexes = false): Promise<LocalCloud> =>
  startCloud({ dataDir: folder, collections: [{ name: 'c', indexes }], strictIndexes });

test('a unique index over duplicates is refused, without the value, and nothing has changed', async () => {
  const first = await start([phone]);
  const c = sdkFor(first).database().collection('c');
  await c.add({ data: { _id: 'a', phone: '13800000000' } });
  await c.add({ data: { _id: 'b', phone: '13800000000' } });
  await first.close();
  const error = await failure(start([unique]));
  expect(error).toMatchObject({ code: 'INDEX_IMPOSSIBLE', message: containing('"phone" of "c"') });
  expect(error.message).toContain('same key');
  expect(error.message).not.toContain('138');
  const again = await start([phone], true);
  const kept = sdkFor(again).database().collection('c');
  expect((await kept.where({ phone: '13800000000' }).count()).total).toBe(2);
  await kept.doc('b').remove();
  await again.close();
  const last = await start([unique]);
  const add = sdkFor(last)
    .database()
    .collection('c')
    .add({ data: { phone: '13800000000' } });
  expect(await failure(add)).toMatchObject({ errMsg: containing('E11000') });
  await last.close();
});

test('an index that is no longer listed serves nothing and forbids nothing', async () => {
  const first = await start([unique, { name: 'n', fields: [['n', 1]] }]);
  await sdkFor(first)
    .database()
    .collection('c')
    .add({ data: { phone: '1', n: 1 } });
  await first.close();
  const second = await start([{ name: 'n', fields: [['n', 1]] }], true);
  const c = sdkFor(second).database().collection('c');
  expect(await failure(c.where({ phone: '1' }).get())).toMatchObject({
    errMsg: containing('Add an index on: phone.'),
  });
  await c.add({ data: { phone: '1', n: 1 } });
  expect((await c.where({ n: 1 }).get()).data).toHaveLength(2);
  await second.close();
});

test('within one list a unique index pairs the fields of each element, and finds them in any order', async () => {
  const pairs: IndexDefinition = {
    name: 'ab',
    fields: [
      ['rows.a', 1],
      ['rows.b', 1],
    ],
    unique: true,
  };
  const cloud = await start([pairs], true);
  const c = sdkFor(cloud).database().collection('c');
  const rows = (...given: [number, number][]) => ({ rows: given.map(([a, b]) => ({ a, b })) });
  await c.add({ data: { _id: 'x', ...rows([1, 1], [2, 2]) } });
  await c.add({ data: { _id: 'y', ...rows([1, 2]) } });
  await c.add({ data: { _id: 'z', ...rows([2, 1], [3, 3]) } });
  expect(await failure(c.add({ data: rows([9, 9], [2, 2]) }))).toMatchObject({
    errMsg: containing('E11000'),
  });
  expect(await failure(c.doc('y').update({ data: rows([3, 3]) }))).toMatchObject({
    errMsg: containing('E11000'),
  });
  // Conditions may be met by different elements: for narrowing all combinations stay.
  const { data } = await c.where({ 'rows.a': 1, 'rows.b': 2 }).get();
  expect(data.map(({ _id }) => _id).sort()).toEqual(['x', 'y']);
  await cloud.close();
});
