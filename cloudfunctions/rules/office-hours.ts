import { addDays, dayOf, minuteMs, startOfDay, weekdayOf } from './dates';

/** One span of a week, 1 Monday … 7 Sunday; minutes count from midnight in Beijing, `to` is outside. */
export interface OfficeSpan {
  weekday: number;
  from: number;
  to: number;
}

/** Days on which somebody does not answer, first and last included. */
export interface Absence {
  from: string;
  to: string;
}

/** When a teacher answers. No spans: nothing was said, and nothing is promised. */
export interface OfficeHours {
  spans: readonly OfficeSpan[];
  absences: readonly Absence[];
}

/** Longer than a summer: whoever does not answer within it has said no time. */
const longestDays = 120;

export const isAbsent = (absences: readonly Absence[], day: string) =>
  absences.some(({ from, to }) => from <= day && day <= to);

/** The spans of a day, the earliest first: none on a holiday, and none while the teacher is away. */
function spansOn(day: string, hours: OfficeHours, holidays: ReadonlySet<string>) {
  if (holidays.has(day) || isAbsent(hours.absences, day)) return [];
  const weekday = weekdayOf(day);
  const midnight = startOfDay(day);
  return hours.spans
    .filter((span) => span.weekday === weekday)
    .map(({ from, to }) => ({ start: midnight + from * minuteMs, end: midnight + to * minuteMs }))
    .sort((one, other) => one.start - other.start);
}

/**
 * When (ms) the teacher answers next: the moment itself within a span, otherwise the beginning of
 * the next one. Undefined when there is none within four months, or no hours were said.
 */
export function nextAnswer(
  moment: number,
  hours: OfficeHours,
  holidays: ReadonlySet<string>,
): number | undefined {
  if (hours.spans.length === 0) return undefined;
  const today = dayOf(moment);
  for (let ahead = 0; ahead <= longestDays; ahead += 1) {
    const open = spansOn(addDays(today, ahead), hours, holidays).find(({ end }) => end > moment);
    if (open) return Math.max(open.start, moment);
  }
  return undefined;
}

/** When the first of several teachers answers; undefined when nobody has said so. */
export function nextAnswerOf(
  moment: number,
  all: readonly OfficeHours[],
  holidays: ReadonlySet<string>,
): number | undefined {
  const times = all.flatMap((hours) => nextAnswer(moment, hours, holidays) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/**
 * The time that an automatic note names; undefined when there is nothing to say: somebody answers
 * now, or nobody has said any hours.
 */
export function outsideUntil(
  moment: number,
  all: readonly OfficeHours[],
  holidays: ReadonlySet<string>,
): number | undefined {
  const next = nextAnswerOf(moment, all, holidays);
  return next === moment ? undefined : next;
}

/** Monday to Friday, unless it is a holiday of the county. */
export const isSchoolDay = (day: string, holidays: ReadonlySet<string>) =>
  weekdayOf(day) <= 5 && !holidays.has(day);

/** The first school day from `day` on. */
function schoolDayFrom(day: string, holidays: ReadonlySet<string>): string {
  let found = day;
  for (let ahead = 0; ahead <= longestDays && !isSchoolDay(found, holidays); ahead += 1) {
    found = addDays(found, 1);
  }
  return found;
}

/** School days without an answer after which somebody else of the school is asked. */
export const raiseAfterSchoolDays = 2;

/**
 * When (ms) a question that waits since `since` goes to the school's second person: the same time of
 * day two school days later. What comes on a day without school counts from the next morning with.
 */
export function raisesAt(since: number, holidays: ReadonlySet<string>): number {
  const asked = dayOf(since);
  const first = schoolDayFrom(asked, holidays);
  const timeOfDay = first === asked ? since - startOfDay(asked) : 0;
  let day = first;
  for (let passed = 0; passed < raiseAfterSchoolDays; passed += 1) {
    day = schoolDayFrom(addDays(day, 1), holidays);
  }
  return startOfDay(day) + timeOfDay;
}
