import type {
  Advice,
  Cutoffs,
  Figures,
  ItemAnswer,
  SafetyAnswer,
  Scale,
} from '@contract/screening';
import { scales } from '@contract/screening';
import { addDays, addMonths, dayOf, startOfDay } from './dates';
import {
  blanksInvalid,
  moodCutoff,
  screeningAges,
  screeningEveryDays,
  screeningMonths,
} from './screening-cutoffs';

/**
 * PSC-17 and PHQ-2 as their scoring sheets say (reference: instruments.md). A result is a reason to
 * talk with a person; it never diagnoses, ranks, or decides about a place.
 */

/** Items of each sub-scale by their number on the form, from 1. */
const itemsOf: Readonly<Record<Exclude<Scale, 'T'>, readonly number[]>> = {
  I: [2, 6, 9, 11, 15],
  A: [1, 3, 7, 13, 17],
  E: [4, 5, 8, 10, 12, 14, 16],
};
/** "Feels hopeless". */
const hopelessItem = 6;
const often = 2;

/** Sub-totals and total; undefined when too much was left blank. A blank counts nothing. */
export function figuresOf(answers: readonly ItemAnswer[]): Figures | undefined {
  const blanks = answers.filter((answer) => answer === null).length;
  if (blanks >= blanksInvalid) return undefined;
  const sum = (items: readonly number[]) =>
    items.reduce((total, item) => total + (answers[item - 1] ?? 0), 0);
  const [I, A, E] = [sum(itemsOf.I), sum(itemsOf.A), sum(itemsOf.E)];
  return { I, A, E, T: I + A + E, blanks };
}

/** The sub-scales whose cut-off is reached. */
export function reachedScales(figures: Figures, cutoffs: Cutoffs): Scale[] {
  return scales.filter((scale) => figures[scale] >= cutoffs[scale]);
}

/** Telephone numbers come before anything else, also without network and before anything is sent. */
export function callsForHelp(
  answers: readonly ItemAnswer[],
  safety: SafetyAnswer | undefined,
): boolean {
  return isDanger(safety) || answers[hopelessItem - 1] === often;
}

/** He said or did it: somebody of safeguarding has to hear of it. */
export function isDanger(safety: SafetyAnswer | undefined): safety is 'yes' | 'now' {
  return safety === 'yes' || safety === 'now';
}

/** How soon somebody looks: today or now is S3, within the month S2 (rules.md, "Levels"). */
export function levelOf(safety: 'yes' | 'now'): 'S2' | 'S3' {
  return safety === 'now' ? 'S3' : 'S2';
}

/**
 * The sentence the respondent gets. After a help card nobody is told not to worry, whatever the
 * figures say.
 */
export function adviceOf(
  answers: readonly ItemAnswer[],
  safety: SafetyAnswer,
  cutoffs: Cutoffs,
): Advice {
  if (callsForHelp(answers, safety)) return 'talk';
  const figures = figuresOf(answers);
  if (!figures) return 'tooFewAnswers';
  return reachedScales(figures, cutoffs).length > 0 ? 'talk' : 'fine';
}

/** Whether the form is meant for a child of this age, in whole years. */
export function isScreeningAge(age: number): boolean {
  return age >= screeningAges.from && age <= screeningAges.to;
}

/** The first day on which the same role may answer again; undefined when that has come. */
export function notBefore(last: number | undefined, now: number): string | undefined {
  if (last === undefined) return undefined;
  const again = addDays(dayOf(last), screeningEveryDays);
  return dayOf(now) < again ? again : undefined;
}

/** A result from before this moment (ms) is deleted. */
export function screeningKeptFrom(now: number): number {
  return startOfDay(addMonths(dayOf(now), -screeningMonths));
}

/** PHQ-2, for the adult's own mood: two answers from 0 to 3. Worked out on the phone and kept nowhere. */
export function needsCare(interest: number, mood: number): boolean {
  return interest + mood >= moodCutoff;
}
