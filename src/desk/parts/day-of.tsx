import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { PickedTextSchema, PickerCard } from '@/components/picker-card';
import { longDate } from '@/wording/when';

interface Props {
  id: string;
  title: string;
  value: string;
  /** The first day that may be chosen. */
  from: string;
  onChange: (day: string) => void;
}

/** WeChat's calendar wheel: a day from `from` on. */
export function DayOf({ id, title, value, from, onChange }: Props) {
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title} ${longDate(value)}`}
      mode="date"
      start={from}
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
