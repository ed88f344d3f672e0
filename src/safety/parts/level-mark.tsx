import { View } from '@tarojs/components';
import type { AlertLevel } from '@contract/help';
import { Icon, type IconName } from '@/components/icon';
import { levelNames } from '@/wording/safety';
import '@/components/chip/index.scss';
import './level-mark.scss';

const icons: Record<AlertLevel, IconName> = { S3: 'triangle-alert', S2: 'bell', S1: 'ear' };

/** How soon it is to be looked at: sign and word, never colour alone. */
export function LevelMark({ level }: { level: AlertLevel }) {
  return (
    <View className={`chip level-mark level-mark--${level.toLowerCase()}`}>
      <Icon name={icons[level]} size="small" />
      <View>{levelNames[level]}</View>
    </View>
  );
}
