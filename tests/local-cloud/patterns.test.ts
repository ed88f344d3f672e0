/** Regular expressions match what MongoDB's library matches, or are refused. */
import type { LocalCloud } from '../../local-cloud/index';
import { type Db, failure, matching, sdkFor, startCloud } from './helpers';

let cloud: LocalCloud;
let db: Db;
beforeAll(async () => {
  cloud = await startCloud({ collections: [{ name: 'c', indexes: [] }] });
  db = sdkFor(cloud).database();
});
afterAll(() => cloud.close());

const matches = async (regexp: string, text: string, options = '') => {
  const c = db.collection('c');
  await c.doc('t').set({ data: { text, list: [text] } });
  const { total } = await c.where({ text: db.RegExp({ regexp, options }) }).count();
  const inList = await c.where({ list: db.command.in([db.RegExp({ regexp, options })]) }).count();
  expect(inList.total).toBe(total);
  return total === 1;
};

test.each<[string, string, boolean, string?]>([
  ['^.$', '😀', true],
  ['^..$', '😀', false],
  ['^[😀]$', '😀', true],
  ['a$', 'a\n', true],
  ['a$', 'a\n\n', false],
  ['^b', 'a\nb', false],
  ['^b', 'a\nb', true, 'm'],
  ['^', 'a', true, 'm'],
  ['a$', 'a\nb', true, 'm'],
  ['a$', 'a\rb', false, 'm'],
  ['a.b', 'a\rb', true],
  ['a.b', 'a\nb', false],
  ['a.b', 'a\nb', true, 's'],
  ['a\\sb', 'a\u3000b', false],
  ['a[\\s]b', 'a b', true],
  ['a[\\S]b', 'a\u3000b', true],
  ['a[\\S]b', 'a b', false],
  ['\\-\\_\\"\\/', '-_"/', true],
  ['^[\\-\\w]+$', 'a-b_c', true],
  ['^[-\\w]+$', 'a-b_c', true],
  ['^[a-c\\s-]+$', 'b -', true],
  ['^[]a]+$', 'a]', true],
  ['^[a[]+$', 'a[', true],
  ['^\\d{3,}$', '1234', true],
  ['{a}', '{a}', true],
  ['^(?:a|(?<x>b))(?=c)(?!d)', 'bc', true],
  ['ABC', 'abc', true, 'i'],
  ['\\bab\\b', 'x ab y', true],
])('/%s/ on %j: %s', async (...[source, text, expected, options = '']) => {
  expect(await matches(source, text, options)).toBe(expected);
});

test.each([
  ...[
    '\\Aa',
    'a\\z',
    'a\\Z',
    '\\Qa.b\\E',
    '\\h',
    '\\H',
    '\\R',
    '\\X',
    '\\K',
    '\\v',
    '\\e',
    '\\u4e00',
  ],
  ...[
    '\\p{Han}',
    '\\P{L}',
    '[[:alpha:]]',
    '(?i)a',
    '(?i:a)',
    '(?>a)',
    '(?#x)a',
    '(?P<n>a)',
    '(?|a)',
  ],
  ...[
    '(?<=a)b',
    '(a)\\1',
    '(?<n>a)\\k<n>',
    '[\\s-z]',
    '[a-\\s]',
    '(*UTF8)a',
    '\\x{4e00}',
    '[\\h]',
    'a{,5}',
  ],
])('/%s/ is refused', async (source) => {
  expect(await failure(matches(source, 'a'))).toMatchObject({
    errMsg: matching(/bad regular expression|regular expression.*not implemented/),
  });
});

test.each(['a++', '(', '[a', 'a\\', 'a{70000}', '[z-a]'])('/%s/ is no pattern', async (source) => {
  expect(await failure(matches(source, 'a'))).toMatchObject({
    errMsg: matching(/regular expression/),
  });
});

test('also in what is pulled, shown, and matched later in an aggregation', async () => {
  const c = db.collection('c');
  const bad = db.RegExp({ regexp: '\\Aa' });
  const one = db.RegExp({ regexp: '^.$' });
  await c.doc('t').set({ data: { list: ['😀', 'ab'] } });
  const later = (pattern: unknown) => c.aggregate().unwind('$list').match({ list: pattern }).end();
  expect((await later(one)).list).toHaveLength(1);
  const { pull, project } = db.command;
  for (const operation of [
    c.doc('t').update({ data: { list: pull(bad) } }),
    c.field({ list: project.elemMatch({ a: bad }) }).get(),
  ])
    expect(await failure(operation)).toMatchObject({ errMsg: matching(/not implemented/) });
  expect(JSON.stringify(await failure(later(bad)))).toContain('not implemented');
  await c.doc('t').update({ data: { list: pull(one) } });
  expect((await c.doc('t').get()).data.list).toEqual(['ab']);
  const found = { $regexMatch: { input: '$list', regex: '\\Aa' } };
  const expressed = await failure(c.aggregate().addFields({ found }).end());
  expect(JSON.stringify(expressed)).toContain('$regexMatch is not implemented');
});
