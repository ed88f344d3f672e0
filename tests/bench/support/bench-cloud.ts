import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  appointments,
  children,
  people,
  slots,
} from '../../../cloudfunctions/platform/collections';
import type { Database } from '../../../cloudfunctions/platform/database';
import { buildFunctions } from '../../../config/build-functions';
import { familyDocuments, slotDocument } from '../../functions/support/documents';
import { captureLog } from '../../functions/support/log';
import type { Person } from '../../functions/support/person';
import { startTestCloud } from '../../functions/support/test-cloud';

/** Somebody with a child of the one school. */
export type Booker = Person & { childId: string };

/** Where the functions run: processes of their own, as on WeChat Cloud, or the bench's own. */
export type Way = 'instances' | 'in process';

export interface BenchCloud {
  instances: number;
  /** Families nobody has seen yet. Their calls run in processes of their own, or in this one. */
  newFamilies(count: number, way: Way): Promise<Booker[]>;
  freePlaces(starts: number[], counsellorId: string): Promise<string[]>;
  /** How many appointments in state `booked` each of these places has, from the database. */
  bookings(slotIds: string[]): Promise<Map<string, number>>;
  database: Database;
  /** Moves the clock of all functions, also of those in this process. */
  setClock(moment: number): void;
  /** Requests to the cloud so far. */
  roundTrips(): number;
  close(): Promise<void>;
}

const insertedAtOnce = 100;

/** A cloud with the functions built as they are deployed, and families who may all use one school. */
export async function openBench(instances: number): Promise<BenchCloud> {
  const functionsDir = mkdtempSync(path.join(tmpdir(), 'xinqiao-bench-'));
  await buildFunctions({ outDir: functionsDir });
  const test = await startTestCloud({
    functionsDir,
    maxInstances: instances,
    warmInstances: instances,
  });
  const { database } = test;
  const log = captureLog();
  const childIds: string[] = [];

  async function newFamily(way: Way): Promise<Booker> {
    const number = childIds.length;
    const childId = `bench-child-${number}`;
    childIds.push(childId);
    const openid = `bench-adult-${number}`;
    const { person, child } = familyDocuments({ openid, childId, createdAt: Date.now() });
    await Promise.all([database.add(people, person), database.add(children, child)]);
    const one = way === 'instances' ? test.asThroughInstances(openid) : test.as(openid);
    return Object.assign(one, { childId });
  }

  return {
    instances,
    database,
    setClock(moment) {
      test.cloud.clock.set(moment);
      process.env.LOCAL_CLOUD_CLOCK_OFFSET_MS = String(moment - Date.now());
    },
    async newFamilies(count, way) {
      const made: Booker[] = [];
      while (made.length < count) made.push(await newFamily(way));
      return made;
    },
    async freePlaces(starts, counsellorId) {
      const list = starts.map((start) => slotDocument({ start, counsellorId }));
      await database.addMany(slots, list);
      return list.map((slot) => slot._id);
    },
    async bookings(slotIds) {
      const counts = new Map(slotIds.map((id) => [id, 0]));
      // By child: that is the index there is. Every child of the bench has few appointments.
      for (let from = 0; from < childIds.length; from += insertedAtOnce) {
        const ids = childIds.slice(from, from + insertedAtOnce);
        const where = { childId: { $in: ids }, state: 'booked' };
        const found = await database.find(appointments, { where, limit: 1000 });
        for (const { slotId } of found) {
          if (counts.has(slotId)) counts.set(slotId, (counts.get(slotId) ?? 0) + 1);
        }
      }
      return counts;
    },
    roundTrips: () => test.cloud.stats().roundTrips,
    async close() {
      log.stop();
      await test.close();
      rmSync(functionsDir, { recursive: true, force: true });
    },
  };
}
