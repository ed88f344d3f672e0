import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { dayOf, minuteMs, partsOf, startOfDay } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { PickedTextSchema, PickerCard } from '@/components/picker-card';
import { safety } from '@/wording/safety';
import { clockTime } from '@/wording/when';

interface Props {
  value: number | undefined;
  onChange: (moment: number) => void;
}

/** When the authority was told: just now, unless another time of today is picked. */
export function MomentPicker({ value, onChange }: Props) {
  const now = useServerNow();
  const { hour, minute } = partsOf(value ?? now);
  const two = (number: number) => String(number).padStart(2, '0');
  return (
    <Picker
      id="told-at"
      ariaRole="button"
      ariaLabel={safety.reportWhen}
      mode="time"
      value={`${two(hour)}:${two(minute)}`}
      onChange={(event) => {
        const picked = v.safeParse(PickedTextSchema, event.detail);
        if (!picked.success) return;
        const [hours = 0, minutes = 0] = picked.output.value.split(':').map(Number);
        const moment = startOfDay(dayOf(now)) + (hours * 60 + minutes) * minuteMs;
        // Nobody has told them in the future: it was yesterday.
        onChange(moment > now ? moment - 24 * 60 * minuteMs : moment);
      }}
    >
      <PickerCard
        title={safety.reportWhen}
        value={value === undefined ? safety.reportNow : clockTime(value)}
      />
    </Picker>
  );
}
