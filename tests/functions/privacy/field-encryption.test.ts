import { randomBytes } from 'node:crypto';
import type * as Encryption from '../../../cloudfunctions/platform/field-encryption';

const key = () => randomBytes(32).toString('base64');
const place = { collection: 'children', id: 'c_1', field: 'nickname' };

/** The module as an instance loads it that has this key ring. */
async function withRing(ring: unknown): Promise<typeof Encryption> {
  jest.resetModules();
  process.env.XINQIAO_KEYRING = typeof ring === 'string' ? ring : JSON.stringify(ring);
  return import('../../../cloudfunctions/platform/field-encryption');
}

describe('field encryption', () => {
  const [first, second, index] = [key(), key(), key()];
  const old = { current: 'k1', keys: { k1: first }, index };

  test('what was encrypted comes back, and no two encryptions look alike', async () => {
    const { encrypt, decrypt } = await withRing(old);
    const values = [encrypt(place, '小石头'), encrypt(place, '小石头')];
    expect(values[0]).not.toBe(values[1]);
    for (const value of values) {
      expect(value).toMatch(/^e1\.k1\./);
      expect(value).not.toContain('小石头');
      expect(decrypt(place, value)).toBe('小石头');
    }
    expect(decrypt(place, encrypt(place, ''))).toBe('');
  });

  test.each([
    { ...place, id: 'c_2' },
    { ...place, field: 'birth' },
    { ...place, collection: 'people' },
    // The three parts are kept apart: none can borrow letters from its neighbour.
    { collection: 'children","c_1', id: '', field: 'nickname' },
  ])('a value that was moved to %j is refused', async (elsewhere) => {
    const { encrypt, decrypt } = await withRing(old);
    const value = encrypt(place, '小石头');
    expect(() => decrypt(elsewhere, value)).toThrow();
  });

  test('a value that was changed anywhere is refused', async () => {
    const { encrypt, decrypt } = await withRing(old);
    const parts = encrypt(place, '小石头').split('.');
    for (const changed of [2, 3, 4]) {
      const tampered = parts.map((part, at) => (at === changed ? flip(part) : part)).join('.');
      expect(() => decrypt(place, tampered)).toThrow();
    }
    for (const cut of [0, 1, 2, 3, 4]) {
      expect(() => decrypt(place, parts.slice(0, cut).join('.'))).toThrow();
    }
  });

  test('a tag that was shortened is refused, although GCM itself would take it', async () => {
    const { encrypt, decrypt } = await withRing(old);
    const parts = encrypt(place, '小石头').split('.');
    const tag = Buffer.from(parts[3] ?? '', 'base64url');
    const short = tag.subarray(0, 4).toString('base64url');
    const tampered = parts.map((part, at) => (at === 3 ? short : part)).join('.');
    expect(() => decrypt(place, tampered)).toThrow();
  });

  test('after a change of keys old values are read and new ones use the new key', async () => {
    const before = (await withRing(old)).encrypt(place, '小石头');
    const ring = { current: 'k2', keys: { k1: first, k2: second }, index };
    const { encrypt, decrypt } = await withRing(ring);
    expect(decrypt(place, before)).toBe('小石头');
    const after = encrypt(place, '小石头');
    expect(after).toMatch(/^e1\.k2\./);
    expect(decrypt(place, after)).toBe('小石头');
  });

  test('without its key a value cannot be read, under another’s name neither', async () => {
    const value = (await withRing(old)).encrypt(place, '小石头');
    const without = await withRing({ current: 'k2', keys: { k2: second }, index });
    expect(() => without.decrypt(place, value)).toThrow('k1');
    const renamed = await withRing({ current: 'k1', keys: { k1: second }, index });
    expect(() => renamed.decrypt(place, value)).toThrow();
  });

  test('the index of a text stays the same when the keys change, and differs by purpose', async () => {
    const before = (await withRing(old)).blindIndex('phone', '13800001234');
    const { blindIndex } = await withRing({ current: 'k2', keys: { k2: second }, index });
    expect(blindIndex('phone', '13800001234')).toBe(before);
    expect(blindIndex('phone', '13800001235')).not.toBe(before);
    expect(blindIndex('voice-folder', '13800001234')).not.toBe(before);
    expect(before).not.toContain('138');
  });

  test.each([
    ['is missing', ''],
    ['is no JSON', '{'],
    ['has no current key', { current: 'k9', keys: { k1: first }, index }],
    ['has a key that is too short', { current: 'k1', keys: { k1: 'c2hvcnQ=' }, index }],
    ['has no index key', { current: 'k1', keys: { k1: first } }],
  ])('a key ring that %s stops everything', async (_case, ring) => {
    const { encrypt } = await withRing(ring);
    expect(() => encrypt(place, 'x')).toThrow();
  });
});

/** The same length, another value. */
function flip(part: string): string {
  return (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
}
