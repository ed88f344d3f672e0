import type { PrioritySettings } from '@contract/waitlist';
import { hourMs } from './dates';

export type Reserve = Pick<PrioritySettings, 'reservedShare' | 'releaseHours'>;

/**
 * Whether a place is one of the reserved share (rules.md, "Fair priority"). Spread evenly: of the
 * first n places of a counsellor's day, n × share are reserved, one more or less. Where the spread
 * begins depends on counsellor and day, so that it is not always the first hour.
 */
export function isReserved(
  place: { counsellorId: string; day: string; index: number },
  share: number,
): boolean {
  const phase = hashOf(`${place.counsellorId} ${place.day}`) / 2 ** 32;
  const before = Math.floor(phase + place.index * share);
  return Math.floor(phase + (place.index + 1) * share) > before;
}

/** The moment (ms) from which everybody may take a place; 0: from the beginning. */
export function openFromOf(start: number, reserved: boolean, { releaseHours }: Reserve): number {
  return reserved ? start - releaseHours * hourMs : 0;
}

/** FNV-1a: small, the same everywhere, and it has no secrets to keep. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  // Texts that differ only at their end would lie close together.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
