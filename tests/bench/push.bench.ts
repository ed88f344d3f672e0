import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NoticeKind } from '@contract/enums';
import { hourMs, minuteMs, startOfDay, dayMs } from '@rules/dates';
import { pushWay } from '@rules/push-kinds';
import { callsAWeek, weekMs } from '@rules/push-turns';
import { pushOf } from '../../cloudfunctions/areas/notify/push-document';
import { underWay } from '../../cloudfunctions/areas/notify/send-pushes';
import {
  announcements,
  children,
  leases,
  pushes,
  subscriptions,
  type PushDocument,
} from '../../cloudfunctions/platform/collections';
import { command } from '../../cloudfunctions/platform/database';
import { buildFunctions } from '../../config/build-functions';
import { demoTemplates, demoTemplateSetting } from '../../demo/push-templates';
import type { LocalCloud } from '../../local-cloud';
import { familyDocuments } from '../functions/support/documents';
import { captureLog } from '../functions/support/log';
import { startTestCloud, type TestCloud } from '../functions/support/test-cloud';
import { table } from './support/table';

export const about =
  '20,000 due notices with 43101, 45009, lost answers and kill -9 between send and record: lost, doubled, the week’s limit; a county announcement to as many families (`push 2000`).';

const monday = startOfDay('2026-11-23') + 9 * hourMs;
const insertedAtOnce = 500;
/** Of all consents that we believe in, WeChat has this share no more. */
const spentShare = 0.1;
const killEvery = 4;
const runsAtMost = 3000;

/** What each person is to be told; the fourth and fifth calm one of a week are too many. */
const kinds: NoticeKind[] = [
  'placeOffered',
  'schoolReply',
  'weeklyDigest',
  'bulletin',
  'noteAnswered',
  'visitBooked',
];

export async function run(args: readonly string[]): Promise<boolean> {
  const count = Number(args[0] ?? 20_000);
  process.env.XINQIAO_TEMPLATES = demoTemplateSetting;
  const functionsDir = mkdtempSync(path.join(tmpdir(), 'xinqiao-bench-push-'));
  await buildFunctions({ outDir: functionsDir });
  const log = captureLog();
  const start = () =>
    startTestCloud({
      functionsDir,
      ...{ maxInstances: 2, warmInstances: 1, templates: demoTemplates },
      functionEnv: { XINQIAO_TEMPLATES: demoTemplateSetting },
      // Less than is due: 45009 is met again and again.
      ratePerMinute: { 'subscribeMessage.send': Math.max(200, Math.round(count / 15)) },
    });
  try {
    const drained = await withCloud(start, (test) => drain(test, count));
    const fannedOut = await withCloud(start, (test) => fanOut(test, count));
    return drained && fannedOut;
  } finally {
    log.stop();
    rmSync(functionsDir, { recursive: true, force: true });
  }
}

async function withCloud<Result>(
  start: () => Promise<TestCloud>,
  work: (test: TestCloud) => Promise<Result>,
): Promise<Result> {
  const test = await start();
  try {
    return await work(test);
  } finally {
    await test.close();
  }
}

/** Sends everything through the `jobs` function, in a process that is killed over and over. */
async function drain(test: TestCloud, count: number): Promise<boolean> {
  const { cloud, database } = test;
  cloud.clock.set(monday);
  const seeded = await seed(test, count);
  cloud.resetStats();
  const began = performance.now();
  const counted = { runs: 0, killed: 0, lostAnswers: 0 };
  for (; counted.runs < runsAtMost; counted.runs += 1) {
    const now = cloud.clock.now();
    const [next] = await database.find(pushes, {
      where: { haste: command.in(['dated', 'calm']), dueAt: command.gt(0) },
      order: [['dueAt', 'asc']],
      limit: 1,
    });
    if (!next) break;
    const wait = Math.max(minuteMs, (next.dueAt ?? now) - now);
    cloud.clock.set(now + wait);
    cloud.faults.clear();
    const during = { on: 'request', name: 'wx.openApi' } as const;
    if (counted.runs % killEvery === 1) {
      cloud.faults.add({ ...during, nth: 1 + ((counted.runs * 37) % 150), effect: 'killAfter' });
      counted.killed += 1;
    } else if (counted.runs % killEvery === 3) {
      cloud.faults.add({ ...during, nth: 5, times: 3, effect: 'loseAnswer' });
      counted.lostAnswers += 3;
    }
    await cloud.runTimer('minute');
    // The lease of a run that died runs out by itself after a minute and a half: not waited for here.
    await database.updateWhere(leases, { _id: 'minute' }, { until: 0 });
  }
  const seconds = (performance.now() - began) / 1000;
  const trips = databaseTrips(cloud);
  const figures = {
    ...(await compare(test, seeded)),
    ...counted,
    minutes: Math.round(seconds / 6) / 10,
    tripsEach: Math.round((trips / count) * 100) / 100,
  };
  // A machine that dies leaves at most what was under way; a lost answer is one message.
  const bound = counted.killed * underWay + counted.lostAnswers;
  console.log(table([['notices', count], ['doubled at most', bound], ...Object.entries(figures)]));
  console.log(JSON.stringify({ bench: 'push', notices: count, bound, ...figures }));
  return figures.lost === 0 && figures.doubled <= bound && figures.overLimit === 0;
}

function databaseTrips(cloud: LocalCloud): number {
  return Object.entries(cloud.stats().byAction).reduce(
    (sum, [name, count]) => sum + (name.startsWith('database.') ? count : 0),
    0,
  );
}

/** People with one to five notices each, and consents for all but the last of some. */
async function seed({ cloud, database }: TestCloud, count: number): Promise<PushDocument[]> {
  const now = cloud.clock.now();
  const documents: PushDocument[] = [];
  const ledgers: { _id: string; stock: Record<string, number>; asked: Record<string, never> }[] =
    [];
  for (let person = 0; documents.length < count; person += 1) {
    const to = `bench-${person}`;
    const stock: Record<string, number> = {};
    cloud.visit(to);
    const many = Math.min(1 + (person % 5), count - documents.length);
    for (let number = 0; number < many; number += 1) {
      const kind = kinds[(person + number) % kinds.length] ?? 'bulletin';
      const id = `${person}-${number}`;
      const ids = {
        threadId: kind === 'schoolReply' ? id : undefined,
        childId: id,
        waitlistId: id,
      };
      const notice = {
        _id: id,
        to,
        kind,
        at: now - 10 * minuteMs,
        ...ids,
        ...(kind === 'bulletin' && { bulletinId: id }),
        ...(kind === 'visitBooked' && { appointmentId: id }),
      };
      const push = pushOf({ id, notice, start: now + 3 * dayMs });
      if (!push) throw new Error(kind);
      documents.push({ ...push, expiresAt: now + 4 * dayMs });
      const { template } = push;
      stock[template] = (stock[template] ?? 0) + 1;
      // What WeChat has forgotten about (43101), what nobody has agreed to at all.
      if (chance(person * 7 + number) >= spentShare) {
        cloud.grantSubscription(to, `demo-template-${template}`);
      }
    }
    ledgers.push({ _id: to, stock, asked: {} });
  }
  for (let from = 0; from < documents.length; from += insertedAtOnce) {
    await database.addMany(pushes, documents.slice(from, from + insertedAtOnce));
    await database.addMany(subscriptions, ledgers.slice(from, from + insertedAtOnce));
  }
  return documents;
}

/** The same figures at every run. */
const chance = (number: number) => ((number * 2654435761) % 1000) / 1000;

async function compare({ cloud, database }: TestCloud, seeded: readonly PushDocument[]) {
  const arrived = new Map<string, number>();
  const calm = new Map<string, number[]>();
  const templateOf = new Map<string, string>(
    kinds.flatMap((kind) => {
      const way = pushWay(kind);
      return way ? [[`demo-template-${way.template}`, way.haste]] : [];
    }),
  );
  for (const { openid, page, sentAt, templateId } of cloud.messages()) {
    const key = `${openid}|${page}`;
    arrived.set(key, (arrived.get(key) ?? 0) + 1);
    if (templateOf.get(templateId) === 'calm') {
      calm.set(openid, [...(calm.get(openid) ?? []), sentAt]);
    }
  }
  const now = new Map<string, PushDocument>();
  for (let from = 0; from < seeded.length; from += insertedAtOnce) {
    const ids = seeded.slice(from, from + insertedAtOnce).map(({ _id }) => _id);
    const found = await database.find(pushes, { where: { _id: command.in(ids) }, limit: 1000 });
    for (const one of found) now.set(one._id, one);
  }
  let lost = 0;
  let unsureAndRefused = 0;
  const states: Record<string, number> = {};
  for (const { _id, to, page, template } of seeded) {
    const push = now.get(_id);
    const state = push ? `${push.state}${push.why ? ` ${push.why}` : ''}` : 'gone';
    states[state] = (states[state] ?? 0) + 1;
    const there = (arrived.get(`${to}|${page}`) ?? 0) > 0;
    // On the phone, told by another one, or in the inbox alone for a reason that is written down.
    const told = there || push?.state === 'merged' || push?.state === 'skipped';
    // A run died over it, then WeChat said that no consent is left: nothing could have arrived any more.
    const refused =
      push?.why === 'unsure' && cloud.creditsOf(to, `demo-template-${template}`) === 0;
    if (!told && refused) unsureAndRefused += 1;
    const settled = told || refused;
    if (!settled || push?.state === 'due' || push?.state === 'sending') lost += 1;
  }
  const doubled = [...arrived.values()].reduce((sum, times) => sum + times - 1, 0);
  const overLimit = [...calm.values()].filter((times) =>
    times.some(
      (last) => times.filter((at) => at > last - weekMs && at <= last).length > callsAWeek,
    ),
  ).length;
  return { arrived: arrived.size, lost, unsureAndRefused, doubled, overLimit, ...states };
}

/** A county's announcement: page by page, no transaction over many. */
async function fanOut(test: TestCloud, families: number): Promise<boolean> {
  const { cloud, database } = test;
  cloud.clock.set(monday);
  const log = { families, runs: 0, told: 0 };
  for (let from = 0; from < families; from += insertedAtOnce) {
    const list = Array.from({ length: Math.min(insertedAtOnce, families - from) }, (_none, at) =>
      familyDocuments({
        openid: `adult-${from + at}`,
        childId: `child-${from + at}`,
        createdAt: 0,
      }),
    );
    await database.addMany(
      children,
      list.map(({ child }) => child),
    );
  }
  const { sealDetails } = await import('../../cloudfunctions/platform/announcement-document');
  const target = { scope: 'county' as const, county: '990101' };
  await database.add(announcements, {
    ...{ _id: 'n_county', target, key: 'county:990101', kind: 'read', whom: 'anyone', by: '' },
    ...{
      at: monday,
      details: sealDetails('n_county', { from: '县里', text: '降温了', choices: [] }),
      files: [],
    },
    ...{
      choices: 0,
      withdrawnAt: null,
      held: false,
      heldParts: [],
      tellAt: monday,
      round: 1,
      remindedAt: null,
    },
    ...{ after: null, children: 0, inPerson: 0 },
  });
  cloud.resetStats();
  const began = performance.now();
  for (; log.runs < runsAtMost; log.runs += 1) {
    const announcement = await database.get(announcements, 'n_county');
    log.told = announcement?.children ?? 0;
    if (announcement?.tellAt == null) break;
    cloud.clock.set(cloud.clock.now() + minuteMs);
    await cloud.runTimer('minute');
  }
  const stats = cloud.stats().byAction;
  const figures = {
    ...log,
    seconds: Math.round((performance.now() - began) / 1000),
    transactions: stats['database.startTransaction'] ?? 0,
    tripsEach: Math.round((databaseTrips(cloud) / families) * 100) / 100,
  };
  console.log(table(Object.entries(figures)));
  console.log(JSON.stringify({ bench: 'push', announcement: 'county', ...figures }));
  return log.told === families && figures.transactions === 0;
}
