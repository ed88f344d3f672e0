/** Below so many families nothing is said: in a village a small number is a child (rules/figures). */
export const fewest = 10;

/** What is counted for administrators. */
export const measures = [
  'reached',
  'heard',
  'booked',
  'joined',
  'noTime',
  'twoWeeks',
  'tooFar',
  'answered',
  'answeredSoon',
  'answers',
] as const;
export type Measure = (typeof measures)[number];

/** What is shown by township: what a clinic or a counsellor is asked for with. */
export const townshipMeasures = [
  'reached',
  'heard',
  'booked',
  'joined',
  'noTime',
  'twoWeeks',
  'tooFar',
] as const satisfies readonly Measure[];

/**
 * The only spans of time that figures are shown of: `2026-11`, `2026-Q4`, `2026`. Nobody chooses a
 * span: two that differ by a day would give away what happened on it.
 */
export const periodPattern = /^20\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$/;
