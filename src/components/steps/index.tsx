import { View } from '@tarojs/components';
import { stepOf } from '@/wording/common';
import './index.scss';

interface Props {
  done: number;
  total: number;
}

/** How far along: a bar for each step. */
export function Steps({ done, total }: Props) {
  return (
    <View className="steps" ariaRole="img" ariaLabel={stepOf(done, total)}>
      {Array.from({ length: total }, (_, index) => (
        <View key={index} className={`steps__bar${index < done ? ' steps__bar--done' : ''}`} />
      ))}
    </View>
  );
}
