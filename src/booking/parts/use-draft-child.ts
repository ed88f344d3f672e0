import type { Child } from '@contract/family';
import { useQuery } from '@/cloud/use-query';
import { useBookingDraft } from '@/session/booking-draft';

/** The child this booking is for: one's own from the first screen's answer, another from its circle. */
export function useDraftChild(): Child | undefined {
  const childId = useBookingDraft((store) => store.draft.childId);
  const { data } = useQuery('account.home', {});
  const own = data?.children.find((child) => child.id === childId);
  const isProxied = data !== undefined && own === undefined && childId !== undefined;
  const circle = useQuery('family.showCircle', isProxied ? { childId } : undefined);
  return own ?? circle.data?.child;
}
