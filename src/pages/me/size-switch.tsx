import { View } from '@tarojs/components';
import { sizes, type Size } from '@contract/enums';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { useSession } from '@/session/session';
import { me } from '@/wording/me';
import './size-switch.scss';

const words: Record<Size, string> = { large: me.large, standard: me.standard };

/** 关怀版 or standard, in one tap. */
export function SizeSwitch() {
  const { size, setSize } = useSession();
  return (
    <Card>
      <View className="row">
        <Icon name="a-large-small" />
        <View className="t-strong grow">{me.letters}</View>
        <View className="size-switch" ariaRole="radiogroup" ariaLabel={me.letters}>
          {[...sizes].reverse().map((choice) => (
            <View
              key={choice}
              id={`size-${choice}`}
              className={`size-switch__choice${choice === size ? ' size-switch__choice--on' : ''}`}
              ariaRole="radio"
              ariaChecked={choice === size}
              onClick={() => setSize(choice)}
            >
              {words[choice]}
            </View>
          ))}
        </View>
      </View>
    </Card>
  );
}
