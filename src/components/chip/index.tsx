import { View } from '@tarojs/components';
import './index.scss';

interface Props {
  text: string;
  tone?: 'act' | 'coming' | 'people' | 'alarm' | 'plain';
}

/** A short word about the thing beside it. Not to be tapped. */
export function Chip({ text, tone = 'act' }: Props) {
  return <View className={`chip chip--${tone}`}>{text}</View>;
}
