import { addDays, dayOf, minuteMs, startOfDay, weekdayOf } from './dates';

/** Somebody on the roster. */
export interface OnDuty {
  openid: string;
  postId: string;
}

/** A span of a day with whoever is on duty; minutes from midnight in Beijing. */
export interface Shift {
  day: string;
  from: number;
  to: number;
  duty: OnDuty;
  standIn: OnDuty | null;
}

const dayMinutes = 24 * 60;

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

const beginOf = ({ day, from }: Pick<Shift, 'day' | 'from'>) => startOfDay(day) + from * minuteMs;
const endOf = ({ day, to }: Pick<Shift, 'day' | 'to'>) => startOfDay(day) + to * minuteMs;
const byTime = (one: Shift, other: Shift) => beginOf(one) - beginOf(other);

/**
 * Who is on duty now, duty person first. Whoever may not see the alert, since the child is of their
 * own circle or it is about what they wrote, is passed over.
 */
export function onDutyNow(
  shifts: readonly Shift[],
  now: number,
  passedOver: readonly string[] = [],
): { people: OnDuty[]; standInOnly: boolean } {
  const current = shifts.filter((shift) => beginOf(shift) <= now && now < endOf(shift));
  const free = ({ openid }: OnDuty) => !passedOver.includes(openid);
  const duty = current.map((shift) => shift.duty).filter(free);
  const standIns = current.flatMap(({ standIn }) => standIn ?? []).filter(free);
  const people = [...duty, ...standIns].filter(
    ({ openid }, at, all) => all.findIndex((one) => one.openid === openid) === at,
  );
  return { people, standInOnly: duty.length === 0 && people.length > 0 };
}

/** Until when somebody is on duty without a gap; undefined when nobody is now. */
export function coveredUntil(shifts: readonly Shift[], now: number): number | undefined {
  let until: number | undefined;
  for (const shift of [...shifts].sort(byTime)) {
    const reaches = beginOf(shift) <= (until ?? now) && endOf(shift) > (until ?? now);
    if (reaches) until = endOf(shift);
  }
  return until;
}

/** When somebody is on duty next, after now. */
export function nextDuty(shifts: readonly Shift[], now: number): number | undefined {
  return [...shifts]
    .sort(byTime)
    .map(beginOf)
    .find((begin) => begin > now);
}

/** Whoever comes next on the roster and was not told yet; who was on it before, after those. */
export function nextInLine(
  shifts: readonly Shift[],
  now: number,
  notThese: readonly string[],
): OnDuty | undefined {
  const sorted = [...shifts].sort(byTime);
  const later = sorted.filter((shift) => endOf(shift) > now);
  const earlier = sorted.filter((shift) => endOf(shift) <= now).reverse();
  return [...later, ...earlier]
    .flatMap(({ duty, standIn }) => (standIn ? [duty, standIn] : [duty]))
    .find(({ openid }) => !notThese.includes(openid));
}

/** Hours of a week that are still to come and for which nobody is set. */
export function gapsOf(
  week: string,
  shifts: readonly Pick<Shift, 'day' | 'from' | 'to'>[],
  now: number,
): { day: string; from: number; to: number }[] {
  const today = dayOf(now);
  return [0, 1, 2, 3, 4, 5, 6].flatMap((offset) => {
    const day = addDays(week, offset);
    if (day < today) return [];
    // From the next full hour on: what is over cannot be filled any more.
    const passed = Math.ceil((now - startOfDay(day)) / (60 * minuteMs)) * 60;
    let free = day === today ? Math.min(passed, dayMinutes) : 0;
    const gaps: { day: string; from: number; to: number }[] = [];
    const own = shifts.filter((shift) => shift.day === day).sort((a, b) => a.from - b.from);
    for (const { from, to } of own) {
      if (from > free) gaps.push({ day, from: free, to: from });
      free = Math.max(free, to);
    }
    if (free < dayMinutes) gaps.push({ day, from: free, to: dayMinutes });
    return gaps;
  });
}

/** Whether two spans of one day cross: two people would each count on the other. */
export function crosses(shifts: readonly Pick<Shift, 'day' | 'from' | 'to'>[]): boolean {
  return shifts.some((one, at) =>
    shifts.some(
      (other, index) =>
        index > at && one.day === other.day && one.from < other.to && other.from < one.to,
    ),
  );
}
