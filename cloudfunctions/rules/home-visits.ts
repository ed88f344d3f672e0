import type { VisitReason } from '@contract/director';
import { addDays, addMonths } from './dates';

/**
 * When a child director goes to see a child again: the one place to change it. The duties of child
 * directors (民发〔2019〕34号) ask for regular visits and name no interval, so that every number
 * here is the operator's to set.
 */
export const visitRule = {
  /** From one visit to the next. */
  everyMonths: 3,
  /** After the school has asked for one. */
  askedDays: 7,
  /** After the child was not seen at an appointment. */
  missedDays: 7,
  /** After nobody was at home. */
  notMetDays: 14,
  /** When the director thinks it wise to come again sooner. */
  againDays: 14,
} as const;

/** Days alone, nothing of what was said: what the next visit follows from. */
export interface CareDates {
  /** Somebody of the home was met last. */
  visited?: string | undefined;
  /** The way was made in vain last. */
  notMet?: string | undefined;
  asked?: string | undefined;
  missed?: string | undefined;
  /** The director wants to come again by then. */
  again?: string | undefined;
}

export interface VisitDue {
  /** Empty: as soon as possible, since nobody was there yet. */
  day: string;
  reason: VisitReason;
}

/** Sorts after every day: nothing is due. */
export const neverDue = '9999-12-31';

/**
 * When the next visit is due and why; undefined when none is, because somebody of the staff has
 * confirmed that the parents live at home.
 */
export function nextVisit(care: CareDates, parentsHome: boolean): VisitDue | undefined {
  const { visited, notMet, asked, missed, again } = care;
  const since = (day: string | undefined) =>
    day !== undefined && (visited === undefined || day > visited) ? day : undefined;
  const after = (day: string | undefined, reason: VisitReason, days: number): VisitDue[] =>
    day === undefined ? [] : [{ day: addDays(day, days), reason }];
  const tried = since(notMet);
  const regular: VisitDue[] =
    visited === undefined
      ? // Whoever was there in vain comes again in some days, not the same day.
        tried === undefined
        ? [{ day: '', reason: 'first' }]
        : []
      : [{ day: addMonths(visited, visitRule.everyMonths), reason: 'regular' }];
  const wanted = [
    ...after(since(asked), 'asked', visitRule.askedDays),
    ...after(since(missed), 'missed', visitRule.missedDays),
    ...(again === undefined ? [] : [{ day: again, reason: 'again' as const }]),
    ...after(tried, 'notMet', visitRule.notMetDays),
    ...(parentsHome ? [] : regular),
  ];
  // Of two on one day, the one with the better reason: they stand in that order.
  return wanted.reduce<VisitDue | undefined>(
    (first, one) => (first === undefined || one.day < first.day ? one : first),
    undefined,
  );
}

/** How it stands in the list of a township: what is due first comes first. */
export const dueKey = (care: CareDates, parentsHome: boolean): string =>
  nextVisit(care, parentsHome)?.day ?? neverDue;

/** The dates after a visit; one that was written down late undoes no later one. */
export function afterVisit(
  care: CareDates,
  visit: { day: string; met: boolean; again: boolean },
): CareDates {
  const { day, met, again } = visit;
  const latest = (before: string | undefined) =>
    before === undefined || before < day ? day : before;
  if (!met) return { ...care, notMet: latest(care.notMet) };
  if (care.visited !== undefined && care.visited > day) return care;
  return { ...care, visited: day, again: again ? addDays(day, visitRule.againDays) : undefined };
}
