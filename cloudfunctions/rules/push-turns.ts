import { addDays, dayMs, dayOf, hourMs, minuteMs, partsOf, startOfDay } from './dates';
import type { Haste } from './push-kinds';

/** The hours in which somebody is left alone; the same twice means never. Whole hours of the day. */
export interface QuietHours {
  from: number;
  to: number;
}
/** As the county sleeps; whoever works shifts says when they sleep themselves. */
export const usualQuiet: QuietHours = { from: 21, to: 7 };

/** At most so many calm pushes in any seven days, and so long between two. */
export const callsAWeek = 3;
export const weekMs = 7 * dayMs;
export const betweenMs = 60 * minuteMs;

/**
 * A telephone that has just rung for an alert rings again for further ones after so long, once for all
 * of them: two hundred at once would only be switched off.
 */
export const betweenAlertsMs = minuteMs;
export const alertKey = 'duty';

export function isAsleep(moment: number, { from, to }: QuietHours): boolean {
  const { hour } = partsOf(moment);
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** When the quiet hours that a moment lies in end. */
export function wakesAt(moment: number, quiet: QuietHours): number {
  const day = dayOf(moment);
  const today = startOfDay(day) + quiet.to * hourMs;
  return today > moment ? today : startOfDay(addDays(day, 1)) + quiet.to * hourMs;
}

export interface Waiting {
  id: string;
  haste: Haste;
  priority: number;
  at: number;
  /** What is over by then is not told any more. */
  expiresAt: number;
  /** Put together with others of the same (rules/push-kinds). */
  key: string | null;
}

export interface Sent {
  at: number;
  haste: Haste;
  key?: string | null;
}

/** What is to become of each push that is due for one person. */
export type Turn =
  | { id: string; do: 'send'; count: number }
  /** Told by another one. */
  | { id: string; do: 'merge'; into: string }
  | { id: string; do: 'wait'; until: number }
  | { id: string; do: 'drop'; why: 'late' | 'week' };

/**
 * Whose turn it is among the pushes that are due for one person: what cannot wait at once, of what
 * can only the first, the rest an hour later, and no more than three calm ones a week. `sent`: what
 * they may have had in the last seven days, attempts of unknown outcome included.
 */
export function turnsOf(
  waiting: readonly Waiting[],
  sent: readonly Sent[],
  { now, quiet }: { now: number; quiet: QuietHours },
): Turn[] {
  const turns: Turn[] = [];
  const groups = new Map<string, Waiting[]>();
  for (const one of waiting) {
    if (one.expiresAt <= now) turns.push({ id: one.id, do: 'drop', why: 'late' });
    else groups.set(one.key ?? one.id, [...(groups.get(one.key ?? one.id) ?? []), one]);
  }
  const asleep = isAsleep(now, quiet);
  const dawn = asleep ? wakesAt(now, quiet) : now;
  const counted = sent.filter(({ haste }) => haste !== 'now');
  const rings = sent.filter(({ key }) => key === alertKey).map(({ at }) => at);
  const ringsAt = Math.max(0, ...rings) + betweenAlertsMs;
  let nextAt = Math.max(0, ...counted.map(({ at }) => at)) + betweenMs;
  let room = callsAWeek - counted.filter(({ at }) => at > now - weekMs).length;
  const ordered = [...groups.values()].map((group) => [...group].sort(before));
  for (const [first, ...rest] of ordered.sort((a, b) => (a[0] && b[0] ? before(a[0], b[0]) : 0))) {
    if (!first) continue;
    const moment = { now, asleep, dawn, room, nextAt, ringsAt };
    const decided = decide(first, moment);
    if (decided.do === 'send') {
      turns.push({ id: first.id, do: 'send', count: rest.length + 1 });
      if (first.haste !== 'now') {
        room -= 1;
        nextAt = now + betweenMs;
      }
    } else turns.push({ id: first.id, ...decided });
    for (const { id } of rest) {
      turns.push(decided.do === 'send' ? { id, do: 'merge', into: first.id } : { id, ...decided });
    }
  }
  return turns;
}

const hasteRank = { now: 2, dated: 1, calm: 0 } as const;

/** The more pressing first, then what has waited longer. */
const before = (a: Waiting, b: Waiting) =>
  hasteRank[b.haste] - hasteRank[a.haste] || b.priority - a.priority || a.at - b.at;

interface Moment {
  now: number;
  asleep: boolean;
  dawn: number;
  room: number;
  /** When the next calm one may go. */
  nextAt: number;
  /** When it may ring for an alert again. */
  ringsAt: number;
}

type Decision =
  { do: 'send' } | { do: 'wait'; until: number } | { do: 'drop'; why: 'late' | 'week' };

function decide(
  { haste, expiresAt, key }: Waiting,
  { now, asleep, dawn, room, nextAt, ringsAt }: Moment,
): Decision {
  if (key === alertKey && now < ringsAt) return { do: 'wait', until: ringsAt };
  if (haste === 'now') return { do: 'send' };
  // What were too late in the morning is told now.
  if (asleep && (haste === 'calm' || dawn < expiresAt)) {
    return dawn < expiresAt ? { do: 'wait', until: dawn } : { do: 'drop', why: 'late' };
  }
  if (haste === 'dated') return { do: 'send' };
  if (room <= 0) return { do: 'drop', why: 'week' };
  if (now >= nextAt) return { do: 'send' };
  return nextAt < expiresAt ? { do: 'wait', until: nextAt } : { do: 'drop', why: 'late' };
}
