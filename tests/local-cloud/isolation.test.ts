/** What one transaction sees of another, and what it does not: through the real SDK. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../local-cloud/database/sqlite';
import { Store } from '../../local-cloud/database/store';
import type { LocalCloud } from '../../local-cloud/index';
import { type Db, type Transaction, failure, SDKS, sdkFor, startCloud } from './helpers';
import { isConflict, seeded, untilCommitted, withConflictCode } from './retrying';

const text = (thrown: unknown) => JSON.stringify(thrown) + String(thrown);
const ENDED = /TransactionNotExist|TRANSACTION_NOT_EXIST/;

describe.each(SDKS)('with wx-server-sdk %s', (_version, name) => {
  let cloud: LocalCloud;
  let db: Db;
  beforeAll(async () => {
    cloud = await startCloud({
      collections: [
        { name: 'accounts', indexes: [{ name: 'n', fields: [['n', 1]] }] },
        { name: 'entries', indexes: [] },
      ],
      // Long enough that nobody stops waiting because the machine is slow.
      database: { patienceMs: 20_000 },
    });
    db = sdkFor(cloud, name).database();
  });
  afterAll(() => cloud.close());
  beforeEach(async () => {
    await accounts().where({}).remove();
    await db.collection('entries').where({}).remove();
    for (const _id of ['a', 'b', 'c']) await accounts().add({ data: { _id, n: 100 } });
  });

  const accounts = () => db.collection('accounts');
  const plain = (id: string) => accounts().doc(id);
  const within = (t: Transaction, id: string) => t.collection('accounts').doc(id);
  const amount = async (id: string, t?: Transaction) =>
    (await (t ? within(t, id) : plain(id)).get()).data.n;
  const add = (n: number) => ({ data: { n: db.command.inc(n) } });

  test('nobody reads what is not committed: by id, by query, counting, aggregating, in a transaction', async () => {
    const t = await db.startTransaction();
    const other = await db.startTransaction();
    await within(t, 'a').update(add(900));
    await within(t, 'b').remove();
    await t.collection('accounts').add({ data: { _id: 'new', n: 100 } });
    expect(await amount('a')).toBe(100);
    expect(await amount('a', other)).toBe(100);
    expect(await amount('b', other)).toBe(100);
    expect((await failure(within(other, 'new').get())).errMsg).toMatch(/does not exist/);
    expect((await accounts().where({ n: 100 }).get()).data).toHaveLength(3);
    expect((await accounts().where({ n: 1000 }).count()).total).toBe(0);
    const sum = db.command.aggregate.sum('$n');
    const { list } = await accounts().aggregate().group({ _id: null, sum }).end();
    expect(list).toEqual([{ _id: null, sum: 300 }]);
    await t.rollback();
    await other.rollback();
    expect((await accounts().where({ n: 100 }).count()).total).toBe(3);
  });

  test('a transaction reads what it has itself written, added and removed', async () => {
    const t = await db.startTransaction();
    await within(t, 'a').update(add(1));
    await within(t, 'a').update(add(1));
    expect(await amount('a', t)).toBe(102);
    await within(t, 'b').remove();
    expect((await failure(amount('b', t))).errMsg).toMatch(/does not exist/);
    await within(t, 'b').set({ data: { n: 5 } });
    expect(await amount('b', t)).toBe(5);
    await t.commit();
    expect([await amount('a'), await amount('b')]).toEqual([102, 5]);
  });

  test.each(['commit', 'rollback'] as const)(
    'a plain write to a locked document waits for the %s and then succeeds',
    async (end) => {
      const t = await db.startTransaction();
      await within(t, 'a').update(add(1));
      const done: string[] = [];
      const waiting = [
        plain('a').update(add(10)),
        accounts().where({ _id: 'a' }).update(add(20)),
        plain('a').remove(),
      ].map((write, i) => write.then(() => done.push(`write ${i}`)));
      // Other documents are free meanwhile; their round trips give the waiting ones every chance.
      for (let i = 0; i < 5; i++) await plain('b').update(add(1));
      expect(done).toEqual([]);
      await t[end]();
      await Promise.all(waiting);
      expect(done).toHaveLength(3);
      expect((await accounts().where({ _id: 'a' }).count()).total).toBe(0);
    },
  );

  test('a snapshot stays the same however often it is read and whatever others commit', async () => {
    const t = await db.startTransaction();
    for (let round = 1; round <= 3; round++) {
      await plain('a').update(add(1));
      await untilCommitted(db, seeded(round), (other) => within(other, 'b').update(add(1)));
      expect([await amount('a', t), await amount('b', t), await amount('c', t)]).toEqual([
        100, 100, 100,
      ]);
    }
    await plain('c').remove();
    expect(await amount('c', t)).toBe(100);
    await t.commit();
    expect([await amount('a'), await amount('b')]).toEqual([103, 103]);
  });

  test('a stale write is a conflict, and the server itself ends the transaction and frees its locks', async () => {
    const t = await db.startTransaction();
    await within(t, 'b').update(add(1));
    await plain('a').update(add(1));
    expect(isConflict(await failure(within(t, 'a').update(add(5))))).toBe(true);
    // No rollback was sent: the lock on b is free all the same.
    const next = await db.startTransaction();
    await within(next, 'b').update(add(7));
    await next.commit();
    expect(text(await failure(t.commit()))).toMatch(ENDED);
    expect(text(await failure(amount('a', t)))).toMatch(ENDED);
    expect([await amount('a'), await amount('b')]).toEqual([101, 107]);
  });

  test('an update is not lost: of two that read and write back, the second conflicts', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    const [seenByOne, seenByTwo] = [await amount('a', one), await amount('a', two)];
    await within(one, 'a').set({ data: { n: Number(seenByOne) + 1 } });
    await one.commit();
    expect(
      isConflict(await failure(within(two, 'a').set({ data: { n: Number(seenByTwo) + 1 } }))),
    ).toBe(true);
    expect(await amount('a')).toBe(101);
  });

  test('write skew is possible, as on WeChat Cloud: who relies on a document must also write it', async () => {
    // Rule "one of a and b stays above zero": each sees the other's 100 and empties its own.
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    expect([await amount('b', one), await amount('a', two)]).toEqual([100, 100]);
    await within(one, 'a').update(add(-100));
    await within(two, 'b').update(add(-100));
    await one.commit();
    await two.commit();
    expect([await amount('a'), await amount('b')]).toEqual([0, 0]);
    // The remedy: both write a document they share.
    const [three, four] = [await db.startTransaction(), await db.startTransaction()];
    await within(three, 'c').update(add(1));
    expect(isConflict(await failure(within(four, 'c').update(add(1))))).toBe(true);
    await three.commit();
  });

  test('a commit over several collections appears as one', async () => {
    const t = await db.startTransaction();
    await within(t, 'a').update(add(-30));
    await t.collection('entries').add({ data: { _id: 'e1', of: 'a', n: -30 } });
    await t
      .collection('entries')
      .doc('e2')
      .set({ data: { of: 'b', n: 30 } });
    // One request that sees both collections, asked all the time: never one without the other.
    let asking = true;
    const seen = new Set<string>();
    const look = async () => {
      while (asking) {
        const { list } = await accounts()
          .aggregate()
          .match({ _id: 'a' })
          .lookup({ from: 'entries', localField: '_id', foreignField: 'of', as: 'entries' })
          .end();
        const [row] = list;
        seen.add(`${String(row?.n)} with ${(row?.entries as unknown[]).length} entries`);
      }
    };
    const looking = look();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await t.commit();
    expect((await db.collection('entries').count()).total).toBe(2);
    await accounts().get();
    asking = false;
    await looking;
    expect(seen.size).toBeGreaterThan(0);
    for (const state of seen) expect(['100 with 0 entries', '70 with 1 entries']).toContain(state);
  });

  test('where() of a transaction silently escapes it, in every version: it is kept after a rollback', async () => {
    const t = await db.startTransaction();
    const escaping = t.collection('accounts');
    await escaping.where?.({ _id: 'a' }).update(add(1));
    expect(await amount('a')).toBe(101);
    await t.rollback();
    expect(await amount('a')).toBe(101);
  });

  test('a document removed and added again since the snapshot is a conflict too', async () => {
    const t = await db.startTransaction();
    await plain('a').remove();
    await plain('a').set({ data: { n: 100 } });
    expect(isConflict(await failure(within(t, 'a').update(add(1))))).toBe(true);
  });

  test('a transaction that only reads never conflicts', async () => {
    const t = await db.startTransaction();
    await amount('a', t);
    await plain('a').update(add(1));
    await t.commit();
    expect(await amount('a')).toBe(101);
  });

  test('runTransaction does not retry a conflict of an operation, unless it is given the code back', async () => {
    let runs = 0;
    const collide = async (t: Transaction) => {
      runs++;
      await amount('a', t);
      if (runs === 1) await plain('a').update(add(1));
      await within(t, 'a').update(add(10));
    };
    expect(isConflict(await failure(db.runTransaction(collide)))).toBe(true);
    expect(runs).toBe(1);
    runs = 0;
    await db.runTransaction((t) => withConflictCode(() => collide(t)));
    expect(runs).toBe(2);
    expect(await amount('a')).toBe(112);
  });

  test('twenty workers who move money between three accounts all succeed in the end, and the sum stays', async () => {
    const ids = ['a', 'b', 'c'];
    const transfers = 4;
    let moved = 0;
    const worker = async (seed: number) => {
      const random = seeded(seed);
      for (let i = 0; i < transfers; i++) {
        const from = Math.floor(random() * 3);
        const to = (from + 1 + Math.floor(random() * 2)) % 3;
        await untilCommitted(db, random, async (t) => {
          const [left, right] = [within(t, ids[from] ?? ''), within(t, ids[to] ?? '')];
          const held = Number((await left.get()).data.n);
          await left.update({ data: { n: held - 1 } });
          await right.update(add(1));
        });
        moved++;
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, i) => worker(i + 1)));
    expect(moved).toBe(20 * transfers);
    const amounts = await Promise.all(ids.map((id) => amount(id)));
    expect(amounts.reduce<number>((sum, n) => sum + Number(n), 0)).toBe(300);
  });
});

describe('the life of a transaction', () => {
  test.each(SDKS)(
    'through wx-server-sdk %s: it ends by itself, unseen, and its lock is free',
    async (_version, name) => {
      const brief = await startCloud({
        collections: [{ name: 'c', indexes: [] }],
        database: { transactionMs: 150, patienceMs: 20_000 },
      });
      const db = sdkFor(brief, name).database();
      await db.collection('c').add({ data: { _id: 'a', n: 1 } });
      const t = await db.startTransaction();
      const wrote = await t
        .collection('c')
        .doc('a')
        .update({ data: { n: 2 } })
        .then(
          () => true,
          () => false, // so slow a machine that it is over already
        );
      // Waits for the lock, and so for the end.
      const { stats } = await db
        .collection('c')
        .where({ n: 1 })
        .update({ data: { n: 3 } });
      expect(stats.updated).toBe(1);
      expect(text(await failure(t.commit()))).toMatch(ENDED);
      expect((await db.collection('c').doc('a').get()).data.n).toBe(3);
      expect([true, false]).toContain(wrote);
      await brief.close();
    },
  );

  test('is 30 seconds, to the millisecond, unless told otherwise', () => {
    const folder = mkdtempSync(join(tmpdir(), 'isolation-'));
    jest.useFakeTimers();
    try {
      const store = new Store(openSqlite(folder));
      store.ensureCollection('c', []);
      const target = { collection: 'c', queryType: 'DOC' as const, query: { _id: 'a' } };
      const transactionId = store.begin();
      jest.advanceTimersByTime(29_999);
      expect(store.get({ ...target, transactionId }, {}).bodies).toEqual([]);
      jest.advanceTimersByTime(1);
      expect(() => store.get({ ...target, transactionId }, {})).toThrow(/TransactionNotExist/);
      store.close();
    } finally {
      jest.useRealTimers();
      rmSync(folder, { recursive: true });
    }
  });
});
