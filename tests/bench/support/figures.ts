import type { BenchCloud, Booker } from './bench-cloud';

export interface Figures {
  attempts: number;
  sold: number;
  /** Places that ended with more than one booked appointment. */
  oversold: number;
  /** Attempts that were answered, held and booked or refused, in a second. */
  perSecond: number;
  slowestMs: number;
  /** Of `booking.book`, begin and commit included, counted by the cloud while nobody else is about. */
  roundTripsPerBooking: number;
  roundTripsHold: number;
  roundTripsHoldAndBook: number;
}

/** Runs all attempts at once; answers what each gave, the slowest and the rate. */
export async function crowd<Result>(attempts: (() => Promise<Result>)[]) {
  const began = performance.now();
  const times: number[] = [];
  const results = await Promise.all(
    attempts.map(async (attempt) => {
      const result = await attempt();
      times.push(performance.now() - began);
      return result;
    }),
  );
  const slowest = Math.max(...times);
  return {
    results,
    slowestMs: Math.round(slowest),
    perSecond: Math.round((attempts.length / slowest) * 1000),
  };
}

/** What booking costs the database, counted by the cloud itself. */
export async function countRoundTrips(bench: BenchCloud, who: Booker | undefined, start: number) {
  if (!who) throw new Error('nobody is there to count with');
  const [slotId = ''] = await bench.freePlaces([start], 'counting-counsellor');
  const { childId } = who;
  const before = bench.roundTrips();
  await who.call('booking.holdSlot', { slotId, childId });
  const held = bench.roundTrips();
  await who.call('booking.book', { slotId, childId, worries: ['unhappy'] });
  const after = bench.roundTrips();
  return {
    roundTripsPerBooking: after - held,
    roundTripsHold: held - before,
    roundTripsHoldAndBook: after - before,
  };
}

export async function soldAndOversold(bench: BenchCloud, slotIds: string[]) {
  const counts = [...(await bench.bookings(slotIds)).values()];
  return {
    sold: counts.filter((count) => count > 0).length,
    oversold: counts.filter((count) => count > 1).length,
  };
}
