import { View } from '@tarojs/components';
import type { ChildWeek } from '@contract/weeks';
import { kinName } from '@/wording/names';
import { week } from '@/wording/week';
import { Card } from '../card';
import { Listen } from '../listen';
import { spokenSide, WeekSide } from './side';
import './index.scss';

/** One week of a child: what the school said and what home said, side by side. */
export function WeekCard({ one: { week: monday, school, home } }: { one: ChildWeek }) {
  const spoken = [spokenSide('school', school?.answer), spokenSide('home', home?.answer)];
  return (
    <Card id={`week-${monday}`}>
      <View className="stack">
        <View className="row row--between">
          <View className="t-quiet">{week.span(monday)}</View>
          <Listen id={`listen-${monday}`} text={spoken.join('。')} />
        </View>
        <View className="week-sides">
          <WeekSide where="school" answer={school?.answer} by={school?.by} />
          <WeekSide where="home" answer={home?.answer} by={home?.by && kinName(home.by)} />
        </View>
      </View>
    </Card>
  );
}
