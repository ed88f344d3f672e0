import { View } from '@tarojs/components';
import { changeReasons, type ChangeReason } from '@contract/enums';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Tile } from '@/components/tile';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';

const icons: Record<ChangeReason, IconName> = {
  unwell: 'stethoscope',
  farAway: 'bus',
  busy: 'briefcase',
  unwilling: 'message-circle-off',
  better: 'smile',
  other: 'circle-help',
};

interface Props {
  reason: ChangeReason | undefined;
  onReason: (reason: ChangeReason | undefined) => void;
}

/** Before giving a visit up: what happens then, and why, if they like to say. */
export function CancelAsk({ reason, onReason }: Props) {
  return (
    <>
      <Heading title={booking.cancelAsk} hint={booking.cancelAskHint} />
      <View className="t-strong">{changes.why}</View>
      <View className="grid-2">
        {changeReasons.map((one) => (
          <Tile
            key={one}
            id={`reason-${one}`}
            kind="radio"
            icon={icons[one]}
            label={changes.reasons[one]}
            selected={reason === one}
            onTap={() => onReason(reason === one ? undefined : one)}
          />
        ))}
      </View>
    </>
  );
}
