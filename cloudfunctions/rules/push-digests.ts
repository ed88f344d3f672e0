import { dayOf, partsOf, weekdayOf } from './dates';

/** Whose week is summed up now: parents' on Sunday evening, teachers' on Monday morning. */
export type DigestOf = 'parents' | 'teachers';

export function digestDue(now: number): DigestOf | undefined {
  const { hour } = partsOf(now);
  const weekday = weekdayOf(dayOf(now));
  if (weekday === 7 && hour >= 19 && hour < 21) return 'parents';
  if (weekday === 1 && hour >= 7 && hour < 10) return 'teachers';
  return undefined;
}
