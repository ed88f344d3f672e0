/** What strict mode lets through and what not, beyond the plain cases in database.test.ts. */
import type { LocalCloud } from '../../local-cloud/index';
import { type Db, failure, sdkFor, startCloud } from './helpers';

let cloud: LocalCloud;
let db: Db;
beforeAll(async () => {
  cloud = await startCloud({
    strictIndexes: true,
    collections: [
      {
        name: 'c',
        indexes: [
          { name: 'n', fields: [['n', 1]] },
          {
            name: 'page',
            fields: [
              ['school', 1],
              ['_id', 1],
            ],
          },
        ],
      },
    ],
  });
  db = sdkFor(cloud).database();
  for (let n = 0; n < 6; n++)
    await db.collection('c').add({ data: { _id: `i${n}`, n, m: n, school: 's', friend: n } });
});
afterAll(() => cloud.close());

const c = () => db.collection('c');
const start = () => c().aggregate();
const lookup = (foreignField: string) =>
  start().match({ n: 1 }).lookup({ from: 'c', localField: 'friend', foreignField, as: 'f' });

test.each<[string, () => Promise<unknown>]>([
  ['the first by an order', () => start().sort({ m: 1 }).limit(3).end()],
  ['the first by an order that an index has', () => start().sort({ n: 1 }).limit(3).end()],
  ['groups of everything', () => start().group({ _id: '$m' }).end()],
  ['a condition that comes too late', () => start().project({ n: 1 }).match({ n: 1 }).end()],
  ['an empty condition', () => start().match({}).end()],
  ['a join by a field without an index', () => lookup('m').end()],
  [
    'all ids and a condition',
    () =>
      c()
        .where({ _id: db.command.gte(''), m: 5 })
        .get(),
  ],
  [
    'a range of ids in another order',
    () =>
      start()
        .match({ _id: db.command.gt('i2') })
        .sort({ m: 1 })
        .end(),
  ],
  ['a condition in an order of its own', () => start().match({ n: 1 }).sort({ m: 1 }).end()],
])('refused: %s', async (_what, ask) => {
  expect(JSON.stringify(await failure(ask()))).toMatch(/no index of/);
});

test.each<[string, () => Promise<unknown>, number]>([
  [
    'ids in their order',
    () =>
      c()
        .where({ _id: db.command.gt('i2') })
        .orderBy('_id', 'asc')
        .get(),
    3,
  ],
  [
    'ids between two',
    () =>
      c()
        .where({ _id: db.command.and(db.command.gte('i2'), db.command.lt('i4')) })
        .get(),
    2,
  ],
  ['the first ids', () => c().orderBy('_id', 'asc').limit(4).get(), 4],
  [
    'the next page of a school',
    () =>
      c()
        .where({ school: 's', _id: db.command.gt('i3') })
        .orderBy('_id', 'asc')
        .get(),
    2,
  ],
  [
    'a condition and ids',
    () =>
      c()
        .where({ n: db.command.gt(3), _id: db.command.gt('i0') })
        .get(),
    2,
  ],
  [
    'chosen ids and a condition',
    () =>
      c()
        .where({ _id: db.command.in(['i1', 'i2']), m: 2 })
        .get(),
    1,
  ],
  [
    'a condition and its order',
    () =>
      start()
        .match({ n: db.command.gt(1) })
        .sort({ n: -1 })
        .end(),
    4,
  ],
  ['a join by a field with an index', () => lookup('n').end(), 1],
  ['a join by the id', () => lookup('_id').end(), 1],
])('served: %s', async (_what, ask, count) => {
  const answer = (await ask()) as { data?: unknown[]; list?: unknown[] };
  expect(answer.data ?? answer.list).toHaveLength(count);
});
