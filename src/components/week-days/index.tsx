import { View } from '@tarojs/components';
import { weekdayNames } from '@/wording/when';
import './index.scss';

interface Props {
  /** Begins the ids of the days: `span-1-6`. */
  id: string;
  label: string;
  /** Monday is 1. */
  chosen: readonly number[];
  onChange: (weekdays: number[]) => void;
}

/** Days of the week to tap, several at once. */
export function WeekDays({ id, label, chosen, onChange }: Props) {
  return (
    <View className="week-days" ariaRole="group" ariaLabel={label}>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => {
        const on = chosen.includes(day);
        return (
          <View
            key={day}
            id={`${id}-${day}`}
            className={`week-days__day${on ? ' week-days__day--on' : ''}`}
            ariaRole="checkbox"
            ariaLabel={weekdayNames[day] ?? ''}
            ariaChecked={on}
            onClick={() => onChange(on ? chosen.filter((one) => one !== day) : [...chosen, day])}
          >
            {(weekdayNames[day] ?? '').slice(1)}
          </View>
        );
      })}
    </View>
  );
}
