import { minuteMs } from '@rules/dates';
import type { BenchCloud, Booker, Way } from './bench-cloud';
import { countRoundTrips, crowd, soldAndOversold, type Figures } from './figures';

const count = 50;

/** Fifty people book the fifty places of one day, each their own, all at once. */
export async function onFiftyPlaces(bench: BenchCloud, way: Way, start: number): Promise<Figures> {
  const [counter, ...people] = await bench.newFamilies(count + 1, way);
  // Ten counsellors with five places each: a day has no room for fifty of one.
  const places: string[] = [];
  for (let counsellor = 0; counsellor < 10; counsellor += 1) {
    const starts = [0, 1, 2, 3, 4].map((hour) => start + hour * 60 * minuteMs);
    places.push(...(await bench.freePlaces(starts, `fifty-${start}-${counsellor}`)));
  }
  const attempt = async (one: Booker, slotId: string) => {
    const { childId } = one;
    const answer = await one.call('booking.holdSlot', { slotId, childId });
    if (answer.outcome === 'held') {
      await one.call('booking.book', { slotId, childId, worries: ['sleep'] });
    }
  };
  const attempts = people.map((one, number) => () => attempt(one, places[number] ?? ''));
  const { results: _results, ...times } = await crowd(attempts);
  return {
    attempts: people.length,
    ...(await soldAndOversold(bench, places)),
    ...times,
    ...(await countRoundTrips(bench, counter, start + 24 * 60 * minuteMs)),
  };
}
