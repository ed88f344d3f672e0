import { addDays, dayOf } from '@rules/dates';
import {
  children,
  people,
  slots,
  type CounsellorDocument,
} from '../../cloudfunctions/platform/collections';
import {
  counsellorDocument,
  familyDocuments,
  hoursAt,
  placeAt,
} from '../functions/support/documents';
import { captureLog } from '../functions/support/log';
import type { Person } from '../functions/support/person';
import { startTestCloud, type TestCloud } from '../functions/support/test-cloud';
import { table } from './support/table';

export const about =
  'The earliest 20 places among 1, 10, 100 and 1,000 counsellors × 60 days: the cost follows what is shown.';

const counts = [1, 10, 100, 1000];
const days = 60;
const earliest = 20;
const rounds = 21;
const insertedAtOnce = 1000;
/** One place in so many is still free: a county in which most is booked. */
const freeOneIn = 3;

interface Figures {
  counsellors: number;
  slots: number;
  found: number;
  roundTrips: number;
  examined: number;
  /** From the database, and to the mini program. */
  bytesRead: number;
  ms: number;
  pageRoundTrips: number;
  pageExamined: number;
  pageBytesRead: number;
  pageMs: number;
}

export async function run(): Promise<boolean> {
  const test = await startTestCloud();
  const log = captureLog();
  try {
    const childId = 'bench-child';
    const family = familyDocuments({ openid: 'bench-adult', childId, createdAt: 0 });
    await test.database.add(people, family.person);
    await test.database.add(children, family.child);
    const me = Object.assign(test.as('bench-adult'), { childId });
    const all: Figures[] = [];
    let made = 0;
    for (const [index, counsellors] of counts.entries()) {
      made += await addCounsellors(test, counts[index - 1] ?? 0, counsellors);
      all.push(await measure(test, me, counsellors, made));
    }
    report(all);
    return doesNotGrow(all);
  } finally {
    log.stop();
    await test.close();
  }
}

/** Places as the job makes them, in a clinic every child of the county may come to. */
async function addCounsellors(test: TestCloud, from: number, to: number): Promise<number> {
  const { slotsOf } = await import('../../cloudfunctions/areas/booking/plan-slots');
  let made = 0;
  for (let number = from; number < to; number += 1) {
    const counsellor: CounsellorDocument = counsellorDocument({
      _id: `bench-counsellor-${number}`,
      hours: hoursAt([placeAt({ kind: 'clinic' })], { horizonDays: days }),
      reserve: { reservedShare: 0.4, releaseHours: 48 },
    });
    const list = slotsOf(counsellor, addDays(dayOf(Date.now()), 1), days).map((slot, index) => ({
      ...slot,
      state: (index + number) % freeOneIn === 0 ? slot.state : ('booked' as const),
    }));
    for (let at = 0; at < list.length; at += insertedAtOnce) {
      await test.database.addMany(slots, list.slice(at, at + insertedAtOnce));
    }
    made += list.length;
  }
  return made;
}

async function measure(
  test: TestCloud,
  me: Person & { childId: string },
  counsellors: number,
  made: number,
): Promise<Figures> {
  const { readFreeSlots } = await import('../../cloudfunctions/areas/booking/free-slots');
  const now = Date.now();
  const child = { township: '990101001', schoolId: 'school-one' };
  const span = { from: now, to: now + (days + 2) * 24 * 3_600_000 };
  const question = { child, ...span, person: me.openid, now, limit: earliest };
  let found = 0;
  const read = await cost(test, async () => {
    found = (await readFreeSlots(test.database, question)).free.length;
  });
  const page = await cost(test, async () => {
    await me.call('booking.findSlots', { childId: me.childId });
  });
  return {
    ...{ counsellors, slots: made, found },
    ...read,
    ...{ pageRoundTrips: page.roundTrips, pageExamined: page.examined },
    ...{ pageBytesRead: page.bytesRead, pageMs: page.ms },
  };
}

/** What one run costs the database, and the median of its times. */
async function cost(test: TestCloud, work: () => Promise<void>) {
  await work();
  const before = test.cloud.stats();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  const after = test.cloud.stats();
  const each = (one: number, other: number) => Math.round((other - one) / rounds);
  const median = times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
  return {
    roundTrips: each(before.roundTrips, after.roundTrips),
    examined: each(before.examined, after.examined),
    bytesRead: each(before.bytesOut, after.bytesOut),
    ms: Math.round(median * 10) / 10,
  };
}

function report(all: Figures[]): void {
  const row = (name: string, key: keyof Figures) => [name, ...all.map((one) => one[key])];
  console.log(
    table([
      row('counsellors', 'counsellors'),
      row('places', 'slots'),
      row(`the earliest ${earliest}: found`, 'found'),
      row('  round trips', 'roundTrips'),
      row('  documents examined', 'examined'),
      row('  bytes read', 'bytesRead'),
      row('  ms (median)', 'ms'),
      row('the whole page: round trips', 'pageRoundTrips'),
      row('  documents examined', 'pageExamined'),
      row('  bytes read', 'pageBytesRead'),
      row('  ms (median)', 'pageMs'),
    ]),
  );
  for (const figures of all) {
    console.log(JSON.stringify({ bench: 'slots', ...figures, where: 'local cloud, in process' }));
  }
}

/**
 * The earliest twenty cost among a thousand counsellors what they cost of one; the page, which reads
 * more than one counsellor has, what it costs among ten. A tenth more is for ids that are longer.
 * The local cloud reads on in portions, each four times the last one: `examined` counts whole ones.
 */
function doesNotGrow(all: Figures[]): boolean {
  const [one, ten, ...more] = all;
  if (!one || !ten) return false;
  const within = (before: number, now: number) => now <= before * 1.1;
  return (
    all.every(({ found, roundTrips, examined }) => {
      return found === earliest && roundTrips === 1 && examined <= 5 * earliest;
    }) &&
    [ten, ...more].every((now) => within(one.bytesRead, now.bytesRead)) &&
    more.every(
      (now) =>
        within(ten.pageExamined, now.pageExamined) && within(ten.pageBytesRead, now.pageBytesRead),
    )
  );
}
