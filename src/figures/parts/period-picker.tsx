import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { PickedSchema, PickerCard } from '@/components/picker-card';
import { figures, periodText } from '@/wording/figures';

interface Props {
  periods: string[];
  period: string | undefined;
  onChange: (period: string) => void;
}

/** One of the periods that are over; nobody chooses days. */
export function PeriodPicker({ periods, period, onChange }: Props) {
  const index = Math.max(0, periods.indexOf(period ?? ''));
  return (
    <Picker
      id="period"
      ariaRole="button"
      ariaLabel={figures.pick}
      mode="selector"
      range={periods.map(periodText)}
      value={index}
      onChange={({ detail }) => {
        const picked = v.safeParse(PickedSchema, detail);
        const chosen = picked.success ? periods[picked.output.value] : undefined;
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      <PickerCard title={figures.pick} value={period && periodText(period)} />
    </Picker>
  );
}
