import { inTens } from './small-numbers';

/** What is counted of one guide in one township. */
export interface Counts {
  heard: number;
  answered: number;
  right: number;
  contacts: number;
}
export const countKinds = ['heard', 'answered', 'right', 'contacts'] as const;
export type CountKind = (typeof countKinds)[number];

/** These counts as they may be shown. */
export const shownFigures = (counts: Counts): Counts => ({
  heard: inTens(counts.heard),
  answered: inTens(counts.answered),
  right: inTens(counts.right),
  contacts: inTens(counts.contacts),
});

/** All of them together, before anything is hidden. */
export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, one) => ({
      heard: sum.heard + one.heard,
      answered: sum.answered + one.answered,
      right: sum.right + one.right,
      contacts: sum.contacts + one.contacts,
    }),
    { heard: 0, answered: 0, right: 0, contacts: 0 },
  );
