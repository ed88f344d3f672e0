import { minuteMs } from '@rules/dates';
import type { BenchCloud, Booker, Way } from './bench-cloud';
import { countRoundTrips, crowd, soldAndOversold, type Figures } from './figures';

export interface OnePlaceFigures extends Figures {
  /** Who heard "taken" together with three other times. */
  takenWithThreeAlternatives: number;
}

const crowdSize = 200;

/** Two hundred people tap the same place at once; whoever holds it books it. */
export async function onOnePlace(
  bench: BenchCloud,
  way: Way,
  start: number,
): Promise<OnePlaceFigures> {
  const [counter, ...people] = await bench.newFamilies(crowdSize + 1, way);
  const counsellor = `one-place-${start}`;
  const starts = [0, 50, 100, 150, 200].map((minutes) => start + minutes * minuteMs);
  const [slotId = ''] = await bench.freePlaces(starts, counsellor);
  const attempt = async (one: Booker) => {
    const { childId } = one;
    const answer = await one.call('booking.holdSlot', { slotId, childId });
    if (answer.outcome === 'taken') return answer.alternatives.length;
    await one.call('booking.book', { slotId, childId, worries: ['unhappy'] });
    return undefined;
  };
  const { results, ...times } = await crowd(people.map((one) => () => attempt(one)));
  return {
    attempts: people.length,
    ...(await soldAndOversold(bench, [slotId])),
    takenWithThreeAlternatives: results.filter((count) => count === 3).length,
    ...times,
    ...(await countRoundTrips(bench, counter, start + 24 * 60 * minuteMs)),
  };
}
