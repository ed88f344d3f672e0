import type { Visit } from './appointment-states';
import { dayMs, dayOf, hourMs, minuteMs } from './dates';
import { evening, isQuiet, lastAwake, morning } from './quiet-hours';

/** A day ahead, to arrange oneself; two hours ahead, to set out. */
export type ReminderStep = 'day' | 'hours';
export const reminderSteps: readonly ReminderStep[] = ['day', 'hours'];

const aheadMs: Record<ReminderStep, number> = { day: dayMs, hours: 2 * hourMs };

/** When somebody is reminded of a visit: never at night; of an early one the evening before. */
export const remindAt = (start: number, step: ReminderStep) => lastAwake(start - aheadMs[step]);

/**
 * Beginnings of visits of which somebody is to be reminded in a stretch of time: those in
 * (`after`, `until`] whose moment lies in (`since`, `now`].
 */
export function startsToRemind(
  step: ReminderStep,
  { since, now }: { since: number; now: number },
): { after: number; until: number; isDue: (start: number) => boolean } {
  return {
    after: since + aheadMs[step],
    until: furthest(now) + aheadMs[step],
    isDue: (start) => {
      const moment = remindAt(start, step);
      return moment > since && moment <= now;
    },
  };
}

/** What would fall into the coming night is told in its last minute before. */
function furthest(now: number): number {
  const day = dayOf(now);
  const asleep = isQuiet(now) || now >= evening(day) - minuteMs;
  if (!asleep) return now;
  const next = morning(day);
  return next > now ? next : next + dayMs;
}

/** Whether a family is asked if it comes: from the first reminder until the visit begins. */
export const asksWhoComes = ({ state, start }: Visit, now: number): boolean =>
  state === 'booked' && now < start && now >= remindAt(start, 'day');
