import type { Urgency } from '@contract/enums';
import type { Away } from '@contract/family';
import type { PrioritySettings } from '@contract/waitlist';
import { dayMs } from './dates';

/**
 * Fair priority (rules.md, "Booking practice"). It orders who is offered the next free place and
 * keeps some places for those who need them most; it never takes a booked place away, and nothing
 * is closed to anybody for good.
 */
export const defaultPriority: Readonly<PrioritySettings> = {
  /** Part of each counsellor's places that is kept back, 0 to 1. */
  reservedShare: 0.4,
  /** So long before it begins a kept place is open to everybody. */
  releaseHours: 48,
  /** Points are days of waiting, as long as `pointsPerDay` is 1. */
  soonPoints: 14,
  urgentPoints: 60,
  firstPoints: 7,
  pointsPerDay: 1,
};

/** What is known of a child that decides about kept places. */
export interface Need {
  /** What the family said, or the school or child director confirmed; undefined: nobody said. */
  away: Pick<Away, 'who' | 'span'> | undefined;
  /** Set by a person, never by a score. */
  urgency: Urgency;
}

/**
 * Whether both parents work away, or one has for over half a year (after State Council 2016). What
 * the family says counts at once, with no papers at the door (rules.md).
 */
export function isLeftBehind(away: Need['away']): boolean {
  if (!away || away.who === 'nobody') return false;
  return away.who === 'both' || away.span === 'overHalfYear';
}

/** Who may use a kept place before its release: left-behind children, and children in difficulty. */
export function mayUseReserved({ away, urgency }: Need): boolean {
  return urgency !== 'routine' || isLeftBehind(away);
}

/** Whether a place is open to a child now. `entitled`: as `mayUseReserved` says. */
export function isOpenTo(place: { openFrom: number }, entitled: boolean, now: number): boolean {
  return entitled || place.openFrom <= now;
}

/** What the order of a request comes from. `since`: when it joined, ms. */
export interface Standing {
  urgency: Urgency;
  /** May use kept places. */
  first: boolean;
  since: number;
}

/** The points of a request apart from its waiting. */
export function pointsOf(
  { urgency, first }: Pick<Standing, 'urgency' | 'first'>,
  settings: PrioritySettings,
): number {
  const ofUrgency = { routine: 0, soon: settings.soonPoints, urgent: settings.urgentPoints };
  return ofUrgency[urgency] + (first ? settings.firstPoints : 0);
}

/** The score of a request at a moment: its points, and `pointsPerDay` for each day it has waited. */
export function scoreAt(request: Standing, now: number, settings: PrioritySettings): number {
  const days = (now - request.since) / dayMs;
  return pointsOf(request, settings) + days * settings.pointsPerDay;
}

/**
 * What is stored in place of the score. All scores grow at the same pace, so their order never
 * changes with time alone: `score = (rank + now) / msPerPoint`, and an index by rank is the order
 * at any moment. A whole number of ms: whoever has one point more stands as if they had joined
 * `msPerPoint` earlier.
 */
export function rankOf(request: Standing, settings: PrioritySettings): number {
  const msPerPoint = dayMs / settings.pointsPerDay;
  return Math.round(pointsOf(request, settings) * msPerPoint) - request.since;
}

/** The most pressing first; of equals, whose id comes first: total, and always the same. */
export function byRank(a: { rank: number; id: string }, b: { rank: number; id: string }): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/**
 * So many days after a request has joined, nobody who joins then can come before it, whatever is
 * set: waiting outweighs everything in the end.
 */
export function overtakenForDays(settings: PrioritySettings): number {
  const most = Math.max(settings.soonPoints, settings.urgentPoints) + settings.firstPoints;
  return most / settings.pointsPerDay;
}

/** What a request is after a person has looked at it: urgency, right to kept places, and order. */
export function reviewed(
  request: { since: number; away: Need['away'] },
  urgency: Urgency,
  settings: PrioritySettings,
): Standing & { rank: number } {
  const standing = {
    urgency,
    first: mayUseReserved({ away: request.away, urgency }),
    since: request.since,
  };
  return { ...standing, rank: rankOf(standing, settings) };
}
