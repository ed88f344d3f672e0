/** The simulated phone: asked for consent as WeChat asks, and what it shows. */
import type { LocalCloud } from '../../local-cloud/index';
import { parseObject, raw } from './helpers';
import { BOOKED, STANDING, message, openApiAt, startWeChat } from './openapi-helpers';

const SAME_TITLE = { id: 'T-twin', title: BOOKED.title, fields: ['thing1'] };
const MORE = ['T-a', 'T-b', 'T-c'].map((id) => ({ id, title: id, fields: ['thing1'] }));

let cloud: LocalCloud;
beforeEach(async () => {
  cloud = await startWeChat({ templates: [BOOKED, STANDING, SAME_TITLE, ...MORE] });
});
afterEach(() => cloud.close());

const headers = { 'content-type': 'application/json', 'x-openid': 'o-father' };
const post = (path: string, body: object, more: Record<string, string> = {}) =>
  raw(cloud, 'POST', `/device/${path}`, { ...headers, ...more }, JSON.stringify(body));
const subscribe = async (body: object) => parseObject((await post('subscribe', body)).body);
const credits = (id: string) => cloud.creditsOf('o-father', id);
const cards = async (openid = 'o-father') => {
  const { body } = await raw(cloud, 'GET', '/device/messages', { 'x-openid': openid });
  return parseObject(body).messages as { id: string; read: boolean; fields: unknown[] }[];
};
const send = (thing: string) =>
  openApiAt(cloud.adminUrl).subscribeMessage.send({
    ...message(),
    templateId: 'T-a',
    data: { thing1: { value: thing } },
  });

test('a consent is answered as WeChat answers, and is worth one message each time', async () => {
  const answer = { errMsg: 'requestSubscribeMessage:ok', [BOOKED.id]: 'accept' };
  expect(await subscribe({ tmplIds: [BOOKED.id] })).toEqual(answer);
  expect(await subscribe({ tmplIds: [BOOKED.id] })).toEqual(answer);
  expect(credits(BOOKED.id)).toBe(2);
});

test('each template has its own answer, and only accepting counts', async () => {
  const answers = { 'T-a': 'accept', 'T-b': 'reject', 'T-c': 'ban' };
  expect(await subscribe({ tmplIds: ['T-a', 'T-b', 'T-c'], answers })).toEqual({
    errMsg: 'requestSubscribeMessage:ok',
    ...answers,
  });
  expect([credits('T-a'), credits('T-b'), credits('T-c')]).toEqual([1, 0, 0]);
});

test('of two templates with one title the second is filtered', async () => {
  expect(await subscribe({ tmplIds: [BOOKED.id, SAME_TITLE.id] })).toMatchObject({
    [BOOKED.id]: 'accept',
    [SAME_TITLE.id]: 'filter',
  });
  expect(credits(SAME_TITLE.id)).toBe(0);
});

test('an id given twice is asked for once', async () => {
  await subscribe({ tmplIds: ['T-a', 'T-a'] });
  expect(credits('T-a')).toBe(1);
});

test.each([
  ['no ids', {}, 10001],
  ['an empty list', { tmplIds: [] }, 10001],
  ['a text', { tmplIds: 'T-a' }, 10004],
  ['numbers', { tmplIds: [1] }, 10004],
  ['four ids', { tmplIds: ['T-a', 'T-b', 'T-c', BOOKED.id] }, 20003],
  ['an unknown id', { tmplIds: ['T-none'] }, 20001],
  ['an unknown id beside a known one', { tmplIds: ['T-a', 'T-none'] }, 20001],
  ['both kinds of templates', { tmplIds: ['T-a', STANDING.id] }, 20002],
])('%s fails as WeChat documents it, and nothing is granted', async (_name, body, errCode) => {
  const answer = await subscribe(body);
  expect(answer).toMatchObject({ errCode });
  expect(answer.errMsg).toMatch(/^requestSubscribeMessage:fail /);
  expect(credits('T-a')).toBe(0);
});

test('a refusal for good is kept, takes back what was left, and is not asked again', async () => {
  await subscribe({ tmplIds: ['T-a'] });
  await subscribe({ tmplIds: ['T-a'], answers: { 'T-a': 'reject' }, always: true });
  expect(credits('T-a')).toBe(0);
  expect(await subscribe({ tmplIds: ['T-a'], answers: { 'T-a': 'accept' } })).toMatchObject({
    'T-a': 'reject',
  });
  expect(credits('T-a')).toBe(0);
  await expect(send('x')).rejects.toMatchObject({ errCode: 43101 });
});

test('a consent for good gives one more each time it would be asked', async () => {
  await subscribe({ tmplIds: ['T-a'], always: true });
  expect(await subscribe({ tmplIds: ['T-a'], answers: { 'T-a': 'reject' } })).toMatchObject({
    'T-a': 'accept',
  });
  expect(credits('T-a')).toBe(2);
});

test('shows its own cards, newest first, unread until read', async () => {
  cloud.visit('o-mother');
  cloud.grantSubscription('o-father', 'T-a', 3);
  for (const thing of ['第一', '第二', '第三']) await send(thing);
  const before = await cards();
  expect(before.map(({ fields }) => fields)).toEqual(
    ['第三', '第二', '第一'].map((value) => [{ name: 'thing1', label: '', value }]),
  );
  expect(before.every(({ read }) => !read)).toBe(true);
  expect(await cards('o-mother')).toEqual([]);

  const ids = before.slice(0, 1).map(({ id }) => id);
  // Somebody else's cards cannot be marked.
  expect((await post('messages/read', { ids }, { 'x-openid': 'o-mother' })).body).toBe(
    '{"read":0}',
  );
  expect((await post('messages/read', { ids })).body).toBe('{"read":1}');
  expect((await cards()).map(({ read }) => read)).toEqual([true, false, false]);
  expect((await post('messages/read', {})).body).toBe('{"read":2}');
  expect((await cards()).every(({ read }) => read)).toBe(true);
});

test.each([
  ['a foreign Origin', { origin: 'https://evil.example' }, 403],
  ['a foreign Host', { host: 'evil.example' }, 403],
  ['a cross-site request', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['nobody', { 'x-openid': '' }, 400],
])('a consent from %s is refused', async (_name, more, status) => {
  expect((await post('subscribe', { tmplIds: ['T-a'] }, more)).status).toBe(status);
  expect(credits('T-a')).toBe(0);
});

test.each([
  ['GET', '/device/subscribe', 405],
  ['POST', '/device/messages', 405],
  ['GET', '/device/none', 404],
])('%s %s is %i', async (method, path, status) => {
  expect((await raw(cloud, method, path, headers)).status).toBe(status);
});

test.each(['nonsense', '[1]', '{"tmplIds":["T-a"],"answers":{"T-a":"maybe"}}'])(
  'a body like %s is refused with 400',
  async (body) => {
    expect((await raw(cloud, 'POST', '/device/subscribe', headers, body)).status).toBe(400);
    expect(credits('T-a')).toBe(0);
  },
);
