import type { NoticeKind } from '@contract/enums';

/** What a push leads to. Ids alone: an address is seen by many (domain/rules.md). */
interface Led {
  kind: NoticeKind;
  childId?: string | undefined;
  appointmentId?: string | undefined;
  waitlistId?: string | undefined;
  threadId?: string | undefined;
  announcementId?: string | undefined;
  bulletinId?: string | undefined;
}

/** Where a tap on a push leads when nothing better is known. */
export const inboxPage = 'pages/messages/index';

/** The page of the mini program that a push opens, with its query. */
export function pageOf(led: Led): string {
  const { kind, childId, appointmentId, waitlistId, threadId, announcementId, bulletinId } = led;
  if (kind === 'dutyAlert') return 'safety/alerts/index';
  if (kind === 'dutyChanged') return 'safety/duty/index';
  if (bulletinId) return `notify/bulletin/index?id=${bulletinId}`;
  if (threadId) return `school/thread/index?id=${threadId}`;
  if (announcementId) return `announce/show/index?id=${announcementId}`;
  if (kind === 'weeklyDigest') {
    return childId ? `notify/week/index?childId=${childId}` : 'school/inbox/index';
  }
  if (kind === 'noteArrived' && childId) return `warm/corner/index?childId=${childId}`;
  if (kind === 'noteAnswered' && childId) return `warm/timeline/index?childId=${childId}`;
  if (kind.startsWith('call') && childId) return `warm/calls/index?childId=${childId}`;
  if (kind === 'placeOffered' && waitlistId) return `booking/offer/index?id=${waitlistId}`;
  if (appointmentId) return `booking/detail/index?id=${appointmentId}`;
  return inboxPage;
}
