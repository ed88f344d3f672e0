import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseKeyRing, withNewKey, type KeyRing } from '../../../config/commands/key-ring';
import { treeId } from '../../../demo/families/demonstration';
import { mulberry32 } from '../../../demo/random';
import { monday, setClock } from '../support/clock';
import { captureLog, type CapturedLog } from '../support/log';
import type { TestCloud } from '../support/test-cloud';

/** Issue 4, "Protection": versioned keys and a re-encryption command. */
describe('a change of keys', () => {
  let folder: string;
  let log: CapturedLog;
  const ringOf = (cloud: string | undefined): KeyRing => parseKeyRing(cloud ?? '');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-keys-'));
    log = captureLog();
    setClock(monday);
  });
  afterEach(() => {
    log.stop();
    jest.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The data folder as a process sees it that was started with this ring. */
  async function withRing<Result>(
    ring: KeyRing | undefined,
    work: (cloud: TestCloud) => Promise<Result>,
  ): Promise<Result> {
    jest.resetModules();
    if (ring) process.env.XINQIAO_KEYRING = JSON.stringify(ring);
    const { startTestCloud } = await import('../support/test-cloud');
    const cloud = await startTestCloud({ dataDir: path.join(folder, 'data') });
    try {
      return await work(cloud);
    } finally {
      await cloud.close();
    }
  }

  async function seeded(): Promise<{ ring: KeyRing; counts: Record<string, number> }> {
    const counts = await withRing(undefined, async (cloud) => {
      const { seedDemo } = await import('../../../demo/seed');
      await seedDemo({ now: monday, size: 'demo', random: mulberry32(1) });
      const grandma = cloud.as('demo-grandma');
      await grandma.call('family.inviteFamily', { childId: treeId });
      await cloud.as('demo-teacher').call('family.listRoster', {});
      return counted(cloud);
    });
    return { ring: ringOf(process.env.XINQIAO_KEYRING), counts };
  }

  async function counted(cloud: TestCloud): Promise<Record<string, number>> {
    const { countByKey } = await import('../../../cloudfunctions/platform/rotate-keys');
    return countByKey(cloud.database);
  }

  /** What people read of it: names, numbers, visits. */
  async function expectReadable(cloud: TestCloud): Promise<void> {
    const home = await cloud.as('demo-grandma').call('account.home', {});
    expect(home.children).toMatchObject([{ nickname: '小树' }]);
    expect(home.person.phoneEnding).toMatch(/^\d{4}$/);
    const { children } = await cloud.as('demo-teacher').call('family.listRoster', {});
    expect(children.length).toBeGreaterThan(5);
    const { posts } = await cloud.as('demo-admin').call('account.listStaff', {});
    expect(posts.map(({ name }) => name)).toContain('李老师');
  }

  test('by the command: counts before and after, and the old key can then be taken away', async () => {
    const { ring, counts } = await seeded();
    const dataDir = path.join(folder, 'data');
    writeFileSync(path.join(dataDir, 'keys.json'), JSON.stringify(ring));
    const { buildFunctions } = await import('../../../config/build-functions');
    const functionsDir = path.join(folder, 'functions');
    await buildFunctions({ outDir: functionsDir });
    jest.resetModules();
    const { rotateFolder } = await import('../../../config/commands/rotate-keys');
    const { key, before, after } = await rotateFolder(dataDir, functionsDir);
    expect(before).toStrictEqual(counts);
    expect(Object.keys(after)).toStrictEqual([key]);
    const total = before[ring.current] ?? 0;
    expect(total).toBeGreaterThan(250);
    // Everything that was there, and what the job's other work has written since, under the new key.
    expect(after[key]).toBeGreaterThanOrEqual(total);
    process.stdout.write(`key rotation: ${JSON.stringify({ before, after })}\n`);
    const { readKeyRing } = await import('../../../config/commands/key-ring');
    const fresh = parseKeyRing(readKeyRing(dataDir));
    expect(Object.keys(fresh.keys)).toContain(ring.current);
    const alone = { ...fresh, keys: { [key]: fresh.keys[key] ?? '' } };
    await withRing(alone, expectReadable);
    // Values of before that nobody may open with the new key alone would throw above.
    process.env.XINQIAO_KEYRING = JSON.stringify(fresh);
  }, 300_000);

  test('that is interrupted goes on; a change meanwhile is not lost, also under the old key', async () => {
    const { ring } = await seeded();
    const old = ring.current;
    const next = withNewKey(ring);
    // What an instance that still has the old ring will write behind the back of the work.
    const late = await withRing(ring, async () => {
      const { encrypt } = await import('../../../cloudfunctions/platform/field-encryption');
      const place = { collection: 'people', id: 'demo-father', field: 'phone' };
      return encrypt(place, '13900000007');
    });
    await withRing(next, async (cloud) => {
      const { rotateKeys } = await import('../../../cloudfunctions/platform/rotate-keys');
      const { people, progress } = await import('../../../cloudfunctions/platform/collections');
      const { database, cloud: server } = cloud;
      expect(await rotateKeys(database, 1)).toBeGreaterThan(0);
      for (const nth of [3, 9, 20]) {
        server.faults.add({ on: 'request', nth, effect: { fail: 'DATABASE_REQUEST_FAILED' } });
        await rotateKeys(database, 1).catch(() => 0);
        server.faults.clear();
      }
      const grandma = cloud.as('demo-grandma');
      await Promise.all([
        rotateKeys(database, 2),
        grandma.call('account.updateSettings', { phone: '13900000008' }),
        grandma.call('family.updateChild', { childId: treeId, nickname: '树树' }),
      ]);
      const at = async () => (await database.get(progress, 'rotate-keys'))?.collection ?? '';
      while ((await at()) <= 'people') await rotateKeys(database, 1);
      await database.update(people, 'demo-father', { phone: late });
      while (!(await database.get(progress, 'rotate-keys'))?.done) await rotateKeys(database, 3);
      expect(Object.keys(await counted(cloud))).toStrictEqual([next.current]);
      expect(old).not.toBe(next.current);
      const home = await grandma.call('account.home', {});
      expect(home.children).toMatchObject([{ nickname: '树树' }]);
      expect(home.person.phoneEnding).toBe('0008');
      const father = await cloud.as('demo-father').call('account.home', {});
      expect(father.person.phoneEnding).toBe('0007');
    });
  }, 300_000);

  test('keeps the blind index, takes the next number, and refuses a ring that is none', () => {
    const ring = ringOf(process.env.XINQIAO_KEYRING);
    const next = withNewKey(withNewKey({ ...ring, current: 'k1', keys: { k1: 'a', k7: 'b' } }));
    expect(next).toMatchObject({ current: 'k9', index: ring.index });
    expect(Object.keys(next.keys)).toStrictEqual(['k1', 'k7', 'k8', 'k9']);
    for (const text of ['', '{}', '{"current":1}'])
      expect(() => parseKeyRing(text)).toThrow('ring');
  });
});
