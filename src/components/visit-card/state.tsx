import { View } from '@tarojs/components';
import type { AppointmentState } from '@contract/enums';
import { visitStateNames } from '@/wording/names';
import { Icon, type IconName } from '../icon';

const icons: Record<AppointmentState, IconName> = {
  awaitingConsent: 'hourglass',
  booked: 'calendar-check',
  arrived: 'user-round-check',
  done: 'check',
  missed: 'calendar-clock',
  cancelled: 'calendar-x',
  lapsed: 'calendar-x',
};

export function stateIcon(state: AppointmentState): IconName {
  return icons[state];
}

/** How a visit stands: a sign and a word. */
export function VisitState({ state }: { state: AppointmentState }) {
  return (
    <View className="row" ariaRole="status">
      <Icon name={icons[state]} />
      <View className="t-heading">{visitStateNames[state]}</View>
    </View>
  );
}
