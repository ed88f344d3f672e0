import { View } from '@tarojs/components';
import { daysBetween } from '@rules/dates';
import { dayName, longDate } from '@/wording/when';

/** The day above its times; `今天` and the like where that is clearer than a date. */
export function DayHead({ day, today }: { day: string; today: string }) {
  const ahead = daysBetween(today, day);
  const isNear = ahead >= 0 && ahead <= 2;
  return (
    <View className="row">
      {isNear ? <View className="t-strong">{dayName(day, today)}</View> : null}
      <View className={isNear ? 't-quiet' : 't-strong'}>{longDate(day)}</View>
    </View>
  );
}
