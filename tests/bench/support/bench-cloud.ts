import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  appointments,
  children,
  people,
  slots,
  subscriptions,
} from '../../../cloudfunctions/platform/collections';
import type { Relation } from '@contract/enums';
import { standingOf } from '@rules/circle';
import { command, type Database } from '../../../cloudfunctions/platform/database';
import { demoTemplates, demoTemplateSetting } from '../../../demo/push-templates';
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
  /** Somebody whose calls run in processes of their own. */
  person(openid: string): Person;
  /** Puts an adult into a child's circle, with an account. */
  join(openid: string, childId: string, relation: Relation): Promise<void>;
  /** The next instance that makes this request at that round trip of it is killed. */
  killOne(during: string, nth: number): void;
  /** The timer, in a process of its own; answers whether it came to its end. */
  runJobs(): Promise<boolean>;
  /** The process of the timer dies at that round trip of its next run. */
  killJobs(nth: number): void;
  /** Consents to be told of duty, known to WeChat and to us. */
  agreeToDuty(openid: string, times: number): Promise<void>;
  /** From now on no subscription message gets through to WeChat; answers how many that were so far. */
  failPushes(): () => number;
  /** Subscription messages on this person's phone. */
  cards(openid: string): string[];
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
    templates: demoTemplates,
    functionEnv: { XINQIAO_TEMPLATES: demoTemplateSetting },
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
    person: (openid) => test.asThroughInstances(openid),
    async join(openid, childId, relation) {
      const { person } = familyDocuments({ openid, childId, createdAt: Date.now() });
      const entries = person.children.map((entry) => ({ ...entry, relation }));
      await database.add(people, { ...person, children: entries });
      const adult = { openid, relation, standing: standingOf(relation), since: Date.now() };
      await database.update(children, childId, { circle: command.push([adult]) });
    },
    killOne(during, nth) {
      test.cloud.faults.clear();
      test.cloud.faults.add({ on: 'request', during, nth, effect: 'killAfter' });
    },
    async runJobs() {
      const answer = await test.cloud.callFunction('jobs', { Type: 'Timer' }, {});
      return answer.ok;
    },
    killJobs(nth) {
      test.cloud.faults.add({ on: 'request', during: '"Timer"', nth, effect: 'killAfter' });
    },
    async agreeToDuty(openid, times) {
      test.cloud.grantSubscription(openid, 'demo-template-duty', times);
      await database.add(subscriptions, { _id: openid, stock: { duty: times }, asked: {} });
    },
    failPushes() {
      const label = 'pushes';
      const fault = { on: 'request' as const, name: 'wx.openApi', times: 1_000_000, label };
      test.cloud.faults.add({ ...fault, effect: 'loseRequest' });
      return () => test.cloud.faults.list().find((one) => one.label === label)?.struck ?? 0;
    },
    cards: (openid) =>
      test.cloud.messages(openid).map(({ fields }) => fields.map(({ value }) => value).join('|')),
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
