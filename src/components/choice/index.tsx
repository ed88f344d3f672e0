import { View } from '@tarojs/components';
import { Card } from '../card';
import { Icon, type IconName } from '../icon';
import './index.scss';

interface Props {
  id: string;
  icon?: IconName;
  title: string;
  hint?: string | undefined;
  /** What is chosen at the moment, at the end of the line. */
  value?: string | undefined;
  onTap: () => void;
}

/** One line of a list that leads on. */
export function Choice({ id, icon, title, hint, value, onTap }: Props) {
  return (
    <Card id={id} onTap={onTap} label={[title, hint, value].filter(Boolean).join('，')}>
      <View className="choice">
        {icon ? <Icon name={icon} /> : null}
        <View className="grow">
          <View className="t-strong">{title}</View>
          {hint ? <View className="t-small t-quiet">{hint}</View> : null}
        </View>
        {value ? <View className="t-quiet">{value}</View> : null}
        <Icon name="chevron-right" />
      </View>
    </Card>
  );
}
