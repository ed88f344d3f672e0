import type { BookingDraft } from '@/session/booking-draft';
import { times } from '@/wording/changes';
import { placeNames, worryNames } from '@/wording/names';

type Wishes = Pick<BookingDraft, 'kind' | 'filter'>;

/** What was picked of the times, in a line; empty when anything will do. */
export function filterText({ kind, filter }: Wishes): string {
  return [
    filter?.counsellor?.name,
    filter?.gender && times[filter.gender],
    filter?.language,
    filter?.need && times.skill(worryNames[filter.need]),
    kind && kind !== 'any' ? placeNames[kind] : undefined,
  ]
    .filter(Boolean)
    .join('、');
}

/** Whether some times are left out by choice. */
export function isFiltered(wishes: Wishes): boolean {
  return filterText(wishes) !== '';
}
