import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TeacherHours } from '@contract/school-desk';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { WeekDays } from '@/components/week-days';
import { schoolDesk as words } from '@/wording/school-desk';
import { DayWheel, TimeWheel } from '@/components/wheels';

interface Props {
  hours: TeacherHours;
  onAdd: (hours: TeacherHours) => void;
}

const schoolWeek = [1, 2, 3, 4, 5];
/** After lessons, which is what most mean. */
const afterSchool = { from: 16 * 60, to: 18 * 60 };

/** A time on one or several days of the week; the school week at first. */
export function SpanAdder({ hours, onAdd }: Props) {
  const [days, setDays] = useState<readonly number[]>(schoolWeek);
  const [span, setSpan] = useState(afterSchool);
  const crossing = hours.spans.some(
    (one) => days.includes(one.weekday) && one.from < span.to && span.from < one.to,
  );
  const bad = span.from >= span.to ? words.badSpan : crossing ? words.crossing : undefined;
  return (
    <>
      <View className="t-heading">{words.addSpan}</View>
      <WeekDays
        id="day"
        label={words.addSpan}
        chosen={days}
        onChange={(chosen) => setDays(chosen)}
      />
      <View className="grid-2">
        <TimeWheel
          id="span-from"
          title={words.from}
          value={span.from}
          onChange={(from) => setSpan({ ...span, from })}
        />
        <TimeWheel
          id="span-to"
          title={words.to}
          value={span.to}
          onChange={(to) => setSpan({ ...span, to })}
        />
      </View>
      {bad && days.length > 0 ? <Line tone="quiet" icon="info" text={bad} /> : null}
      <Button
        id="add-span"
        look="soft"
        icon="plus"
        label={words.add}
        disabled={bad !== undefined || days.length === 0}
        onTap={() =>
          onAdd({
            ...hours,
            spans: [...hours.spans, ...days.map((weekday) => ({ weekday, ...span }))],
          })
        }
      />
    </>
  );
}

/** Some days on which the teacher does not look. */
export function AbsenceAdder({ hours, today, onAdd }: Props & { today: string }) {
  const [span, setSpan] = useState({ from: today, to: today });
  const bad = span.to < span.from;
  return (
    <>
      <View className="grid-2">
        <DayWheel
          id="absence-from"
          title={words.firstDay}
          value={span.from}
          from={today}
          onChange={(from) => setSpan({ from, to: span.to < from ? from : span.to })}
        />
        <DayWheel
          id="absence-to"
          title={words.lastDay}
          value={span.to}
          from={today}
          onChange={(to) => setSpan({ ...span, to })}
        />
      </View>
      {bad ? <Line tone="quiet" icon="info" text={words.badDays} /> : null}
      <Button
        id="add-absence"
        look="soft"
        icon="plus"
        label={words.addAbsence}
        disabled={bad}
        onTap={() => onAdd({ ...hours, absences: [...hours.absences, span] })}
      />
    </>
  );
}
