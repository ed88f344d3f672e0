import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { PickedSchema, PickedTextSchema, PickerCard } from '@/components/picker-card';
import { hours as words } from '@/wording/hours';
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

interface TimeProps {
  id: string;
  title: string;
  value: number;
  onChange: (minutes: number) => void;
}

/** A time of day, in minutes from midnight. */
export function TimeOf({ id, title, value, onChange }: TimeProps) {
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title} ${clockOf(value)}`}
      mode="time"
      value={clockOf(value, 2)}
      onChange={(event) => {
        const picked = v.safeParse(PickedTextSchema, event.detail);
        const minutes = picked.success ? minutesOf(picked.output.value) : undefined;
        if (minutes !== undefined) onChange(minutes);
      }}
    >
      <PickerCard title={title} value={clockOf(value)} />
    </Picker>
  );
}
