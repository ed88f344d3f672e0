import type { TownshipFigures } from '@contract/overview';
import { unmetMeasures } from '@rules/figures';
import { unmet } from '@/wording/figures';

/** Ten families or more are short of something there. */
export const shortOf = ({ counts }: TownshipFigures): boolean =>
  unmetMeasures.some((name) => counts[name] > 0);

/** Where most have waited long first; of equals where the way is longer. */
export function worstFirst(townships: readonly TownshipFigures[]): TownshipFigures[] {
  return [...townships].sort(
    (one, other) =>
      other.counts.twoWeeks - one.counts.twoWeeks ||
      other.counts.joined - one.counts.joined ||
      (other.minutes ?? 0) - (one.minutes ?? 0),
  );
}

/** What there is to say of a township, a sentence each; what is few is not said. */
export function saidOf({ counts, minutes, waitDays }: TownshipFigures): string[] {
  return [
    ...unmetMeasures.filter((name) => counts[name] > 0).map((name) => unmet[name](counts[name])),
    ...(waitDays === undefined ? [] : [unmet.waitDays(waitDays)]),
    minutes === undefined ? unmet.noWay : minutes === 0 ? unmet.near : unmet.minutes(minutes),
  ];
}
