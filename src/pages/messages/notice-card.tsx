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

function openNotice({ kind, appointmentId, waitlistId }: Notice, role: Role | undefined) {
  // A counsellor's visits stand on the day's board.
  if (role === 'counsellor') openTab('home');
  else if (kind === 'placeOffered' && waitlistId) open('offer', { id: waitlistId });
  else if (kind === 'offerLapsed') open('waits');
  else if (appointmentId) open('appointment', { id: appointmentId });
  else open('appointments');
}
