import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { PickedSchema, PickerCard } from '@/components/picker-card';
import { hours as words } from '@/wording/hours';
import { longDate } from '@/wording/when';
import { clockOf, minutesOf } from './draft';

interface OneOfProps<Value> {
  id: string;
  title: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  value: Value | undefined;
  onChange: (value: Value) => void;
}

/** WeChat's wheel over a few values. */
export function OneOf<Value>({ id, title, values, nameOf, value, onChange }: OneOfProps<Value>) {
  const index = value === undefined ? -1 : values.indexOf(value);
  const shown = value === undefined ? words.pick : nameOf(value);
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title}，${shown}`}
      mode="selector"
      range={values.map(nameOf)}
      value={Math.max(0, index)}
      onChange={(event) => {
        const picked = v.safeParse(PickedSchema, event.detail);
        const chosen = picked.success ? values[picked.output.value] : undefined;
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      <PickerCard title={title} value={shown} />
    </Picker>
  );
}

const TextSchema = v.object({ value: v.string() });

interface WheelProps<Value> {
  id: string;
  title: string;
  value: Value;
  onChange: (value: Value) => void;
}

/** A time of day, in minutes from midnight. */
export function TimeOf({ id, title, value, onChange }: WheelProps<number>) {
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title} ${clockOf(value)}`}
      mode="time"
      value={clockOf(value, 2)}
      onChange={(event) => {
        const picked = v.safeParse(TextSchema, event.detail);
        const minutes = picked.success ? minutesOf(picked.output.value) : undefined;
        if (minutes !== undefined) onChange(minutes);
      }}
    >
      <PickerCard title={title} value={clockOf(value)} />
    </Picker>
  );
}

/** A day from `from` on. */
export function DayOf({ id, title, value, from, onChange }: WheelProps<string> & { from: string }) {
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title} ${longDate(value)}`}
      mode="date"
      start={from}
      value={value}
      onChange={(event) => {
        const picked = v.safeParse(TextSchema, event.detail);
        if (picked.success) onChange(picked.output.value);
      }}
    >
      <PickerCard title={title} value={longDate(value)} />
    </Picker>
  );
}
