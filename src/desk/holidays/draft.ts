import type { InputOf } from '@contract';
import { addDays, daysBetween } from '@rules/dates';

export type Holiday = InputOf<'booking.setHolidays'>['days'][number];

/** Days in a row that carry one name: how people think of a holiday. */
export interface Run {
  name: string;
  from: string;
  to: string;
  days: number;
}

/** The most days that the county may keep, and that are added in one go. */
export const mostDays = 60;
export const mostAtOnce = 16;

/** The days as holidays, the nearest first. */
export function runsOf(days: Holiday[]): Run[] {
  const runs: Run[] = [];
  for (const { day, name } of sorted(days)) {
    const last = runs.at(-1);
    if (last?.name === name && addDays(last.to, 1) === day) {
      last.to = day;
      last.days += 1;
    } else runs.push({ name, from: day, to: day, days: 1 });
  }
  return runs;
}

/** A day has one name: the one it was given last. */
export function withRun(days: Holiday[], { name, from, to }: Omit<Run, 'days'>): Holiday[] {
  const added = Array.from({ length: daysBetween(from, to) + 1 }, (_, ahead) => ({
    day: addDays(from, ahead),
    name,
  }));
  return sorted([...days.filter(({ day }) => day < from || day > to), ...added]);
}

export function withoutRun(days: Holiday[], { from, to }: Run): Holiday[] {
  return days.filter(({ day }) => day < from || day > to);
}

function sorted(days: Holiday[]): Holiday[] {
  return [...days].sort((one, other) => (one.day < other.day ? -1 : 1));
}
