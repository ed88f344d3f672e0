import { View } from '@tarojs/components';
import { worries, type Worry } from '@contract/enums';
import { worryNames } from '@/wording/names';
import type { IconName } from '../icon';
import { Tile } from '../tile';

const icons: Record<Worry, IconName> = {
  unhappy: 'cloud-rain',
  sleep: 'bed',
  eating: 'utensils',
  school: 'school',
  anger: 'flame',
  bullied: 'users',
  silent: 'message-circle-off',
  unsure: 'circle-help',
};

interface Props {
  chosen: Worry[];
  onChange: (chosen: Worry[]) => void;
}

/** What worries them: pictures and words, several if wished. Nothing to type. */
export function WorryTiles({ chosen, onChange }: Props) {
  const has = new Set(chosen);
  const toggle = (worry: Worry) =>
    onChange(worries.filter((other) => (other === worry ? !has.has(other) : has.has(other))));
  return (
    <View className="grid-2">
      {worries.map((worry) => (
        <Tile
          key={worry}
          id={`worry-${worry}`}
          icon={icons[worry]}
          label={worryNames[worry]}
          selected={has.has(worry)}
          onTap={() => toggle(worry)}
        />
      ))}
    </View>
  );
}
