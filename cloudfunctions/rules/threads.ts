import type { MessageKind, MessageState } from '@contract/enums';
import { limits } from '@contract/limits';
import { permits, type ConsentRecord } from './consent';
import { minuteMs } from './dates';

/**
 * Who sees what in a thread. Everything that somebody is told (lists, counts, marks, what has
 * changed) is worked out from what they may see and from nothing else: a message only for the
 * teacher must leave no trace with the other adults of the family, one of whom may be the one who
 * does harm (rules.md, "Safeguarding").
 */
export const everyoneLine = 'all';
export const heldLine = (member: string) => `held:${member}`;
const isHeldLine = (line: string) => line.startsWith('held:');
/** The line in which whoever waits on this one is answered: what is held is answered alone. */
export const answerLine = (line: string) => (isHeldLine(line) ? line.slice('held:'.length) : line);

export interface Viewer {
  side: 'family' | 'staff';
  member: string;
}

/** What a head knows of one message. */
export interface TailEntry {
  seq: number;
  /** `all`, the member whom staff talk with alone, or `held:{member}`. */
  line: string;
  by: string;
  side: 'family' | 'staff';
  kind: MessageKind;
  state: MessageState;
}

/**
 * The lines a member of the family sees. Staff see what is not held, and what is held of the family's:
 * what WeChat flags may be the worst that a child's adult has to tell, and must not wait unseen.
 */
export function linesOf(member: string): string[] {
  return [everyoneLine, member, heldLine(member)];
}

export function sees(viewer: Viewer, { line, side }: Pick<TailEntry, 'line' | 'side'>): boolean {
  if (viewer.side === 'family') return linesOf(viewer.member).includes(line);
  return !isHeldLine(line) || side === 'family' || line === heldLine(viewer.member);
}

/** The newest of every line, the newest first. A busy line does not push another one out. */
export function withEntry(tail: readonly TailEntry[], entry: TailEntry): TailEntry[] {
  const kept = new Map<string, number>();
  return [entry, ...tail.filter(({ seq }) => seq !== entry.seq)]
    .sort((a, b) => b.seq - a.seq)
    .filter(({ line }) => {
      const before = kept.get(line) ?? 0;
      kept.set(line, before + 1);
      return before < limits.tailPerLine;
    });
}

/** New messages of others: `limits.tailPerLine` means so many or more. */
export function unreadIn(tail: readonly TailEntry[], viewer: Viewer, readTo: number): number {
  const fresh = tail.filter(
    (entry) =>
      entry.seq > readTo &&
      entry.by !== viewer.member &&
      (entry.state === 'sent' || (entry.state === 'held' && viewer.side === 'staff')) &&
      sees(viewer, entry),
  );
  return Math.min(fresh.length, limits.tailPerLine);
}

type Shown = Pick<TailEntry, 'seq' | 'line' | 'side'>;

/**
 * The newest of the messages a viewer is shown that a member has seen. A mark may stand at a message
 * that the viewer must not know of, and relatives see nothing of a line that is not theirs.
 */
export function markShown(
  mark: Viewer & { seq: number },
  shown: readonly Shown[],
): number | undefined {
  const seen = shown.filter(
    (message) => message.seq <= mark.seq && sees(mark, message) && !isHeldLine(message.line),
  );
  return seen.length === 0 ? undefined : Math.max(...seen.map(({ seq }) => seq));
}

/**
 * Whether a message may be sent. A family needs its agreement to messages, which counts from a
 * caregiver until a parent decides (rules/consent); a recording needs that to recordings as well. What
 * is urgent waits for nobody's agreement (rules.md, "Who is who"): a parent who has refused may be the
 * one who does harm. Staff may write to whoever has agreed, and answer whoever has asked.
 */
export function maySend(
  message: { side: 'family' | 'staff'; voice: boolean; urgent: boolean; answers: boolean },
  consents: readonly ConsentRecord[],
): boolean {
  const { side, voice, urgent, answers } = message;
  if (urgent || (side === 'staff' && answers)) return true;
  if (!permits(consents, 'messages')) return false;
  return side === 'staff' || !voice || permits(consents, 'recordings');
}

/** Strictly rising, whatever the clocks of the instances say. */
export const nextSeq = (last: number, now: number) => Math.max(now, last + 1);

export interface Wait {
  line: string;
  since: number;
  urgent: boolean;
}

/**
 * Who of the family waits for an answer after a message. Each line waits for itself: an answer to
 * all is none to whoever asked alone. What the system writes answers nobody.
 */
export function waitsAfter(
  waits: readonly Wait[],
  message: {
    line: string;
    side: 'family' | 'staff';
    kind: MessageKind;
    at: number;
    urgent: boolean;
  },
): Wait[] {
  const { line, side, kind, at, urgent } = message;
  if (kind === 'note' || (isHeldLine(line) && side === 'staff')) return [...waits];
  if (side === 'staff') return waits.filter((wait) => answerLine(wait.line) !== line);
  const others = waits.filter((wait) => wait.line !== line);
  const before = waits.find((wait) => wait.line === line);
  return [
    ...others,
    { line, since: before?.since ?? at, urgent: urgent || (before?.urgent ?? false) },
  ];
}

/**
 * Who waits after a message was taken back: what is left of the line, if anything is. Somebody who
 * said that it was urgent is waited for all the same; taking it back may not have been their wish.
 */
export function waitsWithout(
  waits: readonly Wait[],
  tail: readonly TailEntry[],
  message: { line: string; at: number; seq: number },
): Wait[] {
  return waits.flatMap((wait) => {
    if (wait.line !== message.line || wait.since !== message.at || wait.urgent) return [wait];
    const next = tail
      .filter(
        ({ line, side, state }) => line === wait.line && side === 'family' && state === 'sent',
      )
      .map(({ seq }) => seq)
      .filter((seq) => seq > message.seq);
    return next.length === 0 ? [] : [{ ...wait, since: Math.min(...next) }];
  });
}

/** Who waits after a message was held that had been delivered: whoever wrote it, to be answered alone. */
export function waitsHeld(
  waits: readonly Wait[],
  tail: readonly TailEntry[],
  message: { line: string; member: string; at: number; seq: number },
): Wait[] {
  const { line, member, at } = message;
  const asked = waits.some((wait) => wait.line === line && wait.since === at && !wait.urgent);
  if (!asked) return [...waits];
  const wait = { line: heldLine(member), since: at, urgent: false };
  return [...waitsWithout(waits, tail, message).filter((one) => one.line !== wait.line), wait];
}

export function waitingSince(waits: readonly Wait[]): number | null {
  return waits.length === 0 ? null : Math.min(...waits.map(({ since }) => since));
}

/** How many messages each of a family sent within the minute that began then, by member. */
export type Paces = Record<string, { from: number; count: number }>;

/**
 * Counts one more message of a member's minute; undefined when that would be too many. Each has a
 * minute of their own: a shared one would tell the others how much somebody says to the teacher alone.
 */
export function pacesAfter(paces: Paces, member: string, now: number): Paces | undefined {
  const running = Object.entries(paces).filter(([, { from }]) => now - from < minuteMs);
  const { from, count } = running.find(([of]) => of === member)?.[1] ?? { from: now, count: 0 };
  if (count >= limits.messagesPerMinute) return undefined;
  return { ...Object.fromEntries(running), [member]: { from, count: count + 1 } };
}

/** Whether a message may still be taken back. The system's and what was taken back may not. */
export function mayWithdraw(
  message: { at: number; state: MessageState; kind: MessageKind },
  now: number,
): boolean {
  return (
    message.state !== 'withdrawn' &&
    message.kind !== 'note' &&
    now - message.at < limits.withdrawMinutes * minuteMs
  );
}
