import { cpus, loadavg } from 'node:os';
import { at } from './support/times';
import { onFiftyPlaces } from './support/fifty';
import { onHundredPlaces } from './support/hundred-places';
import { onOnePlace } from './support/one-place';
import { openBench, type BenchCloud, type Way } from './support/bench-cloud';
import { table } from './support/table';

export const about =
  '200 people tap the same place at once; 50 book the 50 places of one day; 1,000 hold, move, cancel and wait for 100 places.';

/** What the local cloud has unless told; more bring nothing on two cores. */
const instances = 4;

/** In processes of their own, as on WeChat Cloud; and all in one, to see what the processes cost. */
const ways: Way[] = ['instances', 'in process'];

export async function run(): Promise<boolean> {
  const bench = await openBench(instances);
  try {
    let good = true;
    for (const [round, way] of ways.entries()) good = (await runWay(bench, way, round)) && good;
    return (await runThousand(bench)) && good;
  } finally {
    await bench.close();
  }
}

async function runWay(bench: BenchCloud, way: Way, round: number): Promise<boolean> {
  await warm(bench, way, round);
  const one = await onOnePlace(bench, way, at(2 + round, 9 * 60));
  const fifty = await onFiftyPlaces(bench, way, at(6 + round, 8 * 60));
  const where = `local cloud, ${way}${way === 'instances' ? ` (${bench.instances})` : ''}`;
  // Whoever reads the figures should know how busy the machine was with other things.
  const machine = { cores: cpus().length, loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10 };
  console.log(`\n${where}`);
  console.log(
    table([
      ['', '200 on one place', '50 on 50 places'],
      ['attempts', one.attempts, fifty.attempts],
      ['sold', one.sold, fifty.sold],
      ['oversold', one.oversold, fifty.oversold],
      ['a second', one.perSecond, fifty.perSecond],
      ['the slowest, ms', one.slowestMs, fifty.slowestMs],
      ['round trips of hold', one.roundTripsHold, fifty.roundTripsHold],
      ['round trips of book', one.roundTripsPerBooking, fifty.roundTripsPerBooking],
    ]),
  );
  console.log(JSON.stringify({ bench: 'contention', ...one, where, ...machine }));
  console.log(JSON.stringify({ bench: 'fifty', ...fifty, where, ...machine }));
  return (
    one.sold === 1 &&
    one.oversold === 0 &&
    one.takenWithThreeAlternatives === one.attempts - 1 &&
    fifty.sold === fifty.attempts &&
    fifty.oversold === 0
  );
}

async function runThousand(bench: BenchCloud): Promise<boolean> {
  const figures = await onHundredPlaces(bench);
  const where = `local cloud, instances (${bench.instances})`;
  const machine = { cores: cpus().length, loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10 };
  console.log('\n1,000 people, 100 places of 20 counsellors on one day');
  console.log(table(Object.entries(figures)));
  console.log(JSON.stringify({ bench: 'thousand', ...figures, where, ...machine }));
  const { sold, oversold, lost, failed, moved, cancelled, acceptedOffers } = figures;
  const everything = moved > 0 && cancelled > 0 && acceptedOffers > 0;
  return sold > 90 && oversold === 0 && lost === 0 && failed === 0 && everything;
}

/**
 * Every instance is started, and everything has run often enough to be compiled, the local cloud
 * included: the figures are of a service that is in use. Cold starts are another question.
 */
async function warm(bench: BenchCloud, way: Way, round: number): Promise<void> {
  const starts = Array.from({ length: 12 }, (_, slot) => at(12 + round, 8 * 60 + slot * 5));
  const ids = await bench.freePlaces(starts, 'warm-counsellor');
  const people = await bench.newFamilies(ids.length, way);
  await Promise.all(
    people.map(async (one, number) => {
      const slotId = ids[number] ?? '';
      const { childId } = one;
      for (let again = 0; again < 12; again += 1) {
        await one.call('booking.holdSlot', { slotId: 'nowhere', childId });
        await one.call('booking.holdSlot', { slotId, childId });
        if (again % 2 === 0) continue;
        const visit = await one.call('booking.book', { slotId, childId, worries: [] });
        await one.call('booking.cancel', { appointmentId: visit.id });
      }
    }),
  );
}
