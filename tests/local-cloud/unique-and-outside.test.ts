/** Transactions and what happens outside them: keys that are given up, questions they cannot ask; collections made by half. */
import type { LocalCloud } from '../../local-cloud/index';
import { type Db, admin, containing, failure, sdkFor, startCloud } from './helpers';
import { isConflict } from './retrying';

let cloud: LocalCloud;
let db: Db;
beforeEach(async () => {
  cloud = await startCloud({
    collections: [{ name: 'c', indexes: [{ name: 'k', fields: [['k', 1]], unique: true }] }],
  });
  db = sdkFor(cloud).database();
  await db.collection('c').add({ data: { _id: 'x', k: 'K' } });
});
afterEach(() => cloud.close());
const c = () => db.collection('c');

test.each<[string, () => Promise<unknown>]>([
  ['removed', () => c().doc('x').remove()],
  [
    'changed',
    () =>
      c()
        .doc('x')
        .update({ data: { k: 'other' } }),
  ],
])('a unique key whose holder was %s since the snapshot is a conflict', async (_how, free) => {
  const t = await db.startTransaction();
  await free();
  expect(isConflict(await failure(t.collection('c').add({ data: { _id: 'y', k: 'K' } })))).toBe(
    true,
  );
  const later = await db.startTransaction();
  await later.collection('c').add({ data: { _id: 'y', k: 'K' } });
  await later.commit();
  expect((await c().doc('y').get()).data.k).toBe('K');
});

test.each([
  ['database.calculateDocument', { query: '{}' }],
  ['database.aggregateDocuments', { stages: [] }],
])('%s within a transaction is refused', async (action, body) => {
  const { transactionId } = await admin(cloud, 'database.startTransaction');
  expect(await admin(cloud, action, { collectionName: 'c', ...body, transactionId })).toMatchObject(
    {
      code: 'INVALID_PARAM',
      message: containing('in a transaction'),
    },
  );
  expect(await admin(cloud, action, { collectionName: 'c', ...body })).toHaveProperty('data');
});

test('on a full disk no collection is made, and afterwards it can be', async () => {
  cloud.faults.fillDisk();
  expect(JSON.stringify(await failure(db.createCollection('fresh')))).toContain('disk is full');
  cloud.faults.freeDisk();
  expect(await failure(db.collection('fresh').get())).toMatchObject({ errCode: -502005 });
  await db.createCollection('fresh');
  expect((await db.collection('fresh').get()).data).toEqual([]);
});
