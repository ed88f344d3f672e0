import type { Hours, HoursPlace } from '@contract/hours';
import { minuteMs, startOfDay, weekdayOf } from './dates';
import { overlaps, type Interval } from './slots';

/** A session that a counsellor's hours ask for, at one of the places. */
export interface Session extends Interval {
  place: HoursPlace;
}

/** A session that exists and stays whatever the hours say: it is booked, held, or has begun. */
export interface Staying extends Interval {
  /** Places of the hours that it may be at; none when they have been given up. */
  at: readonly HoursPlace[];
  travelMinutes: number;
}

interface Around {
  staying?: readonly Staying[];
  /** Whether somebody else has the room then. */
  isTaken?: (session: Session) => boolean;
}

/** Minutes of a day, from midnight in Beijing. */
interface Span {
  from: number;
  to: number;
}

/** Minutes on the way before a session at this place. */
export const travelBefore = (place: HoursPlace) =>
  place.kind === 'home' ? (place.travelMinutes ?? 0) : 0;

/**
 * The sessions of one day, earliest first: within the weekly spans, less what is off and nothing on
 * a holiday; extra hours are worked all the same. They never overlap, the buffer lies between two of
 * them and the way before a home visit, and there are at most `mostADay`. Places that come first in
 * the list win where two want the same time; what stays wins over both.
 */
export function sessionsOf(
  day: string,
  hours: Hours,
  holidays: ReadonlySet<string>,
  { staying = [], isTaken = () => false }: Around = {},
): Session[] {
  const known: Session[] = [];
  const fresh: Session[] = [];
  for (const place of hours.places) {
    for (const session of gridOf(place, day, hours, holidays)) {
      if (staying.some((one) => isSame(one, session))) known.push(session);
      else if (
        !isTaken(session) &&
        staying.every((one) => areApart(one, session)) &&
        [...known, ...fresh].every((one) => areApart(one, session))
      ) {
        fresh.push(session);
      }
    }
  }
  const stayingStarts = new Set(staying.map(({ start }) => start));
  const room = Math.max(0, hours.mostADay - stayingStarts.size);
  return [...known, ...fresh.sort(byStart).slice(0, room)].sort(byStart);
}

/** Whether an existing session still lies within the hours of its place. */
export function isWithin(
  session: Interval,
  place: HoursPlace,
  day: string,
  hours: Hours,
  holidays: ReadonlySet<string>,
): boolean {
  const covers = (span: Span) => {
    const { start, end } = intervalOf(day, span);
    return start <= session.start && session.end <= end;
  };
  const off = daysOff(day, hours).some((span) => overlaps(intervalOf(day, span), session));
  return (
    extraOf(place, day, hours).some(covers) || (!off && weeklyOf(place, day, holidays).some(covers))
  );
}

const byStart = (one: Interval, other: Interval) => one.start - other.start;

function isSame(one: Staying, session: Session): boolean {
  const { start, end, place } = session;
  return one.start === start && one.end === end && one.at.some(({ id }) => id === place.id);
}

/** All sessions that fit into a place's spans of the day, whatever else there is. */
function gridOf(
  place: HoursPlace,
  day: string,
  hours: Hours,
  holidays: ReadonlySet<string>,
): Session[] {
  const off = daysOff(day, hours);
  // The grid stays where it is when part of a span is off: what is booked in the rest stays on it.
  const weekly = weeklyOf(place, day, holidays)
    .flatMap((span) => walk(span, place))
    .filter((span) => !off.some((other) => span.from < other.to && other.from < span.to));
  const extra = extraOf(place, day, hours).flatMap((span) => walk(span, place));
  return [...weekly, ...extra].map((span) => ({ ...intervalOf(day, span), place }));
}

/** One session after the other, with the buffer, or the way to a home, between them. */
function walk(span: Span, place: HoursPlace): Span[] {
  const step = place.sessionMinutes + Math.max(place.bufferMinutes, travelBefore(place));
  const sessions: Span[] = [];
  for (let from = span.from; from + place.sessionMinutes <= span.to; from += step) {
    sessions.push({ from, to: from + place.sessionMinutes });
  }
  return sessions;
}

function weeklyOf(place: HoursPlace, day: string, holidays: ReadonlySet<string>): Span[] {
  if (holidays.has(day)) return [];
  const weekday = weekdayOf(day);
  return place.spans.filter((span) => span.weekday === weekday);
}

function extraOf(place: HoursPlace, day: string, { exceptions }: Hours): Span[] {
  return exceptions.filter(
    (one) => one.kind === 'extra' && one.day === day && one.placeId === place.id,
  );
}

function daysOff(day: string, { exceptions }: Hours): Span[] {
  return exceptions.filter((one) => one.kind === 'off' && one.day === day);
}

function intervalOf(day: string, { from, to }: Span): Interval {
  const midnight = startOfDay(day);
  return { start: midnight + from * minuteMs, end: midnight + to * minuteMs };
}

/** Whether the earlier one's buffer and the way to the later one fit between the two. */
function areApart(one: Session | Staying, other: Session | Staying): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return second.start - first.end >= Math.max(bufferOf(first), wayTo(second)) * minuteMs;
}

function bufferOf(session: Session | Staying): number {
  if ('place' in session) return session.place.bufferMinutes;
  return Math.max(0, ...session.at.map(({ bufferMinutes }) => bufferMinutes));
}

function wayTo(session: Session | Staying): number {
  return 'place' in session ? travelBefore(session.place) : session.travelMinutes;
}
