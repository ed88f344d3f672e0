import { View } from '@tarojs/components';
import type { NoticeKind, Role } from '@contract/enums';
import type { Notice } from '@contract/notify';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Icon, type IconName } from '@/components/icon';
import { open, openTab } from '@/session/routes';
import { useSession } from '@/session/session';
import { inbox, noticeText } from '@/wording/inbox';
import { savedText } from '@/wording/when';

const icons: Record<NoticeKind, IconName> = {
  consentWanted: 'clipboard-check',
  consentLapsed: 'calendar-x',
  visitBooked: 'calendar-check',
  visitMoved: 'calendar-clock',
  visitCancelled: 'calendar-x',
  visitMissed: 'calendar-clock',
  nextStep: 'footprints',
  placeOffered: 'bell',
  offerLapsed: 'hourglass',
  schoolReply: 'message-circle',
  counsellorLeft: 'message-circle',
  familyMessage: 'message-circle',
  familyUrgent: 'message-circle',
  questionRaised: 'hourglass',
  standInNamed: 'users',
  weekWanted: 'smile',
  announced: 'file-text',
  noteArrived: 'mic',
  noteAnswered: 'smile',
  callProposed: 'phone-call',
  callAgreed: 'phone-call',
  callSoon: 'phone-call',
  guideBack: 'pencil',
  guideOut: 'badge-check',
  guideDue: 'hourglass',
  accompanyOffered: 'headphones',
  accompanyAgreed: 'headphones',
  kindWord: 'smile',
  otherHalfHeard: 'headphones',
  dutyAlert: 'bell',
  dutyChanged: 'users',
  visitReminder: 'calendar-clock',
  weeklyDigest: 'smile',
  bulletin: 'file-text',
};

/** One line of the inbox; a tap opens what it is about. */
export function NoticeCard({ notice, now }: { notice: Notice; now: number }) {
  const role = useSession((session) => session.person.role);
  const text = noticeText(notice, now);
  const when = savedText(notice.at, now);
  return (
    <Card
      id={`notice-${notice.id}`}
      label={[notice.unread ? inbox.fresh : '', text, when].filter(Boolean).join('，')}
      onTap={() => openNotice(notice, role)}
    >
      <View className="row">
        <Icon name={icons[notice.kind]} />
        <View className="grow">
          <View className={notice.unread ? 't-strong' : ''}>{text}</View>
          <View className="t-small t-quiet">{when}</View>
        </View>
        {notice.unread ? <Chip tone="coming" text={inbox.fresh} /> : <Icon name="chevron-right" />}
      </View>
    </Card>
  );
}

function openNotice(notice: Notice, role: Role | undefined) {
  const { kind, childId, appointmentId, waitlistId, threadId, announcementId, guide } = notice;
  if (notice.bulletinId) return open('bulletin', { id: notice.bulletinId });
  if (kind === 'weeklyDigest') return childId ? open('weekFromAfar') : open('desk');
  if (notice.learning) return openLearning(kind, notice.learning);
  if (guide) return open('deskGuide', { id: guide.id, version: String(guide.version) });
  if (threadId) return open('thread', { id: threadId });
  if (announcementId) return open('announcement', { id: announcementId });
  if (kind === 'standInNamed') return open('desk');
  if (kind === 'dutyAlert') return open('alerts');
  if (kind === 'dutyChanged') return open('duty');
  if (kind === 'weekWanted') return childId ? open('weekHome', { childId }) : open('weekClass');
  // A counsellor's visits stand on the day's board.
  if (role === 'counsellor') openTab('home');
  else if (kind === 'noteArrived' && childId) open('corner', { childId });
  else if (kind === 'noteAnswered' && childId) open('timeline', { childId });
  else if (kind.startsWith('call') && childId) open('calls', { childId });
  else if (kind === 'placeOffered' && waitlistId) open('offer', { id: waitlistId });
  else if (kind === 'offerLapsed') open('waits');
  else if (appointmentId) open('appointment', { id: appointmentId });
  else open('appointments');
}

function openLearning(kind: NoticeKind, learning: NonNullable<Notice['learning']>) {
  const { guideId, courseId } = learning;
  if (guideId !== undefined) open('guide', { id: guideId });
  else if (kind === 'kindWord' && courseId !== undefined) open('course', { id: courseId });
  else open('together', { as: kind === 'accompanyAgreed' ? 'companion' : 'family' });
}
