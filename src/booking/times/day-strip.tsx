import { ScrollView, View } from '@tarojs/components';
import type { DayChoice } from '@contract/slot';
import { booking } from '@/wording/booking';
import { dayName } from '@/wording/when';
import './day-strip.scss';

interface Props {
  days: DayChoice[];
  chosen: string;
  today: string;
  onChoose: (day: string) => void;
}

/** The next two weeks in a row, each with how much is free. */
export function DayStrip({ days, chosen, today, onChoose }: Props) {
  return (
    <ScrollView
      scrollX
      className="day-strip"
      scrollIntoView={`day-${chosen}`}
      enhanced
      showScrollbar={false}
    >
      <View className="day-strip__row">
        {days.map((choice) => {
          const on = choice.day === chosen;
          const looks = [
            'day-strip__day',
            on ? 'day-strip__day--on' : '',
            !on && choice.state === 'none' ? 'day-strip__day--none' : '',
          ].join(' ');
          const count =
            choice.state === 'free'
              ? booking.free(choice.free)
              : choice.state === 'none'
                ? booking.none
                : booking.look;
          return (
            <View
              key={choice.day}
              id={`day-${choice.day}`}
              className={looks}
              ariaRole="tab"
              ariaSelected={on}
              onClick={() => onChoose(choice.day)}
            >
              <View className="t-strong">{dayName(choice.day, today)}</View>
              <View className="t-small">{count}</View>
            </View>
          );
        })}
      </View>
    </ScrollView>
  );
}
