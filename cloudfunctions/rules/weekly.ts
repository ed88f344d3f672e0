import type { Starter, WeekAnswer, WeekFact } from '@contract/weekly';
import { limits } from '@contract/limits';
import { addDays, dayOf, hourMs, partsOf, startOfDay, weekdayOf } from './dates';

/** The Monday, `2026-11-23`, of the Beijing week that a moment lies in. */
export function weekOf(moment: number): string {
  const day = dayOf(moment);
  return addDays(day, 1 - weekdayOf(day));
}

/** When (ms) a week is over: Sunday, midnight, in Beijing. Until then it can be corrected. */
export const closesAt = (week: string) => startOfDay(addDays(week, 7));

/**
 * What may still be said of a week. `open`: anything. `late`: what was written down without network
 * and comes after Sunday night fills what nobody has said, and changes nothing. A day that is no
 * Monday is no week.
 */
export function weekStanding(week: string, now: number): 'open' | 'late' | 'closed' {
  const current = weekOf(now);
  if (week === current) return 'open';
  const isLast = week === addDays(current, -7);
  return isLast && now < closesAt(week) + limits.weekLateHours * hourMs ? 'late' : 'closed';
}

const reminderWeekday = 5;
const reminderFromHour = 16;

/** Friday from four until the quiet hours: school is over and the week is still known. */
export function isReminderTime(now: number): boolean {
  const { hour } = partsOf(now);
  const friday = weekdayOf(dayOf(now)) === reminderWeekday;
  return friday && hour >= reminderFromHour && hour < limits.quietFromHour;
}

/**
 * What stands after somebody has said something: answers to a child replace what stood there, "as
 * usual" for the rest fills only what was empty, so that a second teacher's one tap never wipes out
 * what the first one noticed.
 */
export function mergeWeek<Said>(
  before: Readonly<Record<string, Said>>,
  said: { usual: readonly string[]; answers: readonly { childId: string }[] },
  entry: (childId: string) => Said,
  standing: 'open' | 'late',
): Record<string, Said> {
  const after = { ...before };
  const replace = standing === 'open';
  for (const childId of said.usual) after[childId] ??= entry(childId);
  for (const { childId } of said.answers) {
    if (replace || before[childId] === undefined) after[childId] = entry(childId);
  }
  return after;
}

const worse: readonly [WeekFact, Starter][] = [
  ['came', 'notAtSchool'],
  ['ate', 'ateLittle'],
  ['played', 'alone'],
  ['worked', 'workHard'],
];

/**
 * How one may begin the next call: by what stands out, school before home, in the order in which a
 * parent would ask. It never says what somebody wrote, and never that something is wrong with a child.
 */
export function starterOf(school: WeekAnswer | undefined, home: WeekAnswer | undefined): Starter {
  const said = [school, home].flatMap((answer) => answer ?? []);
  if (said.length === 0) return 'nothingYet';
  const told = said.flatMap((answer) => (answer.usual ? [] : [answer]));
  if (told.length === 0) return 'usual';
  for (const [fact, starter] of worse) {
    if (told.some(({ facts }) => facts[fact] === false)) return starter;
  }
  const faces = said.map((answer) => (answer.usual ? 'calm' : answer.face));
  if (faces.includes('low') && faces.includes('happy')) return 'different';
  if (faces.includes('low')) return 'low';
  if (faces.every((face) => face === 'happy')) return 'bothHappy';
  return told.some(({ facts }) => facts.played) ? 'friends' : 'usual';
}
