import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon, type IconName } from '../icon';
import './index.scss';

interface Props {
  icon: IconName;
  /** What kind of fact it is; without it the fact speaks for itself. */
  title?: string;
}

/** One fact: a sign, what it is about, and the fact itself. */
export function Fact({ icon, title, children }: PropsWithChildren<Props>) {
  return (
    <View className="fact">
      <Icon name={icon} />
      <View className="grow">
        {title ? <View className="t-small t-quiet">{title}</View> : null}
        <View>{children}</View>
      </View>
    </View>
  );
}
