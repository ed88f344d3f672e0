import * as v from 'valibot';
import { actionNames, AnswerSchema, contract, RequestSchema } from '@contract';
import { errorCodes, errorMeanings, isErrorCode } from '@contract/errors';
import { nationalLines } from '@contract/national-lines';
import { DaySchema, IdSchema, NicknameSchema, PhoneSchema, VoiceSchema } from '@contract/shapes';
import { newRequestId } from '@/cloud/request-id';

/** Nothing that shames, labels, frightens or needs an engineer to understand. */
const unwanted =
  /留守|心理|精神|病人|患者|错误|失败|异常|无效|非法|禁止|请求|参数|服务器|系统|超时|网络连接|您错|[A-Za-z]|！/;

describe('what an error says', () => {
  test.each(errorCodes)('%s: one or two plain sentences that say what to do', (code) => {
    const { message, retry } = errorMeanings[code];
    expect(message).toMatch(/^[^。]+。([^。]+。)?$/);
    expect(message).not.toMatch(unwanted);
    expect(Array.from(message).length).toBeLessThanOrEqual(30);
    expect(['never', 'same']).toContain(retry);
  });

  test('only what may work the next time says "same"', () => {
    const again = errorCodes.filter((code) => errorMeanings[code].retry === 'same');
    expect(again.sort()).toStrictEqual(['BUSY', 'INTERNAL', 'OFFLINE', 'TIMEOUT', 'TOO_FAST']);
  });

  test('a code is one of the table, and nothing that objects have by nature', () => {
    expect(isErrorCode('BUSY')).toBe(true);
    for (const code of ['toString', '__proto__', 'constructor', 'busy', '']) {
      expect(isErrorCode(code)).toBe(false);
    }
  });

  test('an answer with a code that this version does not know is not understood', () => {
    const error = { code: 'FROM_THE_FUTURE', message: '。', retry: 'never' };
    expect(v.is(AnswerSchema, { ok: false, error })).toBe(false);
    expect(v.is(AnswerSchema, { ok: false, error: { ...error, code: 'BUSY' } })).toBe(true);
  });
});

describe('the list of actions', () => {
  test.each(actionNames)('%s has an area, a verb and one sentence', (name) => {
    expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
    expect(contract[name].summary).toMatch(/^[A-Z].+\.$/);
  });
});

describe('ids of requests', () => {
  const request = (requestId: unknown) => ({ action: 'account.home', input: {}, requestId });

  test('those we make are accepted and never the same', () => {
    const ids = Array.from({ length: 1000 }, () => newRequestId());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(v.is(RequestSchema, request(id))).toBe(true);
  });

  test('the same moment and the same chance give the same id: both are passed in', () => {
    expect(newRequestId(1, () => 0.5)).toBe(newRequestId(1, () => 0.5));
    expect(newRequestId(1, () => 0.999_999)).toMatch(/^1-9{12}$/);
  });

  test.each([
    '1234567',
    'x'.repeat(65),
    'with space',
    '中文中文中文中文',
    'a/b/c/d/e',
    'line\nfeed1',
  ])('%j is refused', (id) => {
    expect(v.is(RequestSchema, request(id))).toBe(false);
  });
});

describe('shapes', () => {
  test.each([
    ['138 0000 1234', '13800001234'],
    ['0739-1234567', '07391234567'],
    [' 13800001234 ', '13800001234'],
  ])('the number %s is kept as %s', (typed, kept) => {
    expect(v.parse(PhoneSchema, typed)).toBe(kept);
  });

  test.each(['', '12356', '2380000123', '+8613800001234', '1380000123４', '13800001234x'])(
    '%j is no number',
    (typed) => {
      expect(v.is(PhoneSchema, typed)).toBe(false);
    },
  );

  test('a name counts whole characters, and carries neither markup nor invisible signs', () => {
    expect(v.is(NicknameSchema, '😀'.repeat(10))).toBe(true);
    expect(v.is(NicknameSchema, '😀'.repeat(11))).toBe(false);
    for (const name of ['<a>', 'a{b}', 'a/b', 'a\\b', '\u202e', 'a\u0000']) {
      expect(v.is(NicknameSchema, name)).toBe(false);
    }
  });

  test.each(['a_b-C1', 'x'.repeat(80)])('%s is an id', (id) => {
    expect(v.is(IdSchema, id)).toBe(true);
  });

  test.each(['', 'x'.repeat(81), 'a.b', 'a/b', 'a b', '$ne', '中', 'a\n'])('%j is no id', (id) => {
    expect(v.is(IdSchema, id)).toBe(false);
  });

  test('a recording lies in a folder of recordings, under a plain name, and is short', () => {
    const voice = { fileId: 'cloud://env.bucket/voice/folder-1/a-1.mp3', seconds: 12 };
    expect(v.is(VoiceSchema, voice)).toBe(true);
    for (const fileId of [
      'https://evil.example/voice/a/b.mp3',
      'cloud://env.bucket/voice/../a/b.mp3',
      'cloud://env.bucket/other/a/b.mp3',
      'cloud://env.bucket/voice/a/b.exe',
      'cloud://env.bucket/voice/a/b.mp3?x=1',
    ]) {
      expect(v.is(VoiceSchema, { ...voice, fileId })).toBe(false);
    }
    for (const seconds of [0, 61, 1.5, -1]) {
      expect(v.is(VoiceSchema, { ...voice, seconds })).toBe(false);
    }
  });

  test('a day is written as 2026-11-24', () => {
    expect(v.is(DaySchema, '2026-11-24')).toBe(true);
    for (const day of ['2026-13-01', '2026-11-32', '26-11-24', '2026/11/24', '']) {
      expect(v.is(DaySchema, day)).toBe(false);
    }
  });
});

describe('telephone lines that travel with the mini program', () => {
  test('begin with those for danger, each with hours and a purpose', () => {
    const numbers = nationalLines.map(({ number }) => number);
    expect(numbers.slice(0, 3)).toStrictEqual(['120', '110', '12356']);
    for (const { hours, purpose, name } of nationalLines) {
      expect([hours, purpose, name].every((text) => text.length > 0)).toBe(true);
    }
    const orders = nationalLines.map(({ order }) => order);
    expect(orders).toStrictEqual([...orders].sort((a, b) => a - b));
  });
});
