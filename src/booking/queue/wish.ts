import { dayParts } from '@contract/enums';
import type { Child } from '@contract/family';
import type { Wish } from '@contract/wait';
import { addDays, dayOf } from '@rules/dates';
import type { BookingDraft, WishDraft } from '@/session/booking-draft';
import { kindsFor } from '../parts/place-kinds';

/** For how long one may wait, weeks. */
export const weekChoices = [1, 2, 4] as const;

/** What is picked already: as much as possible, since that makes the wait shorter. */
export function initialWish({ kind, filter }: BookingDraft, child: Child | undefined): WishDraft {
  return {
    kinds: kind === undefined || kind === 'any' ? kindsFor(child) : [kind],
    parts: [...dayParts],
    weeks: 2,
    counsellorId: filter?.counsellor?.id,
  };
}

/** The same as the contract says it; `now` in ms. */
export function wishOf({ kinds, parts, weeks, counsellorId }: WishDraft, now: number): Wish {
  return { kinds, parts, until: addDays(dayOf(now), weeks * 7), counsellorId };
}
