/** Documents, queries and limits, through the real SDK. */
import type { LocalCloud } from '../../local-cloud/index';
import { type Db, admin, containing, failure, SDKS, matching, sdkFor, startCloud } from './helpers';

describe.each(SDKS)('with wx-server-sdk %s', (_version, name) => {
  let cloud: LocalCloud;
  let db: Db;
  beforeAll(async () => {
    cloud = await startCloud({
      collections: [
        { name: 'things', indexes: [] },
        { name: 'many', indexes: [{ name: 'n', fields: [['n', 1]] }] },
        { name: 'phones', indexes: [{ name: 'phone', fields: [['phone', 1]], unique: true }] },
      ],
    });
    db = sdkFor(cloud, name).database();
  });
  afterAll(() => cloud.close());
  afterEach(async () => {
    await db.collection('things').where({}).remove();
  });

  const anyDate: unknown = expect.any(Date);
  const things = () => db.collection('things');
  const one = async (id: string) => (await things().doc(id).get()).data;

  describe('documents', () => {
    test('come back as they were stored, dates, places and large numbers included', async () => {
      const data = {
        title: '一',
        n: 1,
        half: 1.5,
        big: 5_000_000_000,
        at: new Date(1_700_000_000_000),
        nul: null,
        list: [1, 'x', { y: true }],
        nested: { a: { b: 1 } },
        yes: false,
      };
      await things().add({ data: { _id: 'a', ...data } });
      expect(await one('a')).toEqual({ _id: 'a', ...data });
    });

    test.each([
      ['a number', 9],
      ['a text', 'x'],
    ])(
      '%s put past the end of a list is padded with null, and the rest stays',
      async (_n, value) => {
        await things().add({ data: { _id: 'a', list: [1, 2], empty: [] } });
        await things()
          .doc('a')
          .update({ data: { 'list.5': value, 'empty.1.x': value } });
        expect(await one('a')).toEqual({
          _id: 'a',
          list: [1, 2, null, null, null, value],
          empty: [null, { x: value }],
        });
        await things()
          .doc('a')
          .update({ data: { 'list.6': 7 } });
        expect((await one('a')).list).toHaveLength(7);
      },
    );

    test('get an id of 32 hex digits when they bring none', async () => {
      expect((await things().add({ data: { n: 1 } }))._id).toMatch(/^[0-9a-f]{32}$/);
    });

    test('carry the server’s date with its offset', async () => {
      const before = Date.now();
      await things().add({ data: { _id: 'a', at: db.serverDate({ offset: 60_000 }) } });
      const { at } = await one('a');
      expect(at).toBeInstanceOf(Date);
      expect(Number(at) - before).toBeGreaterThanOrEqual(60_000);
      expect(Number(at) - before).toBeLessThan(65_000);
    });

    test('7 and "7" are different documents', async () => {
      await things()
        .doc(7)
        .set({ data: { is: 'number' } });
      await things()
        .doc('7')
        .set({ data: { is: 'text' } });
      expect((await things().doc(7).get()).data.is).toBe('number');
      expect((await one('7')).is).toBe('text');
    });

    test('a missing document is an error', async () => {
      expect((await failure(one('nowhere'))).errMsg).toMatch(/does not exist/);
    });

    test('a missing collection is an error, for reading and for writing', async () => {
      expect(await failure(db.collection('nowhere').get())).toMatchObject({ errCode: -502005 });
      expect(await failure(db.collection('nowhere').add({ data: {} }))).toMatchObject({
        errCode: -502005,
      });
    });

    test('a collection can be made once', async () => {
      await db.createCollection('fresh');
      expect((await failure(db.createCollection('fresh'))).errMsg).toMatch(/ResourceExist/);
    });

    test('above 16 MB is refused', async () => {
      expect(
        await failure(things().add({ data: { text: 'x'.repeat(17 * 2 ** 20) } })),
      ).toMatchObject({ errCode: -502001 });
    });

    test('set replaces the whole document, or creates it', async () => {
      await things().add({ data: { _id: 'a', old: 1 } });
      expect(
        (
          await things()
            .doc('a')
            .set({ data: { fresh: 1 } })
        ).stats,
      ).toEqual({ created: 0, updated: 1 });
      expect(await one('a')).toEqual({ _id: 'a', fresh: 1 });
      expect(
        (
          await things()
            .doc('b')
            .set({ data: { fresh: 2 } })
        ).stats,
      ).toEqual({ created: 1, updated: 0 });
    });
  });

  describe('duplicates', () => {
    test('a second document of the same id is refused with E11000', async () => {
      await things().add({ data: { _id: 'a' } });
      expect(await failure(things().add({ data: { _id: 'a' } }))).toMatchObject({
        errCode: -502001,
        errMsg: containing('E11000'),
      });
    });

    test('a unique index holds for adding and for updating, and a missing field counts as null', async () => {
      const phones = db.collection('phones');
      await phones.add({ data: { _id: 'a', phone: '1' } });
      await phones.add({ data: { _id: 'b' } });
      expect((await failure(phones.add({ data: { phone: '1' } }))).errMsg).toMatch(/E11000.*phone/);
      expect((await failure(phones.add({ data: { phone: null } }))).errMsg).toMatch(/E11000/);
      expect((await failure(phones.doc('b').update({ data: { phone: '1' } }))).errMsg).toMatch(
        /E11000/,
      );
      await phones.doc('a').remove();
      expect((await phones.doc('b').update({ data: { phone: '1' } })).stats.updated).toBe(1);
    });

    test('either form of the error can be chosen', async () => {
      const other = await startCloud({
        collections: [{ name: 'c', indexes: [] }],
        database: { duplicates: 'duplicate-write' },
      });
      await admin(other, 'database.insertDocument', { collectionName: 'c', data: ['{"_id":"a"}'] });
      expect(
        await admin(other, 'database.insertDocument', {
          collectionName: 'c',
          data: ['{"_id":"a"}'],
        }),
      ).toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' });
      await other.close();
    });

    test('of several documents added together, all are kept or none', async () => {
      const answer = await admin(cloud, 'database.insertDocument', {
        collectionName: 'things',
        data: ['{"_id":"x"}', '{"_id":"y"}', '{"_id":"x"}'],
      });
      expect(answer.message).toMatch(/E11000/);
      expect((await things().count()).total).toBe(0);
    });
  });

  describe('updates', () => {
    test('apply each operator', async () => {
      const _ = db.command;
      await things().add({
        data: {
          _id: 'a',
          n: 1,
          m: 2,
          low: 5,
          high: 5,
          tags: ['x'],
          gone: 1,
          old: 'v',
          nested: { a: 1 },
        },
      });
      await things()
        .doc('a')
        .update({
          data: {
            n: _.inc(5),
            m: _.mul(3),
            low: _.min(2),
            high: _.max(9),
            tags: _.push(['y', 'z']),
            gone: _.remove(),
            old: _.rename('fresh'),
            nested: { b: 2 },
            whole: _.set({ k: 1 }),
            when: db.serverDate(),
          },
        });
      expect(await one('a')).toEqual({
        _id: 'a',
        n: 6,
        m: 6,
        low: 2,
        high: 9,
        tags: ['x', 'y', 'z'],
        fresh: 'v',
        nested: { a: 1, b: 2 },
        whole: { k: 1 },
        when: anyDate,
      });
      await things()
        .doc('a')
        .update({ data: { tags: _.pull('y') } });
      await things()
        .doc('a')
        .update({ data: { tags: _.addToSet('x') } });
      expect((await one('a')).tags).toEqual(['x', 'z']);
    });

    test('count only documents that change', async () => {
      await things().add({ data: { _id: 'a', n: 1 } });
      expect(
        (
          await things()
            .doc('a')
            .update({ data: { n: 1 } })
        ).stats.updated,
      ).toBe(0);
      expect(
        (
          await things()
            .doc('nobody')
            .update({ data: { n: 1 } })
        ).stats.updated,
      ).toBe(0);
    });

    const base = { _id: 'a', text: 'x', nul: null, n: 1, list: [1] };
    test.each<[string, object, RegExp]>([
      ['inc on text', { $inc: { text: 1 } }, /non-numeric/],
      ['inc on null', { $inc: { nul: 1 } }, /non-numeric/],
      ['mul on text', { $mul: { text: 2 } }, /non-numeric/],
      ['push on a number', { $push: { n: 1 } }, /must be an array/],
      ['addToSet on null', { $addToSet: { nul: 1 } }, /must be an array/],
      ['set through a number', { $set: { 'n.x': 1 } }, /Cannot create field 'x'/],
      ['set through null', { $set: { 'nul.x': 1 } }, /Cannot create field 'x'/],
      ['set through a list by name', { $set: { 'list.x': 1 } }, /Cannot create field 'x'/],
      ['conflicting paths', { $set: { 'n.a': 1 }, $inc: { n: 1 } }, /conflict/],
      ['the same path twice', { $set: { n: 1 }, $inc: { n: 1 } }, /conflict/],
      ['a change of _id', { $set: { _id: 'b' } }, /immutable/],
      ['an unknown operator', { $bump: { n: 1 } }, /Unknown modifier/],
    ])('%s is refused and leaves the document as it was', async (_what, update, reason) => {
      await things().add({ data: base });
      const answer = await admin(cloud, 'database.modifyDocument', {
        collectionName: 'things',
        query: '{"_id":"a"}',
        queryType: 'DOC',
        data: JSON.stringify(update),
        multi: false,
        merge: true,
        upsert: false,
      });
      expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: matching(reason) });
      expect(await one('a')).toEqual(base);
    });

    test('of fifty people who update where it is still free, exactly one succeeds', async () => {
      await things().add({ data: { _id: 'slot', state: 'free' } });
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          things()
            .where({ _id: 'slot', state: 'free' })
            .update({ data: { state: 'held', by: i } }),
        ),
      );
      const winners = results.flatMap((result, i) => (result.stats.updated === 1 ? [i] : []));
      expect(winners).toHaveLength(1);
      expect((await one('slot')).by).toBe(winners[0]);
    });
  });

  describe('queries', () => {
    beforeAll(async () => {
      for (let at = 0; at < 2500; at += 500) {
        const data = Array.from({ length: 500 }, (_, i) =>
          JSON.stringify({
            _id: `m${String(at + i).padStart(4, '0')}`,
            n: { $numberInt: String(at + i) },
            even: (at + i) % 2 === 0,
          }),
        );
        await admin(cloud, 'database.insertDocument', { collectionName: 'many', data });
      }
    });
    const many = () => db.collection('many');

    test('give 100 documents unless asked for more, and never more than 1,000', async () => {
      expect((await many().get()).data).toHaveLength(100);
      expect((await many().limit(2000).get()).data).toHaveLength(1000);
      const direct = await admin(cloud, 'database.getDocument', {
        collectionName: 'many',
        queryType: 'WHERE',
        limit: 2000,
      });
      expect(direct).toMatchObject({ data: { list: { length: 1000 } } });
      expect((await many().count()).total).toBe(2500);
    });

    test('order, skip and limit together', async () => {
      const { data } = await many()
        .where({ even: true })
        .orderBy('n', 'desc')
        .skip(2)
        .limit(3)
        .get();
      expect(data.map((d) => d.n)).toEqual([2494, 2492, 2490]);
    });

    test('served by an index read only what they show', async () => {
      cloud.resetStats();
      const { data } = await many()
        .where({ n: db.command.gt(1000) })
        .orderBy('n', 'asc')
        .limit(3)
        .get();
      expect(data.map((d) => d.n)).toEqual([1001, 1002, 1003]);
      expect(cloud.stats()).toMatchObject({ roundTrips: 1, examined: 3, returned: 3 });
    });

    test('by id read one document', async () => {
      cloud.resetStats();
      await many()
        .where({ _id: db.command.in(['m0001', 'm0002']), even: true })
        .get();
      expect(cloud.stats()).toMatchObject({ examined: 2, returned: 1 });
    });

    test('understand or, in, exists, elemMatch and patterns', async () => {
      const _ = db.command;
      await things().add({
        data: { _id: 'a', n: 1, tags: ['x', 'y'], people: [{ id: 'p', role: 'r' }] },
      });
      await things().add({ data: { _id: 'b', n: 2, name: '王小明' } });
      const ids = async (query: object) =>
        (await things().where(query).get()).data.map((d) => d._id);
      expect(await ids(_.or({ n: 2 }, { tags: 'y' }))).toEqual(['a', 'b']);
      expect(await ids({ n: _.in([2, 3]) })).toEqual(['b']);
      expect(await ids({ tags: _.exists(true) })).toEqual(['a']);
      expect(await ids({ people: _.elemMatch({ id: 'p', role: 'r' }) })).toEqual(['a']);
      expect(await ids({ people: _.elemMatch({ id: 'p', role: 'q' }) })).toEqual([]);
      expect(await ids({ name: db.RegExp({ regexp: '^王', options: 'i' }) })).toEqual(['b']);
    });

    test('show only the fields asked for', async () => {
      await things().add({ data: { _id: 'a', n: 1, secret: 2 } });
      expect((await things().field({ n: true }).get()).data).toEqual([{ _id: 'a', n: 1 }]);
      expect((await things().field({ secret: false, _id: false }).get()).data).toEqual([{ n: 1 }]);
    });

    test('remove what matches and say how many', async () => {
      await things().add({ data: { _id: 'a', n: 1 } });
      await things().add({ data: { _id: 'b', n: 2 } });
      expect(
        (
          await things()
            .where({ n: db.command.gte(2) })
            .remove()
        ).stats.removed,
      ).toBe(1);
      expect((await things().count()).total).toBe(1);
    });

    test('aggregations group and sort', async () => {
      const { sum } = db.command.aggregate;
      const { list } = await many()
        .aggregate()
        .match({ n: db.command.lt(10) })
        .group({ _id: '$even', count: sum(1), total: sum('$n') })
        .sort({ _id: 1 })
        .end();
      expect(list).toEqual([
        { _id: false, count: 5, total: 25 },
        { _id: true, count: 5, total: 20 },
      ]);
    });
  });

  describe('strict mode', () => {
    test('a query that no index serves is refused and the index to add is named', async () => {
      const strict = await startCloud({
        strictIndexes: true,
        collections: [
          {
            name: 'c',
            indexes: [
              {
                name: 'i',
                fields: [
                  ['a', 1],
                  ['b', 1],
                ],
              },
            ],
          },
        ],
      });
      const ask = (query: string, order?: string) =>
        admin(strict, 'database.getDocument', {
          collectionName: 'c',
          queryType: 'WHERE',
          query,
          order,
        });
      expect(await ask('{"z":"1","y":"2"}', '{"at":{"$numberInt":"-1"}}')).toMatchObject({
        code: 'LOCAL_CLOUD_INDEX_MISSING',
        message: containing('Add an index on: z, y, at descending.'),
      });
      expect(await ask('{"b":"1"}')).toMatchObject({ code: 'LOCAL_CLOUD_INDEX_MISSING' });
      expect(await ask('{"a":"1"}', '{"c":{"$numberInt":"1"}}')).toMatchObject({
        code: 'LOCAL_CLOUD_INDEX_MISSING',
      });
      for (const [query, order] of [
        ['{"a":"1"}', undefined],
        ['{"a":"1"}', '{"b":{"$numberInt":"-1"}}'],
        ['{"_id":"x","zz":1}', undefined],
        ['{"a":"1","b":{"$gt":"2"}}', undefined],
        ['{}', undefined],
      ] as const) {
        expect(await ask(query, order)).toHaveProperty('data');
      }
      await strict.close();
    });
  });
});
