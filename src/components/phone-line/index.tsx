import { View } from '@tarojs/components';
import type { Hotline } from '@contract/directory';
import { dial } from '@/session/device';
import { common } from '@/wording/common';
import { Icon } from '../icon';
import './index.scss';

/** A telephone number in large figures; the whole line calls it. */
export function PhoneLine({
  line,
  onCalled,
}: {
  line: Pick<Hotline, 'id' | 'number' | 'name' | 'purpose' | 'urgent'> & {
    hours?: string | undefined;
  };
  onCalled?: () => void;
}) {
  return (
    <View
      id={`call-${line.id}`}
      className={`phone-line${line.urgent ? ' phone-line--urgent' : ''}`}
      hoverClass="phone-line--pressed"
      ariaRole="button"
      ariaLabel={`${common.call}，${line.number}，${line.name}，${line.purpose}`}
      onClick={() => {
        void dial(line.number);
        onCalled?.();
      }}
    >
      <View className="grow">
        <View
          className={`phone-line__number${line.number.length > 6 ? ' phone-line__number--long' : ''}`}
        >
          {line.number}
        </View>
        <View className="t-strong">{line.name}</View>
        <View className="t-small">{line.purpose}</View>
        {line.hours ? <View className="t-small t-quiet">{line.hours}</View> : null}
      </View>
      <View className="phone-line__call">
        <Icon name="phone" size="large" />
      </View>
    </View>
  );
}
