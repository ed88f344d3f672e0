import { View } from '@tarojs/components';
import { Icon, type IconName } from '@/components/icon';
import './quiet-way.scss';

interface Props {
  id: string;
  icon: IconName;
  title: string;
  /** What stands there at the moment. */
  value?: string | undefined;
  onTap: () => void;
}

/** A way that few will take: a line, not a card. */
export function QuietWay({ id, icon, title, value, onTap }: Props) {
  return (
    <View
      id={id}
      className="quiet-way"
      hoverClass="quiet-way--pressed"
      ariaRole="button"
      ariaLabel={[title, value].filter(Boolean).join('，')}
      onClick={onTap}
    >
      <Icon name={icon} size="small" />
      <View className="grow">
        {title}
        {value ? `：${value}` : ''}
      </View>
      <Icon name="chevron-right" size="small" />
    </View>
  );
}
