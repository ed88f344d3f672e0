import type { PlaceKind } from '@contract/enums';

/**
 * Who may use a place. One key a slot, a few keys a child: finding the earliest times of one
 * child is then a single indexed query, whatever the number of schools and townships.
 */
export type ReachKey = string;

/** A school's room is for its pupils, a home visit for its townships, the rest for the county. */
export function reachOfSlot(place: {
  kind: PlaceKind;
  county: string;
  township?: string | undefined;
  schoolId?: string | undefined;
}): ReachKey {
  if (place.kind === 'school' && place.schoolId) return `school:${place.schoolId}`;
  if (place.kind === 'home' && place.township) return `township:${place.township}`;
  return `county:${place.county}`;
}

export function reachOfChild(child: {
  township: string;
  schoolId?: string | undefined;
}): ReachKey[] {
  const keys = [`county:${countyOf(child.township)}`, `township:${child.township}`];
  return child.schoolId ? [...keys, `school:${child.schoolId}`] : keys;
}

/** GB/T 2260: the first six digits of a township's code are its county's. */
export function countyOf(township: string): string {
  return township.slice(0, 6);
}

/** GB/T 2260 has no province 99: such a county is made up, for demonstration and tests. */
export const isFictional = (county: string): boolean => county.startsWith('99');
