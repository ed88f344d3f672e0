import type { Situation, UrgentReason } from '@contract/enums';
import type { AlertLevel } from '@contract/help';
import { limits } from '@contract/limits';
import type { AlertOutcome, AlertReason, AlertState, Judgement, RaisedTo } from '@contract/safety';
import { addDays, dayOf, hourMs, minuteMs, startOfDay } from './dates';
import type { Level } from './triage';

/** Levels are compared as they are written: S3 comes after S1. */
export const isUrgent = (level: AlertLevel): boolean => level >= 'S2';
export const gravest = <Some extends Level>(one: Some, other: Some): Some =>
  one > other ? one : other;

/** By when somebody should have taken it: S3 within minutes, S2 the same day, S1 with the weekly look. */
export function acceptBy(level: AlertLevel, at: number): number {
  if (level === 'S3') return at + limits.acceptMinutes * minuteMs;
  if (level === 'S1') return at + limits.weeklyLookHours * hourMs;
  // Late in the evening the day is over in a moment: two hours in any case.
  return Math.max(startOfDay(addDays(dayOf(at), 1)), at + 2 * hourMs);
}

/** How often administrators are told again of an S3 that nobody takes: an hour apart. */
const againMs = hourMs;
const againAtMost = 24;

/** The next step in line, and when somebody looks again; no `lookAt`: it stays visible as overdue. */
export interface Escalation {
  raisedTo: RaisedTo;
  lookAt: number | undefined;
}

/**
 * Where an alert goes that nobody has taken: next in line, then the administrators, who hear of an S3
 * again and again. `at`: when it was raised.
 */
export function escalate(
  { level, raisedTo, at }: { level: AlertLevel; raisedTo: RaisedTo; at: number },
  now: number,
): Escalation {
  const step = limits.acceptMinutes * minuteMs;
  if (raisedTo === 'duty' || raisedTo === 'standIn') {
    // Never now or earlier: late in the evening the day is over by the time of the first step.
    const lookAt = level === 'S3' ? now + step : Math.max(acceptBy(level, at), now + step);
    return { raisedTo: 'next', lookAt };
  }
  const told = now < at + againAtMost * againMs;
  return { raisedTo: 'admin', lookAt: level === 'S3' && told ? now + againMs : undefined };
}

/** When the timer first looks whether somebody took it. S1 waits for the weekly look. */
export function firstLook(level: AlertLevel, at: number): number | undefined {
  if (level === 'S1') return undefined;
  return level === 'S3' ? acceptBy(level, at) : at + 2 * hourMs;
}

/** By when a second person should have confirmed that an S3 is finished. */
export const confirmBy = (at: number): number => at + 24 * hourMs;

/**
 * Nobody took it in time, or nobody has confirmed it; or whoever has it has let the day pass on which
 * they wanted to look again.
 */
export function isOverdue(
  alert: {
    state: AlertState;
    acceptBy: number;
    followUpAt: number | null;
    confirmBy?: number | undefined;
  },
  now: number,
): boolean {
  if (alert.state === 'waiting') return now >= alert.acceptBy;
  // Without a time of its own it has waited since before there were any.
  if (alert.state === 'secondLook') return now >= (alert.confirmBy ?? alert.acceptBy);
  return alert.state !== 'closed' && alert.followUpAt !== null && now >= alert.followUpAt;
}

/**
 * Open alerts stand by level, then by age: one number that a list can go on from. What shares a
 * moment is told apart by its id, so that a page never ends within a crowd of one moment.
 */
export function orderOf(level: AlertLevel, at: number, id: string): number {
  const part = Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 256, 7);
  return (3 - Number(level.slice(1))) * 1e13 + at + part / 256;
}

/** Whether it may not be finished before somebody has written down whom they told, or why nobody. */
export function needsReport(
  level: AlertLevel,
  { outcome, judgement }: { outcome: AlertOutcome; judgement: Judgement },
): boolean {
  // That there was nothing is itself the reason, and is written down with it.
  return isUrgent(level) && !(outcome === 'noConcern' && judgement === 'wrong');
}

/** Sentences of two taps that tell of harm, and how soon a person should see them. */
const harm: Partial<Record<Situation, AlertLevel>> = {
  bullied: 'S2',
  afraid: 'S2',
  hurt: 'S2',
  harmed: 'S3',
};
const urgency: Record<UrgentReason, AlertLevel | 'S0'> = {
  hurt: 'S2',
  unsafe: 'S3',
  missing: 'S3',
  other: 'S0',
};

/** Why a message is raised, and how gravely: its words, its sentence, and why it could not wait. */
export function messageConcern(said: {
  words: Level;
  situation?: Situation | undefined;
  urgent?: UrgentReason | undefined;
}): { level: AlertLevel; reason: AlertReason } | undefined {
  const { words, situation, urgent } = said;
  const found: [Level, AlertReason][] = [
    [words, 'words'],
    [(situation && harm[situation]) ?? 'S0', 'prepared'],
    [urgent ? urgency[urgent] : 'S0', 'urgent'],
  ];
  const [level, reason] = found.reduce((most, one) => (one[0] > most[0] ? one : most));
  return level === 'S0' ? undefined : { level, reason };
}

/** By when a person should have listened to a recording that has no words. */
export const hearBy = (at: number, urgent: boolean): number =>
  at + (urgent ? limits.hearUrgentHours : limits.hearHours) * hourMs;

const personWords = '老师|同学|校长|医生|主任|叔叔|阿姨|爷爷|奶奶|外公|外婆';
const titled = new RegExp(`[\\p{Script=Han}]{1,3}(?=${personWords})`, 'gu');

/**
 * A text that may leave the county to improve the rules: no digits, no letters (accounts, links), no
 * name that is known, nothing before a title. Whoever exports it still reads it first.
 */
export function deidentified(text: string, names: readonly string[]): string {
  const known = names.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const named = known.reduce((rest, name) => rest.replaceAll(name, '某某'), text);
  return named
    .replaceAll(titled, (before) => (before.endsWith('某') ? before : '某'))
    .replaceAll(/[\dA-Za-z０-９@._:/-]*[\dA-Za-z０-９][\dA-Za-z０-９@._:/-]*/g, '#')
    .replaceAll(/[〇零一二三四五六七八九幺]{5,}/g, '#');
}
