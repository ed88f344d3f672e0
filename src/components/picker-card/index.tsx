import { View } from '@tarojs/components';
import * as v from 'valibot';
import { family } from '@/wording/family';
import { Card } from '../card';

/** What WeChat's wheel says was chosen: a place in its list. */
export const PickedSchema = v.object({
  value: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
});

/** What the wheels of days and times say: `2026-11-24`, `08:30`. */
export const PickedTextSchema = v.object({ value: v.string() });

interface Props {
  title: string;
  value: string | undefined;
}

/** What stands in a form where a wheel opens. */
export function PickerCard({ title, value }: Props) {
  return (
    <Card>
      <View className="t-strong">{title}</View>
      <View className={value ? 'field' : 'field t-quiet'}>{value ?? family.pick}</View>
    </Card>
  );
}
