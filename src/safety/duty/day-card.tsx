import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DutyWeek } from '@contract/safety';
import { dayOf } from '@rules/dates';
import { serverNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Line } from '@/components/notice';
import { duty, minutesText } from '@/wording/safety-duty';
import { dayLine } from '@/wording/when';
import { ShiftAdder } from './shift-adder';
import { Swap } from './swap';
import type { Roster } from './use-roster';

interface Props {
  day: string;
  data: DutyWeek;
  roster: Roster;
  onChanged: () => void;
}

const span = ({ from, to }: { from: number; to: number }) =>
  `${minutesText(from)}–${minutesText(to)}`;

/** One day: who is there, where nobody is, and for an administrator what to change. */
export function DayCard({ day, data, roster, onChanged }: Props) {
  const [adding, setAdding] = useState(false);
  const today = dayOf(serverNow());
  const isPast = day < today;
  const entries = roster.entries.filter((one) => one.day === day);
  // Gaps are of what is saved; while something is being changed they would speak of the old week.
  const gaps = roster.changed ? [] : data.gaps.filter((gap) => gap.day === day);
  const nameOf = (postId: string) => data.people.find((one) => one.postId === postId)?.name;
  return (
    <Card tone={gaps.length > 0 ? 'coming' : 'plain'}>
      <View className="stack">
        <View className="t-heading">{dayLine(day, today)}</View>
        {entries.map((entry) => {
          const shift = data.shifts.find(
            (one) => one.day === day && one.from === entry.from && one.duty.postId === entry.postId,
          );
          const standIn = entry.standIn
            ? (nameOf(entry.standIn) ?? shift?.standIn?.name)
            : undefined;
          return (
            <View key={`${entry.from}-${entry.postId}`} className="stack stack--tight">
              <View className="row row--between">
                <View className="grow">
                  <View className="t-strong">
                    {`${span(entry)} ${nameOf(entry.postId) ?? shift?.duty.name ?? ''}`}
                  </View>
                  {standIn ? (
                    <View className="t-small t-quiet">{duty.standIn(standIn)}</View>
                  ) : null}
                </View>
                {data.mayChange && !isPast ? (
                  <Button
                    id={`take-${day}-${entry.from}`}
                    look="quiet"
                    icon="x"
                    label={duty.take}
                    onTap={() => roster.remove(entry)}
                  />
                ) : null}
              </View>
              {shift && !roster.changed && !isPast ? (
                <Swap shift={shift} data={data} onChanged={onChanged} />
              ) : null}
            </View>
          );
        })}
        {entries.length === 0 ? <View className="t-quiet">{duty.nobody}</View> : null}
        {gaps.map((gap) => (
          <Line key={gap.from} icon="triangle-alert" text={duty.gap(span(gap))} />
        ))}
        {!data.mayChange || isPast ? null : adding ? (
          <ShiftAdder
            day={day}
            people={data.people}
            taken={entries}
            onAdd={(entry) => {
              roster.add(entry);
              setAdding(false);
            }}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <Button
            id={`add-${day}`}
            look="soft"
            icon="plus"
            label={duty.add}
            onTap={() => setAdding(true)}
          />
        )}
      </View>
    </Card>
  );
}
