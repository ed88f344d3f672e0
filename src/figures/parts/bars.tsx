import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import './bars.scss';

export interface Bar {
  name: string;
  /** How long it is. */
  count: number;
  /** The same in words: nothing is said by length or colour alone. */
  text: string;
}

/** A few numbers in words, each with a bar as long as it is. */
export function Bars({ title, bars, hint }: { title: string; bars: Bar[]; hint?: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">{title}</View>
        {bars.map(({ name, count, text }) => (
          <View key={name}>
            <View className="row row--between">
              <View>{name}</View>
              <View className="bars__count t-strong">{text}</View>
            </View>
            <View className="bars__track" ariaHidden>
              <View
                className="bars__part"
                style={{ width: `${Math.round((count / most) * 100)}%` }}
              />
            </View>
          </View>
        ))}
        {hint ? <View className="t-small t-quiet">{hint}</View> : null}
      </View>
    </Card>
  );
}
