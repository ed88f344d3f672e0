import { View } from '@tarojs/components';
import { addDays } from '@rules/dates';
import { Icon } from '../icon';
import { week } from '@/wording/desk-lists';
import { spanText } from '@/wording/when';
import './index.scss';

interface Props {
  /** Its Monday. */
  from: string;
  /** Said below the dates. */
  about: string;
  onChange: (from: string) => void;
}

/** Which week is looked at, and the way to the ones beside it. */
export function WeekTurn({ from, about, onChange }: Props) {
  const dates = spanText(from, addDays(from, 6));
  const turn = (
    id: string,
    icon: 'chevron-left' | 'chevron-right',
    label: string,
    days: number,
  ) => (
    <View
      id={id}
      className="week-turn__turn"
      hoverClass="card--pressed"
      ariaRole="button"
      ariaLabel={label}
      onClick={() => onChange(addDays(from, days))}
    >
      <Icon name={icon} />
    </View>
  );
  return (
    <View className="row row--between">
      {turn('week-before', 'chevron-left', week.before, -7)}
      <View className="week-turn__dates">
        <View className="t-strong t-parts">{dates}</View>
        <View className="t-small t-quiet">{about}</View>
      </View>
      {turn('week-after', 'chevron-right', week.after, 7)}
    </View>
  );
}
