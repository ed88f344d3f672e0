/** Transactions, through the real SDK. */
import type { LocalCloud } from '../../local-cloud/index';
import { type Db, admin, containing, failure, SDKS, sdkFor, startCloud } from './helpers';

describe.each(SDKS)('with wx-server-sdk %s', (_version, name) => {
  let cloud: LocalCloud;
  let db: Db;
  beforeAll(async () => {
    cloud = await startCloud({
      collections: [
        { name: 'accounts', indexes: [{ name: 'email', fields: [['email', 1]], unique: true }] },
      ],
      database: { patienceMs: 300 },
    });
    db = sdkFor(cloud, name).database();
  });
  afterAll(() => cloud.close());
  beforeEach(async () => {
    await accounts().where({}).remove();
    await accounts().add({ data: { _id: 'a', n: 100, email: 'a@x' } });
    await accounts().add({ data: { _id: 'b', n: 100, email: 'b@x' } });
  });

  const accounts = () => db.collection('accounts');
  const amount = async (id: string) => (await accounts().doc(id).get()).data.n;

  test('nothing is visible before commit, everything after', async () => {
    const t = await db.startTransaction();
    await t
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 1 } });
    await t
      .collection('accounts')
      .doc('c')
      .set({ data: { n: 2, email: 'c@x' } });
    await t.collection('accounts').doc('b').remove();
    expect(await amount('a')).toBe(100);
    expect((await accounts().count()).total).toBe(2);
    expect((await t.collection('accounts').doc('a').get()).data.n).toBe(1);
    await t.commit();
    expect(await amount('a')).toBe(1);
    expect((await accounts().get()).data.map((d) => d._id)).toEqual(['a', 'c']);
  });

  test.each([
    ['a collection that does not exist', 'nowhere', { n: 1 }],
    ['a document above 16 MB', 'accounts', { big: 'x'.repeat(17 * 2 ** 20) }],
    ['a field that begins with $', 'accounts', { $n: 1 }],
  ])('a step that is refused before it begins ends it as well: %s', async (_n, where, data) => {
    const t = await db.startTransaction();
    await t
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 1 } });
    await failure(t.collection(where).doc('z').set({ data }));
    await failure(t.commit());
    expect(await amount('a')).toBe(100);
  });

  test('a rolled back transaction leaves nothing behind', async () => {
    const t = await db.startTransaction();
    await t
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 1 } });
    await t.rollback();
    expect(await amount('a')).toBe(100);
    expect(
      (
        await accounts()
          .doc('a')
          .update({ data: { n: 2 } })
      ).stats.updated,
    ).toBe(1);
  });

  test('reads come from the snapshot, whatever others write meanwhile', async () => {
    const t = await db.startTransaction();
    await accounts()
      .doc('a')
      .update({ data: { n: 7 } });
    await accounts().doc('b').remove();
    await accounts().add({ data: { _id: 'late', email: 'l@x' } });
    expect((await t.collection('accounts').doc('a').get()).data.n).toBe(100);
    expect((await t.collection('accounts').doc('b').get()).data.n).toBe(100);
    expect((await failure(t.collection('accounts').doc('late').get())).errMsg).toMatch(
      /does not exist/,
    );
    await t.rollback();
  });

  test('writing what changed since the snapshot is a conflict, and ends the transaction', async () => {
    const t = await db.startTransaction();
    await accounts()
      .doc('a')
      .update({ data: { n: 7 } });
    expect(
      (
        await failure(
          t
            .collection('accounts')
            .doc('a')
            .update({ data: { n: 1 } }),
        )
      ).errMsg,
    ).toMatch(/TransactionConflict/);
    expect(JSON.stringify(await failure(t.commit()))).toMatch(
      /TransactionNotExist|TRANSACTION_NOT_EXIST/,
    );
    expect(await amount('a')).toBe(7);
  });

  test('of two transactions that write the same document the first wins', async () => {
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    await first
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 1 } });
    expect(
      (
        await failure(
          second
            .collection('accounts')
            .doc('a')
            .update({ data: { n: 2 } }),
        )
      ).errMsg,
    ).toMatch(/TransactionConflict/);
    await first.commit();
    expect(await amount('a')).toBe(1);
  });

  test('another writer waits for the transaction and then goes on', async () => {
    const t = await db.startTransaction();
    await t
      .collection('accounts')
      .doc('a')
      .update({ data: { n: db.command.inc(1) } });
    const waiting = accounts()
      .doc('a')
      .update({ data: { n: db.command.inc(10) } });
    await t.commit();
    await waiting;
    expect(await amount('a')).toBe(111);
  });

  test('a conditional update that waited decides anew', async () => {
    const t = await db.startTransaction();
    await t
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 5 } });
    const waiting = accounts()
      .where({ _id: 'a', n: 100 })
      .update({ data: { n: 0 } });
    await t.commit();
    expect((await waiting).stats.updated).toBe(0);
  });

  test('another writer who waits too long gets a conflict', async () => {
    const t = await db.startTransaction();
    await t
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 1 } });
    expect(
      (
        await failure(
          accounts()
            .doc('a')
            .update({ data: { n: 2 } }),
        )
      ).errMsg,
    ).toMatch(/TransactionConflict/);
    await t.rollback();
  });

  test('where() in a transaction is refused, and ends it', async () => {
    const { transactionId } = await admin(cloud, 'database.startTransaction');
    const refused = await admin(cloud, 'database.getDocument', {
      collectionName: 'accounts',
      queryType: 'WHERE',
      query: '{"n":{"$numberInt":"100"}}',
      transactionId,
    });
    expect(refused).toMatchObject({ code: 'INVALID_PARAM', message: containing('where()') });
    expect(await admin(cloud, 'database.commitTransaction', { transactionId })).toMatchObject({
      code: 'DATABASE_TRANSACTION_NOT_EXIST',
    });
  });

  test('a transaction that lives too long is over, and its locks are free', async () => {
    const brief = await startCloud({
      collections: [{ name: 'c', indexes: [] }],
      database: { transactionMs: 40, patienceMs: 5000 },
    });
    await admin(brief, 'database.insertDocument', { collectionName: 'c', data: ['{"_id":"a"}'] });
    const { transactionId } = await admin(brief, 'database.startTransaction');
    const update = {
      collectionName: 'c',
      queryType: 'DOC',
      query: '{"_id":"a"}',
      data: '{"$set":{"n":"1"}}',
    };
    await admin(brief, 'database.modifyDocument', { ...update, transactionId });
    // Waits for the lock, and so for the end of the transaction.
    expect(
      await admin(brief, 'database.modifyDocument', { ...update, data: '{"$set":{"n":"2"}}' }),
    ).toMatchObject({ data: { updated: 1 } });
    expect(await admin(brief, 'database.commitTransaction', { transactionId })).toMatchObject({
      code: 'DATABASE_TRANSACTION_NOT_EXIST',
    });
    await brief.close();
  });

  describe('unique keys', () => {
    test('two transactions cannot both take one', async () => {
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first.collection('accounts').add({ data: { _id: 'x', email: 'new@x' } });
      expect(
        (await failure(second.collection('accounts').add({ data: { _id: 'y', email: 'new@x' } })))
          .errMsg,
      ).toMatch(/TransactionConflict/);
      await first.commit();
      expect((await accounts().where({ email: 'new@x' }).get()).data.map((d) => d._id)).toEqual([
        'x',
      ]);
    });

    test('a taken one is refused with E11000, a freed one can be taken', async () => {
      const t = await db.startTransaction();
      expect(
        (await failure(t.collection('accounts').add({ data: { email: 'a@x' } }))).errMsg,
      ).toMatch(/E11000/);
      const u = await db.startTransaction();
      await u
        .collection('accounts')
        .doc('a')
        .update({ data: { email: 'moved@x' } });
      await u
        .collection('accounts')
        .doc('b')
        .update({ data: { email: 'a@x' } });
      await u.commit();
      expect((await accounts().where({ email: 'a@x' }).get()).data.map((d) => d._id)).toEqual([
        'b',
      ]);
    });

    test('exchanging two of them in one transaction works', async () => {
      const t = await db.startTransaction();
      await t
        .collection('accounts')
        .doc('a')
        .update({ data: { email: 'tmp@x' } });
      await t
        .collection('accounts')
        .doc('b')
        .update({ data: { email: 'a@x' } });
      await t
        .collection('accounts')
        .doc('a')
        .update({ data: { email: 'b@x' } });
      await t.commit();
      expect((await accounts().doc('a').get()).data.email).toBe('b@x');
    });
  });

  test('transfers in parallel, retried after conflicts, all happen and keep the sum', async () => {
    const transfer = async (from: string, to: string): Promise<void> => {
      for (;;) {
        try {
          return await db.runTransaction(async (t) => {
            await t
              .collection('accounts')
              .doc(from)
              .update({ data: { n: db.command.inc(-1) } });
            await t
              .collection('accounts')
              .doc(to)
              .update({ data: { n: db.command.inc(3) } });
          });
        } catch (thrown) {
          if (!/conflict/i.test(JSON.stringify(thrown) + String(thrown))) throw thrown;
          // Jitter, or those who collided once collide for ever.
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
        }
      }
    };
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? transfer('a', 'b') : transfer('b', 'a'))),
    );
    expect([await amount('a'), await amount('b')]).toEqual([108, 108]);
  });
});
