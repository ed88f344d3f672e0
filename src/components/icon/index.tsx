import { View } from '@tarojs/components';
import type { IconName } from './names';
import './icons.scss';
import './index.scss';

export type { IconName } from './names';

interface Props {
  name: IconName;
  size?: 'small' | 'normal' | 'large';
}

/** A drawn sign in the colour of the text around it. Decoration: a word always stands beside it. */
export function Icon({ name, size = 'normal' }: Props) {
  return <View className={`icon icon--${size} icon-${name}`} ariaHidden />;
}
