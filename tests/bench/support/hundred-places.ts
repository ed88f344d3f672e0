import { addDays, dayOf, minuteMs } from '@rules/dates';
import { isQuiet } from '@rules/quiet-hours';
import { percentile } from '@rules/waits';
import { seededRandom } from '@rules/simulated-demand';
import { offerPlaces } from '../../../cloudfunctions/areas/booking/offer-places';
import {
  appointments,
  slots,
  waitlist,
  type SlotDocument,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { Refused } from '../../functions/support/person';
import type { BenchCloud, Booker } from './bench-cloud';
import { countRoundTrips } from './figures';
import { at } from './times';

const crowdSize = 1000;
const counsellorCount = 20;
const placesEach = 5;
/** So many are at it at the same moment; the others come when one of them is done. */
const atOnce = 150;
/** Who has a place gives it up, or moves; who has none waits, if they are among so many. */
const cancels = 0.2;
const moves = 0.25;
const waits = 0.35;
/** Every offer is answered within a pause or two of the job, until nothing more comes. */
const jobPauseMs = 100;
const quietRuns = 4;

export interface ThousandFigures {
  attempts: number;
  calls: number;
  sold: number;
  oversold: number;
  /** A booked visit whose place does not know it, or a booked place without its visit. */
  lost: number;
  booked: number;
  moved: number;
  cancelled: number;
  waited: number;
  offers: number;
  acceptedOffers: number;
  /** Answers that nobody could expect: anything but taken, gone or busy. */
  failed: number;
  busy: number;
  perSecond: number;
  p95Ms: number;
  roundTripsPerBooking: number;
  roundTripsHold: number;
}

/** A thousand people on a hundred places: holds, moves, cancellations and offers, all at once. */
export async function onHundredPlaces(bench: BenchCloud): Promise<ThousandFigures> {
  // Offers are made by day only.
  if (isQuiet(Date.now())) bench.setClock(at(1, 10 * 60));
  const [counter, ...people] = await bench.newFamilies(crowdSize + 1, 'instances');
  const day = Date.parse(addDays(dayOf(Date.now()), 20));
  const places: string[] = [];
  for (let number = 0; number < counsellorCount; number += 1) {
    const starts = Array.from({ length: placesEach }, (_, place) => day + place * 50 * minuteMs);
    places.push(...(await bench.freePlaces(starts, `thousand-${number}`)));
  }
  const round = new Round(bench, places);
  const began = performance.now();
  const job = round.offerUntilDone();
  await inPool(people, (one) => round.come(one));
  round.everybodyCame = true;
  await job;
  const seconds = (performance.now() - began) / 1000;
  return {
    ...{ attempts: people.length, calls: round.times.length },
    ...(await round.soldAndLost()),
    ...round.counts,
    perSecond: Math.round(round.times.length / seconds),
    p95Ms: Math.round(percentile(round.times, 0.95)),
    ...(await roundTripsOf(bench, counter, day)),
  };
}

async function roundTripsOf(bench: BenchCloud, counter: Booker | undefined, day: number) {
  const { roundTripsPerBooking, roundTripsHold } = await countRoundTrips(
    bench,
    counter,
    day - 60_000_000,
  );
  return { roundTripsPerBooking, roundTripsHold };
}

async function inPool<Item>(list: readonly Item[], work: (item: Item) => Promise<void>) {
  const rest = [...list];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

class Round {
  readonly times: number[] = [];
  readonly counts = {
    ...{ booked: 0, moved: 0, cancelled: 0, waited: 0, offers: 0 },
    ...{ acceptedOffers: 0, failed: 0, busy: 0 },
  };
  everybodyCame = false;
  private readonly random = seededRandom(1);
  private readonly waiting = new Map<string, Booker>();

  constructor(
    private readonly bench: BenchCloud,
    private readonly places: readonly string[],
  ) {}

  /** Somebody comes, takes what there is, changes their mind, or waits. */
  async come(one: Booker): Promise<void> {
    const [mind, place] = [this.random(), this.random()];
    const slotId = await this.hold(one, this.places[Math.floor(place * this.places.length)] ?? '');
    if (slotId === undefined) {
      if (mind < waits) await this.join(one);
      return;
    }
    const { childId } = one;
    const visit = await this.timed(() =>
      one.call('booking.book', { slotId, childId, worries: [] }),
    );
    if (!visit) return;
    this.counts.booked += 1;
    if (mind < cancels) {
      const appointmentId = visit.id;
      if (await this.timed(() => one.call('booking.cancel', { appointmentId }))) {
        this.counts.cancelled += 1;
      }
    } else if (mind < cancels + moves) {
      await this.move(one, visit.id);
    }
  }

  /** The place, or the first of those that are named in its stead. */
  private async hold(one: Booker, wanted: string): Promise<string | undefined> {
    const { childId } = one;
    const tap = (slotId: string) =>
      this.timed(() => one.call('booking.holdSlot', { slotId, childId }));
    const answer = await tap(wanted);
    if (answer?.outcome === 'held') return wanted;
    const other = answer?.alternatives.find(({ id }) => this.places.includes(id))?.id;
    if (other === undefined) return undefined;
    return (await tap(other))?.outcome === 'held' ? other : undefined;
  }

  private async move(one: Booker, appointmentId: string): Promise<void> {
    const wanted = this.places[Math.floor(this.random() * this.places.length)] ?? '';
    const slotId = await this.hold(one, wanted);
    if (slotId === undefined) return;
    const moved = await this.timed(() => one.call('booking.reschedule', { appointmentId, slotId }));
    if (moved) this.counts.moved += 1;
  }

  private async join(one: Booker): Promise<void> {
    const { childId } = one;
    const wish = {
      kinds: ['school' as const],
      parts: ['morning' as const, 'afternoon' as const, 'evening' as const],
      until: addDays(dayOf(Date.now()), 45),
    };
    const wait = await this.timed(() =>
      one.call('booking.joinWaitlist', { childId, wish, worries: [] }),
    );
    if (!wait) return;
    this.counts.waited += 1;
    this.waiting.set(wait.id, one);
  }

  /** The job, again and again, and whoever is offered a place takes it. */
  async offerUntilDone(): Promise<void> {
    const { database } = this.bench;
    const offset = () => Number(process.env.LOCAL_CLOUD_CLOCK_OFFSET_MS) || 0;
    for (let quiet = 0; quiet < quietRuns;) {
      await new Promise((resolve) => setTimeout(resolve, jobPauseMs));
      const now = Date.now() + offset();
      const offers = await offerPlaces({ database, now, random: Math.random });
      this.counts.offers += offers;
      const taken = await this.acceptAll();
      quiet = this.everybodyCame && offers === 0 && taken === 0 ? quiet + 1 : 0;
    }
  }

  private async acceptAll(): Promise<number> {
    const ids = [...this.waiting.keys()];
    if (ids.length === 0) return 0;
    const offered = await this.bench.database.find(waitlist, {
      where: { _id: command.in(ids), state: 'offered' },
      limit: 1000,
    });
    await Promise.all(
      offered.map(async ({ _id: waitlistId }) => {
        const one = this.waiting.get(waitlistId);
        this.waiting.delete(waitlistId);
        const answer = { waitlistId, accept: true };
        if (one && (await this.timed(() => one.call('booking.answerOffer', answer)))) {
          this.counts.acceptedOffers += 1;
        }
      }),
    );
    return offered.length;
  }

  private async timed<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
    const began = performance.now();
    try {
      return await call();
    } catch (error) {
      if (error instanceof Refused && error.code === 'BUSY') this.counts.busy += 1;
      else {
        this.counts.failed += 1;
        console.log(String(error));
      }
      return undefined;
    } finally {
      this.times.push(performance.now() - began);
    }
  }

  /** From the database itself, both ways round. */
  async soldAndLost() {
    const { database } = this.bench;
    const visits = [...(await this.bench.bookings([...this.places])).values()];
    const found: SlotDocument[] = await database.find(slots, {
      where: { _id: command.in([...this.places]) },
      limit: 1000,
    });
    let lost = 0;
    for (const { _id, state, appointmentId } of found) {
      const visit =
        appointmentId === null ? undefined : await database.get(appointments, appointmentId);
      const both = visit?.slotId === _id && visit.state === 'booked';
      if ((state === 'booked') !== both) lost += 1;
    }
    const sold = found.filter(({ state }) => state === 'booked').length;
    const booked = visits.filter((count) => count > 0).length;
    return {
      sold,
      oversold: visits.filter((count) => count > 1).length,
      lost: lost + Math.abs(booked - sold),
    };
  }
}
