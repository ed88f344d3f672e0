import { View } from '@tarojs/components';
import type { CareEntry } from '@contract/director';
import { Chip } from '@/components/chip';
import { dayText, director } from '@/wording/director';

/** When somebody should look in, and why. */
export function Due({ child, today }: { child: Pick<CareEntry, 'due'>; today: string }) {
  const { due } = child;
  if (!due) return <Chip tone="plain" text={director.notDue} />;
  const late = due.day === undefined || due.day <= today;
  return (
    <View className="row row--wrap">
      <Chip
        tone={late ? 'coming' : 'plain'}
        text={late ? director.dueNow : director.dueOn(dayText(due.day ?? today, today))}
      />
      {due.reason === 'regular' ? null : <Chip tone="people" text={director.reasons[due.reason]} />}
    </View>
  );
}
