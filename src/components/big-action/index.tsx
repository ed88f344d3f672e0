import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../card';
import { Icon, type IconName } from '../icon';
import './index.scss';

interface Props {
  id: string;
  icon: IconName;
  title: string;
  hint?: string;
  /** `main`: the one thing that most come for; at most one on a screen. */
  tone?: 'act' | 'coming' | 'people' | 'main';
  onTap: () => void;
  /** Something at the end of the line instead of the arrow. */
  end?: ReactNode;
}

/** One of the few things a person comes for: a sign, a word, and what it is about. */
export function BigAction({ id, icon, title, hint, tone = 'act', onTap, end }: Props) {
  return (
    <Card
      id={id}
      tone={tone === 'main' ? 'main' : 'plain'}
      onTap={onTap}
      label={hint ? `${title}，${hint}` : title}
    >
      <View className="big-action">
        <View className={`big-action__dot big-action__dot--${tone}`}>
          <Icon name={icon} size="large" />
        </View>
        <View className="grow">
          <View className="t-heading">{title}</View>
          {hint ? <View className="t-small t-quiet">{hint}</View> : null}
        </View>
        {end}
      </View>
    </Card>
  );
}
