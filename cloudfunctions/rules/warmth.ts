import type { Mood } from '@contract/enums';
import type { DayMood } from '@contract/warmth';
import { addDays, dayMs, daysBetween, weekdayOf } from './dates';

/** Only for comparing; it is shown to nobody. */
const levels: Record<Mood, number> = { great: 5, good: 4, plain: 3, low: 2, sad: 1 };

const recentDays = 7;
const beforeDays = 21;
const leastRecent = 3;
const leastBefore = 4;
const leastFall = 1;
const leastLow = 2;

/**
 * Whether the last days were harder than those before, so that a guide and a talk are offered.
 * Conservative, and no finding about the child: at least three faces within the last seven days, two
 * of them low; at least four in the fortnight before; and a fall of one face or more on average.
 * Assumption of ours, from no published scale: to be reviewed by a clinician before it is relied on.
 */
export function wereHarder(days: readonly DayMood[], today: string): boolean {
  const ago = ({ day }: DayMood) => daysBetween(day, today);
  const recent = days.filter((one) => ago(one) >= 0 && ago(one) < recentDays);
  const before = days.filter((one) => ago(one) >= recentDays && ago(one) < beforeDays);
  if (recent.length < leastRecent || before.length < leastBefore) return false;
  if (recent.filter(({ face }) => levels[face] <= levels.low).length < leastLow) return false;
  return mean(before) - mean(recent) >= leastFall;
}

const mean = (days: readonly DayMood[]) =>
  days.reduce((sum, { face }) => sum + levels[face], 0) / days.length;

/** A day of a week: its face, none when nothing was said, or still to come. */
export interface WeekDay {
  day: string;
  face: Mood | undefined;
  ahead: boolean;
}

/** Weeks from Monday to Sunday, the present one first; what nobody said stays blank. */
export function weeksOf(days: readonly DayMood[], today: string, count: number): WeekDay[][] {
  const monday = addDays(today, 1 - weekdayOf(today));
  const faces = new Map(days.map(({ day, face }) => [day, face]));
  return Array.from({ length: count }, (_week, back) =>
    Array.from({ length: 7 }, (_day, number) => {
      const day = addDays(monday, number - 7 * back);
      return { day, face: faces.get(day), ahead: day > today };
    }),
  );
}

const quietDays = 7;

/**
 * Whether it is long since somebody away and the child were in touch here. 未成年人保护法 22: parents
 * away keep contact at least once a week. Calls that nobody planned here are not known, so what is
 * said of it is an offer, never a reproach.
 */
export function isQuiet(lastContactAt: number, now: number): boolean {
  return now - lastContactAt > quietDays * dayMs;
}
