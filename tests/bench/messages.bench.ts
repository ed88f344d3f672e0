import { children, messages, people } from '../../cloudfunctions/platform/collections';
import { openBody } from '../../cloudfunctions/platform/message-body';
import { familyDocuments } from '../functions/support/documents';
import { captureLog } from '../functions/support/log';
import type { Person } from '../functions/support/person';
import { startTestCloud, type TestCloud } from '../functions/support/test-cloud';
import { openBench, type BenchCloud } from './support/bench-cloud';
import { filledThreads } from './support/many-messages';
import { table } from './support/table';

export const about =
  '5,000 messages by 500 people with lost answers, repeats and killed functions; what a page costs among 1,000 and N (`messages 1000000`); a second number: so many families.';

const messagesEach = 10;
const adultsEach = 2;
const share = 0.1;
/** So many functions die on the way, whatever there is to say. */
const kills = 20;
/** design.md, "Budgets". Three more are argued for in tests/functions/actions/budgets.test.ts. */
const most = { trips: 4, bytes: 16 * 1024 };

export async function run(args: readonly string[]): Promise<boolean> {
  const delivered = await deliver(Number(args[1] ?? 250));
  const costs = await measure(Number(args[0] ?? 200_000));
  return delivered && costs;
}

/** Everybody says ten things in order, as the phone's queue does: the next when the last is there. */
async function deliver(families: number): Promise<boolean> {
  const bench = await openBench(4);
  const counted = { dropped: 0, repeated: 0, killed: 0, tries: 0 };
  try {
    const pairs = await circles(bench, families);
    const killEvery = Math.ceil((families * adultsEach * messagesEach) / kills);
    const began = performance.now();
    let said = 0;
    await Promise.all(
      pairs.map(async ({ who, threadId }, number) => {
        for (let at = 0; at < messagesEach; at += 1) {
          said += 1;
          if (said % killEvery === 0) {
            bench.killOne('"school.sendMessage"', 1 + (said % 9));
            counted.killed += 1;
          }
          await sayOne(who, threadId, `${number}:${at}`, counted, chanceOf(number * 31 + at));
        }
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const figures = { ...(await compare(bench, pairs)), ...counted };
    const rate = Math.round(said / seconds);
    console.log(table([['messages', said], ['a second', rate], ...Object.entries(figures)]));
    console.log(JSON.stringify({ bench: 'messages', said, perSecond: rate, ...figures }));
    return figures.lost === 0 && figures.doubled === 0 && figures.misordered === 0;
  } finally {
    await bench.close();
  }
}

interface Speaker {
  who: Person;
  threadId: string;
}

async function circles(bench: BenchCloud, families: number): Promise<Speaker[]> {
  const first = await bench.newFamilies(families, 'instances');
  const pairs: Speaker[] = [];
  for (const grandma of first) {
    const father = bench.person(`${grandma.openid}-father`);
    await bench.join(father.openid, grandma.childId, 'father');
    pairs.push({ who: grandma, threadId: grandma.childId });
    pairs.push({ who: father, threadId: grandma.childId });
  }
  return pairs;
}

/** The same figures at every run. */
const chanceOf = (seed: number) => ((seed * 2654435761) % 1000) / 1000;

async function sayOne(
  who: Person,
  threadId: string,
  text: string,
  counted: { dropped: number; repeated: number; tries: number },
  chance: number,
): Promise<void> {
  const requestId = `bench-${text.replace(':', '-')}-message`;
  const input = { threadId, content: { kind: 'text' as const, text }, audience: 'all' as const };
  const ask = () => {
    counted.tries += 1;
    return who.ask('school.sendMessage', input, requestId).catch(() => undefined);
  };
  if (chance < share) {
    // The answer never arrives: the phone knows nothing and asks again.
    counted.dropped += 1;
    await ask();
  } else if (chance < 2 * share) {
    counted.repeated += 1;
    await Promise.all([ask(), ask()]);
  }
  for (;;) {
    const answer = await ask();
    if (answer?.ok) return;
    if (answer?.error.retry === 'never') throw new Error(answer.error.code);
  }
}

async function compare(bench: BenchCloud, pairs: readonly Speaker[]) {
  let lost = 0;
  let doubled = 0;
  let misordered = 0;
  for (const threadId of new Set(pairs.map((one) => one.threadId))) {
    const found = await bench.database.find(messages, {
      where: { threadId, shown: true },
      order: [['seq', 'asc']],
      limit: 1000,
    });
    for (const { who } of pairs.filter((one) => one.threadId === threadId)) {
      const texts = found.filter(({ by }) => by === who.openid).map((one) => openBody(one).text);
      lost += messagesEach - new Set(texts).size;
      doubled += texts.length - new Set(texts).size;
      const numbers = texts.map((text) => Number(text?.split(':')[1]));
      misordered += numbers.filter(
        (number, at) => at > 0 && number < (numbers[at - 1] ?? 0),
      ).length;
    }
  }
  return { lost, doubled, misordered };
}

interface Cost {
  action: string;
  messages: number;
  trips: number;
  bytes: number;
  ms: number;
}

/** The same questions among few and among many messages of other people. */
async function measure(many: number): Promise<boolean> {
  const log = captureLog();
  const test = await startTestCloud();
  try {
    const family = { openid: 'bench-me', childId: 'bench-mine', createdAt: Date.now() };
    const { person, child } = familyDocuments(family);
    await test.database.add(people, person);
    await test.database.add(children, child);
    const me = test.as('bench-me');
    for (let number = 0; number < 25; number += 1) {
      const text = `第${number}句，老师您好，孩子今天放学以后想晚一点回家。`;
      const input = { threadId: 'bench-mine', content: { kind: 'text' as const, text } };
      const sent = await me.ask('school.sendMessage', { ...input, audience: 'all' });
      if (!sent.ok) throw new Error(sent.error.code);
    }
    const costs: Cost[] = [];
    let filled = 0;
    for (const goal of [1_000, many]) {
      const began = performance.now();
      await filledThreads(test.database, filled, goal);
      filled = goal;
      console.log(
        `${goal} messages lie there (${Math.round((performance.now() - began) / 1000)} s)`,
      );
      costs.push(...(await ask(test, me, goal)));
    }
    console.log(table([['', 'messages', 'trips', 'bytes', 'ms'], ...costs.map(rowOf)]));
    for (const cost of costs) console.log(JSON.stringify({ bench: 'messages', ...cost }));
    const flat = costs.every(
      ({ action, trips }) => costs.find((one) => one.action === action)?.trips === trips,
    );
    return flat && costs.every(({ trips, bytes }) => trips <= most.trips && bytes <= most.bytes);
  } finally {
    await test.close();
    log.stop();
  }
}

const rowOf = ({ action, messages: count, trips, bytes, ms }: Cost) => [
  action,
  count,
  trips,
  bytes,
  ms,
];

async function ask(test: TestCloud, me: Person, count: number): Promise<Cost[]> {
  const trips = () => {
    const all = Object.entries(test.cloud.stats().byAction);
    return all.reduce((sum, [name, n]) => sum + (name.startsWith('database.') ? n : 0), 0);
  };
  const costs: Cost[] = [];
  for (const [action, input] of [
    ['school.listThreads', {}],
    ['school.getThread', { threadId: 'bench-mine' }],
    ['school.listChanges', { known: {} }],
  ] as const) {
    const before = trips();
    const began = performance.now();
    const answer = await me.send({ action, input, requestId: `bench-${action.slice(7)}-${count}` });
    const ms = Math.round(performance.now() - began);
    const bytes = Buffer.byteLength(JSON.stringify(answer));
    costs.push({ action, messages: count, trips: trips() - before, bytes, ms });
  }
  return costs;
}
