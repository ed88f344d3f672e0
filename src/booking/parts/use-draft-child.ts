import type { Child } from '@contract/family';
import { useQuery } from '@/cloud/use-query';
import { useBookingDraft } from '@/session/booking-draft';

/** The child this booking is for, from the list that the device keeps. */
export function useDraftChild(): Child | undefined {
  const childId = useBookingDraft((store) => store.draft.childId);
  const { data } = useQuery('account.home', {});
  return data?.children.find((child) => child.id === childId);
}
