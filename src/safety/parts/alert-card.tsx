import { View } from '@tarojs/components';
import type { AlertRow } from '@contract/safety';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { open } from '@/session/routes';
import { dotted } from '@/wording/common';
import { levelNames, reasonNames, safety, sourceNames, standingText } from '@/wording/safety';
import { savedText, whenText } from '@/wording/when';
import { LevelMark } from './level-mark';

/** One of the list: how soon, about whom, who has it or how long it may still wait. */
export function AlertCard({ row, now }: { row: AlertRow; now: number }) {
  const standing = standingText(row, now);
  // An announcement is about no child.
  const whom = row.nickname || sourceNames[row.source];
  const about = dotted(whom, row.placeName);
  return (
    <Card
      id={`alert-${row.id}`}
      tone={row.overdue ? 'alarm' : 'plain'}
      label={[levelNames[row.level], about, standing].join('，')}
      onTap={() => open('alert', { id: row.id })}
    >
      <View className="row">
        <View className="grow stack stack--tight">
          <View className="row row--between row--wrap">
            <View className="t-heading">{about}</View>
            <LevelMark level={row.level} />
          </View>
          <View className={row.overdue ? 't-strong t-alarm' : 't-strong'}>{standing}</View>
          <View className="t-small t-quiet">
            {`${savedText(row.at, now)} · ${sourceNames[row.source]} · ${reasonNames[row.reason]}`}
          </View>
          {row.followUpAt === undefined ? null : (
            <View className="t-small t-quiet">
              {safety.followUpOn(whenText(row.followUpAt, now))}
            </View>
          )}
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  );
}
