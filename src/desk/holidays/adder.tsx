import { View } from '@tarojs/components';
import { useState } from 'react';
import { addDays, daysBetween } from '@rules/dates';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { holidays as words } from '@/wording/holidays';
import { DayOf } from '../parts/day-of';
import { mostAtOnce, mostDays, withRun, type Holiday } from './draft';

interface Props {
  days: Holiday[];
  today: string;
  onAdd: (days: Holiday[]) => void;
  onBack: () => void;
}

/** One holiday: its first day, its last one, and what it is called. */
export function Adder({ days, today, onAdd, onBack }: Props) {
  const [from, setFrom] = useState(addDays(today, 1));
  const [to, setTo] = useState(from);
  const [name, setName] = useState<string>();
  const count = daysBetween(from, to) + 1;
  const wished = count >= 1 && count <= mostAtOnce ? withRun(days, { name: '', from, to }) : [];
  const wrong =
    count < 1
      ? words.backwards
      : count > mostAtOnce
        ? words.tooLong(mostAtOnce)
        : wished.length > mostDays
          ? words.full(mostDays)
          : undefined;

  return (
    <Screen
      title={words.title}
      onBack={onBack}
      footer={
        <Button
          id="add-done"
          label={name === undefined || wrong ? words.add : words.done(count)}
          disabled={name === undefined || wrong !== undefined}
          onTap={() => {
            if (name !== undefined) onAdd(withRun(days, { name, from, to }));
          }}
        />
      }
    >
      <Heading title={words.addHeading} />
      <View className="stack">
        <DayOf
          id="from-day"
          title={words.from}
          value={from}
          from={today}
          onChange={(day) => {
            setFrom(day);
            // A holiday that is moved keeps its length.
            setTo(addDays(day, Math.max(0, count - 1)));
          }}
        />
        <DayOf id="to-day" title={words.to} value={to} from={from} onChange={setTo} />
      </View>
      {wrong ? <Line tone="alarm" icon="circle-alert" text={wrong} /> : null}
      <View className="t-strong">{words.what}</View>
      <View className="grid-3" ariaRole="radiogroup" ariaLabel={words.what}>
        {words.names.map((one, index) => (
          <Tile
            key={one}
            id={`name-${index}`}
            kind="radio"
            label={one}
            selected={one === name}
            onTap={() => setName(one)}
          />
        ))}
      </View>
    </Screen>
  );
}
