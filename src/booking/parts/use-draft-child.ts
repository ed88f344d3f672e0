import type { Child } from '@contract/family';
import { useQuery } from '@/cloud/use-query';
import { useBookingDraft } from '@/session/booking-draft';
import { common } from '@/wording/common';

/** The child this booking is for: one's own from the first screen's answer, another from its circle; and who comes along. */
export function useDraftChild(): { child: Child | undefined; names: string } {
  const { childId, siblingId } = useBookingDraft((store) => store.draft);
  const { data } = useQuery('account.home', {});
  const own = (id: string | undefined) => data?.children.find((child) => child.id === id);
  const isProxied = data !== undefined && own(childId) === undefined && childId !== undefined;
  const circle = useQuery('family.showCircle', isProxied ? { childId } : undefined);
  const child = own(childId) ?? circle.data?.child;
  const both = [child, own(siblingId)].flatMap((one) => one?.nickname ?? []);
  return { child, names: child ? both.join('和') : common.child };
}
