import { addDays, dayOf, minuteMs, startOfDay } from '@rules/dates';

/** Monday, 23 November 2026, eight in the morning in Beijing: when every scenario begins. */
export const monday = startOfDay('2026-11-23') + 8 * 60 * minuteMs;

/** Everything but the time of day stays real: sockets and pauses must work. */
const staysReal = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Stops the clock of this test file at a moment. */
export function setClock(moment: number): void {
  jest.useFakeTimers({ now: moment, doNotFake: [...staysReal] });
}

export function moveClock(byMs: number): void {
  jest.setSystemTime(Date.now() + byMs);
}

/** The moment at `clock` (`9:30`), Beijing time, so many days from the day of the clock. */
export function at(clock: string, daysAhead = 1): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const day = addDays(dayOf(Date.now()), daysAhead);
  return startOfDay(day) + (hours * 60 + minutes) * minuteMs;
}
