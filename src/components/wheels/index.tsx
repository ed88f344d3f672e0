import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { PickedTextSchema, PickerCard } from '@/components/picker-card';
import { longDate } from '@/wording/when';

interface Props<Value> {
  id: string;
  title: string;
  value: Value;
  onChange: (value: Value) => void;
}

const clockOf = (minutes: number, digits: number) =>
  `${String(Math.floor(minutes / 60)).padStart(digits, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A time of day, in minutes from midnight. */
export function TimeWheel({ id, title, value, onChange }: Props<number>) {
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title} ${clockOf(value, 1)}`}
      mode="time"
      value={clockOf(value, 2)}
      onChange={(event) => {
        const picked = v.safeParse(PickedTextSchema, event.detail);
        if (!picked.success) return;
        const [hour, minute] = picked.output.value.split(':').map(Number);
        if (hour !== undefined && minute !== undefined) onChange(hour * 60 + minute);
      }}
    >
      <PickerCard title={title} value={clockOf(value, 1)} />
    </Picker>
  );
}

/** A day, from `from` on; not after `to`, where one is given. */
export function DayWheel({
  id,
  title,
  value,
  from,
  to = '',
  onChange,
}: Props<string> & { from: string; to?: string }) {
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title} ${longDate(value)}`}
      mode="date"
      start={from}
      end={to}
      value={value}
      onChange={(event) => {
        const picked = v.safeParse(PickedTextSchema, event.detail);
        if (picked.success) onChange(picked.output.value);
      }}
    >
      <PickerCard title={title} value={longDate(value)} />
    </Picker>
  );
}
