import type { DayEntry, Visit } from '@contract/day';

/** A place that somebody has. */
export type BookedEntry = DayEntry & { visit: Visit };

/** One card of the board: a visit, a free place, a group session, or the home visits of the day. */
export type BoardLine =
  | { kind: 'visit'; start: number; entry: BookedEntry }
  | { kind: 'free'; start: number; entry: DayEntry }
  | { kind: 'group'; start: number; booked: BookedEntry[]; free: number; of: number }
  | { kind: 'homes'; start: number; booked: BookedEntry[]; minutes: number };

export const isBooked = (entry: DayEntry): entry is BookedEntry => entry.visit !== undefined;

/**
 * A day as it is read: the places of a group session are one line, and so are the home visits of
 * the day, which are one way. In the order in which they begin.
 */
export function linesOf(entries: DayEntry[]): BoardLine[] {
  const homes = entries.filter(isBooked).filter(({ kind }) => kind === 'home');
  const gathered = homes.length > 1 ? homes : [];
  const lines: BoardLine[] = [];
  const groups = new Map<number, Extract<BoardLine, { kind: 'group' }>>();
  for (const entry of entries) {
    const { start, seat } = entry;
    if (seat) {
      const group = groups.get(start) ?? { kind: 'group', start, booked: [], free: 0, of: seat.of };
      if (isBooked(entry)) group.booked.push(entry);
      else group.free += 1;
      if (!groups.has(start)) lines.push(group);
      groups.set(start, group);
    } else if (!isBooked(entry)) lines.push({ kind: 'free', start, entry });
    else if (!gathered.includes(entry)) lines.push({ kind: 'visit', start, entry });
    else if (entry === gathered[0]) {
      const minutes = gathered.reduce((sum, { travelMinutes = 0 }) => sum + travelMinutes, 0);
      lines.push({ kind: 'homes', start, booked: gathered, minutes });
    }
  }
  return lines;
}

/** How many come, and how many places are free; a group session without anybody is one free place. */
export function countsOf(entries: DayEntry[]): { visits: number; free: number } {
  const lines = linesOf(entries);
  const isFree = (line: BoardLine) =>
    (line.kind === 'free' && line.entry.state === 'free') ||
    (line.kind === 'group' && line.free > 0);
  return { visits: entries.filter(isBooked).length, free: lines.filter(isFree).length };
}
