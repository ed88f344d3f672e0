/** What WeChat Cloud's database does and refuses, through the real SDK where it can send it and over the wire where not. */
import type { LocalCloud } from '../../local-cloud/index';
import { type Db, admin, containing, failure, matching, SDKS, sdkFor, startCloud } from './helpers';

type Fields = [string, 1 | -1][];
const index = (name: string, ...fields: Fields) => ({ name, fields });

describe.each(SDKS)('with wx-server-sdk %s', (version, name) => {
  let cloud: LocalCloud;
  let db: Db;
  beforeAll(async () => {
    cloud = await startCloud({
      collections: [
        { name: 'c', indexes: [] },
        { name: 'sorted', indexes: [index('v', ['v', 1])] },
        { name: 'unsorted', indexes: [] },
      ],
    });
    db = sdkFor(cloud, name).database();
  });
  afterAll(() => cloud.close());
  afterEach(() => db.collection('c').where({}).remove());
  const c = () => db.collection('c');
  const ids = async (query: object) => (await c().where(query).get()).data.map(({ _id }) => _id);

  test('points, lines and areas come back as they were stored', async () => {
    const ring = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 0],
    ] as const;
    const points = ring.map(([x, y]) => db.Geo.Point(x, y));
    const data = {
      point: db.Geo.Point(113.264, 23.129),
      points: db.Geo.MultiPoint(points),
      line: db.Geo.LineString(points),
    };
    await c().add({
      data: { _id: 'g', ...data, area: db.Geo.Polygon([db.Geo.LineString(points)]) },
    });
    const coordinates = ring.map((pair) => [...pair]);
    const { data: read } = await c().doc('g').get();
    expect(JSON.parse(JSON.stringify(read))).toEqual({
      _id: 'g',
      point: { type: 'Point', coordinates: [113.264, 23.129] },
      points: { type: 'MultiPoint', coordinates },
      line: { type: 'LineString', coordinates },
      area: { type: 'Polygon', coordinates: [coordinates] },
    });
  });

  const refusal = (reason: RegExp) => ({ errMsg: matching(reason) });
  test('questions about places are refused by name', async () => {
    const _ = db.command;
    const at = db.Geo.Point(1, 1);
    await c().add({ data: { at } });
    const area = db.Geo.Polygon([
      db.Geo.LineString([at, db.Geo.Point(2, 2), db.Geo.Point(2, 1), at]),
    ]);
    for (const [operator, at_] of [
      ['nearSphere', _.geoNear({ geometry: at, maxDistance: 5 })],
      ['geoWithin', _.geoWithin({ geometry: area })],
      ['geoIntersects', _.geoIntersects({ geometry: area })],
    ] as const)
      expect(await failure(c().where({ at: at_ }).get())).toMatchObject(
        refusal(new RegExp(`${operator}.*not implemented`)),
      );
    expect(
      await failure(
        c().aggregate().geoNear({ near: at, distanceField: 'd', key: 'at', spherical: true }).end(),
      ),
    ).toMatchObject(refusal(/geoNear is not implemented/));
  });

  test('facet and watch do not exist in the SDK of a function', () => {
    expect(() => c().aggregate().facet({ a: [] })).toThrow(/not a function/);
    expect(c().watch).toBeUndefined();
  });

  test('every operation on a missing collection is -502005', async () => {
    const none = db.collection('none');
    const operations = [
      none.get(),
      none.count(),
      none.add({ data: {} }),
      none.where({}).update({ data: { a: 1 } }),
      none.where({}).remove(),
      none.doc('a').get(),
      none.doc('a').set({ data: { a: 1 } }),
      none.doc('a').update({ data: { a: 1 } }),
      none.doc('a').remove(),
    ];
    for (const operation of operations)
      expect(await failure(operation)).toMatchObject({ errCode: -502005 });
    const aggregation = await failure(none.aggregate().match({}).end());
    // 4.x gives failures of aggregate and createCollection without a number, but with the code.
    expect(aggregation).toMatchObject(
      version === '4.0.2'
        ? { errCode: -1, code: 'DATABASE_COLLECTION_NOT_EXIST' }
        : { errCode: -502005 },
    );
    const twice = await failure(db.createCollection('c'));
    expect(twice).toMatchObject(
      version === '4.0.2'
        ? { errCode: -1, code: 'DATABASE_COLLECTION_ALREADY_EXIST' }
        : { errCode: -501001 },
    );
    const t = await db.startTransaction();
    expect(
      await failure(
        t
          .collection('none')
          .doc('a')
          .update({ data: { a: 1 } }),
      ),
    ).toMatchObject({ errCode: -502005 });
    await t.rollback().catch(() => undefined);
  });

  test.each(['sorted', 'unsorted'])(
    'values of all types are in MongoDB’s order (%s)',
    async (where) => {
      const day = 86_400_000;
      const ordered: unknown[] = [
        [],
        null,
        -5,
        0,
        1.5,
        20,
        '',
        'B',
        'a',
        '中',
        '！',
        '😀',
        {},
        { a: 9 },
        { a: 10 },
        { a: 10, b: 1 },
        { b: 1 },
        { a: 'x' },
        false,
        true,
        new Date(0),
        new Date(day),
      ];
      const all = db.collection(where);
      await all.where({}).remove();
      // In an order of their own, so that being sorted already proves nothing.
      for (const [i, v] of [...ordered.entries()].sort(
        ([a], [b]) => ((a * 7) % 22) - ((b * 7) % 22),
      ))
        await all.add({ data: { _id: String(i).padStart(2, '0'), v } });
      const order = async (direction: 'asc' | 'desc') =>
        (await all.orderBy('v', direction).limit(100).get()).data.map(({ _id }) => Number(_id));
      expect(await order('asc')).toEqual(ordered.map((_, i) => i));
      expect(await order('desc')).toEqual(ordered.map((_, i) => i).reverse());
      const range = async (from: string, to: string) =>
        (
          await all.where({ v: db.command.and(db.command.gte(from), db.command.lte(to)) }).get()
        ).data.map(({ v }) => v);
      expect((await range('a', '！')).sort()).toEqual(['a', '中', '！']);
      expect(await range('😀', '😀')).toEqual(['😀']);
      const sum = await all.aggregate().sort({ v: -1 }).limit(2).project({ v: 1 }).end();
      expect(sum.list.map(({ v }) => v)).toEqual([new Date(day), new Date(0)]);
    },
  );

  test('projections: of fields, of inner fields, all but some, parts of lists', async () => {
    const { project } = db.command;
    await c().add({
      data: {
        _id: 'p',
        a: 1,
        in: { x: 1, y: 2 },
        list: [1, 2, 3],
        rows: [{ k: 1, v: 1 }, { k: 2 }],
      },
    });
    const shown = async (projection: object) => (await c().field(projection).get()).data[0];
    expect(await shown({ 'in.x': true })).toEqual({ _id: 'p', in: { x: 1 } });
    expect(await shown({ 'rows.k': true, a: true })).toEqual({
      _id: 'p',
      a: 1,
      rows: [{ k: 1 }, { k: 2 }],
    });
    expect(await shown({ in: false, list: false, rows: false })).toEqual({ _id: 'p', a: 1 });
    expect(await shown({ list: project.slice(2), a: true })).toMatchObject({ list: [1, 2] });
    expect(await shown({ rows: project.elemMatch({ k: 2 }) })).toEqual({
      _id: 'p',
      rows: [{ k: 2 }],
    });
    expect(await failure(shown({ a: true, in: false }))).toMatchObject({ errCode: -502001 });
  });

  test('the other operators of queries and updates', async () => {
    const _ = db.command;
    await c().add({ data: { _id: 'a', n: 4, tags: ['x', 'y'] } });
    await c().add({ data: { _id: 'b', n: 5, tags: [] } });
    expect(await ids({ tags: _.all(['y', 'x']) })).toEqual(['a']);
    expect(await ids({ tags: _.size(0) })).toEqual(['b']);
    expect(await ids({ n: _.mod(2, 1) })).toEqual(['b']);
    expect(await ids({ n: _.not(_.eq(4)) })).toEqual(['b']);
    expect(await ids({ n: _.nin([4, 9]) })).toEqual(['b']);
    expect(await ids({ n: _.neq(5) })).toEqual(['a']);
    expect(await ids(_.nor({ n: 4 }))).toEqual(['b']);
    const tags = async (change: unknown) => {
      await c()
        .doc('a')
        .update({ data: { tags: change } });
      return (await c().doc('a').get()).data.tags;
    };
    await c()
      .doc('a')
      .update({ data: { tags: _.set([9, 8]) } });
    expect(await tags(_.push({ each: [3, 1, 2], position: 0, sort: 1, slice: 3 }))).toEqual([
      1, 2, 3,
    ]);
    expect(await tags(_.unshift([0]))).toEqual([0, 1, 2, 3]);
    expect(await tags(_.pop())).toEqual([0, 1, 2]);
    expect(await tags(_.shift())).toEqual([1, 2]);
    expect(await tags(_.pullAll([1, 7]))).toEqual([2]);
    expect((await c().add({ data: [{ _id: 'm1' }, { _id: 'm2' }] }))._ids).toEqual(['m1', 'm2']);
  });

  test('aggregations: unwinding, adding, skipping, counting, joining', async () => {
    await c().add({ data: { _id: 'a', tags: ['x', 'y'], friend: 'b' } });
    await c().add({ data: { _id: 'b', tags: ['z'] } });
    const run = (
      with_: (from: ReturnType<ReturnType<Db['collection']>['aggregate']>) => {
        end(): Promise<{ list: unknown[] }>;
      },
    ) =>
      with_(c().aggregate())
        .end()
        .then(({ list }) => list);
    expect(
      await run((a) =>
        a.unwind('$tags').sort({ tags: -1 }).skip(1).limit(1).project({ tags: 1, _id: 0 }),
      ),
    ).toEqual([{ tags: 'y' }]);
    expect(
      await run((a) =>
        a
          .match({ _id: 'a' })
          .addFields({ twice: ['$friend'] })
          .project({ twice: 1 }),
      ),
    ).toEqual([{ _id: 'a', twice: ['b'] }]);
    expect(await run((a) => a.count('all'))).toEqual([{ all: 2 }]);
    expect(await run((a) => a.match({ _id: 'none' }).count('all'))).toEqual([]);
    expect(
      await run((a) =>
        a
          .match({ _id: 'a' })
          .lookup({ from: 'c', localField: 'friend', foreignField: '_id', as: 'f' })
          .project({ f: 1, _id: 0 }),
      ),
    ).toEqual([{ f: [{ _id: 'b', tags: ['z'] }] }]);
  });

  test('a single answer or request above 16 MB is an error, one below is not', async () => {
    const text = 'x'.repeat(4 * 2 ** 20);
    for (const _id of ['1', '2', '3']) await c().add({ data: { _id, text } });
    expect((await c().get()).data).toHaveLength(3);
    await c().add({ data: { _id: '4', text: `${text}${text.slice(0, 2 ** 20)}` } });
    expect(await failure(c().get())).toMatchObject({
      errCode: -502001,
      errMsg: containing('16 MB'),
    });
    expect(JSON.stringify(await failure(c().aggregate().match({}).end()))).toContain('16 MB');
    expect((await c().field({ _id: true }).get()).data).toHaveLength(4);
    const many = Array.from({ length: 5 }, () => ({ text }));
    expect(await failure(c().add({ data: many }))).toMatchObject({
      errCode: -502001,
      errMsg: containing('16 MB'),
    });
    expect((await c().count()).total).toBe(4);
  });
});

describe('over the wire', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startCloud({ collections: [{ name: 'c', indexes: [] }] });
  });
  afterAll(() => cloud.close());
  const find = (query: object) =>
    admin(cloud, 'database.getDocument', {
      collectionName: 'c',
      queryType: 'WHERE',
      query: JSON.stringify(query),
    });
  const store = (document: object) =>
    admin(cloud, 'database.insertDocument', {
      collectionName: 'c',
      data: [JSON.stringify(document)],
    });

  test.each<[string, object]>([
    ['$in without a list', { a: { $in: 1 } }],
    ['an operator within $in', { a: { $in: [{ $gt: 1 }] } }],
    ['$or without branches', { $or: [] }],
    ['$and of no objects', { $and: [1] }],
    ['$not of a value', { a: { $not: 2 } }],
    ['$elemMatch of a value', { a: { $elemMatch: 1 } }],
    ['$size of half', { a: { $size: 1.5 } }],
    ['$mod of one number', { a: { $mod: [2] } }],
    ['operators beside fields', { a: { $gt: 1, b: 2 } }],
    ['$options alone', { a: { $options: 'i' } }],
    ['an unknown option', { a: { $regex: 'x', $options: 'q' } }],
  ])('%s is refused as by MongoDB', async (_what, query) => {
    expect(await find(query)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });

  test.each<[string, object]>([
    ['$near', { a: { $near: [1, 2] } }],
    ['$where', { $where: 'true' }],
    ['$expr', { $expr: { $gt: ['$a', '$b'] } }],
    ['$text', { $text: { $search: 'x' } }],
    ['$jsonSchema', { $jsonSchema: {} }],
    ['$type', { a: { $type: 'string' } }],
    ['a whole object, whose order of fields counts', { a: { x: 1, y: 2 } }],
    ['such an object in $in', { a: { $in: [{ y: 2, x: 1 }] } }],
    ['greater than null', { a: { $gt: null } }],
    ['greater than a list', { a: { $gt: [1] } }],
    ['a list within $in', { a: { $in: [[1]] } }],
  ])('%s is refused as not implemented', async (_what, query) => {
    expect(await find(query)).toMatchObject({
      code: 'INVALID_PARAM',
      message: containing('not implemented'),
    });
  });

  test.each<[string, object]>([
    ['$oid', { $oid: '507f1f77bcf86cd799439011' }],
    ['$numberDecimal', { $numberDecimal: '1.5' }],
    ['$binary', { $binary: { base64: 'AA==', subType: '00' } }],
    ['$timestamp', { $timestamp: { t: 1, i: 1 } }],
    ['$minKey', { $minKey: 1 }],
    ['a number that would be rounded', { $numberLong: '9007199254740993' }],
    ['a number that is none', { $numberInt: 'seven' }],
    ['a date that is none', { $date: 'someday' }],
    [
      'a pattern with an option unknown here',
      { $regularExpression: { pattern: 'a', options: 'x' } },
    ],
  ])('a value of the kind %s is refused and nothing is stored', async (_what, a) => {
    expect(await store({ a })).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await admin(cloud, 'database.calculateDocument', { collectionName: 'c' })).toMatchObject(
      { data: { total: 0 } },
    );
  });

  test.each([{ $a: 1 }, { a: { $b: 1 } }, { 'a.b': 1 }, { a: [{ 'b.c': 1 }] }])(
    'names of fields such as in %j are refused',
    async (document) => {
      expect(await store(document)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    },
  );

  test.each<[string, object, string]>([
    ['rename through a value', { $rename: { old: 'n.x' } }, 'DATABASE_REQUEST_FAILED'],
    ['rename out of a list', { $rename: { 'rows.k': 'k' } }, 'DATABASE_REQUEST_FAILED'],
    [
      'an unknown clause of push',
      { $push: { list: { $each: [1], $foo: 1 } } },
      'DATABASE_REQUEST_FAILED',
    ],
    ['each without a list', { $push: { list: { $each: 1 } } }, 'DATABASE_REQUEST_FAILED'],
    ['the positional $', { $set: { 'list.$': 1 } }, 'INVALID_PARAM'],
    ['the positional $[]', { $set: { 'list.$[]': 1 } }, 'INVALID_PARAM'],
    ['a value with an operator in it', { $set: { n: { $x: 1 } } }, 'DATABASE_REQUEST_FAILED'],
    [
      'addToSet of the same in another order',
      { $addToSet: { rows: { v: 1, k: 1 } } },
      'INVALID_PARAM',
    ],
    ['max with an object', { $max: { n: { a: 1 } } }, 'INVALID_PARAM'],
    ['pull by a bad condition', { $pull: { list: { $in: 1 } } }, 'DATABASE_REQUEST_FAILED'],
    ['currentDate', { $currentDate: { n: true } }, 'DATABASE_REQUEST_FAILED'],
  ])('the update "%s" is refused and changes nothing', async (_what, change, code) => {
    const document = { _id: 'u', n: 1, old: 1, list: [1], rows: [{ k: 1, v: 1 }] };
    await store(document);
    const data = JSON.stringify(change);
    const about = { collectionName: 'c', queryType: 'DOC', query: '{"_id":"u"}' };
    const read = async () => (await admin(cloud, 'database.getDocument', about)).data;
    const before = await read();
    expect(before).toMatchObject({ list: [containing('"u"')] });
    expect(await admin(cloud, 'database.modifyDocument', { ...about, data })).toMatchObject({
      code,
    });
    expect(await read()).toEqual(before);
    await admin(cloud, 'database.removeDocument', about);
  });

  test.each<[string, string, object]>([
    [
      'an upserting where-update',
      'database.modifyDocument',
      { query: '{}', data: '{"$set":{"a":"1"}}', upsert: true },
    ],
    [
      'a replacement by where',
      'database.modifyDocument',
      { query: '{}', data: '{"a":"1"}', merge: false, upsert: true },
    ],
    [
      '$facet',
      'database.aggregateDocuments',
      { stages: [{ stageKey: '$facet', stageValue: '{"a":[]}' }] },
    ],
    [
      '$geoNear',
      'database.aggregateDocuments',
      { stages: [{ stageKey: '$geoNear', stageValue: '{}' }] },
    ],
    ['$out', 'database.aggregateDocuments', { stages: [{ stageKey: '$out', stageValue: '"x"' }] }],
    [
      '$lookup with a pipeline',
      'database.aggregateDocuments',
      { stages: [{ stageKey: '$lookup', stageValue: '{"from":"c","as":"x","pipeline":[]}' }] },
    ],
    ['watch', 'database.watch', {}],
  ])('%s is refused as not implemented', async (_what, action, body) => {
    expect(
      await admin(cloud, action, { collectionName: 'c', queryType: 'WHERE', ...body }),
    ).toMatchObject({
      code: 'INVALID_PARAM',
      message: containing('implemented'),
    });
  });

  test('a condition that mingo would judge otherwise than MongoDB is refused when a document makes it matter', async () => {
    await store({ _id: 'gap', rows: [{ k: 1 }, {}] });
    expect(await find({ 'rows.k': null })).toMatchObject({
      code: 'INVALID_PARAM',
      message: containing('gap'),
    });
    expect(await find({ 'rows.k': 1 })).toMatchObject({ data: { list: { length: 1 } } });
    await store({ _id: 'nested', rows: [{ k: [1, 2] }] });
    expect(await find({ 'rows.k': { $gt: 1 } })).toMatchObject({
      code: 'INVALID_PARAM',
      message: containing('nested'),
    });
  });
});

describe('$or by indexes', () => {
  let cloud: LocalCloud;
  let db: Db;
  beforeAll(async () => {
    cloud = await startCloud({
      strictIndexes: true,
      collections: [
        { name: 'c', indexes: [index('an', ['a', 1], ['n', 1]), index('bn', ['b', 1], ['n', 1])] },
      ],
    });
    db = sdkFor(cloud).database();
    await db.collection('c').add({
      data: Array.from({ length: 300 }, (_, n) => ({
        _id: `d${n}`,
        n: (n * 7) % 300,
        a: n % 30,
        b: n % 50,
        z: n % 2,
      })),
    });
  });
  afterAll(() => cloud.close());

  test('each branch is narrowed, nothing comes twice, and the order and the limit hold', async () => {
    const { or, and } = db.command;
    const either = or({ a: 3 }, { b: 3 });
    cloud.resetStats();
    const { data } = await db.collection('c').where(either).orderBy('n', 'asc').limit(5).get();
    const expected = Array.from({ length: 300 }, (_, n) => n)
      .filter((n) => n % 30 === 3 || n % 50 === 3)
      .map((n) => (n * 7) % 300)
      .sort((x, y) => x - y);
    expect(data.map(({ n }) => n)).toEqual(expected.slice(0, 5));
    expect(cloud.stats().examined).toBeLessThanOrEqual(12);
    expect((await db.collection('c').where(either).count()).total).toBe(expected.length);
    const odd = await db
      .collection('c')
      .where(and({ z: 1 }, either))
      .orderBy('n', 'desc')
      .get();
    expect(odd.data.every(({ z }) => z === 1)).toBe(true);
    expect(
      (
        await db
          .collection('c')
          .where(either)
          .update({ data: { seen: true } })
      ).stats.updated,
    ).toBe(expected.length);
  });

  test('in strict mode every branch needs its index, and the missing one is named', async () => {
    const { or } = db.command;
    const ask = (query: object) => db.collection('c').where(query).get();
    expect(await failure(ask(or({ a: 3 }, { z: 1 })))).toMatchObject({
      errMsg: containing('Add an index on: z.'),
    });
    expect(await failure(ask(or({ z: 1 }, { y: 1 })))).toMatchObject({ errMsg: containing('$or') });
    const sorted = db
      .collection('c')
      .where(or({ a: 3 }, { b: 3 }))
      .orderBy('z', 'asc')
      .get();
    expect(await failure(sorted)).toMatchObject({ errMsg: containing('z') });
    expect(await failure(ask(db.command.nor({ a: 1 })))).toMatchObject({
      errMsg: containing('None could'),
    });
  });
});

describe('limits of indexes', () => {
  test('a key above 1,024 bytes is refused when written, one of 1,000 is not', async () => {
    const cloud = await startCloud({
      collections: [{ name: 'c', indexes: [index('t', ['t', 1])] }],
    });
    const c = sdkFor(cloud).database().collection('c');
    await c.add({ data: { t: 'x'.repeat(1000) } });
    // Bytes count, not characters.
    for (const t of ['x'.repeat(1100), '字'.repeat(400)])
      expect(await failure(c.add({ data: { t } }))).toMatchObject({
        errCode: -502001,
        errMsg: containing('key too large'),
      });
    expect((await c.count()).total).toBe(1);
    await cloud.close();
  });

  test('a collection has at most 20', async () => {
    const indexes = Array.from({ length: 21 }, (_, i) => index(`i${i}`, [`f${i}`, 1]));
    expect(await failure(startCloud({ collections: [{ name: 'c', indexes }] }))).toMatchObject({
      message: containing('at most 20 indexes'),
    });
    await (await startCloud({ collections: [{ name: 'c', indexes: indexes.slice(1) }] })).close();
  });
});
