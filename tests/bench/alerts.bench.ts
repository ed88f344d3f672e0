import { dayOf, hourMs, minuteMs } from '@rules/dates';
import { mondayOf } from '@rules/duty';
import { triageInCloud } from '@rules/triage/cloud';
import {
  alerts,
  dutyRoster,
  events,
  messages,
  notices,
  people,
  posts,
  type AlertDocument,
} from '../../cloudfunctions/platform/collections';
import { rosterId } from '../../cloudfunctions/platform/duty';
import { county, staffDocuments } from '../functions/support/documents';
import type { Person } from '../functions/support/person';
import { openBench, type BenchCloud, type Booker } from './support/bench-cloud';
import { table } from './support/table';

export const about =
  '1,000 messages with killed functions, lost answers and a job that dies: every S2/S3 has one alert, taken, raised or overdue-visible on time; families see none.';

let families = 100;
const each = 10;
const killEvery = 40;
/** One in five answers never arrives: the phone asks again with the same id. */
const dropped = 5;

const despair = ['孩子说不想活了，手里拿着农药', '他说要从楼上跳下去', '爷爷喝了农药'];
const today = ['他爸爸打他，身上都是伤', '她说有人摸她，不让她说'];
const harmless = ['今天作业写完了', '明天几点开家长会', '麦子打完农药了，周末回家', '老师辛苦了'];
/** What is said is ours; how grave it is, the rules say. */
const texts = [...despair, ...today, ...harmless];

/** `alerts 20`: so many families, ten messages each. */
export async function run(args: readonly string[]): Promise<boolean> {
  families = Number(args[0] ?? families);
  const bench = await openBench(4);
  try {
    const [duty, admin] = await staff(bench);
    const everyone = await bench.newFamilies(families, 'instances');
    await onDuty(bench);
    const counted = { killed: 0, repeated: 0, tries: 0, jobsKilled: 0 };
    const began = performance.now();
    await Promise.all(everyone.map((one, number) => say(bench, one, number, counted)));
    const seconds = Math.round((performance.now() - began) / 1000);
    // Of those that went out with the messages; what is left meets a WeChat that is down.
    const rung = bench.cards('bench-duty').length;
    const failed = bench.failPushes();
    const told = await tell(bench, counted);
    const accepted = await acceptSome(bench, duty);
    await passTime(bench, counted);
    const compared = await compare(bench);
    const pushed = { rung, pushesFailed: failed(), toTelephone: await telephoned(bench, admin) };
    const figures = { ...compared, ...told, accepted, ...counted, ...pushed };
    const seen = await seenByFamilies(bench, everyone.slice(0, 10), admin);
    const all = { messages: families * each, seconds, ...figures, seenByFamilies: seen };
    console.log(table(Object.entries(all)));
    console.log(JSON.stringify({ bench: 'alerts', ...all }));
    const { missing, doubled, late, unraised, pushesFailed, toTelephone } = figures;
    const right = [missing, doubled, late, unraised, seen, told.untold].every((one) => one === 0);
    // A fault that struck nobody would prove nothing; whom no message reaches, a person telephones.
    return right && pushesFailed > 0 && toTelephone > 0;
  } finally {
    await bench.close();
  }
}

async function staff(bench: BenchCloud): Promise<[Person, Person]> {
  const wanted = [
    { openid: 'bench-duty', role: 'counsellor' as const, counsellorId: 'counsellor-one' },
    { openid: 'bench-stand-in', role: 'director' as const },
    { openid: 'bench-next', role: 'director' as const },
    { openid: 'bench-admin', role: 'admin' as const },
  ];
  for (const one of wanted) {
    const { person, post } = staffDocuments(one);
    await bench.database.add(people, person);
    await bench.database.add(posts, post);
  }
  for (const { openid } of wanted) await bench.agreeToDuty(openid, 2_000);
  return [bench.person('bench-duty'), bench.person('bench-admin')];
}

/** How many calls the administrator is asked to make once every try has failed. */
async function telephoned(bench: BenchCloud, admin: Person): Promise<number> {
  bench.setClock(Date.now() + 5 * hourMs);
  await bench.runJobs();
  const answer = await admin.ask('notify.listCalls', {});
  return answer.ok ? answer.data.calls.length : -1;
}

async function onDuty(bench: BenchCloud): Promise<void> {
  const who = (openid: string) => ({ openid, postId: `post-${openid}` });
  const now = Date.now();
  for (const moment of [now, now + 24 * hourMs]) {
    const day = dayOf(moment);
    const week = mondayOf(day);
    const shift = (from: number, to: number, duty: string, standIn: string | null) => ({
      ...{ id: `${day}-${from}`, day, from, to, duty: who(duty) },
      ...{ standIn: standIn === null ? null : who(standIn), swap: null },
    });
    const shifts = [shift(0, 24 * 60, 'bench-duty', 'bench-stand-in')];
    const known = await bench.database.get(dutyRoster, rosterId(county, week));
    const all = [...(known?.shifts ?? []), ...shifts];
    if (known) await bench.database.update(dutyRoster, known._id, { shifts: all });
    else {
      await bench.database.add(dutyRoster, {
        ...{ _id: rosterId(county, week), county, week, shifts: all, rev: 1 },
      });
    }
  }
}

async function say(
  bench: BenchCloud,
  who: Booker,
  family: number,
  counted: { killed: number; repeated: number; tries: number },
): Promise<void> {
  for (let at = 0; at < each; at += 1) {
    const number = family * each + at;
    const text = texts[number % texts.length] ?? '';
    const requestId = `bench-alert-${family}-${at}`;
    if (number % killEvery === 0) {
      bench.killOne('"school.sendMessage"', 1 + (number % 15));
      counted.killed += 1;
    }
    const input = {
      ...{ threadId: who.childId, content: { kind: 'text' as const, text } },
      audience: 'teacher' as const,
    };
    const ask = () => {
      counted.tries += 1;
      return who.ask('school.sendMessage', input, requestId).catch(() => undefined);
    };
    if (number % dropped === 0) {
      counted.repeated += 1;
      await Promise.all([ask(), ask()]);
    }
    for (;;) {
      const answer = await ask();
      if (answer?.ok) break;
      if (answer?.error.retry === 'never') throw new Error(answer.error.code);
    }
  }
}

/**
 * Runs the timer, which dies on the way twice, until all is told. Each S2 and S3 was to be told to the
 * duty person once: more or fewer notices than that are `untold`.
 */
async function tell(bench: BenchCloud, counted: { jobsKilled: number }) {
  const began = Date.now();
  for (const [round, nth] of [30, 70].entries()) {
    bench.killJobs(nth);
    if (!(await bench.runJobs())) counted.jobsKilled += 1;
    // What a dead job held is free again after a minute and a half.
    bench.setClock(began + (round + 1) * 2 * minuteMs);
  }
  const waiting = () =>
    bench.database.find(events, {
      where: { effectsAt: { $gt: 0 } },
      order: [['effectsAt', 'asc']],
      limit: 1,
    });
  for (let run = 0; run < 60 && (await waiting()).length > 0; run += 1) await bench.runJobs();
  const grave = (await allAlerts(bench)).filter(({ level }) => level !== 'S1').length;
  const heard = await bench.database.count(notices, { to: 'bench-duty', kind: 'dutyAlert' });
  return { toldToDuty: heard, untold: Math.abs(grave - heard) };
}

async function allAlerts(bench: BenchCloud): Promise<AlertDocument[]> {
  const found: AlertDocument[] = [];
  let after = 0;
  for (;;) {
    const page = await bench.database.find(alerts, {
      where: { county, open: true, order: { $gt: after } },
      order: [['order', 'asc']],
      limit: 1000,
    });
    found.push(...page);
    if (page.length < 1000) return found;
    after = page.at(-1)?.order ?? after;
  }
}

/** The duty person takes a third of them. */
async function acceptSome(bench: BenchCloud, duty: Person): Promise<number> {
  const urgent = (await allAlerts(bench)).filter(({ level }) => level !== 'S1');
  let accepted = 0;
  for (const { _id } of urgent.filter((_one, at) => at % 3 === 0)) {
    const answer = await duty.ask('safety.acceptAlert', { alertId: _id });
    if (answer.ok && answer.data.won) accepted += 1;
  }
  return accepted;
}

/** Two hours in quarters of an hour; in some of them the job is killed on the way. */
async function passTime(bench: BenchCloud, counted: { jobsKilled: number }): Promise<void> {
  const began = Date.now();
  for (let quarter = 1; quarter <= 8; quarter += 1) {
    bench.setClock(began + quarter * 15 * minuteMs);
    if (quarter % 2 === 0) {
      bench.killJobs(5 + quarter * 10);
      if (!(await bench.runJobs())) counted.jobsKilled += 1;
      // What a dead job held is free again after a minute and a half.
      bench.setClock(began + quarter * 15 * minuteMs + 2 * minuteMs);
    }
    await bench.runJobs();
  }
}

async function compare(bench: BenchCloud) {
  const now = Date.now() + 2 * hourMs;
  const raised = await allAlerts(bench);
  const byThread = new Map<string, AlertDocument[]>();
  for (const alert of raised) {
    const place = `${alert.thread?.id ?? ''}:${alert.thread?.seq ?? 0}`;
    byThread.set(place, [...(byThread.get(place) ?? []), alert]);
  }
  let missing = 0;
  let doubled = 0;
  let grave = 0;
  for (let family = 0; family < families; family += 1) {
    const childId = `bench-child-${family}`;
    const said = await bench.database.find(messages, {
      where: { threadId: childId, shown: true },
      order: [['seq', 'asc']],
      limit: 1000,
    });
    for (const message of said.filter(({ kind }) => kind === 'text')) {
      const at = Number(/-(\d+)$/.exec(message._id)?.[1]);
      const text = texts[(family * each + at) % texts.length] ?? '';
      const { level } = triageInCloud(text);
      const found = byThread.get(`${childId}:${message.seq}`) ?? [];
      if (level !== 'S0' && found.length === 0) missing += 1;
      if (found.length > 1) doubled += found.length - 1;
      if (level === 'S2' || level === 'S3') grave += 1;
    }
  }
  const waiting = raised.filter(({ state, level }) => state === 'waiting' && level === 'S3');
  return {
    ...{ grave, alerts: raised.length, missing, doubled },
    // Nobody has taken it for two hours: it must be with the administrators, and overdue by its clock.
    unraised: waiting.filter(({ raisedTo }) => raisedTo !== 'admin').length,
    late: waiting.filter((alert) => now < alert.acceptBy).length,
    overdueVisible: waiting.filter((alert) => now >= alert.acceptBy).length,
  };
}

/** Alerts that a family's account gets to see, in whatever it may ask. */
async function seenByFamilies(
  bench: BenchCloud,
  some: readonly Booker[],
  admin: Person,
): Promise<number> {
  const [one] = await allAlerts(bench);
  if (!one || !(await admin.ask('safety.showAlert', { alertId: one._id })).ok) return -1;
  let seen = 0;
  for (const who of some) {
    const { childId } = who;
    const [own] = await bench.database.find(alerts, { where: { childId }, limit: 1 });
    const refused = [
      await who.ask('safety.listAlerts', { show: 'open' }),
      await who.ask('safety.showAlert', { alertId: own?._id ?? one._id }),
      await who.ask('safety.listUnheard', {}),
    ];
    seen += refused.filter((answer) => answer.ok || answer.error.code !== 'FORBIDDEN').length;
    const read = JSON.stringify([
      await who.ask('account.home', {}),
      await who.ask('school.getThread', { threadId: childId }),
      await who.ask('notify.listInbox', {}),
      await who.ask('account.exportMyData', { part: 'notices' }),
    ]);
    if (/dutyAlert|_words"|raisedTo/.test(read)) seen += 1;
  }
  return seen;
}
