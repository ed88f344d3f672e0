import { View } from '@tarojs/components';
import type { IconName } from '@/components/icon';
import { Tile } from '@/components/tile';

interface Props<Value extends string> {
  id: string;
  label: string;
  names: Record<Value, string>;
  icons: Record<Value, IconName>;
  chosen: Value | undefined;
  onChange: (value: Value) => void;
}

/** A few large choices by sign and word, one of them taken. */
export function Choices<Value extends string>({
  id,
  label,
  names,
  icons,
  chosen,
  onChange,
}: Props<Value>) {
  return (
    <View className="grid-2" ariaRole="radiogroup" ariaLabel={label}>
      {(Object.keys(names) as Value[]).map((value) => (
        <Tile
          key={value}
          id={`${id}-${value}`}
          kind="radio"
          icon={icons[value]}
          label={names[value]}
          selected={value === chosen}
          onTap={() => onChange(value)}
        />
      ))}
    </View>
  );
}
