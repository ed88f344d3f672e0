import type { Child } from '@contract/family';
import { useQuery } from '@/cloud/use-query';
import { useBookingDraft } from '@/session/booking-draft';

/** The child this booking is for, from the list that the device keeps, and who comes along. */
export function useDraftChild(): { child: Child | undefined; names: string } {
  const { childId, siblingId } = useBookingDraft((store) => store.draft);
  const { data } = useQuery('account.home', {});
  const named = (id: string | undefined) => data?.children.find((child) => child.id === id);
  const child = named(childId);
  const sibling = named(siblingId);
  const names = child ? [child, sibling].flatMap((one) => one?.nickname ?? []).join('和') : '孩子';
  return { child, names };
}
