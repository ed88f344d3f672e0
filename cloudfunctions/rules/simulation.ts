import type { Urgency } from '@contract/enums';
import { limits } from '@contract/limits';
import type { PrioritySettings } from '@contract/waitlist';
import { dayMs, dayOf, hourMs, startOfDay, weekdayOf } from './dates';
import { isQuiet } from './quiet-hours';
import { isOpenTo, mayUseReserved, rankOf } from './priority';
import { isReserved, openFromOf } from './reserved';
import type { Arrival } from './simulated-demand';

/**
 * A county's days on paper, to see a rule before it is set. It keeps to the rules of the product:
 * who asks takes the earliest place that is open to them, or waits when it is too far off; whatever falls free by day is
 * offered to those who wait in the order of the rule; kept places open at their release. Left out:
 * schools and townships, wishes, and families who ask again after they gave a visit up.
 */
export interface Plan {
  /** The moment it begins: a midnight in Beijing, ms. */
  from: number;
  days: number;
  /** Places on Monday … Sunday. */
  placesByWeekday: readonly number[];
  arrivals: readonly Arrival[];
  /** Undefined: first come, nothing kept. */
  settings: PrioritySettings | undefined;
}

interface Place {
  start: number;
  kept: boolean;
  openFrom: number;
}

/** Somebody who waits. */
interface Request extends Pick<Arrival, 'cancels' | 'cancelsAfter' | 'misses'> {
  since: number;
  urgency: Urgency;
  first: boolean;
  rank: number;
  declines: number;
}

/** How long somebody waited for a visit, or waits still (`until`: the end of the simulation). */
export interface Waited {
  first: boolean;
  urgency: Urgency;
  since: number;
  until: number;
  seen: boolean;
}

export interface Course {
  waited: Waited[];
  places: number;
  /** Places at which somebody was seen. */
  used: number;
  kept: number;
  /** Kept places that nobody had taken until their release. */
  keptReleased: number;
  stillWaiting: number;
}

/**
 * Somebody who should be seen soon waits for an earlier place rather than take a far one, so many
 * days long; then any place is better than none.
 */
const patienceDays: Record<Urgency, number> = {
  urgent: 2,
  soon: 5,
  routine: limits.horizonDays,
};

/** Sessions begin at nine and follow each other; which hour it is hardly matters here. */
const firstHour = 9;
const hoursADay = 8;
/** A place that begins sooner is not offered: nobody could answer in time. */
const offerAheadMs = 3 * hourMs;
const noticeMs = limits.minimumNoticeMinutes * 60_000;

/** One course of events, hour by hour; `advance` may be called in parts, so that a phone stays awake. */
export class Simulation {
  private hour = 0;
  private arrived = 0;
  private free: Place[] = [];
  /** In the order of the rule; apart, as only the first may use what is kept. */
  private readonly waiting = { first: [] as Request[], others: [] as Request[] };
  private readonly givenUp = new Map<number, Place[]>();
  private readonly course: Course = {
    ...{ waited: [], places: 0, used: 0, kept: 0, keptReleased: 0, stillWaiting: 0 },
  };

  constructor(private readonly plan: Plan) {
    for (let ahead = 0; ahead < limits.horizonDays; ahead += 1) this.openDay(ahead);
  }

  /** Goes on for so many hours; answers whether the end is reached. */
  advance(hours: number): boolean {
    const end = Math.min(this.hour + hours, this.plan.days * 24);
    while (this.hour < end) this.passHour();
    return this.hour >= this.plan.days * 24;
  }

  /** What has come about so far. */
  result(): Course {
    const { first, others } = this.waiting;
    const until = this.now();
    const still = [...first, ...others].map((request) => ({ ...request, until, seen: false }));
    return {
      ...this.course,
      waited: [...this.course.waited, ...still],
      stillWaiting: still.length,
    };
  }

  private now(): number {
    return this.plan.from + this.hour * hourMs;
  }

  private passHour(): void {
    const now = this.now();
    if (this.hour > 0 && this.hour % 24 === 0)
      this.openDay(this.hour / 24 + limits.horizonDays - 1);
    const back = this.givenUp.get(this.hour) ?? [];
    this.givenUp.delete(this.hour);
    for (const place of back) this.put(place);
    if (!isQuiet(now)) this.offer(now);
    this.hour += 1;
    this.arrive(this.now());
    this.close(this.now());
  }

  private openDay(ahead: number): void {
    const { from, days, placesByWeekday, settings } = this.plan;
    if (ahead >= days) return;
    const day = dayOf(from + ahead * dayMs);
    const count = placesByWeekday[weekdayOf(day) - 1] ?? 0;
    for (let index = 0; index < count; index += 1) {
      const hours = firstHour + Math.floor((index * hoursADay) / count);
      const start = startOfDay(day) + hours * hourMs;
      const place = { counsellorId: '', day, index };
      const kept = settings !== undefined && isReserved(place, settings.reservedShare);
      const openFrom = settings ? openFromOf(start, kept, settings) : 0;
      this.course.places += 1;
      if (kept) this.course.kept += 1;
      this.put({ start, kept, openFrom });
    }
  }

  private put(place: Place): void {
    let at = this.free.length;
    while (at > 0 && (this.free[at - 1]?.start ?? 0) > place.start) at -= 1;
    this.free.splice(at, 0, place);
  }

  /** Places that have begun are gone; a kept one that opens to everybody was not needed till then. */
  private close(now: number): void {
    while ((this.free[0]?.start ?? now + 1) <= now) this.free.shift();
    for (const { kept, openFrom } of this.free) {
      if (kept && openFrom <= now && openFrom > now - hourMs) this.course.keptReleased += 1;
    }
  }

  private arrive(now: number): void {
    for (; this.arrived < this.plan.arrivals.length; this.arrived += 1) {
      const arrival = this.plan.arrivals[this.arrived];
      if (!arrival || arrival.at > now) return;
      const request = this.requestOf(arrival);
      const place = this.free.find(
        (one) =>
          one.start >= arrival.at + noticeMs &&
          isOpenTo(one, request.first, arrival.at) &&
          isSoonEnough(one, request, arrival.at),
      );
      if (place) this.book(place, request, arrival.at);
      else this.queue(request);
    }
  }

  private requestOf(arrival: Arrival): Request {
    const { at: since, urgency, leftBehind, cancels, cancelsAfter, misses, declines } = arrival;
    const away = leftBehind ? { who: 'both' as const } : undefined;
    const first = mayUseReserved({ away, urgency });
    const { settings } = this.plan;
    const rank = settings ? rankOf({ since, urgency, first }, settings) : -since;
    return { since, urgency, first, rank, cancels, cancelsAfter, misses, declines };
  }

  private queue(request: Request): void {
    const list = request.first ? this.waiting.first : this.waiting.others;
    let at = list.length;
    while (at > 0 && (list[at - 1]?.rank ?? Infinity) < request.rank) at -= 1;
    list.splice(at, 0, request);
  }

  private offer(now: number): void {
    for (const place of [...this.free]) {
      if (place.start < now + offerAheadMs) continue;
      this.offerPlace(place, now);
    }
  }

  /** To the first who may have it; who lets it go keeps waiting, and some are asked in turn. */
  private offerPlace(place: Place, now: number): void {
    const passed = new Set<Request>();
    for (let asked = 0; asked < limits.offersPerPlace; asked += 1) {
      const next = this.firstFor(place, now, passed);
      if (!next) return;
      if (next.declines === 0) {
        const list = next.first ? this.waiting.first : this.waiting.others;
        list.splice(list.indexOf(next), 1);
        this.book(place, next, now);
        return;
      }
      next.declines -= 1;
      passed.add(next);
    }
  }

  private firstFor(place: Place, now: number, passed: Set<Request>): Request | undefined {
    const notAsked = (request: Request) =>
      !passed.has(request) && isSoonEnough(place, request, now);
    const one = this.waiting.first.find(notAsked);
    const other = isOpenTo(place, false, now) ? this.waiting.others.find(notAsked) : undefined;
    return one && other ? (one.rank >= other.rank ? one : other) : (one ?? other);
  }

  private book(place: Place, request: Request, now: number): void {
    this.free.splice(this.free.indexOf(place), 1);
    if (request.cancels) {
      const hours = Math.floor(((place.start - now) / hourMs) * request.cancelsAfter);
      const at = this.hour + 1 + hours;
      this.givenUp.set(at, [...(this.givenUp.get(at) ?? []), place]);
      return;
    }
    if (!request.misses) this.course.used += 1;
    const { first, urgency, since } = request;
    this.course.waited.push({ first, urgency, since, until: place.start, seen: true });
  }
}

function isSoonEnough({ start }: Place, { urgency, since }: Request, now: number): boolean {
  const patience = patienceDays[urgency] * dayMs;
  return now - since >= patience || start - now <= patience;
}
