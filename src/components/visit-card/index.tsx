import { View } from '@tarojs/components';
import type { Appointment } from '@contract/appointment';
import { booking } from '@/wording/booking';
import { whenText } from '@/wording/when';
import { Card } from '../card';
import { Chip } from '../chip';
import { Icon } from '../icon';

interface Props {
  visit: Appointment;
  now: number;
  /** Several children: say whose visit it is. */
  withName?: boolean;
  onTap: () => void;
}

/** A visit in one card: when, with whom, where. */
export function VisitCard({ visit, now, withName = false, onTap }: Props) {
  const coming = visit.state === 'booked' && visit.end > now;
  const names = withName ? [visit.nickname, visit.counsellorName] : [visit.counsellorName];
  const where = [...names, visit.placeName].join(' · ');
  return (
    <Card
      id={`visit-${visit.id}`}
      tone={coming ? 'coming' : 'plain'}
      onTap={onTap}
      label={`${whenText(visit.start, now)}，${where}`}
    >
      <View className="row">
        <Icon name={visit.state === 'cancelled' ? 'calendar-x' : 'calendar-check'} size="large" />
        <View className="grow">
          <View className="t-strong">{whenText(visit.start, now)}</View>
          <View className="t-small">{where}</View>
        </View>
        {coming ? (
          <Icon name="chevron-right" />
        ) : (
          <Chip
            tone="plain"
            text={visit.state === 'cancelled' ? booking.cancelled : booking.over}
          />
        )}
      </View>
    </Card>
  );
}
