import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUp } from '../../../config/backup/backup';
import { documentsOf, manifestOf, readManifest } from '../../../config/backup/format';
import { withStore } from '../../../config/backup/local-store';
import { compare, restore } from '../../../config/backup/restore';
import { parseKeyRing } from '../../../config/commands/key-ring';
import { mulberry32 } from '../../../demo/random';
import { storeFile } from '../../../cloudfunctions/platform/sdk';
import { monday, setClock } from '../support/clock';
import { dump, type Dump } from '../support/dump';
import { captureLog, type CapturedLog } from '../support/log';
import { startTestCloud } from '../support/test-cloud';

/** Issue 10, "Records": backup and restore of the whole data, compared document by document. */
describe('backup and restore', () => {
  let folder: string;
  let log: CapturedLog;
  let before: Dump;
  const sound = Buffer.from('a recording, as bytes: \u0000\u0001\u00ff');
  const at = (name: string) => path.join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-restore-'));
    log = captureLog();
    setClock(monday);
    const cloud = await startTestCloud({ dataDir: at('data') });
    const { seedDemo } = await import('../../../demo/seed');
    await seedDemo({ now: monday, size: 'demo', random: mulberry32(1) });
    await cloud.as('demo-teacher').call('family.listRoster', {});
    await cloud.runJobs();
    await storeFile('voice/somebody/recording1.mp3', sound);
    before = await dump(cloud.database);
    await cloud.close();
    await withStore(at('data'), (store) => backUp(store, at('backup'), monday));
  });
  afterAll(() => {
    log.stop();
    jest.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  test('into an empty folder everything is there again, and the county goes on', async () => {
    await withStore(at('empty'), (store) => restore(store, at('backup')));
    const cloud = await startTestCloud({ dataDir: at('empty') });
    try {
      const after = await dump(cloud.database);
      for (const [name, documents] of Object.entries(before)) {
        expect([name, after[name]]).toEqual([name, documents]);
      }
      expect(Object.values(after).flat().length).toBeGreaterThan(900);
      const home = await cloud.as('demo-grandma').call('account.home', {});
      expect(home.children).toMatchObject([{ nickname: '小树' }]);
      const { readFile } = await import('../../../cloudfunctions/platform/sdk');
      const fileId = 'cloud://local-env.local-bucket/voice/somebody/recording1.mp3';
      expect(await readFile(fileId)).toEqual(sound);
    } finally {
      await cloud.close();
    }
  });

  test('what is encrypted stays so, and no key is in it', () => {
    const ring = parseKeyRing(process.env.XINQIAO_KEYRING ?? '');
    const all = readdirSync(at('backup'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));
    const bytes = Buffer.concat(all);
    for (const key of [...Object.values(ring.keys), ring.index]) {
      expect(bytes.includes(key)).toBe(false);
    }
    expect(bytes.includes('小树')).toBe(false);
    // What was looked for would have been found: names of places are not encrypted.
    expect(bytes.includes('柳溪镇中心小学')).toBe(true);
  });

  test('where something is, nothing is restored', async () => {
    await withStore(at('data'), async (store) => {
      await expect(restore(store, at('backup'))).rejects.toThrow('empty folder');
      await compare(store, at('backup'), readManifest(at('backup')));
    });
  });

  test('a difference is found, be it one letter', async () => {
    await withStore(at('data'), async (store) => {
      const meddled: typeof store = {
        ...store,
        async read(name) {
          const lines = await store.read(name);
          return name === 'people'
            ? lines.map((line) => line.replace('grandma', 'grandmb'))
            : lines;
        },
      };
      const manifest = readManifest(at('backup'));
      await expect(compare(meddled, at('backup'), manifest)).rejects.toThrow('people differs');
    });
  });

  test('a damaged backup is refused before anything is written', async () => {
    const damaged = at('damaged');
    await withStore(at('data'), (store) => backUp(store, damaged, monday));
    appendFileSync(documentsOf(damaged, 'people'), '{"_id":"one-more"}\n');
    await withStore(at('untouched'), async (store) => {
      await expect(restore(store, damaged)).rejects.toThrow('damaged');
      expect(await store.read('regions')).toEqual([]);
    });
    rmSync(documentsOf(damaged, 'people'));
    expect(() => readManifest(damaged)).toThrow('missing');
    writeFileSync(manifestOf(damaged), '{"format":2}');
    expect(() => readManifest(damaged)).toThrow('another version');
  });

  test('half a backup is none, and an old one is not written over', async () => {
    await withStore(at('data'), async (store) => {
      const failing: typeof store = {
        ...store,
        read: (name) =>
          name === 'threads' ? Promise.reject(new Error('disk full')) : store.read(name),
      };
      await expect(backUp(failing, at('half'), monday)).rejects.toThrow('disk full');
      expect(existsSync(at('half'))).toBe(false);
      await expect(backUp(store, at('backup'), monday)).rejects.toThrow('there already');
      await backUp(store, at('half'), monday);
      expect(readManifest(at('half')).collections.length).toBeGreaterThan(40);
    });
  });
});
