import { Picker } from '@tarojs/components';
import * as v from 'valibot';
import { useQuery } from '@/cloud/use-query';
import { Choice } from '@/components/choice';
import { Line } from '@/components/notice';
import { PickedSchema, PickerCard } from '@/components/picker-card';
import { staff } from '@/wording/staff';

interface Props {
  value: string | undefined;
  onChange: (counsellorId: string | undefined) => void;
}

/** Whose week and visits the account will show. */
export function CounsellorPicker({ value, onChange }: Props) {
  const query = useQuery('booking.listCounsellors', {});
  const known = query.data?.counsellors ?? [];
  if (query.error && known.length === 0) {
    return (
      <Choice
        id="counsellors-retry"
        icon="refresh-cw"
        title={staff.counsellorsFailed}
        onTap={query.reload}
      />
    );
  }
  if (query.data && known.length === 0) {
    return <Line icon="info" text={staff.counsellorsNone} />;
  }
  const index = known.findIndex(({ id }) => id === value);
  return (
    <Picker
      id="counsellor"
      ariaRole="button"
      ariaLabel={staff.inviteCounsellor}
      mode="selector"
      range={known.map(({ name }) => name)}
      value={Math.max(0, index)}
      onChange={(event) => {
        const picked = v.safeParse(PickedSchema, event.detail);
        if (picked.success) onChange(known[picked.output.value]?.id);
      }}
    >
      <PickerCard title={staff.inviteCounsellor} value={known[index]?.name} />
    </Picker>
  );
}
