import { View } from '@tarojs/components';
import { weeksOf } from '@rules/warmth';
import type { DayMood } from '@contract/warmth';
import { MoodFace } from '@/components/mood-face';
import { dayName } from '@/wording/when';
import './weeks.scss';

const heads = ['一', '二', '三', '四', '五', '六', '日'];

/** Weeks as rows of faces, the present one first. What nobody said stays blank. */
export function Weeks({ days, today, count }: { days: DayMood[]; today: string; count: number }) {
  const weeks = weeksOf(days, today, count).filter(
    (week, number) => number === 0 || week.some(({ face }) => face !== undefined),
  );
  return (
    <View className="weeks">
      {heads.map((head) => (
        <View key={head} className="weeks__head t-small t-quiet" ariaHidden>
          {head}
        </View>
      ))}
      {weeks.flat().map(({ day, face, ahead }) => (
        <View
          key={day}
          className={`weeks__day${day === today ? ' weeks__day--today' : ''}`}
          ariaLabel={dayName(day, today)}
        >
          {face ? <MoodFace of={face} /> : <View className={ahead ? 'weeks__ahead' : ''} />}
        </View>
      ))}
    </View>
  );
}
