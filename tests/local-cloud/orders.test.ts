/** Orders that an index must not change, and orders that are refused. */
import { containing, failure, sdkFor, startCloud } from './helpers';

test('documents held at one element of a list come in the order of the list, with an index and without', async () => {
  const cloud = await startCloud({
    collections: [
      { name: 'indexed', indexes: [{ name: 'a', fields: [['a', 1]] }] },
      { name: 'plain', indexes: [] },
    ],
  });
  const db = sdkFor(cloud).database();
  for (const name of ['indexed', 'plain']) {
    const all = db.collection(name);
    await all.add({ data: { _id: 'high', a: [5, 9] } });
    await all.add({ data: { _id: 'low', a: [1, 5] } });
    for (const [direction, expected] of [
      ['asc', ['low', 'high']],
      ['desc', ['high', 'low']],
    ] as const) {
      const { data } = await all.where({ a: 5 }).orderBy('a', direction).get();
      expect([name, ...data.map(({ _id }) => _id)]).toEqual([name, ...expected]);
    }
  }
  await cloud.close();
});

test('an order, an index and a comparison by a position in a list are refused', async () => {
  const cloud = await startCloud({ collections: [{ name: 'c', indexes: [] }] });
  const db = sdkFor(cloud).database();
  const c = db.collection('c');
  await c.add({ data: { a: ['😀'] } });
  for (const asked of [
    c.orderBy('a.0', 'asc').get(),
    c.where({ 'a.0': db.command.gt('😀') }).get(),
    c.aggregate().sort({ 'a.0': 1 }).end(),
  ])
    expect(JSON.stringify(await failure(asked))).toMatch(/position in 'a.0'/);
  await cloud.close();
  const collections = [
    { name: 'c', indexes: [{ name: 'a', fields: [['a.0', 1]] as [string, 1 | -1][] }] },
  ];
  expect(await failure(startCloud({ collections }))).toMatchObject({
    message: containing("'a.0'"),
  });
});
