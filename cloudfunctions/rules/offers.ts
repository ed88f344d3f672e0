import type { DayPart, PlaceKind } from '@contract/enums';
import { limits } from '@contract/limits';
import type { Wish } from '@contract/wait';
import { addDays, dayOf, minuteMs, partsOf } from './dates';
import { isOpenTo } from './priority';
import { evening, isQuiet, lastAwake, morning } from './quiet-hours';

/**
 * Offering a free place to those who wait, without keeping it from ordinary booking: a place is
 * kept for one family at a time and for a limited time, for three families at most
 * (`limits.offersPerPlace`), and not at all when nobody who waits fits or when it begins too soon;
 * a family has one offer a request at a time. In all other moments it is free for whoever taps.
 */

/** Which part of the day a visit is in: before 12, before 18, later. */
export function dayPartOf(start: number): DayPart {
  const { hour } = partsOf(start);
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/**
 * Until when a place is kept for an answer: `offerMinutes`, of which the quiet hours do not count,
 * and in any case before it can no longer be booked. Undefined: no offer now, because it is night or
 * there is too little time left to answer.
 */
export function offerDeadline(
  now: number,
  { start, bookUntil }: { start: number; bookUntil: number },
): number | undefined {
  if (isQuiet(now)) return undefined;
  const latest = lastAwake(Math.min(start - limits.minimumNoticeMinutes * minuteMs, bookUntil));
  const until = Math.min(awakeAfter(now, limits.offerMinutes * minuteMs), latest);
  return until - now < limits.offerLeastMinutes * minuteMs ? undefined : until;
}

/** The moment after so many ms that are not quiet. */
function awakeAfter(from: number, ms: number): number {
  let [at, left] = [from, ms];
  for (;;) {
    const day = dayOf(at);
    const today = evening(day) - at;
    // At nine sharp the night has begun.
    if (left < today) return at + left;
    left -= today;
    at = morning(addDays(day, 1));
  }
}

/** What decides whether a place is something for a request. */
export interface OfferedPlace {
  id: string;
  start: number;
  kind: PlaceKind;
  reach: string;
  counsellorId: string;
  openFrom: number;
  /** One of several places of a group session: not what a family waits for. */
  seat: unknown;
}
export interface WaitingRequest {
  reach: readonly string[];
  wish: Wish;
  /** May use kept places (rules/priority). */
  first: boolean;
  /** Places they let go or let lapse. */
  declined: readonly string[];
}

/** Whether a place is what a request waits for, and theirs to use at this moment. */
export function fits(place: OfferedPlace, request: WaitingRequest, now: number): boolean {
  const { wish } = request;
  return (
    request.reach.includes(place.reach) &&
    wish.kinds.includes(place.kind) &&
    wish.parts.includes(dayPartOf(place.start)) &&
    dayOf(place.start) <= wish.until &&
    (wish.counsellorId === undefined || wish.counsellorId === place.counsellorId) &&
    place.seat === null &&
    isOpenTo(place, request.first, now) &&
    !request.declined.includes(place.id)
  );
}
