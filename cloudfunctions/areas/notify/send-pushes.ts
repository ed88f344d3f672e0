import * as v from 'valibot';
import {
  alertKey,
  betweenAlertsMs,
  turnsOf,
  usualQuiet,
  weekMs,
  type Sent,
  type Turn,
} from '@rules/push-turns';
import { hourMs, minuteMs } from '@rules/dates';
import {
  pushes,
  subscriptions,
  type PushDocument,
  type SubscriptionDocument,
} from '../../platform/collections';
import { readClock } from '../../platform/clock';
import { command, type Database } from '../../platform/database';
import { templatesOf } from '../../platform/push-config';
import { noteCalls } from './note-calls';
import { attemptPush, type Attempt } from './attempt-push';
import { settleAttempts } from './settle-attempts';

/** Looked at together; sent and written down together. */
const lookedAt = 100;
/** Of what cannot wait: an alert for each of many families is one message for whoever is on duty. */
const urgentLookedAt = 500;
/**
 * So many are under way at once. It bounds what can arrive twice: a machine that dies between
 * WeChat's answer and our writing it down leaves at most these to be sent again.
 */
export const underWay = 20;
/** After so long an attempt of which nothing was written down is taken for one of unknown outcome. */
const recoverMs = 3 * minuteMs;

const hastes = ['now', 'dated', 'calm'] as const;
const SentSchema = v.object({
  to: v.string(),
  haste: v.picklist(hastes),
  key: v.nullable(v.string()),
  sentAt: v.nullable(v.number()),
  attempts: v.number(),
});

export interface Run {
  database: Database;
  now: number;
  /** By the real clock: no further messages are begun after it. */
  until: number;
  newClaim: () => string;
  /** Only these, of an action that cannot wait for the job. */
  only?: readonly string[];
  /** Templates that WeChat has refused in this run: whatever else would go by them waits. */
  spoilt: Set<string>;
  /** WeChat takes no more for now. */
  slowed: boolean;
}

/**
 * Sends what is due, what is most pressing first; answers how many messages arrived. May run twice at
 * once and may die anywhere: each message is claimed by compare-and-set before it is sent.
 */
export async function sendPushes(
  run: Pick<Run, 'database' | 'now' | 'until' | 'newClaim' | 'only'>,
): Promise<number> {
  const going: Run = { ...run, spoilt: new Set(), slowed: false };
  let sent = 0;
  for (const haste of run.only ? (['now'] as const) : hastes) {
    const limit = haste === 'now' ? urgentLookedAt : lookedAt;
    for (;;) {
      if (going.slowed || readClock() >= going.until) return sent;
      const due = await run.database.find(pushes, {
        where: run.only
          ? { _id: command.in([...run.only]), dueAt: command.lte(run.now) }
          : { haste, dueAt: command.gt(0).and(command.lte(run.now)) },
        ...(run.only ? {} : { order: [['dueAt', 'asc']] }),
        limit,
      });
      sent += await handle(going, due);
      if (run.only || due.length < limit) break;
    }
  }
  return sent;
}

/** One page of what is due: whose turn it is, who can be reached, and off with it. */
async function handle(run: Run, due: readonly PushDocument[]): Promise<number> {
  if (due.length === 0) return 0;
  const ledgers = await readLedgers(run, due);
  const turns = await takeTurns(run, due, ledgers);
  const byId = new Map(due.map((push) => [push._id, push]));
  const settled: PushDocument[] = [];
  const going: PushDocument[] = [];
  const stock = new Map<string, number>();
  const lacking = { credit: [] as PushDocument[], template: [] as PushDocument[] };
  for (const turn of turns) {
    const push = byId.get(turn.id);
    if (!push || turn.do !== 'send') continue;
    if (push.channel === 'hook') {
      going.push(push);
      continue;
    }
    const key = `${push.to}|${push.template}`;
    const left = stock.get(key) ?? ledgers.get(push.to)?.stock[push.template] ?? 0;
    stock.set(key, left - 1);
    if (!templatesOf().has(push.template)) lacking.template.push(push);
    else if (left <= 0) lacking.credit.push(push);
    else going.push({ ...push, count: push.count + turn.count - 1 });
  }
  for (const why of ['credit', 'template'] as const) {
    await close(run, lacking[why], why);
    settled.push(...lacking[why].map((push) => ({ ...push, state: 'skipped' as const, why })));
  }
  await mergeRest(run, turns, going);
  const dropped = turns.flatMap((turn) => (turn.do === 'drop' ? (byId.get(turn.id) ?? []) : []));
  settled.push(...dropped.map((push) => ({ ...push, state: 'skipped' as const })));
  let sent = 0;
  for (let from = 0; from < going.length; from += underWay) {
    if (run.slowed || readClock() >= run.until) break;
    const attempts = await sendSome(run, going.slice(from, from + underWay));
    sent += attempts.filter(({ outcome }) => outcome === 'sent').length;
    settled.push(...attempts.flatMap(({ push, over }) => (over ? push : [])));
  }
  await noteCalls(run, settled);
  return sent;
}

async function readLedgers(
  { database }: Run,
  due: readonly PushDocument[],
): Promise<Map<string, SubscriptionDocument>> {
  const people = [...new Set(due.map(({ to }) => to))].filter(Boolean);
  if (people.length === 0) return new Map();
  const where = { _id: command.in(people) };
  const found = await database.find(subscriptions, { where, limit: people.length });
  return new Map(found.map((one) => [one._id, one]));
}

/** Decides person by person, and writes down who waits and what is not told any more. */
async function takeTurns(
  run: Run,
  due: readonly PushDocument[],
  ledgers: ReadonlyMap<string, SubscriptionDocument>,
): Promise<Turn[]> {
  const { now } = run;
  const people = new Map<string, PushDocument[]>();
  for (const push of due) people.set(push.to, [...(people.get(push.to) ?? []), push]);
  const sent = await readSent(run, due);
  const turns = [...people].flatMap(([to, waiting]) =>
    turnsOf(
      waiting.map(({ _id: id, ...push }) => ({ id, ...push })),
      sent.get(to) ?? [],
      { now, quiet: ledgers.get(to)?.quiet ?? usualQuiet },
    ),
  );
  const later = new Map<number, string[]>();
  const dropped = new Map<string, string[]>();
  for (const turn of turns) {
    if (turn.do === 'wait') later.set(turn.until, [...(later.get(turn.until) ?? []), turn.id]);
    if (turn.do === 'drop') dropped.set(turn.why, [...(dropped.get(turn.why) ?? []), turn.id]);
  }
  for (const [until, ids] of later) await change(run, ids, { dueAt: until });
  for (const [why, ids] of dropped) {
    await change(run, ids, { state: 'skipped', dueAt: null, why });
  }
  return turns;
}

/**
 * What these people may have had, also where nobody knows whether it arrived: in the last seven days for
 * what is calm, and alerts in the last minute.
 */
async function readSent(run: Run, due: readonly PushDocument[]): Promise<Map<string, Sent[]>> {
  const calm = due.filter(({ haste, to }) => haste === 'calm' && to !== '');
  const alerts = due.filter(({ key }) => key === alertKey);
  const found = [
    ...(await sentTo(run, calm, weekMs)),
    ...(await sentTo(run, alerts, betweenAlertsMs)).filter(({ key }) => key === alertKey),
  ];
  const sent = new Map<string, Sent[]>();
  for (const { to, haste, key, sentAt, attempts } of found) {
    const one = { at: sentAt ?? 0, haste, key };
    sent.set(to, [...(sent.get(to) ?? []), ...Array<Sent>(attempts).fill(one)]);
  }
  return sent;
}

async function sentTo(
  { database, now }: Run,
  due: readonly PushDocument[],
  withinMs: number,
): Promise<v.InferOutput<typeof SentSchema>[]> {
  if (due.length === 0) return [];
  return database.findParts(pushes, SentSchema, {
    where: {
      to: command.in([...new Set(due.map(({ to }) => to))]),
      sentAt: command.gt(now - withinMs),
    },
    limit: 1000,
    fields: { to: true, haste: true, key: true, sentAt: true, attempts: true },
  });
}

/** Those that one message tells of as well, written down before it goes. */
async function mergeRest(run: Run, turns: readonly Turn[], going: readonly PushDocument[]) {
  const sending = new Set(going.map(({ _id }) => _id));
  const merged = turns.flatMap((turn) =>
    turn.do === 'merge' && sending.has(turn.into) ? turn.id : [],
  );
  await change(run, merged, { state: 'merged', dueAt: null });
  // The one that was to tell of them does not go: neither do they.
  const left = turns.flatMap((turn) =>
    turn.do === 'merge' && !sending.has(turn.into) ? turn.id : [],
  );
  await change(run, left, { state: 'skipped', dueAt: null, why: 'credit' });
}

/** Claims them, sends side by side, and writes down what came of it. */
async function sendSome(run: Run, some: readonly PushDocument[]): Promise<Attempt[]> {
  const { database, now } = run;
  const claim = run.newClaim();
  const ready = some.filter(({ template }) => !run.spoilt.has(template));
  const spoilt = some.filter(({ template }) => run.spoilt.has(template));
  await change(
    run,
    spoilt.map(({ _id }) => _id),
    { dueAt: now + hourMs },
  );
  if (ready.length === 0) return [];
  for (const { _id, count } of ready.filter((push) => push.count > 1)) {
    await change(run, [_id], { count });
  }
  const claimed = await change(
    run,
    ready.map(({ _id }) => _id),
    {
      ...{ state: 'sending', claim, dueAt: now + recoverMs, sentAt: now },
      ...{ tries: command.inc(1), attempts: command.inc(1) },
    },
  );
  const mine = claimed === ready.length ? ready : await claimedBy(run, ready, claim);
  const attempts = await Promise.all(
    mine.map((push) =>
      attemptPush({ ...push, tries: push.tries + 1, attempts: push.attempts + 1 }, now),
    ),
  );
  await settleAttempts({ database, claim }, attempts);
  for (const { push, spoils, outcome } of attempts) {
    if (spoils) run.spoilt.add(push.template);
    if (outcome === 'slow') run.slowed = true;
  }
  return attempts;
}

/** Another run was quicker with some of them. */
async function claimedBy(
  { database }: Run,
  ready: readonly PushDocument[],
  claim: string,
): Promise<PushDocument[]> {
  const found = await database.findParts(pushes, v.object({ _id: v.string() }), {
    where: { claim },
    limit: ready.length,
    fields: { _id: true },
  });
  const ids = new Set(found.map(({ _id }) => _id));
  return ready.filter(({ _id }) => ids.has(_id));
}

async function close(run: Run, list: readonly PushDocument[], why: string): Promise<void> {
  await change(
    run,
    list.map(({ _id }) => _id),
    { state: 'skipped', dueAt: null, why },
  );
}

/** Changes what is still due; answers how many those were. */
async function change(
  { database, now }: Run,
  ids: readonly string[],
  fields: Record<string, unknown>,
): Promise<number> {
  if (ids.length === 0) return 0;
  return database.updateWhere(
    pushes,
    { _id: command.in([...ids]), dueAt: command.gt(0).and(command.lte(now)) },
    fields,
  );
}
