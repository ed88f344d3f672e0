import { View } from '@tarojs/components';
import { changeReasons, type ChangeReason } from '@contract/enums';
import type { IconName } from '../icon';
import { Tile } from '../tile';

const icons: Record<ChangeReason, IconName> = {
  unwell: 'stethoscope',
  farAway: 'bus',
  busy: 'briefcase',
  unwilling: 'message-circle-off',
  better: 'smile',
  other: 'circle-help',
};

interface Props {
  title: string;
  /** A family's words for its own reasons, staff's for those they were told. */
  words: Record<ChangeReason, string>;
  reason: ChangeReason | undefined;
  onReason: (reason: ChangeReason | undefined) => void;
}

/** Why a visit is given up: may be said, need not be; a second tap takes it back. */
export function ReasonTiles({ title, words, reason, onReason }: Props) {
  return (
    <>
      <View className="t-strong">{title}</View>
      <View className="grid-2" ariaRole="radiogroup">
        {changeReasons.map((one) => (
          <Tile
            key={one}
            id={`reason-${one}`}
            kind="radio"
            icon={icons[one]}
            label={words[one]}
            selected={reason === one}
            onTap={() => onReason(reason === one ? undefined : one)}
          />
        ))}
      </View>
    </>
  );
}
