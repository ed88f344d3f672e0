import type { DayChoice } from '@contract/slot';
import { limits } from '@contract/limits';
import { addDays, dayOf, hourMs, minuteMs, startOfDay, weekdayOf } from './dates';

export interface Interval {
  start: number;
  end: number;
}

/** One span of a counsellor's week at one place. Minutes count from midnight, Beijing time. */
export interface WeeklySpan {
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  from: number;
  to: number;
}

export interface SessionLength {
  sessionMinutes: number;
  bufferMinutes: number;
}

/** Whether two intervals share a moment; touching ends do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The sessions that fit into the spans of one day, one after the other with the buffer between. */
export function sessionsOfDay(day: string, spans: WeeklySpan[], length: SessionLength): Interval[] {
  const midnight = startOfDay(day);
  const weekday = weekdayOf(day);
  return spans
    .filter((span) => span.weekday === weekday)
    .flatMap((span) => {
      const sessions: Interval[] = [];
      const step = length.sessionMinutes + length.bufferMinutes;
      for (let at = span.from; at + length.sessionMinutes <= span.to; at += step) {
        const start = midnight + at * minuteMs;
        sessions.push({ start, end: start + length.sessionMinutes * minuteMs });
      }
      return sessions;
    });
}

/** A slot's id carries its own uniqueness: one counsellor cannot have two slots that begin together. */
export function slotId(counsellorId: string, start: number): string {
  return `${counsellorId}_${Math.round(start / minuteMs)}`;
}

/** What the rules need to know of a slot's standing. */
export interface Standing {
  state: 'free' | 'held' | 'booked';
  heldBy: string | null;
  heldUntil: number;
}

/** Whether `person` could take the slot now: it is free, the hold ran out, or the hold is theirs. */
export function isTakeable(slot: Standing, person: string, now: number): boolean {
  if (slot.state === 'free') return true;
  return slot.state === 'held' && (slot.heldUntil <= now || slot.heldBy === person);
}

/** The first moment that can still be booked. */
export function earliestStart(now: number): number {
  return now + limits.minimumNoticeMinutes * minuteMs;
}

/** The moment up to which places are shown. */
export function horizonEnd(now: number): number {
  return startOfDay(addDays(dayOf(now), limits.horizonDays));
}

/**
 * The strip of days. When the reading was cut short, the last day read may have more than was
 * counted and later days are `unread`; asking for one of them reads it.
 */
export function dayStrip(now: number, starts: number[], cutShort: boolean): DayChoice[] {
  const counts = new Map<string, number>();
  for (const start of starts) {
    const day = dayOf(start);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const last = starts.at(-1);
  const lastRead = cutShort && last !== undefined ? dayOf(last) : undefined;
  const today = dayOf(now);
  return Array.from({ length: limits.horizonDays }, (_, index) => {
    const day = addDays(today, index);
    const free = counts.get(day) ?? 0;
    if (lastRead !== undefined && day > lastRead) return { day, state: 'unread', free: 0 };
    return { day, state: free > 0 ? 'free' : 'none', free };
  });
}

/** A visit stays among the upcoming ones until an hour after its end. */
export function isUpcoming(appointment: { end: number }, now: number): boolean {
  return appointment.end + hourMs > now;
}
