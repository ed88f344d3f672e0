import type { DayChoice } from '@contract/slot';
import { limits } from '@contract/limits';
import { addDays, dayOf, daysBetween, hourMs, minuteMs, startOfDay } from './dates';

export interface Interval {
  start: number;
  end: number;
}

/** Whether two intervals share a moment; touching ends do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * A slot's id carries its own uniqueness: one counsellor cannot have two slots that begin together,
 * but for the seats of a group session, which count from 1.
 */
export function slotId(counsellorId: string, start: number, seat?: number): string {
  const id = `${counsellorId}_${Math.round(start / minuteMs)}`;
  return seat === undefined ? id : `${id}_${seat}`;
}

/** The group session that a seat's id names; undefined for a place that is no seat. */
export function sessionOfSeat(id: string): { counsellorId: string; start: number } | undefined {
  const [, counsellorId, minute] = /^(.+)_(\d+)_\d+$/.exec(id) ?? [];
  if (counsellorId === undefined) return undefined;
  return { counsellorId, start: Number(minute) * minuteMs };
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

/** The moment up to which the strip of days and the counsellor's news look. */
export function horizonEnd(now: number): number {
  return startOfDay(addDays(dayOf(now), limits.horizonDays));
}

/** No counsellor's places lie further ahead. */
export function furthestEnd(now: number): number {
  return startOfDay(addDays(dayOf(now), limits.furthestDays));
}

/**
 * The strip of days: `horizonDays` of them, and on to the last one that has something free. When the reading was cut short, the last day read may have more than was
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
  const reached = last === undefined ? 0 : daysBetween(today, dayOf(last)) + 1;
  return Array.from({ length: Math.max(limits.horizonDays, reached) }, (_, index) => {
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
