/** A clock that can be moved and faults on order, through real function processes and the real SDK. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../local-cloud/index';
import { sdkFor, startCloud, type Db } from './helpers';

/** Writes a note, counts, and tells the time; as a project's function would, with the real SDK. */
const NOTES = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async (event) => {
  const offset = Number(process.env.LOCAL_CLOUD_CLOCK_OFFSET_MS) || 0;
  const now = Date.now() + offset;
  if (event.Type === 'Timer') {
    await cloud.database().collection('notes').add({ data: { timer: event.TriggerName, time: event.Time, now } });
    return now;
  }
  if (event.note) {
    await cloud.database().collection('notes').add({ data: { _id: event.note } });
    await cloud.database().collection('notes').doc(event.note).update({ data: { said: true } });
  }
  return { now };
};`;
const monday = Date.parse('2026-11-23T00:00:00Z');
const hour = 3_600_000;

describe('a cloud whose clock and luck can be chosen', () => {
  let folder: string;
  let cloud: LocalCloud;
  let db: Db;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'local-cloud-faults-'));
    mkdirSync(join(folder, 'notes'));
    writeFileSync(join(folder, 'notes', 'index.js'), NOTES);
    writeFileSync(
      join(folder, 'notes', 'config.json'),
      JSON.stringify({
        timeout: 20,
        triggers: [{ name: 'hourly', type: 'timer', config: '0 5 * * * * *' }],
      }),
    );
    mkdirSync(join(folder, 'slow'));
    writeFileSync(
      join(folder, 'slow', 'index.js'),
      `const until = Date.now() + 700; while (Date.now() < until);
      exports.main = () => Number(process.env.LOCAL_CLOUD_CLOCK_OFFSET_MS) || 0;`,
    );
    cloud = await startCloud({
      functionsDir: folder,
      collections: [{ name: 'notes', indexes: [] }],
      functionEnv: { NODE_PATH: join(__dirname, '..', '..', 'node_modules') },
      maxInstances: 1,
    });
    db = sdkFor(cloud).database();
  });
  afterEach(() => cloud.faults.clear());
  afterAll(async () => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = (event: object) => cloud.callFunction('notes', event, { openid: 'somebody' });
  const timeInside = async (): Promise<number> => {
    const answer = await call({});
    if (!answer.ok) throw new Error(answer.errMsg);
    return (answer.result as { now: number }).now;
  };
  const stored = async (id: string) => (await db.collection('notes').where({ _id: id }).get()).data;

  describe('the clock', () => {
    test('a function sees the time that was set, in the same process and the next', async () => {
      const real = Date.now();
      expect(Math.abs((await timeInside()) - real)).toBeLessThan(5_000);
      cloud.clock.set(monday);
      expect(Math.abs((await timeInside()) - monday)).toBeLessThan(5_000);
      cloud.clock.set(Date.now());
      expect(Math.abs((await timeInside()) - Date.now())).toBeLessThan(5_000);
    });

    test('a process that is slow to load sees the same time as the cloud', async () => {
      const seen = await cloud.callFunction('slow', {}, {});
      if (!seen.ok) throw new Error(seen.errMsg);
      // It took 700 ms to load; its clock was not moved by that.
      expect(seen.result).toBe(0);
    });

    test('two who move it at once both do, one after the other', async () => {
      cloud.clock.set(monday);
      const both = await Promise.all([cloud.clock.advance(hour), cloud.clock.advance(hour)]);
      expect(both.flat().map(({ at }) => at - monday)).toStrictEqual([
        5 * 60_000,
        hour + 5 * 60_000,
      ]);
      expect(Math.abs(cloud.clock.now() - (monday + 2 * hour))).toBeLessThan(5_000);
    });

    test('setting it while it moves counts, and what was left does not fire', async () => {
      cloud.clock.set(monday);
      const moving = cloud.clock.advance(20 * hour);
      await new Promise((resolve) => setImmediate(resolve));
      cloud.clock.set(monday - 100 * hour);
      expect((await moving).length).toBeLessThan(20);
      expect(Math.abs(cloud.clock.now() - (monday - 100 * hour))).toBeLessThan(5_000);
    });

    test('server dates follow it', async () => {
      cloud.clock.set(monday);
      await db
        .collection('notes')
        .doc('dated')
        .set({ data: { at: db.serverDate() } });
      const [note] = await stored('dated');
      expect(Math.abs(Number(note?.at) - monday)).toBeLessThan(5_000);
    });

    test('moving it forward fires each timer that comes due on the way, at its own time', async () => {
      cloud.clock.set(monday);
      const fired = await cloud.clock.advance(3 * hour);
      expect(fired.map(({ name, at }) => [name, at - monday])).toStrictEqual([
        ['hourly', 5 * 60_000],
        ['hourly', hour + 5 * 60_000],
        ['hourly', 2 * hour + 5 * 60_000],
      ]);
      for (const { at, answer } of fired) {
        expect(answer.ok).toBe(true);
        // The function's own clock stood where the timer was due.
        expect(Math.abs(Number(answer.ok && answer.result) - at)).toBeLessThan(5_000);
      }
      expect(Math.abs(cloud.clock.now() - (monday + 3 * hour))).toBeLessThan(5_000);
    });

    test('setting it fires nothing', async () => {
      const count = async () =>
        (await db.collection('notes').where({ timer: 'hourly' }).get()).data;
      cloud.clock.set(monday);
      const before = (await count()).length;
      cloud.clock.set(monday + 24 * hour);
      expect(await count()).toHaveLength(before);
    });

    test('it is not moved backwards, nor over thousands of timers, nor to no moment', async () => {
      await expect(cloud.clock.advance(-1)).rejects.toThrow(/forward/);
      await expect(cloud.clock.advance(NaN)).rejects.toThrow(/forward/);
      await expect(cloud.clock.advance(365 * 24 * hour)).rejects.toThrow(/1000 timers/);
      expect(() => cloud.clock.set(NaN)).toThrow(/milliseconds/);
    });
  });

  describe('a call', () => {
    test('whose answer is lost was carried out', async () => {
      cloud.faults.add({ on: 'call', name: 'notes', containing: 'lost', effect: 'loseAnswer' });
      expect(await call({ note: 'lost' })).toMatchObject({ ok: false, errCode: -1 });
      expect(await stored('lost')).toHaveLength(1);
    });

    test('that is lost was not carried out', async () => {
      cloud.faults.add({ on: 'call', effect: 'loseRequest' });
      expect(await call({ note: 'never' })).toMatchObject({ ok: false, errCode: -1 });
      expect(await stored('never')).toHaveLength(0);
      expect((await call({ note: 'never' })).ok).toBe(true);
    });

    test('a phone sees a broken connection, not an answer that says so', async () => {
      cloud.faults.add({ on: 'call', effect: 'loseAnswer' });
      const ask = () =>
        fetch(`${cloud.url}/call/notes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-openid': 'somebody' },
          body: '{}',
        });
      await expect(ask()).rejects.toThrow();
      expect((await ask()).status).toBe(200);
    });

    test('is delayed', async () => {
      cloud.faults.add({ on: 'call', effect: { delayMs: 300 } });
      const begun = performance.now();
      await call({});
      expect(performance.now() - begun).toBeGreaterThan(295);
    });

    test('the nth of a kind fails, and only so many', async () => {
      cloud.faults.add({
        on: 'call',
        containing: '"note":"third',
        nth: 3,
        times: 2,
        effect: { fail: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' },
      });
      const outcomes: boolean[] = [];
      for (let i = 0; i < 6; i++) outcomes.push((await call({ note: `third${i}` })).ok);
      expect(outcomes).toStrictEqual([true, true, false, false, true, true]);
      expect(cloud.faults.list()).toMatchObject([{ seen: 6, struck: 2 }]);
    });
  });

  describe('a request of a function', () => {
    const update = { on: 'request', name: 'database.modifyDocument' } as const;

    test.each([
      ['killBefore', undefined],
      ['killAfter', true],
    ] as const)('its instance dies: %s', async (effect, said) => {
      cloud.faults.add({ ...update, during: effect, effect });
      expect(await call({ note: effect })).toMatchObject({
        ok: false,
        errMsg: expect.stringContaining('the instance was killed') as string,
      });
      const [note] = await stored(effect);
      expect(note?.said).toBe(said);
      // The next call has a new process.
      expect((await call({ note: `${effect}-next` })).ok).toBe(true);
    });

    test('is refused with a code, and not carried out', async () => {
      cloud.faults.add({
        ...update,
        during: 'refused',
        effect: { fail: 'DATABASE_REQUEST_FAILED', message: 'no luck' },
      });
      expect(await call({ note: 'refused' })).toMatchObject({
        errMsg: expect.stringContaining('no luck') as string,
      });
      expect((await stored('refused'))[0]?.said).toBeUndefined();
    });

    test('a fault for one kind of call leaves the others alone', async () => {
      cloud.faults.add({ ...update, during: '"unlucky"', effect: 'killBefore' });
      expect((await call({ note: 'lucky' })).ok).toBe(true);
      expect((await call({ note: 'unlucky' })).ok).toBe(false);
    });

    test('a fault that is taken back strikes no more', async () => {
      const takeBack = cloud.faults.add({ ...update, effect: 'killBefore' });
      takeBack();
      expect((await call({ note: 'spared' })).ok).toBe(true);
    });
  });

  describe('a full disk', () => {
    test('nothing is written, nothing is half written, reading goes on, and it recovers', async () => {
      await db
        .collection('notes')
        .doc('before')
        .set({ data: { n: 1 } });
      cloud.faults.fillDisk();
      const notes = db.collection('notes');
      await expect(notes.doc('before').update({ data: { n: 2 } })).rejects.toThrow(/disk is full/);
      await expect(notes.add({ data: { _id: 'more' } })).rejects.toThrow(/disk is full/);
      expect(await stored('before')).toMatchObject([{ n: 1 }]);
      expect(await stored('more')).toHaveLength(0);

      const transaction = await db.startTransaction();
      await transaction
        .collection('notes')
        .doc('before')
        .update({ data: { n: 3 } });
      await transaction.collection('notes').add({ data: { _id: 'both' } });
      await expect(transaction.commit()).rejects.toThrow(/disk is full/);
      expect(await stored('before')).toMatchObject([{ n: 1 }]);
      expect(await stored('both')).toHaveLength(0);

      cloud.faults.freeDisk();
      await notes.doc('before').update({ data: { n: 4 } });
      expect(await stored('before')).toMatchObject([{ n: 4 }]);
    });

    test('a file that does not fit is not stored, and the old one stays', async () => {
      const put = (content: string) =>
        fetch(`${cloud.url}/upload/voice/one.mp3`, {
          method: 'PUT',
          headers: { 'x-openid': 'somebody' },
          body: content,
        });
      expect((await put('old')).status).toBe(200);
      cloud.faults.fillDisk();
      expect((await put('new')).status).toBe(500);
      cloud.faults.freeDisk();
      const sdk = sdkFor(cloud);
      const { fileContent } = await sdk.downloadFile({
        fileID: 'cloud://local-env.local-bucket/voice/one.mp3',
      });
      expect(String(fileContent)).toBe('old');
    });
  });
});
