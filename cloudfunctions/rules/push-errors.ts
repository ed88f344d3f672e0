import { hourMs, minuteMs } from './dates';

/**
 * What WeChat's answer to a push means. `spent`: nobody has consented any more, whatever our ledger
 * says. `letter`: it will never work as it is, and an administrator is to see it. `page`: once more,
 * leading home. `slow`: too many at once, everybody waits. `unknown`: it may have arrived or not.
 */
export type Outcome = 'sent' | 'spent' | 'gone' | 'letter' | 'page' | 'slow' | 'unknown';

const meanings = new Map<number, Outcome>([
  [0, 'sent'],
  [43101, 'spent'],
  [43107, 'spent'],
  [40003, 'gone'],
  [40037, 'letter'],
  [47003, 'letter'],
  [47001, 'letter'],
  [43108, 'letter'],
  [-604101, 'letter'],
  [41030, 'page'],
  [45009, 'slow'],
  [45047, 'slow'],
]);

/** `code` undefined: no answer came. */
export const outcomeOf = (code: number | undefined): Outcome =>
  code === undefined ? 'unknown' : (meanings.get(code) ?? 'unknown');

/** Codes that are about the template itself: whatever else is to go by it would fail as well. */
export const spoilsTemplate = (code: number | undefined) => code === 40037 || code === 43108;

/** After how long an attempt of unknown outcome is made again; after the last one it is a dead letter. */
const pausesMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs];

/** When to try again after so many attempts; undefined: no more. */
export const nextTry = (tries: number, now: number): number | undefined => {
  const pause = pausesMs[tries - 1];
  return pause === undefined ? undefined : now + pause;
};

/** How long everybody waits when WeChat takes no more for now. */
export const slowPauseMs = 2 * minuteMs;
